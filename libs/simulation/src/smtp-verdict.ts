import type { Behaviour, MailErrorCode } from './behaviour.js';
import { Chance } from './chance.js';

/** How the simulated platform's mail server answers a message. */
export type SmtpVerdict = 'accept' | { code: number; enhanced: string; text: string };

const refusals: Readonly<Record<MailErrorCode, Exclude<SmtpVerdict, 'accept'>>> = {
  'ER-60': { code: 550, enhanced: '5.1.1', text: 'The recipient does not exist here' },
  'ER-61': { code: 552, enhanced: '5.2.2', text: 'The mailbox is full' },
  'ER-62': { code: 554, enhanced: '5.7.1', text: 'The message was refused by policy' },
  'ER-63': { code: 552, enhanced: '5.3.4', text: 'The message is too big for this system' },
  'ER-64': { code: 451, enhanced: '4.3.0', text: 'Temporary failure, please try again later' },
};

/**
 * The answer to the `tryNumber`-th delivery (from 1) of a notice. A prevented notice is refused at every try; a stalled
 * one is put off once or twice and then taken.
 */
export function smtpVerdict(behaviour: Behaviour, seed: number, reference: string, tryNumber: number): SmtpVerdict {
  const chance = Chance.of(seed, behaviour.slug, 'smtp', reference);
  if (chance.happens(behaviour.prevented.rate)) return refusals[chance.weighted(behaviour.prevented.codes)];
  const putOff = chance.happens(behaviour.stalls) ? chance.between(1, 2) : 0;
  return tryNumber <= putOff ? refusals['ER-64'] : 'accept';
}
