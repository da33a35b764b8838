import {
  addressKinds,
  channelKinds,
  elementIds,
  forbiddableParts,
  grounds,
  languages,
  platformKinds,
  rightKinds,
} from '#libs/domain';
import type { Platform } from '#libs/domain';
import { httpApi } from './http-api-schema.js';
import { formRecipe } from './form-recipe-schema.js';
import { guidedFields } from './guided-fields-schema.js';
import { compiled, someText } from './operator-files-schema.js';
import { identifier } from './regime-files.js';

const shape = (properties: Record<string, object>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const listOf = (items: object, more: object = {}) => ({ type: 'array', uniqueItems: true, items, ...more });

const positive = { type: 'integer', minimum: 1 };

const share = { type: 'number', minimum: 0, maximum: 1, description: 'a share between 0 and 1' };

const webAddress = { type: 'string', format: 'web-address', description: 'a web address that starts with https://' };

const mailAddress = {
  type: 'string',
  pattern: '^[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+$',
  description: 'one e-mail address',
};

const host = {
  type: 'string',
  pattern: '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]{2,}$',
  description: 'a host name in lower case, without https:// and without a path',
};

const hosts = listOf(host, { default: [] });

const expression = { type: 'string', format: 'expression', description: 'a regular expression without ^ and $' };

const territories = listOf(
  { type: 'string', pattern: '^[A-Z]{2}$', description: 'a country code of two capitals (ISO 3166-1), or EU' },
  { minItems: 1 },
);

const acceptedGround = shape(
  {
    regime: identifier,
    requires: listOf({ enum: elementIds }),
    forbids: listOf({ enum: forbiddableParts }),
  },
  ['regime'],
);

const limits = shape({
  itemsPerComplaint: positive,
  rightsPerComplaint: positive,
  explanationLength: positive,
  evidenceFiles: positive,
  evidenceFileBytes: positive,
  evidenceBytes: positive,
  evidenceTypes: listOf({
    type: 'string',
    pattern: '^[a-z]+/([a-z0-9.+-]+|\\*)$',
    description: 'a media type such as image/jpeg, or image/*',
  }),
  mailBytes: { type: 'integer', minimum: 65_536 },
});

const pace = shape({ perMinute: positive, perDay: positive, concurrent: positive });

const channel = shape(
  {
    kind: { enum: channelKinds },
    address: { ...mailAddress, type: ['string', 'array'], items: mailAddress, minItems: 1, uniqueItems: true },
    url: webAddress,
    api: httpApi,
    form: formRecipe,
    fields: guidedFields,
    grounds: listOf({ enum: grounds }, { minItems: 1 }),
    account: { enum: ['required', 'none'] },
    limits,
    pace,
  },
  ['kind'],
);

const gate = {
  ...shape({
    account: { enum: ['required', 'optional', 'none'] },
    membership: someText,
    identityVerified: { type: 'boolean' },
    rightVerified: { type: 'boolean' },
    desk: identifier,
  }),
  default: {},
};

const programme = {
  ...shape(
    {
      id: identifier,
      name: someText,
      windowMonths: positive,
      takedownRateAtLeast: share,
      counterNoticeRateAtMost: share,
      lockOutMonths: positive,
    },
    ['id', 'name'],
  ),
  type: ['object', 'null'],
  default: null,
};

const address = shape(
  {
    is: { enum: addressKinds },
    hosts: listOf(host, { minItems: 1 }),
    path: expression,
    query: { type: 'object', minProperties: 1, additionalProperties: expression },
    canonical: {
      type: 'string',
      pattern: '^https://[^\\s]+$',
      description: 'an address that starts with https:// and names the groups of the expressions in braces',
    },
    example: webAddress,
  },
  ['is', 'path', 'example'],
);

const complainantClock = shape(
  {
    on: { enum: ['counter-notice', 'information-request', 'content-changed'] },
    days: positive,
    businessDays: { type: 'boolean' },
    ifSilent: { enum: ['reinstated', 'retracted', 'closed'] },
  },
  ['on', 'days', 'ifSilent'],
);

const clocks = {
  ...shape({
    acknowledgeWithinDays: positive,
    decideWithinDays: positive,
    businessDays: { type: 'boolean' },
    complainant: { type: 'array', items: complainantClock },
  }),
  default: {},
};

const searched = {
  type: 'string',
  format: 'expression',
  minLength: 4,
  description: 'a regular expression that is searched in the text of a page',
};

const liveness = shape({
  gone: listOf(searched, { minItems: 1 }),
  login: listOf(searched, { minItems: 1 }),
});

const source = shape(
  {
    title: someText,
    url: webAddress,
    date: {
      type: 'string',
      pattern: '^(\\d{4}(-\\d{2}(-\\d{2})?)?|undated)$',
      description: 'YYYY, YYYY-MM, YYYY-MM-DD or undated',
    },
  },
  ['title', 'date'],
);

const properties = {
  slug: identifier,
  name: { type: 'string', pattern: '^\\S(.*\\S)?$', maxLength: 100, description: 'a name on one line' },
  kind: { enum: platformKinds },
  country: {
    type: ['string', 'null'],
    default: null,
    pattern: '^[A-Z]{2}$',
    description: 'a country code of two capitals (ISO 3166-1)',
  },
  timeZone: { type: 'string', format: 'time-zone', description: 'an IANA time zone such as Asia/Shanghai' },
  simulated: { type: 'boolean' },
  languages: listOf({ enum: languages }, { minItems: 1 }),
  rightKinds: listOf({ enum: rightKinds }, { minItems: 1 }),
  grounds: { ...shape(Object.fromEntries(grounds.map((ground) => [ground, acceptedGround]))), minProperties: 1 },
  channels: { type: 'array', minItems: 1, items: channel },
  gate,
  programme,
  senderDomains: hosts,
  listingHosts: hosts,
  addresses: { type: 'array', default: [], items: address },
  markets: { type: 'object', default: {}, additionalProperties: territories },
  limits: { ...limits, default: {} },
  pace,
  liveness,
  clocks,
  sources: { type: 'array', minItems: 1, items: source },
};

/** The shape of a platform profile. What may be unknown may be absent; a key nobody reads is a fault. */
export const isPlatform = compiled<Platform>(
  shape(properties, [
    'slug',
    'name',
    'kind',
    'simulated',
    'timeZone',
    'languages',
    'rightKinds',
    'grounds',
    'channels',
    'sources',
  ]),
);
