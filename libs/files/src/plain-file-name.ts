/** Bidirectional marks can make `exe.gpj` read as `jpg.exe` (Unicode TR36 §2.5). */
const UNWANTED = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
const LONGEST = 200;

/** What a file was called where it came from: the last part of its path, on one line, without marks nobody sees. */
export function plainFileName(given: string): string {
  const name = given.replace(UNWANTED, '').split(/[/\\]/u).at(-1)?.trim() ?? '';
  if (name === '' || /^\.+$/u.test(name)) return 'file';
  const characters = Array.from(name);
  return characters.length <= LONGEST ? name : characters.slice(-LONGEST).join('');
}
