import type { KeptJudgement } from '#libs/domain';
import { EntitySchema } from 'typeorm';
import { id, instant, json, optional, text } from './columns.js';

export const filingJudgementTable = new EntitySchema<KeptJudgement>({
  name: 'filing_judgement',
  columns: {
    workspaceId: id(),
    id: id(),
    verdict: text(),
    attribution: optional(text()),
    code: optional(text()),
    until: optional(instant()),
    because: json(),
    judgedAt: instant(),
  },
});
