import type { Id } from '#libs/domain';
import type { Database, Workplace } from '#libs/persistence';
import type { DemoFiling } from '#libs/simulation';
import type { Caller } from '../caller.js';
import { Journal } from '../journal.js';
import { RegisterRight } from '../register-right.js';

export interface Entered {
  rightsHolderId: Id;
  rightId: Id;
}

/** Enters the world's rights holders and rights into the register, each once. */
export class SimulatedRegister {
  constructor(
    private readonly database: Database,
    private readonly workspaceId: Id,
    private readonly at: Date,
  ) {}

  async enter(filings: readonly DemoFiling[]): Promise<(filing: DemoFiling) => Entered> {
    return this.database.together(this.workspaceId, async (workplace) => this.enterInto(workplace, filings));
  }

  private async enterInto(
    workplace: Workplace,
    filings: readonly DemoFiling[],
  ): Promise<(filing: DemoFiling) => Entered> {
    const register = new RegisterRight(workplace, new Journal({ now: () => this.at }));
    const caller: Caller = {
      workspaceId: this.workspaceId,
      actor: { kind: 'system', id: 'simulation', name: 'Simulation' },
      email: null,
    };
    const holders = new Map<string, Id>();
    const rights = new Map<string, Entered>();
    for (const { rightsHolder, right } of filings) {
      const key = keyOf(rightsHolder.name, right.title, right.number);
      if (rights.has(key)) continue;
      const rightsHolderId = holders.get(rightsHolder.name) ?? (await register.rightsHolder(caller, rightsHolder)).id;
      holders.set(rightsHolder.name, rightsHolderId);
      rights.set(key, {
        rightsHolderId,
        rightId: (await register.right(caller, { rightsHolderId, ...given(right) })).id,
      });
    }
    return (filing) => {
      const entered = rights.get(keyOf(filing.rightsHolder.name, filing.right.title, filing.right.number));
      if (entered === undefined) throw new Error(`the right ${filing.right.title} was not entered`);
      return entered;
    };
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
