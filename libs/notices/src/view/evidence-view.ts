import { webLink } from '../listing-address.js';
import { linesOf } from './line.js';
import type { Entry, Line } from './line.js';
import { sizeInBytes } from './locale-names.js';
import { instantOf } from './notice-dates.js';
import type { NoticeWords } from '../templates/notice-words.js';
import type { Told } from '../told.js';

type ToldFile = NonNullable<Told['files']>[number];

/** What lets the platform tell whether the file it has is the file that was sent. */
const fileLines = ({ mediaType, size, sha256, capturedAt }: ToldFile, words: NoticeWords): Line[] => [
  ...linesOf(words, ['mediaType', mediaType], ['size', sizeInBytes(size, words.locale)]),
  { label: `SHA-256${words.colon}`, value: sha256 },
  ...linesOf(words, ['capturedAt', capturedAt === undefined ? null : instantOf(capturedAt, words)]),
];

/** Section 5: links, then files, numbered through. */
export function evidenceView({ evidence, files = [] }: Told, words: NoticeWords): Entry[] {
  const links = evidence.map((url) => ({ text: url, href: webLink(url), lines: [] }));
  const attached = files.map((file) => ({
    text: `${words.label.file}${words.colon}${file.name}`,
    href: null,
    lines: fileLines(file, words),
  }));
  return [...links, ...attached].map((entry, index) => ({ number: `5.${index + 1}`, ...entry }));
}
