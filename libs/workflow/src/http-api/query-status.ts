import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readReport, requestHash } from '#libs/channels';
import type { Line } from '#libs/channels';
import type { Attempt, Id, Platform } from '#libs/domain';
import { Workplace } from '#libs/persistence';
import type { WorkspaceTransaction } from '#libs/persistence';
import { Journal } from '../journal.js';
import { Rulebook } from '../rulebook.js';
import { ApiRoom } from './api-room.js';
import { keptAnswer, storeAnswers, wentWell } from './asked-answer.js';
import type { KeptAnswer } from './asked-answer.js';
import { absentCountsAfter, nextQuery } from './query-schedule.js';
import { recordStandings } from './record-standings.js';
import { settleUnknown } from './settle-unknown.js';

interface Question {
  attempt: Attempt;
  platform: Platform;
  /** the report as it was sealed */
  raw: Buffer;
  lastSha256: string | null;
}

type Status = NonNullable<Line['dialect']['status']>;

/** What was learned about one request of a report. */
interface Sought {
  reference: string | null;
  /** surely not there */
  absent: boolean;
  answers: readonly KeptAnswer[];
}

const nothing: Sought = { reference: null, absent: false, answers: [] };

/** Asks a platform's interface what became of a report: whether it arrived, where that is not known, else what was decided. */
@Injectable()
export class QueryStatus {
  constructor(
    private readonly workplace: Workplace,
    private readonly journal: Journal,
    private readonly rulebook: Rulebook,
    private readonly room: ApiRoom,
  ) {}

  /** Asking twice does no harm: the job may be a repeat. */
  async run(workspaceId: Id, attemptId: Id, signal: AbortSignal): Promise<void> {
    const question = await this.workplace.inWorkspace(workspaceId, async (tx) => this.question(tx, attemptId));
    if (question === null) return;
    const line = await this.room.line(workspaceId, question.platform.slug, signal);
    if (question.attempt.state === 'unknown') await this.find(workspaceId, question, line);
    else await this.ask(workspaceId, question, line);
  }

  /** Null where nothing is left to ask. */
  private async question(tx: WorkspaceTransaction, attemptId: Id): Promise<Question | null> {
    const attempt = await tx.attempts.get(attemptId);
    const complaint = await tx.complaints.get(attempt.complaintId);
    const waiting = await tx.items.where(
      { complaintId: complaint.id, status: 'filed', outcome: 'pending' },
      { limit: 1 },
    );
    const open = attempt.state === 'unknown' || (attempt.state === 'delivered' && waiting.length > 0);
    const platform = this.rulebook.find(complaint.platform);
    if (!open || platform === null || attempt.noticeDocumentId === null) {
      await this.schedule(tx, attempt, null);
      return null;
    }
    const { bytes: raw } = await tx.documents.get(attempt.noticeDocumentId);
    const asked = await tx.statusQueries.find(attemptId);
    return { attempt, platform, raw, lastSha256: asked?.lastSha256 ?? null };
  }

