/** The fields that hold something, trimmed. Left out, a field is empty afterwards: the API replaces what stands there. */
export function filled<Name extends string>(fields: Record<Name, string>): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  // Object.keys forgets the names.
  for (const name of Object.keys(fields) as Name[]) {
    const text = fields[name].trim();
    if (text !== '') found[name] = text;
  }
  return found;
}
