import { elementIds, grounds, languages, platformKinds, rightKinds } from '#libs/domain';
import type { Platform } from '#libs/domain';
import { compiled, someText } from './operator-files-schema.js';
import { identifier } from './regime-files.js';

const positive = { type: 'integer', minimum: 1 };

const webAddress = { type: 'string', format: 'web-address', description: 'a web address that starts with https://' };

const host = {
  type: 'string',
  pattern: '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]{2,}$',
  description: 'a host name in lower case, without https:// and without a path',
};

const hosts = { type: 'array', default: [], uniqueItems: true, items: host };

const acceptedGround = {
  type: 'object',
  additionalProperties: false,
  required: ['regime'],
  properties: {
    regime: identifier,
    requires: { type: 'array', uniqueItems: true, items: { enum: elementIds } },
  },
};

const channel = {
  type: 'object',
  additionalProperties: false,
  required: ['kind'],
  properties: {
    kind: { enum: ['email', 'guided-form'] },
    address: { type: 'string', pattern: '^[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+$', description: 'one e-mail address' },
    url: webAddress,
  },
};

const source = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'date'],
  properties: {
    title: someText,
    url: webAddress,
    date: {
      type: 'string',
      pattern: '^(\\d{4}(-\\d{2}(-\\d{2})?)?|undated)$',
      description: 'YYYY, YYYY-MM, YYYY-MM-DD or undated',
    },
  },
};

/** The shape of a platform profile. What may be unknown may be absent; a key nobody reads is a fault. */
export const isPlatform = compiled<Platform>({
  type: 'object',
  additionalProperties: false,
  required: [
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
  ],
  properties: {
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
    languages: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: languages } },
    rightKinds: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: rightKinds } },
    grounds: {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: Object.fromEntries(grounds.map((ground) => [ground, acceptedGround])),
    },
    channels: { type: 'array', minItems: 1, items: channel },
    senderDomains: hosts,
    listingHosts: hosts,
    limits: {
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: { itemsPerComplaint: positive, rightsPerComplaint: positive, explanationLength: positive },
    },
    clocks: {
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: { acknowledgeWithinDays: positive, decideWithinDays: positive, businessDays: { type: 'boolean' } },
    },
    sources: { type: 'array', minItems: 1, items: source },
  },
});
