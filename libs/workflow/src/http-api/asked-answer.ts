import type { Asked, Line } from '#libs/channels';
import type { Id } from '#libs/domain';
import type { Workplace } from '#libs/persistence';
import type { Journal } from '../journal.js';
import { storeDocument } from '../store-document.js';

export type AnsweredNow = Extract<Asked, { kind: 'answered' }>['answer'];

/** An answer as it is kept: what was asked, and what came back, to the byte. */
export interface KeptAnswer {
  question: string;
  answer: AnsweredNow;
  bytes: Buffer;
}

export function keptAnswer(
  request: { method: string; path: string },
  { dialect }: Line,
  answer: AnsweredNow,
): KeptAnswer {
  const question = `${request.method} ${dialect.baseUrl.replace(/\/$/, '')}${request.path}`;
  const headers = Object.entries(answer.headers)
    .filter(([name]) => name !== 'set-cookie')
    .map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${question}\r\n\r\n${answer.line}\r\n${headers.join('')}\r\n`;
  return { question, answer, bytes: Buffer.concat([Buffer.from(head), answer.body]) };
}

/** Keeps what came back before anybody reads it. */
export async function storeAnswers(
  workplace: Workplace,
  journal: Journal,
  workspaceId: Id,
  answers: readonly KeptAnswer[],
): Promise<Id[]> {
  return workplace.inWorkspace(workspaceId, (tx) =>
    Promise.resolve(answers.map(({ bytes }) => storeDocument(tx, journal, bytes, 'application/http'))),
  );
}

export const wentWell = ({ status }: AnsweredNow): boolean => status >= 200 && status < 300;
