const WARN = 40; // pino's number for a warning

/** What a person at the launcher's window should read of a child's log line; undefined for what only the file keeps. */
export function noteworthy(line: string): string | undefined {
  try {
    const entry = JSON.parse(line) as { level?: unknown; msg?: unknown; err?: { message?: unknown } } | null;
    if (typeof entry?.level !== 'number' || entry.level < WARN) return undefined;
    const text = [entry.msg, entry.err?.message].filter((part) => typeof part === 'string' && part !== '');
    return [...new Set(text)].join(': ');
  } catch {
    return undefined;
  }
}

/** Cuts a stream of text into whole lines; the rest waits for the next piece. */
export function lineReader(onLine: (line: string) => void): (piece: Buffer | string) => void {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') onLine(line);
  };
}
