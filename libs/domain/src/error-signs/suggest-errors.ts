import { recogniseError } from './recognise-error.js';
import type { ErrorSigns, RecognisedError } from './recognised-error.js';
import { meanings } from './sign.js';
import { signsIn, wordsIn } from './word-signs.js';

const MOST = 3;

/**
 * What a person pasted can stand for, most likely first: a message of a form, a mail server's answer, an error page of the
 * browser. Empty where nothing is recognised: then the person chooses.
 */
export function suggestErrors(text: string, status?: number): RecognisedError[] {
  const first = recogniseError(signsOfPasted(text, status));
  const others = signsIn(wordsIn(text)).map(({ sign, words }): RecognisedError => {
    const { code, attribution, retry } = meanings[sign];
    return { code, attribution, retry, because: `matched: "${words}"` };
  });
  const all = first === null ? [] : [first, ...others];
  return all.filter(({ code }, at) => all.findIndex((each) => each.code === code) === at).slice(0, MOST);
}

const enhancedReply = /(?:^|[\s:"'])([45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b.{0,500})/;
const httpStatus = /^\s*(?:error |http(?:\/[\d.]{1,3})? |status(?: code)?:? )?([45]\d\d)(?![\d.])/i;
const errno = /\b(ENOTFOUND|ECONN[A-Z]{3,7}|ETIMEDOUT|EHOSTUNREACH|CERT_[A-Z_]{4,40}|ERR_TOO_MANY_REDIRECTS)\b/;

function signsOfPasted(pasted: string, status: number | undefined): ErrorSigns {
  const head = pasted.slice(0, 4000);
  const reply = enhancedReply.exec(head)?.[1];
  if (reply !== undefined) return { smtpReply: reply };
  const met = errno.exec(head)?.[1];
  if (met !== undefined) return { errno: met };
  const told = status ?? Number(httpStatus.exec(head)?.[1] ?? NaN);
  return Number.isNaN(told) ? { text: pasted } : { text: pasted, status: told };
}
