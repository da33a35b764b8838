import { describe, expect, it } from '@jest/globals';
import { calendarText } from './calendar.js';
import type { CalendarEntry } from './calendar.js';

const anEntry = (given: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: '01890000-0000-7000-8000-000000000001',
  at: new Date('2026-03-01T12:34:56Z'),
  summary: 'RD-2026-000001: decision due from Taobao',
  description: 'Art. 20\nhttps://redress.example/complaints/1',
  link: 'https://redress.example/complaints/1',
  cancelled: false,
  changedAt: new Date('2026-02-01T00:00:00Z'),
  ...given,
});

/** Lines as RFC 5545 §3.1 has them: CRLF, at most 75 octets, whole characters, continued after a blank. */
function linesOf(text: string): string[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/);
    expect([line, Buffer.byteLength(line) <= 75]).toEqual([line, true]);
    expect(line).not.toMatch(/\p{Cs}/u);
  }
  return text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
}

const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_all, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

/** The entries of a calendar, by the names of their properties with parameters. */
function entriesOf(text: string): Record<string, string>[] {
  const lines = linesOf(text);
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  const entries: Record<string, string>[] = [];
  let entry: Record<string, string> | null = null;
  for (const line of lines.slice(1, -1)) {
    if (line === 'BEGIN:VEVENT') entries.push((entry = {}));
    else if (line === 'END:VEVENT') entry = null;
    else if (entry !== null) {
      const [, name = '', value = ''] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/su.exec(line) ?? [];
      expect([line, name in entry]).toEqual([line, false]);
      entry[name] = unescaped(value);
    } else expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/);
  }
  return entries;
}

describe('a calendar', () => {
  it('has an entry for each instant, with all a program needs to tell it from others and to see that it changed', () => {
    const [open, cancelled] = entriesOf(calendarText('Redress: Main', [anEntry(), anEntry({ cancelled: true })]));
    const same = {
      UID: '01890000-0000-7000-8000-000000000001',
      DTSTAMP: '20260201T000000Z',
      'LAST-MODIFIED': '20260201T000000Z',
      DTSTART: '20260301T123456Z',
      SUMMARY: 'RD-2026-000001: decision due from Taobao',
      DESCRIPTION: 'Art. 20\nhttps://redress.example/complaints/1',
      'URL;VALUE=URI': 'https://redress.example/complaints/1',
    };
    expect(open).toEqual({ ...same, SEQUENCE: '0', STATUS: 'CONFIRMED' });
    expect(cancelled).toEqual({ ...same, SEQUENCE: '1', STATUS: 'CANCELLED' });
  });

  it('has whole days for what ends on a day, in whatever time zone the server is', () => {
    const [entry] = entriesOf(calendarText('Redress', [anEntry({ at: '2026-12-31' })]));
    expect(entry?.['DTSTART;VALUE=DATE']).toBe('20261231');
    expect(entry).not.toHaveProperty('DTSTART');
  });

  it('keeps what people wrote, in lines that no program breaks on', () => {
    const written = 'a, b; c\\d "q" 中文字符'.repeat(12) + '😀'.repeat(40);
    const injected = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged';
    const entries = entriesOf(
      calendarText('Müller, Söhne; 中文', [anEntry({ summary: written }), anEntry({ summary: injected })]),
    );
    expect(entries.map((entry) => entry['SUMMARY'])).toEqual([written, 'x END:VEVENT BEGIN:VEVENT SUMMARY:forged']);
    const [described] = entriesOf(calendarText('x', [anEntry({ description: injected })]));
    expect(described?.['DESCRIPTION']).toBe('x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:forged');
  });

  it('is the same text for the same entries', () => {
    expect(calendarText('Redress', [anEntry()])).toBe(calendarText('Redress', [anEntry()]));
  });

  it('is a calendar without entries too', () => {
    const lines = linesOf(calendarText('Redress', []));
    expect(lines).toEqual(expect.arrayContaining(['VERSION:2.0', 'PRODID:-//Redress//Deadlines//EN']));
  });
});
