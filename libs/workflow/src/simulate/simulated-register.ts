import type { Id } from '#libs/domain';
import type { Database } from '#libs/persistence';
import type { DemoFiling } from '#libs/simulation';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { RegisterRight } from '../register/register-right.js';
import { RegisterRightsHolder } from '../register/register-rights-holder.js';

export interface Entered {
  rightsHolderId: Id;
  rightId: Id;
}

/** The world's rights holders and rights, each entered once. */
export class SimulatedRegister {
  constructor(
    private readonly database: Database,
    private readonly workspaceId: Id,
  ) {}

  async enter(filings: readonly DemoFiling[], at: Date): Promise<void> {
    await this.database.together(this.workspaceId, async (workplace) => {
      const journal = new Journal({ now: () => at });
      const [register, registerHolder] = [
        new RegisterRight(workplace, journal),
        new RegisterRightsHolder(workplace, journal),
      ];
      const holders = new Map<string, Id>();
      const entered = new Set<string>();
      for (const { rightsHolder, right } of filings) {
        const key = keyOf(rightsHolder.name, right.title, right.number);
        if (entered.has(key)) continue;
        const rightsHolderId =
          holders.get(rightsHolder.name) ?? (await registerHolder.enter(this.caller, rightsHolder)).id;
        holders.set(rightsHolder.name, rightsHolderId);
        entered.add(key);
        await register.enter(this.caller, { rightsHolderId, ...given(right) });
      }
    });
  }

  /** Who files, by the filing. */
  async read(): Promise<(filing: DemoFiling) => Entered> {
    const entered = await this.database.inWorkspace(this.workspaceId, async (tx) => {
      const names = new Map((await tx.rightsHolders.where({})).map(({ id, name }) => [id, name]));
      const rights = await tx.rights.where({});
      return new Map(
        rights.map(({ id, rightsHolderId, title, number }) => [
          keyOf(names.get(rightsHolderId) ?? '', title, number),
          { rightsHolderId, rightId: id },
        ]),
      );
    });
    return ({ rightsHolder, right }) => {
      const found = entered.get(keyOf(rightsHolder.name, right.title, right.number));
      if (found === undefined) throw new Error(`the right ${right.title} was not entered`);
      return found;
    };
  }

  private get caller(): Caller {
    const actor = { kind: 'system' as const, id: 'simulation', name: 'Simulation' };
    return { workspaceId: this.workspaceId, actor, email: null };
  }
}

const keyOf = (...parts: (string | null)[]): string => JSON.stringify(parts);

/** Facts that are not known are left out rather than stated as null. */
const given = ({ number, office, validFrom, validTo, ...rest }: DemoFiling['right']) => ({
  ...rest,
  ...(number === null ? {} : { number }),
  ...(office === null ? {} : { office }),
  ...(validFrom === null ? {} : { validFrom }),
  ...(validTo === null ? {} : { validTo }),
});
