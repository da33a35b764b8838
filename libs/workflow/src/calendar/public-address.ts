/** Where people reach the server, for links in what leaves it. */
export class PublicAddress {
  constructor(private readonly base: string) {}

  /** @param path begins with a slash */
  of(path: string): string {
    return `${this.base}${path}`;
  }
}
