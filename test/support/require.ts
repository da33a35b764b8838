import { describe, it } from '@jest/globals';

type Suite = (name: string, suite: () => void) => void;

/**
 * A `describe` for suites that need something this machine may lack. Where it is missing the suite is skipped and its name
 * says why; with REDRESS_REQUIRE_ALL=1 (continuous integration) a missing need is a failing test.
 * @param needs what is needed, e.g. `redis-server`
 * @param how how to get it, e.g. `apt-get install redis-server`
 */
export function describeIf(available: boolean, needs: string, how: string): Suite {
  if (available) return describe;
  if (process.env['REDRESS_REQUIRE_ALL'] !== '1') {
    return (name, suite) => {
      describe.skip(`${name} [skipped: needs ${needs}: ${how}]`, suite);
    };
  }
  return (name) => {
    describe(name, () => {
      it(`has ${needs}`, () => {
        throw new Error(`This suite needs ${needs} (${how}) and REDRESS_REQUIRE_ALL=1 asks for every suite.`);
      });
    });
  };
}
