/** A list with something in it, else undefined, which leaves no trace in canonical JSON (see `told`). */
export const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);
