/**
 * What went wrong, in words a caller can act on. Carries a stable code and no protocol: apps/api turns it into an
 * RFC 9457 problem document, the command line into a line on standard error.
 */
export interface FieldFault {
  /** JSON pointer of the field in the caller's input (RFC 6901), e.g. `/items/0/url` */
  pointer: string;
  code: string;
  detail: string;
  /** the legal provision that asks for this element, where one does */
  hook?: string;
}

export type FaultKind =
  'malformed' | 'invalid' | 'not-found' | 'conflict' | 'forbidden' | 'unauthenticated' | 'too-many' | 'unavailable';

export class Fault extends Error {
  constructor(
    readonly kind: FaultKind,
    /** stable, kebab-case; becomes the problem document's `type` */
    readonly code: string,
    message: string,
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(message);
    this.name = 'Fault';
  }
}
