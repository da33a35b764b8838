/** What is known of a host, or else of the nearest host above it: `a.b.c`, then `b.c`, then `c`. */
export function nearest<T>(byHost: ReadonlyMap<string, T>, host: string): T | undefined {
  for (let name = host; ; name = name.slice(name.indexOf('.') + 1)) {
    const known = byHost.get(name);
    if (known !== undefined || !name.includes('.')) return known;
  }
}

/** Whether a host is the other or stands below it. */
export const isBelow = (host: string, above: string): boolean =>
  host.endsWith(above) && (host.length === above.length || host.charAt(host.length - above.length - 1) === '.');
