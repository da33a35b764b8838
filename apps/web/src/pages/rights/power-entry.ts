import type { TFunction } from 'i18next';
import type { FileView, PowerInput } from '../../api/types.js';
import type { FieldError } from '../../forms/error-summary.js';
import { filled } from './filled.js';

/** A power of attorney as it stands in the form. */
export interface PowerEntry {
  texts: Record<'agent' | 'validFrom' | 'validTo', string>;
  /** null: every right of the rights holder */
  rightIds: string[] | null;
  /** null: every platform */
  platforms: string[] | null;
  paper: FileView | null;
}

export function toPowerInput({ texts, rightIds, platforms, paper }: PowerEntry): PowerInput {
  return {
    agent: texts.agent.trim(),
    validFrom: texts.validFrom,
    ...filled({ validTo: texts.validTo }),
    rightIds: rightIds ?? [],
    platforms: platforms ?? [],
    ...(paper === null ? {} : { fileId: paper.id }),
  };
}

/** What is wrong with a power before it is recorded. To tick nothing would mean everything, so that it is asked again. */
export function powerErrors(t: TFunction, { texts, rightIds, platforms }: PowerEntry): FieldError[] {
  const { agent, validFrom, validTo } = texts;
  const tests: [isSo: boolean, field: string, text: string][] = [
    [agent.trim() === '', 'agent', t('rights.error.agent')],
    [rightIds?.length === 0, 'rightIds', t('rights.error.powerRights')],
    [platforms?.length === 0, 'platforms', t('rights.error.powerPlatforms')],
    [validFrom === '', 'validFrom', t('rights.error.powerFrom')],
    [validFrom !== '' && validTo !== '' && validFrom > validTo, 'validTo', t('rights.error.powerSpan')],
  ];
  return tests.filter(([isSo]) => isSo).map(([, field, text]) => ({ field: `power-${field}`, text }));
}
