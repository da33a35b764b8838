import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Id } from '#libs/domain';
import { Fault, isId } from '#libs/domain';

/** What a reply address carries: enough to find the complaint without asking anything else. */
export interface ReplyToken {
  workspaceId: Id;
  attemptId: Id;
}

export interface ReplyAddressInput extends ReplyToken {
  secret: string;
  /** the domain that receives answers */
  domain: string;
}

const idBytes = 16;
/** 64 bits: the most that leaves the local part within the 64 octets RFC 5321 §4.5.3.1.1 allows. */
const macBytes = 8;
const tokenBytes = 2 * idBytes + macBytes;
/** 36^62 > 2^320, so that 62 digits hold the token at a fixed width. Base 36 survives servers that fold case. */
const tokenDigits = 62;
const addressPattern = /(?<![a-z0-9.+_-])r\+([0-9a-z]{62})@/i;
/** Header values longer than this are searched only at their beginning. */
const longestSearched = 2_000;

const bytesOfId = (id: Id): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

const idOfBytes = (bytes: Buffer): Id =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const macOf = (secret: string, ids: Buffer): Buffer =>
  createHmac('sha256', secret).update('redress reply address 1\0').update(ids).digest().subarray(0, macBytes);

function requireId(field: string, value: string): void {
  const wellFormed: boolean = isId(value);
  if (wellFormed) return;
  throw new Fault('invalid', 'reply-address', `${field} must be a UUID in lower case, got "${value.slice(0, 60)}"`);
}

/**
 * The address a platform answers to: `r+<token>@domain`. The token is both identifiers and an HMAC-SHA256 of them
 * truncated to 64 bits (RFC 2104 §5), in base 36; the local part has 64 octets.
 * @throws Fault where an identifier is no UUID or the secret is empty
 */
export function replyAddress(input: ReplyAddressInput): string {
  requireId('workspaceId', input.workspaceId);
  requireId('attemptId', input.attemptId);
  if (input.secret === '')
    throw new Fault('invalid', 'reply-address', 'secret must not be empty: set the mail secret in the settings');
  const ids = Buffer.concat([bytesOfId(input.workspaceId), bytesOfId(input.attemptId)]);
  const token = BigInt(`0x${Buffer.concat([ids, macOf(input.secret, ids)]).toString('hex')}`);
  return `r+${token.toString(36).padStart(tokenDigits, '0')}@${input.domain}`;
}

function numberOfDigits(digits: string): bigint {
  let value = 0n;
  for (const digit of digits.toLowerCase()) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}

/**
 * Reads a reply address wherever it stands in `address` (display names, angle brackets and upper case are tolerated).
 * Null where there is none or where it was not made with this secret. The comparison takes constant time.
 */
export function readReplyAddress(secret: string, address: string): ReplyToken | null {
  const digits = addressPattern.exec(address.slice(0, longestSearched))?.[1];
  if (digits === undefined || secret === '') return null;
  const hex = numberOfDigits(digits).toString(16);
  if (hex.length > 2 * tokenBytes) return null;
  const bytes = Buffer.from(hex.padStart(2 * tokenBytes, '0'), 'hex');
  const ids = bytes.subarray(0, 2 * idBytes);
  if (!timingSafeEqual(macOf(secret, ids), bytes.subarray(2 * idBytes))) return null;
  return { workspaceId: idOfBytes(ids.subarray(0, idBytes)), attemptId: idOfBytes(ids.subarray(idBytes)) };
}
