import { linesOf, lineOf } from './line.js';
import type { Entry, Line } from './line.js';
import { languageName, territoryName } from './locale-names.js';
import { registerDate } from './notice-dates.js';
import type { NoticeWords } from '../templates/notice-words.js';
import type { Told } from '../told.js';

type ToldRight = Told['rights'][number];

const numbersOf = (words: NoticeWords, classes: readonly number[]): string | null =>
  classes.length === 0 ? null : words.classes(classes);

/** The registrant, and whoever came after. */
const ownerLines = ({ owners = [] }: ToldRight, words: NoticeWords): Line[] =>
  owners.map(({ owner, since, recordedAs }, position) =>
    lineOf(
      words,
      position === 0 ? 'registrant' : 'laterOwner',
      words.owner({ owner, since: registerDate(since, words), recordedAs }),
    ),
  );

const translationLines = ({ translations = [] }: ToldRight, words: NoticeWords): Line[] =>
  translations.map(({ title, language }) =>
    lineOf(words, 'translation', words.translated(title, languageName(language, words.locale))),
  );

function rightLines(right: ToldRight, words: NoticeWords): Line[] {
  const { registration, locarno, territories, validFrom, validTo } = right;
  return [
    ...linesOf(
      words,
      ['registration', registration === undefined ? null : words.registration[registration]],
      [registration === 'pending' ? 'applicationNumber' : 'number', right.number],
      ['office', right.office],
      ['niceClasses', numbersOf(words, right.classes)],
      ['locarnoClasses', locarno?.join(words.comma)],
      ['covers', right.covers],
      ['territories', territories?.map((code) => territoryName(code, words)).join(words.comma)],
      ['inForce', words.period(registerDate(validFrom, words), registerDate(validTo, words))],
    ),
    ...ownerLines(right, words),
    ...translationLines(right, words),
  ];
}

/** Section 2. */
export const rightsView = (rights: readonly ToldRight[], words: NoticeWords): Entry[] =>
  rights.map((right, index) => ({
    number: `2.${index + 1}`,
    text: `${words.rightKind[right.kind]}${words.colon}${right.title}`,
    href: null,
    lines: rightLines(right, words),
  }));