  private async ask(workspaceId: Id, question: Question, line: Line): Promise<void> {
    const { attempt, platform, lastSha256 } = question;
    const { status } = line.dialect;
    const answers = status === null ? [] : await this.answersTo(attempt, status, line);
    const seen = answers.length === 0 ? lastSha256 : hashOf(answers);
    const news = seen === lastSha256 ? [] : answers;
    const documents = news.length === 0 ? [] : await storeAnswers(this.workplace, this.journal, workspaceId, news);
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const held = await tx.attempts.lock(attempt.id);
      await this.schedule(tx, held, status === null ? null : platform, seen);
      if (held.state !== 'delivered' || status === null) return;
      const kept = documents.flatMap((id, index) => (news[index] === undefined ? [] : [{ id, ...news[index] }]));
      for (const { id, bytes, answer } of kept) await this.apply(tx, held, status.read(answer), { id, bytes });
    });
  }

  /** What the platform says of each report of the attempt; where it says nothing, it is asked again later. */
  private async answersTo({ reference }: Attempt, status: Status, line: Line): Promise<KeptAnswer[]> {
    const answers: KeptAnswer[] = [];
    for (const report of reference?.split(', ') ?? []) {
      const request = status.request(report);
      const asked = await this.room.channel.ask(request, line);
      if (asked.kind === 'answered' && wentWell(asked.answer)) answers.push(keptAnswer(request, line, asked.answer));
    }
    return answers;
  }

  private async apply(
    tx: WorkspaceTransaction,
    attempt: Attempt,
    words: Parameters<typeof recordStandings>[0]['words'],
    document: { id: Id; bytes: Buffer },
  ): Promise<void> {
    const complaint = await tx.complaints.lock(attempt.complaintId);
    const items = await tx.items.where({ complaintId: complaint.id }, { order: { position: 'asc' } });
    const { journal, rulebook } = this;
    await recordStandings({ tx, journal, rulebook, attempt, complaint, items, words, document });
  }

  /** Only where the platform answers for every request is anything settled; else it is asked again later. */
  private async find(workspaceId: Id, question: Question, line: Line): Promise<void> {
    const { attempt, platform, raw } = question;
    const { requests } = readReport(raw);
    const accepted = new Map(attempt.proof?.parts?.map(({ messageId, reference }) => [messageId, reference ?? null]));
    const sought: Sought[] = [];
    for (const { key } of requests) {
      const known = accepted.get(key) ?? null;
      sought.push(
        known === null ? await this.seek(key, question, line) : { reference: known, absent: false, answers: [] },
      );
    }
    const isSettled = sought.length > 0 && sought.every(({ reference, absent }) => reference !== null || absent);
    const answers = sought.flatMap((each) => each.answers);
    const documents = isSettled ? await storeAnswers(this.workplace, this.journal, workspaceId, answers) : [];
    await this.workplace.inWorkspace(workspaceId, async (tx) => {
      const held = await tx.attempts.lock(attempt.id);
      await this.schedule(tx, held, platform);
      if (!isSettled || held.state !== 'unknown' || held.fence !== attempt.fence) return;
      const found = requests.map((request, index) => ({
        key: request.key,
        sha256: requestHash(request),
        reference: sought[index]?.reference ?? null,
      }));
      const { journal, rulebook } = this;
      await settleUnknown({ tx, journal, rulebook, attempt: held, found, documents });
    });
  }

  private async seek(key: string, { attempt, platform }: Question, line: Line): Promise<Sought> {
    const { find } = line.dialect;
    if (find === null) return nothing;
    const request = find.request(key);
    const asked = await this.room.channel.ask(request, line);
    if (asked.kind === 'silent') return nothing;
    const read = find.read(asked.answer);
    const age = this.journal.now().getTime() - (attempt.finishedAt?.getTime() ?? Infinity);
    return {
      answers: [keptAnswer(request, line, asked.answer)],
      reference: read?.kind === 'there' ? read.reference : null,
      absent: read?.kind === 'absent' && age >= absentCountsAfter(platform.simulated),
    };
  }

  /** @param platform null = nothing is left to ask */
  private async schedule(
    tx: WorkspaceTransaction,
    { id, queuedAt }: Attempt,
    platform: Platform | null,
    lastSha256: string | null = null,
  ): Promise<void> {
    const now = this.journal.now();
    const known = await tx.statusQueries.find(id);
    const queries = (known?.queries ?? 0) + 1;
    const next = platform === null ? null : nextQuery({ queries, since: queuedAt, simulated: platform.simulated }, now);
    const row = { queries, nextAt: next ?? now, done: next === null, lastSha256 };
    if (known === null) tx.statusQueries.add({ workspaceId: tx.workspaceId, id, ...row });
    else await tx.statusQueries.change(id, row);
  }
}

function hashOf(answers: readonly KeptAnswer[]): string {
  const hash = createHash('sha256');
  for (const { question, answer } of answers) hash.update(question).update(answer.body);
  return hash.digest('hex');
}
