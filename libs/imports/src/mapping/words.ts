/** Words written one after the other, with commas between them or on lines of their own. */
export const words = (list: string): string[] =>
  list
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
