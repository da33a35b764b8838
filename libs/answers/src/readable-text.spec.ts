import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { readMessage } from './message.js';
import { readableText } from './readable-text.js';

const mails = '../shared/data/emails';
const withMails = existsSync(join(mails, 'reply-texts.jsonl')) ? describe : describe.skip;

describe('readableText', () => {
  it.each([
    ['Removed.\n\nOn Tue, 3 Mar 2026 at 10:00, A <a@b.example> wrote:\n> notice', 'Removed.'],
    ['已下架。\n\n在 2026年3月3日 10:00，A <a@b.example> 写道：\n> 投诉', '已下架。'],
    ['已处理。\n\n发件人: 张三 <a@b.example>\n发送时间: 2026年3月3日\n收件人: b\n主题: 投诉\n\n原文', '已处理。'],
    ['Đã gỡ.\n\nVào 3 thg 3, 2026 lúc 10:00, A <a@b.example> đã viết:\n> khiếu nại', 'Đã gỡ.'],
    ['Đã gỡ.\n\nTrân trọng,\nBan quản lý', 'Đã gỡ.'],
    ['Refused.\n\nBest regards,\nAnna\nTrust & Safety', 'Refused.'],
    ['不成立。\n\n此致\n敬礼\n客服', '不成立。'],
    ['Done.\n-- \nShop team', 'Done.'],
    ['Done.\n\nSent from my iPhone', 'Done.'],
    ['> question\nanswer\n> question 2\nanswer 2', 'answer\nanswer 2'],
    ['We keep it.\n\n— BEGIN NOTICE —\nRemove it\n— END NOTICE —\n\nThanks.', 'We keep it.\n\nThanks.'],
    ['From: shop@x.example\nTo: us@x.example\nSubject: Fwd\n\nThe text itself.', 'The text itself.'],
    ['Please note:\n-- first point\n-- second point', 'Please note:\n-- first point\n-- second point'],
    ['> only a quote', ''],
  ])('%j', (text, expected) => {
    expect(readableText(text)).toBe(expected);
  });
});

withMails('real replies (skipped without ../shared/data/emails)', () => {
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it('keeps the first fragment and nothing else', () => {
    const rows = readFileSync(join(mails, 'reply-texts.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { id: string; text: string; expected_first_fragment: string | null })
      .filter((row) => row.expected_first_fragment !== null);
    const wrong = rows.filter((row) => flat(readableText(row.text)) !== flat(row.expected_first_fragment ?? ''));
    expect(rows.length).toBeGreaterThan(20);
    expect(wrong.length / rows.length).toBeLessThanOrEqual(0.1);
  });

  it('finds the answer in replies of seven mail programs', async () => {
    const rows = readFileSync(join(mails, 'labels.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { file: string; expected: { reply_text?: string } | null })
      .filter((row) => row.expected?.reply_text !== undefined);
    const read = await Promise.all(
      rows.map(async (row) => readableText((await readMessage(readFileSync(join(mails, row.file)))).fullText)),
    );
    expect(read).toEqual(rows.map((row) => row.expected?.reply_text));
  });
});
