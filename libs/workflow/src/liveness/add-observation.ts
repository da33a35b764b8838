import { downAwaitsConfirmation, listingFacts, nextLook, outcomeWithFacts, saysRemoved } from '#libs/domain';
import type { Actor, Item, Observation, ObservationState } from '#libs/domain';
import type { WorkspaceTransaction } from '#libs/persistence';
import type { Journal } from '../journal.js';

/** A look at one listing, by Redress or by a person. */
export type Look = Omit<Observation, 'workspaceId' | 'id' | 'itemId' | 'recordedAt' | 'recordedBy'>;

/** Up again after it counted as down is relisted: the address is the same. */
function stateOf(look: Look, earlier: readonly Observation[], item: Item): ObservationState {
  if (look.state !== 'up') return look.state;
  const before = earlier.filter(({ at }) => at < look.at);
  return listingFacts(before, item.deliveredAt).firstSeenDown === null ? 'up' : 'relisted';
}

/** What was seen of the listing just before this look; null where it is the first. */
export const stateBefore = (earlier: readonly Observation[], at: Date): ObservationState | null =>
  earlier.findLast((each) => each.at < at)?.state ?? null;

export const observationsOf = async (tx: WorkspaceTransaction, item: Pick<Item, 'id'>): Promise<Observation[]> =>
  tx.observations.where({ itemId: item.id }, { order: { at: 'asc' } });

/**
 * Adds what was seen of a listing, and draws from all that was seen of it what is now known: since when it is down, whether
 * it came back, what that makes of the item's outcome, and when it is looked at next. The item must be locked.
 * @param earlier every observation of the item, oldest first
 */
export async function addObservation(
  tx: WorkspaceTransaction,
  journal: Journal,
  { item, earlier, actor }: { item: Item; earlier: readonly Observation[]; actor: Actor },
  look: Look,
): Promise<Observation> {
  const observation: Observation = {
    ...look,
    workspaceId: tx.workspaceId,
    id: journal.newId(),
    itemId: item.id,
    state: stateOf(look, earlier, item),
    recordedAt: journal.now(),
    recordedBy: actor.name,
  };
  tx.observations.add(observation);
  await drawFacts(tx, journal, item, [...earlier, observation]);
  if (observation.state !== stateBefore(earlier, look.at)) {
    const { state, ground, note } = observation;
    const data = {
      observation: state,
      ground,
      itemId: item.id,
      what: item.title ?? item.url,
      ...(note === null ? {} : { note }),
    };
    journal.tell(tx, item.complaintId, { kind: 'observed', actor, at: look.at, data });
  }
  return observation;
}

async function drawFacts(
  tx: WorkspaceTransaction,
  journal: Journal,
  item: Item,
  looks: readonly Observation[],
): Promise<void> {
  const { deliveredAt } = item;
  const facts = listingFacts(looks, deliveredAt);
  // what the platform itself restored is no relisting
  const restored = item.outcome === 'reinstated' || item.outcome === 'countered';
  const known = { ...facts, relistedAt: restored ? null : facts.relistedAt };
  const outcome = outcomeWithFacts({ ...item, ...known });
  const watched = deliveredAt === null || item.status !== 'filed' || outcome === 'withdrawn' ? null : deliveredAt;
  const removedAt = saysRemoved(outcome) ? item.decidedAt : null;
  await tx.items.change(item.id, {
    ...known,
    outcome,
    nextLookAt:
      watched === null
        ? null
        : nextLook(
            { deliveredAt: watched, removedAt, awaitsConfirmation: downAwaitsConfirmation(looks) },
            journal.now(),
          ),
  });
}
