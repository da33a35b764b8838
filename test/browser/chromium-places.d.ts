export function chromiumPlaces(): string[];
export const chromiumArguments: string[];
