/**
 * Blocks of `Name: value` lines as mail reports use them (RFC 3464 §2.1, RFC 5965 §3.1, RFC 5322 §2.2): folded lines
 * are joined, broken lines skipped, names lower-cased, the first value of a name wins.
 */
export type Fields = Record<string, string>;

const fieldPattern = /^([!-9;-~]{1,76})\s*:[ \t]*(.*)$/;

/** Fields of one block. */
export function readFields(block: string): Fields {
  const fields: Fields = Object.create(null) as Fields;
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const match = fieldPattern.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !(name in fields)) fields[name] = (match?.[2] ?? '').trim();
  }
  return fields;
}

/** Blocks in order; any number of blank lines separates them. */
export const readFieldBlocks = (text: string): Fields[] =>
  text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .filter((block) => block.trim() !== '')
    .map(readFields);

/** `<a@b>` or `a@b` without the brackets; null where nothing is left. */
export function bareMessageId(value: string | undefined): string | null {
  const id = (value ?? '').trim().replace(/^<+|>+$/g, '');
  return id === '' ? null : id;
}
