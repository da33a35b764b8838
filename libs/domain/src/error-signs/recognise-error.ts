import type { Attribution } from '../filing-error.js';
import { errnoError } from './errno-signs.js';
import { httpError } from './http-signs.js';
import type { ErrorSigns, RecognisedError } from './recognised-error.js';
import { retryAfterSeconds } from './retry-after.js';
import { smtpError } from './smtp-signs.js';
import { saysDone, wordsIn } from './word-signs.js';

/**
 * Which error state of the taxonomy the signs of a failure stand for, on whose side the cause lies, and whether the same
 * notice can succeed later. Null where the signs show no error. Pure, never throws, and its time grows with the text alone.
 */
export function recogniseError(signs: ErrorSigns): RecognisedError | null {
  const found = errnoError(signs.errno) ?? mailError(signs) ?? answerError(signs);
  if (found === null) return null;
  const wait = retryAfterSeconds(signs.retryAfter, signs.at);
  return wait === null ? found : { ...found, retryAfter: wait };
}

function mailError({ smtpReply, enhancedStatus }: ErrorSigns): RecognisedError | null {
  return smtpReply === undefined && enhancedStatus === undefined
    ? null
    : smtpError(smtpReply ?? '', enhancedStatus ?? null);
}

/** The words where they say more than the status; else the status. A page that reports success shows no error. */
function answerError({ status, text = '', withinLimit }: ErrorSigns): RecognisedError | null {
  const words = wordsIn(text);
  if ((status === undefined || status < 400) && saysDone(words)) return null;
  return httpError(status, words, limitAttribution(withinLimit));
}

const limitAttribution = (withinLimit: boolean | undefined): Attribution =>
  withinLimit === undefined ? 'unknown' : withinLimit ? 'platform' : 'us';
