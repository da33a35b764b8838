import type { ObservationGround, ObservationState, PageFingerprint } from '#libs/domain';
import type { Page, Sight, Unseen } from '../fetch/sight.js';
import { fingerprintOf, textLikeness, titleLikeness } from './fingerprint.js';
import { decodedPage, pageText } from './page-text.js';
import type { PageText } from './page-text.js';
import { captchaMarks, captchaWords, geoWords, goneWords, loginAddress } from './words.js';

/** What kind of page an address leads to: the listing itself, a page of the platform that is no listing, or who knows. */
export type PageKind = 'this-listing' | 'no-listing' | 'unknown';

/** What is known of the listing that was looked at. */
export interface Subject {
  /** as it was reported */
  title: string | null;
  /** of the page when it was last seen up */
  before: PageFingerprint | null;
  kindOf: (address: string) => PageKind;
  /** the platform's own words, where its profile has any: searched in the text of the page, `login` also in its address */
  gone: readonly RegExp[];
  login: readonly RegExp[];
}

export interface Verdict {
  state: Exclude<ObservationState, 'relisted'>;
  ground: ObservationGround;
  /** of the page, where it was one to read */
  fingerprint: PageFingerprint | null;
}

const verdict = (
  state: Verdict['state'],
  ground: ObservationGround,
  fingerprint: PageFingerprint | null = null,
): Verdict => ({ state, ground, fingerprint });

/** What a look says of a listing. Whatever leaves a doubt is `unobservable`: a wrong "down" would be a wrong figure. */
export function judge(sight: Exclude<Sight, { kind: 'later' }>, subject: Subject): Verdict {
  if (sight.kind === 'unseen') return verdict('unobservable', unseenGround(sight));
  const { status } = sight;
  if (status === 304) return verdict('up', 'not-modified', subject.before);
  if (status >= 200 && status < 300) return judgePage(sight, subject);
  if (status === 404 || status === 410)
    return subject.kindOf(sight.finalUrl) === 'unknown' ? unsure('other-address') : verdict('down', 'not-found');
  if (status === 451) return verdict('geo-down', 'legal-block');
  if (status === 403) return judgeForbidden(sight);
  return unsure(groundOfStatus(status));
}

const unsure = (ground: ObservationGround): Verdict => verdict('unobservable', ground);

const unseenGround = (sight: Extract<Unseen, { kind: 'unseen' }>): ObservationGround => sight.why;

function groundOfStatus(status: number): ObservationGround {
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status === 401 || status === 407 ? 'login' : 'unexpected-status';
}

/** Characters from which on a text is a page with content of its own, and no message. */
const MESSAGE_LENGTH = 1500;
/** Characters below which a page shows nothing without its scripts. */
const LEAST_TEXT = 150;

function judgeForbidden(sight: Page): Verdict {
  const page = pageText(decodedPage(sight.contentType, sight.body));
  const isMessage = page.text.length < MESSAGE_LENGTH;
  return isMessage && geoWords.test(`${page.title} ${page.text}`)
    ? verdict('geo-down', 'says-blocked-here')
    : unsure('refused');
}

const isHtml = ({ contentType, body }: Page): boolean =>
  /html/iu.test(contentType) ||
  (contentType === '' && /<(?:!doctype|html|head|body)\b/iu.test(body.toString('latin1', 0, 1000)));

function judgePage(sight: Page, subject: Subject): Verdict {
  if (!isHtml(sight))
    return subject.kindOf(sight.finalUrl) === 'this-listing' ? verdict('up', 'page-shown') : unsure('other-address');
  const html = decodedPage(sight.contentType, sight.body);
  const page = pageText(html);
  const obstacle = obstacleOf(sight, page, html, subject);
  if (obstacle !== null) return unsure(obstacle);
  const kind = subject.kindOf(sight.finalUrl);
  if (kind === 'no-listing') return verdict('down', 'sent-elsewhere');
  if (kind === 'unknown') return unsure('other-address');
  return judgeListing(page, subject);
}

/** What stands between us and the page. */
function obstacleOf(sight: Page, page: PageText, html: string, { login }: Subject): ObservationGround | null {
  const isMessage = page.text.length < MESSAGE_LENGTH;
  if (isMessage && (captchaWords.test(`${page.title} ${page.text}`) || captchaMarks.test(html))) return 'captcha';
  const asksWhoIsThere =
    loginAddress.test(sight.finalUrl) ||
    (isMessage && page.hasPasswordField) ||
    login.some((words) => words.test(sight.finalUrl) || words.test(page.text));
  return asksWhoIsThere ? 'login' : null;
}

function judgeListing(page: PageText, subject: Subject): Verdict {
  const fingerprint = fingerprintOf(page, subject.title);
  if (subject.gone.some((words) => words.test(`${page.title} ${page.text}`))) return verdict('down', 'says-gone');
  const saysGone = goneWords.test(`${page.title} ${page.headings}`) || goneWords.test(page.text);
  if (saysGone) return judgeSayingGone(page);
  if (page.text.length < LEAST_TEXT && page.hasScripts && fingerprint.titleFound !== true) return unsure('script-only');
  const change = subject.before === null ? null : changeSince(subject.before, fingerprint);
  return change === null ? verdict('up', 'page-shown', fingerprint) : verdict('altered', change, fingerprint);
}

/** The words may be about something else on a long page; a title, a heading or a message is about the listing. */
const judgeSayingGone = ({ title, headings, text }: PageText): Verdict =>
  text.length < MESSAGE_LENGTH || goneWords.test(`${title} ${headings}`)
    ? verdict('down', 'says-gone')
    : unsure('mixed-signs');

/** Likenesses below which a title, or a text, is another one. */
const SAME_TITLE = 0.5;
const SAME_TEXT = 0.7;

/** A page changes with every look; it is another one where neither title nor text are what they were. */
function changeSince(before: PageFingerprint, now: PageFingerprint): ObservationGround | null {
  const sameTitle = titleLikeness(before.title, now.title) >= SAME_TITLE;
  if (!sameTitle && textLikeness(before.text, now.text) < SAME_TEXT) return 'content-changed';
  return !sameTitle && before.titleFound === true && now.titleFound === false ? 'title-gone' : null;
}
