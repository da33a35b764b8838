/** The filled text fields of a form by name, trimmed; an empty field is absent. */
export function entries(form: HTMLFormElement): Record<string, string> & { name?: string } {
  const found: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') found[name] = value.trim();
  }
  return found;
}
