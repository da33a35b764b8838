/** Where the queue tells an operator what happened, in words. */
export interface QueueLog {
  info(message: string): void;
  warn(message: string): void;
}

export const silent: QueueLog = { info: () => undefined, warn: () => undefined };

export const wordsOf = (problem: unknown): string =>
  problem instanceof Error ? problem.message || problem.name || 'no reason given' : String(problem);

/** A log that says the same sentence at most once in `everyMs`: a lost connection repeats itself thousands of times. */
export function seldom(log: QueueLog, everyMs = 10_000): QueueLog {
  const said = new Set<string>();
  let since = Date.now();
  const once = (say: (message: string) => void) => (message: string) => {
    if (Date.now() - since >= everyMs) {
      said.clear();
      since = Date.now();
    }
    if (said.has(message)) return;
    said.add(message);
    say(message);
  };
  return {
    info: once((message) => {
      log.info(message);
    }),
    warn: once((message) => {
      log.warn(message);
    }),
  };
}
