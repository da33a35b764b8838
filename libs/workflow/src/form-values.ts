import type { Attempt, FormValues, ListingValues, Right, RightValues } from '#libs/domain';
import { dayAtPlatform, renderNotice, statementWordings } from '#libs/notices';
import type { NoticeFacts } from '#libs/notices';
import type { Rulebook } from './rulebook.js';

/** A checked notice as the values a form or an interface asks for one by one. */
export function formValues(rulebook: Rulebook, attempt: Pick<Attempt, 'id'>, facts: NoticeFacts): FormValues {
  const notice = renderNotice(facts);
  const { rightsHolder, contact, signature, platform } = facts;
  const rights = facts.rights.map(rightValues);
  const items = facts.items.map((item): ListingValues => ({
    url: item.url,
    id: listingNumber(rulebook.listingKey(item.url, platform.slug)),
    title: item.title ?? '',
    seller: item.seller ?? '',
  }));
  return {
    reference: facts.reference,
    attemptId: attempt.id,
    platform: platform.slug,
    ground: facts.ground,
    language: facts.language,
    day: dayAtPlatform(facts),
    subject: notice.subject,
    notice: notice.text,
    explanation: facts.explanation,
    signature: { name: signature?.name ?? '', capacity: signature?.capacity ?? '' },
    contact: texts(contact, ['name', 'address', 'phone', 'email']),
    rightsHolder: texts(rightsHolder, ['name', 'country', 'address', 'email', 'phone', 'website']),
    right: rights[0] ?? noRight,
    rights,
    items,
    urls: items.map(({ url }) => url).join('\n'),
    statements: statementWordings(facts.regime, facts.language).filter(({ kind }) => facts.statements[kind]),
    evidence: facts.evidenceFiles.map(({ name, mediaType, sha256, size }) => ({ name, mediaType, sha256, size })),
    evidenceUrls: facts.evidenceUrls,
  };
}

const rightValues = (right: Right): RightValues => ({
  kind: right.kind,
  ...texts(right, ['title', 'number', 'office', 'validFrom', 'validTo']),
  classes: right.classes.join(', '),
});

const noRight: RightValues = {
  kind: 'trademark',
  title: '',
  number: '',
  office: '',
  validFrom: '',
  validTo: '',
  classes: '',
};

const texts = <Name extends string>(
  from: Readonly<Record<Name, string | null>>,
  names: readonly Name[],
): Record<Name, string> => Object.fromEntries(names.map((name) => [name, from[name] ?? ''])) as Record<Name, string>;

/** The canonical address of a listing ends in its number on most platforms; where it does not, there is none to give. */
const listingNumber = (key: string | null): string =>
  /(?:^|[/=])([A-Za-z0-9_-]*\d[A-Za-z0-9_-]*)$/.exec(key ?? '')?.[1] ?? '';
