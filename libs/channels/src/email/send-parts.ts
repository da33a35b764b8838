import type { DeliveryOutcome, DeliveryProof, PartProof, RefusedRecipient } from '#libs/domain';
import type { MailTransport, SealedPart } from '../channel.js';

/** A mail of a notice, with the document its bytes are kept in. */
export interface PartToSend extends SealedPart {
  documentId?: string;
}

/**
 * Sends a notice that is one mail or several, each once, and says what became of the whole:
 *
 * - the notice itself (the first mail) refused: prevented, and no follow-up leaves;
 * - any mail of unknown fate: unknown; the other mails are still sent, so that a person has only that one to settle;
 * - else delivered. A follow-up that was refused stands in the proof, to be noted as a filing error.
 *
 * @param before the proof of the last try: what was accepted then is not sent again
 */
export async function sendParts(
  transport: MailTransport,
  parts: readonly PartToSend[],
  before: DeliveryProof | null,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  const [first, ...others] = parts;
  if (first === undefined) throw new Error('A notice is one mail at least.');
  if (others.length === 0) return transport.deliver(first, { signal });
  const accepted = acceptedBefore(before);
  const refused = accepted.has(first.messageId) ? [...(before?.refused ?? [])] : [];
  const sent: Sent[] = [];
  for (const part of parts) {
    const known = accepted.get(part.messageId);
    if (known !== undefined) sent.push({ proof: known, outcome: null });
    else if (!isRefused(sent)) {
      const now = await sentNow(transport, offered(part, refused), signal);
      refused.push(...(now.outcome.proof.refused ?? []));
      sent.push(now);
    }
  }
  return ofAll(transport, sent, parts, refused);
}

interface Sent {
  proof: PartProof;
  /** null where it was accepted at an earlier try */
  outcome: DeliveryOutcome | null;
}

const acceptedBefore = (before: DeliveryProof | null): ReadonlyMap<string, PartProof> =>
  new Map(
    (before?.parts ?? []).flatMap((part) => (part.outcome === 'accepted' ? [[part.messageId, part] as const] : [])),
  );

/** The notice itself was refused. */
const isRefused = ([first]: readonly Sent[]): boolean => first?.proof.outcome === 'prevented';

/** An address that refused the notice is not offered its follow-ups. */
function offered(part: PartToSend, refused: readonly RefusedRecipient[]): PartToSend {
  const refusing = new Set(refused.map(({ recipient }) => recipient));
  return { ...part, envelope: { ...part.envelope, to: part.envelope.to.filter((address) => !refusing.has(address)) } };
}

async function sentNow(
  transport: MailTransport,
  part: PartToSend,
  signal: AbortSignal,
): Promise<Sent & { outcome: DeliveryOutcome }> {
  const outcome = await transport.deliver(part, { signal });
  const { messageId, sha256, files, documentId } = part;
  return {
    outcome,
    proof: { messageId, sha256, files, ...endOf(outcome), ...(documentId === undefined ? {} : { documentId }) },
  };
}

function endOf(outcome: DeliveryOutcome): Pick<PartProof, 'outcome' | 'code' | 'attribution' | 'answer'> {
  const { answer } = outcome.proof;
  switch (outcome.kind) {
    case 'delivered':
      return { outcome: 'accepted', code: null, attribution: null, answer };
    case 'prevented':
      return {
        outcome: 'prevented',
        code: outcome.code,
        attribution: outcome.attribution,
        answer: answer ?? outcome.message,
      };
    case 'unknown':
    case 'needs-human':
      return { outcome: 'unknown', code: outcome.code, attribution: null, answer };
  }
}

/** The end of the notice: that of its first mail, unless another's is unknown. */
function ofAll(
  transport: MailTransport,
  sent: readonly Sent[],
  parts: readonly PartToSend[],
  refused: readonly RefusedRecipient[],
): DeliveryOutcome {
  const deciding = sent.find(({ proof }) => proof.outcome === 'unknown') ?? sent[0];
  const place = (part: PartProof): string =>
    `part ${parts.findIndex(({ messageId }) => messageId === part.messageId) + 1} of ${parts.length}`;
  const proof: DeliveryProof = {
    transport: transport.name,
    sha256: parts[0]?.sha256 ?? null,
    conversation: sent.flatMap(({ proof: part, outcome }) => [
      `-- ${place(part)}: ${part.messageId}, SHA-256 ${part.sha256}`,
      ...(outcome?.proof.conversation ?? ['-- accepted at an earlier try']),
    ]),
    answer: deciding?.proof.answer ?? null,
    parts: sent.map((each) => each.proof),
    ...(refused.length === 0 ? {} : { refused }),
  };
  if (deciding?.outcome == null) return { kind: 'delivered', reference: null, proof };
  const { outcome } = deciding;
  return outcome.kind === 'unknown'
    ? { ...outcome, message: `Of ${place(deciding.proof)}: ${outcome.message}`, proof }
    : { ...outcome, proof };
}
