import { attributions, errorCodes, statementKinds } from '#libs/domain';
import { someText } from './operator-files-schema.js';

const shape = (properties: Record<string, object>, more: object = {}) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
});

const onlyOne = { minProperties: 1, maxProperties: 1 };

const field = shape({ label: someText, name: someText, selector: someText }, onlyOne);

const button = shape({ button: someText, link: someText, selector: someText }, onlyOne);

const expression = { type: 'string', format: 'expression', description: 'a regular expression without look-behinds' };

const sign = shape({ text: someText, regex: expression, selector: someText, url: expression }, { minProperties: 1 });

/** Which keys go together is asked afterwards (form-recipes.ts): a list of alternatives here would name a fault of each. */
const step = shape({
  goto: { type: 'string', pattern: '^(/|https?://)\\S*$', description: 'a path that starts with / or a web address' },
  fill: field,
  value: { type: 'string' },
  choose: field,
  option: someText,
  words: { type: 'object', minProperties: 1, additionalProperties: someText },
  check: field,
  states: { enum: statementKinds },
  upload: field,
  files: { enum: ['evidence'] },
  press: button,
  submits: { type: 'boolean' },
  expect: sign,
  onlyIf: someText,
});

const steps = { type: 'array', minItems: 1, items: step };

const error = shape(
  {
    sign,
    code: { enum: errorCodes },
    attribution: { enum: attributions },
    retry: { type: 'boolean' },
    nothingFiled: { type: 'boolean' },
  },
  { required: ['sign', 'code'] },
);

const signs = { type: 'array', minItems: 1, items: sign };

/** The shape of a form's recipe in a platform profile. */
export const formRecipe = shape(
  {
    start: { type: 'string', format: 'web-address', description: 'a web address that starts with https://' },
    hosts: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'string',
        pattern: '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]+$',
        description: 'a host name in lower case, without https:// and without a path',
      },
    },
    signIn: steps,
    steps,
    captcha: signs,
    login: signs,
    errors: { type: 'array', minItems: 1, items: error },
    submitted: sign,
    reference: shape({ selector: someText, regex: expression }, onlyOne),
  },
  { required: ['start', 'steps', 'submitted'] },
);
