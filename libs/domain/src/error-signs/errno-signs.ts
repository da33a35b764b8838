import type { RecognisedError } from './recognised-error.js';

/** Time-outs: of the connection, of headers, of the body, or of our own watch over the whole. */
const timeOuts =
  /^(?:ETIMEDOUT|ESOCKETTIMEDOUT|ECONNABORTED|TimeoutError|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIME)$/;

/** Certificates and the handshake (names of OpenSSL and of Node). */
const tls =
  /^(?:CERT_[A-Z_]+|ERR_TLS_[A-Z_]+|ERR_SSL_[A-Z_0-9]+|EPROTO|UNABLE_TO_[A-Z_]+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|HOSTNAME_MISMATCH)$/;

const connection =
  /^(?:ENOTFOUND|ENODATA|ESERVFAIL|EREFUSED|ECONNREFUSED|ECONNRESET|EPIPE|EHOSTUNREACH|EHOSTDOWN|UND_ERR_SOCKET|HPE_[A-Z_]+)$/;

/** Said of this machine, whoever it was about to call: the resolver, the interface, the routes, the number of files. */
const ours =
  /^(?:EAI_(?:AGAIN|FAIL|MEMORY|SYSTEM)|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|EADDRINUSE|EMFILE|ENFILE|ENOBUFS|ENOMEM)$/;

/** Our own rules or code: an address we refuse to call, a header we built wrongly. */
const adapter =
  /^(?:ERR_INVALID_[A-Z_]+|ERR_HTTP_[A-Z_]+|ERR_BLOCKED_ADDRESS|UND_ERR_INVALID_ARG|UND_ERR_REQ_[A-Z_]+)$/;

const redirects = /^(?:ERR_TOO_MANY_REDIRECTS|ERR_FR_TOO_MANY_REDIRECTS)$/;

/**
 * What an error of the network stands for. From one network nobody can tell which end is at fault, so the platform is
 * never named here: that takes a second network and a person.
 */
export function errnoError(errno: string | undefined): RecognisedError | null {
  const code = errno?.trim().slice(0, 80) ?? '';
  if (code === '') return null;
  const because = `network error ${code}`;
  if (timeOuts.test(code)) return { code: 'ER-41', attribution: 'unknown', retry: true, because };
  if (tls.test(code) || connection.test(code)) return { code: 'ER-42', attribution: 'unknown', retry: true, because };
  if (ours.test(code)) return { code: 'ER-91', attribution: 'us', retry: true, because };
  if (redirects.test(code)) return { code: 'ER-70', attribution: 'unknown', retry: false, because };
  if (adapter.test(code)) return { code: 'ER-90', attribution: 'us', retry: false, because };
  return { code: 'ER-44', attribution: 'unknown', retry: false, because };
}
