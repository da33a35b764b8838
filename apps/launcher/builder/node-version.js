/**
 * Ends the process with a clear word when this Node is too old to run Redress.
 * @param {string} needed e.g. 20.19.0
 * @param {string} [actual]
 */
export function requireNode(needed, actual = process.versions.node) {
  if (isAtLeast(actual, needed)) return;
  process.stderr.write(`Redress needs Node.js ${needed} or newer; this is ${actual}. Get it from https://nodejs.org\n`);
  process.exit(1);
}

/** @param {string} actual @param {string} needed */
export function isAtLeast(actual, needed) {
  const [have, want] = [actual, needed].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    if ((have[at] ?? 0) !== (want[at] ?? 0)) return (have[at] ?? 0) > (want[at] ?? 0);
  }
  return true;
}
