import type { Justification, Language, ReasonCode } from '#libs/domain';
import type { Behaviour } from './behaviour.js';
import type { Chance } from './chance.js';
import { explainedReasons, fill, wordsOf } from './words.js';
import type { AnswerLanguage } from './words.js';

/** How a refusal is worded: with reasons, with the same words for everybody, or with none. */
export type RefusalStyle = 'adequate' | 'boilerplate' | 'none';

/** The words of one refusal and what is true of them. */
export interface RefusalWords {
  words: string;
  truth: { statedReason: ReasonCode; justification: Justification; style: RefusalStyle };
}

type Values = Readonly<Record<string, string>>;

/** Draws how a refusal is worded. J7 holds where it is written in the language of the notice, or in English. */
export function refusalStyle(
  behaviour: Behaviour,
  language: AnswerLanguage,
  noticeLanguage: Language,
  chance: Chance,
): RefusalWords {
  const style = chance.weighted<RefusalStyle>([
    ['adequate', behaviour.explains],
    ['boilerplate', behaviour.boilerplate],
    ['none', Math.max(0, 1 - behaviour.explains - behaviour.boilerplate)],
  ]);
  // English is read by every complainant of the simulated world.
  const J7 = language === noticeLanguage || language === 'en';
  if (style === 'adequate') return explainedRefusal(language, J7, chance);
  const { boilerplate, empty } = wordsOf[language];
  const says = { J1: true, J2: false, J3: style === 'boilerplate', J4: false, J5: false, J6: false, J7 };
  const statedReason = style === 'boilerplate' ? 'RR-01' : 'RR-00';
  return {
    words: style === 'boilerplate' ? boilerplate : empty,
    truth: { statedReason, justification: { ...says, J1: style === 'boilerplate' }, style },
  };
}

function explainedRefusal(language: AnswerLanguage, J7: boolean, chance: Chance): RefusalWords {
  const words = wordsOf[language];
  const reason = chance.pick(explainedReasons);
  const { facts, because, add } = words.explained[reason];
  const J5 = chance.happens(0.8);
  const J6 = !J5 || chance.happens(0.7);
  const fact = fill(chance.pick(facts), { photo: String(chance.between(2, 97)) });
  const sentences = [fact, because, ...(J5 ? [add] : []), ...(J6 ? [words.appeal] : [])];
  return {
    words: sentences.join(language === 'zh' ? '' : ' '),
    truth: {
      statedReason: reason,
      justification: { J1: true, J2: true, J3: true, J4: true, J5, J6, J7 },
      style: 'adequate',
    },
  };
}

/** The text of every answer but a decision. */
export function plainText(
  kind: 'acknowledgement' | 'needs-info' | 'auto-reply' | 'bounce',
  language: AnswerLanguage,
  values: Values,
  chance: Chance,
): string {
  const words = wordsOf[language];
  if (kind === 'bounce') return bounceText;
  const said = { acknowledgement: words.acknowledgement, 'needs-info': words.needsInfo, 'auto-reply': words.autoReply };
  return letter(language, [fill(chance.pick(said[kind]), values)], values);
}

/** The text of a decision: what was removed, then what was refused and why. A refusal without reasons names no listing. */
export function decisionText(
  items: readonly { url: string; outcome: 'removed' | 'refused' }[],
  refusal: RefusalWords,
  language: AnswerLanguage,
  values: Values,
  chance: Chance,
): string {
  const words = wordsOf[language];
  const urls = (outcome: string): string[] => items.filter((i) => i.outcome === outcome).map((i) => `  ${i.url}`);
  const [removed, refused] = [urls('removed'), urls('refused')];
  const paragraphs = [`${values['reference'] ?? ''} / ${values['case'] ?? ''}`];
  if (removed.length > 0) paragraphs.push([chance.pick(words.removed), ...removed].join('\n'));
  if (refused.length > 0) {
    if (refusal.truth.style !== 'none') paragraphs.push([words.refusedIntro, ...refused].join('\n'));
    paragraphs.push(refusal.words);
  }
  return letter(language, paragraphs, values);
}

const letter = (language: AnswerLanguage, paragraphs: readonly string[], values: Values): string => {
  const { greeting, closing } = wordsOf[language];
  return [greeting, ...paragraphs, fill(closing, values)].join('\n\n') + '\n';
};

const bounceText = [
  'This is the mail system. Your message could not be delivered to one or more recipients.',
  'It is given back to you below. No further attempt will be made.',
  '',
].join('\n\n');
