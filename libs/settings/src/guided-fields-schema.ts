import { someText } from './operator-files-schema.js';

const words = {
  type: 'object',
  additionalProperties: false,
  required: ['en'],
  properties: { en: someText, zh: someText },
};

/** The shape of a guided form's fields in a platform profile; which keys go together is asked in guided-fields.ts. */
export const guidedFields = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['label'],
    properties: {
      label: words,
      value: someText,
      words: { type: 'object', minProperties: 1, additionalProperties: someText },
      help: words,
      list: { enum: ['items'] },
      maxLength: { type: 'integer', minimum: 1 },
      file: { enum: ['evidence'] },
    },
  },
};
