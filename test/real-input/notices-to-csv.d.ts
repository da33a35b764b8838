export interface Notice {
  id: string;
  date: string;
  kind: string;
  role: 'owner' | 'agent' | 'other' | null;
  work: string | null;
  scope: string | null;
  tpm_claimed: string | null;
  infringing_urls: string[];
  original_urls: string[];
  statements: Record<string, boolean>;
}

export function readNotices(jsonl: string): Notice[];
export function spreadOverYears(notices: readonly Notice[], count: number): Notice[];
export function complainantOf(notice: Pick<Notice, 'id'>): string;
export function rowsOf(notice: Notice): string[][];
export function noticesToCsv(notices: readonly Notice[]): string;
