import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import type { BounceReason } from '#libs/domain';

import { readMessage } from '../message.js';
import type { Judged } from './accuracy.js';
import { accuracyOf, confusionTable } from './accuracy.js';
import { suggest } from './suggest.js';

const data = '../shared/data';
const mails = join(data, 'emails');
const withMails = existsSync(join(mails, 'labels.jsonl')) ? describe : describe.skip;
const withResponses = existsSync(join(data, 'platform-responses.jsonl')) ? describe : describe.skip;
const context = { filingLanguages: ['en'], listings: [] };

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** What a bounce means for the filing: the address, the mailbox, a refusal of the message, or a passing fault. */
type ReasonClass = 'address' | 'full' | 'size' | 'refused' | 'passing' | 'none';
const classOf: Readonly<Record<BounceReason, ReasonClass>> = {
  'user-unknown': 'address',
  'host-unknown': 'address',
  suspended: 'address',
  'not-accepting': 'address',
  'mailbox-full': 'full',
  'message-too-large': 'size',
  policy: 'refused',
  spam: 'refused',
  content: 'refused',
  rejected: 'refused',
  network: 'passing',
  system: 'passing',
  expired: 'passing',
  'rate-limited': 'passing',
  other: 'none',
};
/** Upstream's reasons. "filtered" is a refusal of an address or of a message: upstream itself does not tell which. */
const classesOfLabel: Readonly<Record<string, readonly ReasonClass[]>> = {
  userunknown: ['address'],
  hasmoved: ['address'],
  hostunknown: ['address'],
  suspend: ['address'],
  notaccept: ['address'],
  mailboxfull: ['full'],
  filtered: ['refused', 'address'],
  rejected: ['refused'],
  blocked: ['refused'],
  securityerror: ['refused'],
  spamdetected: ['refused'],
  policyviolation: ['refused'],
  authfailure: ['refused'],
  expired: ['passing'],
  networkerror: ['passing'],
  systemerror: ['passing'],
  toomanyconn: ['passing'],
};

const kindOfLabel: Readonly<Record<string, string>> = {
  delivered: 'other',
  'read-receipt': 'other',
  message: 'other',
  reply: 'other',
};

interface MailLabel {
  file: string;
  label: string;
  expected: { reason?: string; hard?: boolean }[] | Record<string, string> | null;
}

interface ResponseText {
  label: string;
  audience: string;
  text: string;
  rendered: string | null;
}

withMails('recognising real mails (skipped without ../shared/data/emails)', () => {
  it('tells bounces, delays, automatic replies and abuse reports from letters', async () => {
    const judged: Judged[] = [];
    const decided: string[] = [];
    for (const row of linesOf<MailLabel>(join(mails, 'labels.jsonl'))) {
      const read = suggest(await readMessage(readFileSync(join(mails, row.file))), context);
      judged.push({ expected: kindOfLabel[row.label] ?? row.label, read: read.kind });
      if (['bounce', 'delayed', 'auto-reply', 'feedback-report'].includes(row.label) && read.outcome !== undefined)
        decided.push(row.file);
    }
    expect(decided).toEqual([]);
    expect({ table: confusionTable('kind', judged), enough: accuracyOf(judged) >= 0.95 }).toMatchObject({
      enough: true,
    });
  });

  it('reads why a message bounced', async () => {
    const judged: Judged[] = [];
    for (const row of linesOf<MailLabel>(join(mails, 'labels.jsonl')).filter((each) => each.label === 'bounce')) {
      const label = Array.isArray(row.expected) ? row.expected[0]?.reason : undefined;
      const classes = label === undefined ? undefined : classesOfLabel[label];
      if (label === undefined || classes === undefined) continue;
      const bounce = suggest(await readMessage(readFileSync(join(mails, row.file))), context).bounce;
      const read = bounce === undefined ? 'none' : classOf[bounce.reason];
      judged.push({ expected: classes.join('/'), read: classes.includes(read) ? classes.join('/') : read });
    }
    expect(judged.length).toBeGreaterThan(60);
    expect({ table: confusionTable('reason class', judged), enough: accuracyOf(judged) >= 0.85 }).toMatchObject({
      enough: true,
    });
  });

  it('calls a bounce permanent wherever upstream says that the address is dead', async () => {
    const wrong: string[] = [];
    for (const row of linesOf<MailLabel>(join(mails, 'labels.jsonl')).filter((each) => each.label === 'bounce')) {
      if (!Array.isArray(row.expected) || row.expected[0]?.hard !== true) continue;
      const bounce = suggest(await readMessage(readFileSync(join(mails, row.file))), context).bounce;
      if (bounce?.permanent !== true) wrong.push(row.file);
    }
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});

/** What a text of each label may be read as. Labels about other things than a complaint are left out. */
const readingsOfLabel: Readonly<Record<string, readonly string[]>> = {
  'auto-ack': ['acknowledgement'],
  'already-removed': ['refused'],
  duplicate: ['duplicate'],
  refused: ['refused'],
  'refused-partial': ['partial'],
  removed: ['removed'],
  'needs-info': ['needs-info'],
  'counter-notice': ['counter-notice'],
  'counter-notice-rejected': ['other'],
  'closed-unspecified': ['other'],
  'resolved-unspecified': ['other'],
  'status-update': ['other', 'acknowledgement'],
  'pending-owner-changes': ['acknowledgement'],
  info: ['other'],
};
const decisions = ['already-removed', 'duplicate', 'refused', 'refused-partial', 'removed'];

withResponses('reading real answers of platforms (skipped without ../shared/data/platform-responses.jsonl)', () => {
  const read = async (row: ResponseText): Promise<Judged | null> => {
    const expected = readingsOfLabel[row.label];
    if (expected === undefined) return null;
    const raw = `From: a@platform.example\r\nSubject: Re: notice\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${row.rendered ?? row.text}`;
    const found = suggest(await readMessage(Buffer.from(raw)), context);
    const reading = found.outcome ?? found.kind;
    return { expected: row.label, read: expected.includes(reading) ? row.label : reading };
  };

  it('reads what they are and what they decide', async () => {
    const rows = linesOf<ResponseText>(join(data, 'platform-responses.jsonl'));
    const judged = (await Promise.all(rows.map(read))).filter((each) => each !== null);
    const ofDecisions = judged.filter((each) => decisions.includes(each.expected));
    expect({ table: confusionTable('answers', judged), enough: accuracyOf(judged) >= 0.9 }).toMatchObject({
      enough: true,
    });
    expect({ table: confusionTable('decisions', ofDecisions), enough: accuracyOf(ofDecisions) >= 0.85 }).toMatchObject({
      enough: true,
    });
  });
});

describe('confusionTable', () => {
  it('counts what was read for each expected value', () => {
    const judged = [
      { expected: 'bounce', read: 'bounce' },
      { expected: 'bounce', read: 'other' },
    ];
    expect(accuracyOf(judged)).toBe(0.5);
    expect(accuracyOf([])).toBe(0);
    const table = confusionTable('kind', judged).split('\n');
    expect(table[0]).toBe('kind: 50.0 % of 2');
    expect(table[2]?.trim().split(/\s+/)).toEqual(['bounce', '1', '1']);
  });
});
