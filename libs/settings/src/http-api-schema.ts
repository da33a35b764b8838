import { apiAdapters, apiAuthKinds, attributions, errorCodes, grounds, listingStandings } from '#libs/domain';

const shape = (properties: Record<string, object>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});

const text = { type: 'string', pattern: '\\S', description: 'some text' };

const address = { type: 'string', format: 'web-address', description: 'a web address that starts with https://' };

const headerName = {
  type: 'string',
  pattern: '^[A-Za-z0-9-]+$',
  description: 'the name of a header: letters, digits and hyphens',
};

const pointer = {
  type: 'string',
  pattern: '^(/[^/]*)*$',
  description: 'a JSON pointer such as /report/id',
};

const status = { type: 'integer', minimum: 100, maximum: 599 };

const statuses = { type: 'array', minItems: 1, uniqueItems: true, items: status };

const request = shape(
  {
    method: { enum: ['GET', 'POST', 'PUT'] },
    path: { type: 'string', pattern: '^/\\S*$', description: 'a path that starts with /' },
    headers: { type: 'object', additionalProperties: text, propertyNames: { pattern: '^[A-Za-z0-9-]+$' } },
    body: {},
  },
  ['method', 'path'],
);

const errorRule = shape(
  {
    status,
    matches: { type: 'string', format: 'expression', description: 'a regular expression' },
    code: { enum: errorCodes },
    attribution: { enum: attributions },
    retry: { type: 'boolean' },
  },
  ['code'],
);

const standings = shape(
  {
    items: pointer,
    listing: pointer,
    state: pointer,
    reason: pointer,
    decidedAt: pointer,
    words: { type: 'object', minProperties: 1, additionalProperties: { enum: listingStandings } },
  },
  ['state', 'words'],
);

/** The shape of `channels[].api`; what belongs together is looked at by `httpApiFaults`. */
export const httpApi = shape({
  adapter: { enum: apiAdapters },
  reasonCodes: shape(Object.fromEntries(grounds.map((ground) => [ground, text]))),
  baseUrl: address,
  auth: shape({ kind: { enum: apiAuthKinds }, header: headerName, tokenUrl: address, scope: text }, ['kind']),
  request,
  idempotencyHeader: headerName,
  itemsPerRequest: { type: 'integer', minimum: 1 },
  response: shape(
    {
      success: statuses,
      reference: pointer,
      referenceOptional: { type: 'boolean' },
      errors: { type: 'array', items: errorRule },
    },
    ['success', 'reference'],
  ),
  status: shape({ request, standings }, ['request', 'standings']),
  find: shape({ request, reference: pointer, absent: statuses }, ['request', 'reference', 'absent']),
  signIn: request,
});
