import { errorStates } from '#libs/domain';
import type { FilingError, KeptJudgement } from '#libs/domain';
import type { FilingErrorView, JudgementView } from './filing-errors.dto.js';

export const filingErrorView = (error: FilingError): FilingErrorView => ({
  id: error.id,
  attemptId: error.attemptId,
  code: error.code,
  says: errorStates[error.code].says,
  todo: errorStates[error.code].todo,
  attribution: error.attribution,
  message: error.message,
  url: error.url,
  network: error.network,
  confirms: error.confirms,
  screenshot: error.screenshotId,
  occurredAt: error.occurredAt,
  recordedBy: error.recordedBy,
});

export const judgementView = ({
  verdict,
  attribution,
  code,
  until,
  because,
  judgedAt,
}: KeptJudgement): JudgementView => ({
  verdict,
  attribution,
  code,
  until,
  because,
  judgedAt,
});
