import { errorStates, recogniseError } from '#libs/domain';
import type { Attribution, DeliveryOutcome, DeliveryProof, ErrorCode, FormError, Language } from '#libs/domain';

/** Why a filing on a form stopped. */
export interface Finding {
  code: ErrorCode;
  attribution: Attribution;
  /** true: the same notice can succeed later without anybody's doing */
  retry: boolean;
  /** what was seen */
  because: string;
  /** certain, whatever was pressed before: the platform has no notice */
  nothingFiled?: boolean;
}

/** The filing stops here. */
export class Stop extends Error {
  constructor(readonly finding: Finding) {
    super(finding.because);
  }
}

const usual = (code: ErrorCode): Pick<Finding, 'attribution' | 'retry'> => {
  const { attribution, class: kind } = errorStates[code];
  return { attribution, retry: kind === 'DL' };
};

/** A stop for a person: whatever the code is usually like, trying again would not help. */
export const forPerson = (code: ErrorCode, because: string): Finding => ({
  code,
  attribution: errorStates[code].attribution,
  retry: false,
  because,
});

export const toTryAgain = (code: ErrorCode, because: string): Finding => ({ ...forPerson(code, because), retry: true });

/** An error the recipe knows. */
export const knownError = (error: FormError, because: string): Finding => ({
  code: error.code,
  because,
  attribution: error.attribution ?? usual(error.code).attribution,
  retry: error.retry ?? usual(error.code).retry,
  ...(error.nothingFiled === undefined ? {} : { nothingFiled: error.nothingFiled }),
});

/** A page nobody described: an error its status or its words give away, a language nobody can be asked to read, or a new page. */
export function unknownPage(page: { status: number; text: string; language: Language }): Finding {
  const { status, text, language } = page;
  const seen = `The page shows: ${clipped(text)}`;
  const recognised = recogniseError({ text, status });
  if (recognised !== null && recognised.code !== 'ER-44') {
    const { code, attribution, retry, because } = recognised;
    return { code, attribution, retry, because: `${because}. ${seen}` };
  }
  if (language !== 'zh' && isChineseOnly(text)) return forPerson('ER-73', seen);
  if (recognised !== null) return { ...forPerson('ER-44', `${recognised.because}. ${seen}`), ...recognised };
  return forPerson('ER-71', seen);
}

export const clipped = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 300 ? line : `${line.slice(0, 299)}…`;
};

function isChineseOnly(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 4 && han > letters / 2;
}

/** What a stop means: before the point of no return the notice did not arrive; after it, nobody knows. */
export function outcomeOf(finding: Finding, isSubmitted: boolean, proof: DeliveryProof): DeliveryOutcome {
  const { code, attribution, because } = finding;
  if (isSubmitted && finding.nothingFiled !== true)
    return { kind: 'unknown', code: 'ER-43', message: `${errorStates['ER-43'].says} ${because}`, proof };
  const message = `${errorStates[code].says} ${because}`;
  return finding.retry
    ? { kind: 'prevented', code, attribution, message, retry: true, proof }
    : { kind: 'needs-human', code, what: message, proof };
}
