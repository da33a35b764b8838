import type { FormValues } from '#libs/domain';
import { sha256Hex } from '../sha256.js';
import type { Dialect, ReportRequest } from './dialect.js';
import { canonicalJson, parsedJson } from './json.js';
import type { Json } from './json.js';

/** A request of a report with the key that makes it recognisable: the same at every try. */
export interface KeyedRequest extends ReportRequest {
  key: string;
}

/** A report as bytes: what is kept as evidence holds exactly the bodies that leave. */
export interface SealedReport {
  raw: Buffer;
  /** SHA-256 (hex) of `raw` */
  sha256: string;
  mediaType: string;
  /** key of the first request */
  messageId: string;
}

/**
 * A filing as the requests its interface takes, in one JSON text of one spelling; a notice of more listings than a request
 * takes is several. One that the interface has no words for is sealed with the reason, and will not be sent.
 */
export function sealReport(dialect: Dialect, platform: string, values: FormValues): SealedReport {
  const composed = dialect.compose(values);
  const report =
    'unfit' in composed
      ? { requests: [], unfit: composed.unfit }
      : { requests: composed.map((request, index) => asJson({ ...request, key: keyOf(values.attemptId, index) })) };
  const raw = Buffer.from(canonicalJson({ platform, ...report }));
  return { raw, sha256: sha256Hex(raw), mediaType: 'application/json', messageId: values.attemptId };
}

const keyOf = (attemptId: string, index: number): string => (index === 0 ? attemptId : `${attemptId}-${index + 1}`);

const asJson = ({ key, method, path, headers, body, listings }: KeyedRequest): Json => ({
  key,
  method,
  path,
  headers: { ...headers },
  body,
  listings: [...listings],
});

/** A sealed report read back. @throws where the bytes are none */
export function readReport(raw: Buffer): Report {
  const read = parsedJson(raw) as Partial<Report> | undefined;
  if (read?.platform === undefined || read.requests === undefined) throw new Error('These bytes are no sealed report.');
  return { platform: read.platform, requests: read.requests, unfit: read.unfit ?? null };
}

export interface Report {
  platform: string;
  requests: readonly KeyedRequest[];
  unfit: string | null;
}

/** The bytes of a request's body on the wire. */
export const bodyOf = ({ body }: Pick<ReportRequest, 'body'>): Buffer | null =>
  body === null ? null : Buffer.from(canonicalJson(body));

/** SHA-256 (hex) of a request's body as it leaves. */
export const requestHash = (request: Pick<ReportRequest, 'body'>): string =>
  sha256Hex(bodyOf(request) ?? Buffer.alloc(0));
