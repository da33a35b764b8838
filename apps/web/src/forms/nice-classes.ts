/** `18, 25` → [18, 25]; null where it is not a list of Nice classes (1 to 45). */
export function classesOf(text: string): number[] | null {
  const numbers = text
    .split(/[\s,;，、]+/u)
    .filter((part) => part !== '')
    .map(Number);
  return numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= 45)
    ? [...new Set(numbers)]
    : null;
}
