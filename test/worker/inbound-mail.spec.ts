import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { replyAddress } from '#libs/answers';
import { eventually, startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { complaintIn, readComplaint } from '../flow/read.js';

let app: TestApp;
let parties: Parties;
let address: string;

beforeAll(async () => {
  app = await startApp({ worker: true, secondsPerDay: 100_000 });
  parties = await registerParties(app.main.http);
  const { id } = await file(app.main.http, parties);
  const [attempt] = (await complaintIn(app.main.http, id, ['filed'])).attempts;
  address = addressOf(app.main.id, attempt?.id ?? '');
}, 60_000);
afterAll(async () => app.close(), 30_000);

const addressOf = (workspaceId: string, attemptId: string): string =>
  replyAddress({
    secret: app.settings.REDRESS_SECRET,
    workspaceId,
    attemptId,
    domain: app.settings.REDRESS_MAIL_DOMAIN,
  });

let line: AsyncIterator<string>;
let socket: Socket;

/** A conversation with the inbound mail server, said word by word. */
async function say(words: string | null): Promise<string> {
  if (words !== null) socket.write(`${words}\r\n`);
  for (;;) {
    const next = await line.next();
    const reply = next.done === true ? 'closed' : next.value;
    if (!/^\d{3}-/.test(reply)) return reply;
  }
}

beforeEach(async () => {
  socket = connect(app.worker?.smtpPort ?? 0, '127.0.0.1');
  await once(socket, 'connect');
  line = createInterface({ input: socket })[Symbol.asyncIterator]();
  expect(await say(null)).toMatch(/^220 /);
  expect(await say('EHLO platform.test')).toMatch(/^250 /);
});

afterEach(() => {
  socket.destroy();
});

const rowsOf = async (subject: string): Promise<unknown[]> =>
  app.sql(
    `select 1 from reply r join document d on d.workspace_id = r.workspace_id and d.id = r.document_id where position($1::bytea in d.bytes) > 0`,
    [Buffer.from(subject)],
  );

describe('the mail server platforms answer to', () => {
  it('takes mail only for addresses of its own making', async () => {
    expect(await say('MAIL FROM:<someone@platform.test>')).toMatch(/^250 /);
    const forged = `${address.slice(0, 3)}${address[3] === '0' ? '1' : '0'}${address.slice(4)}`;
    for (const unknown of [
      'someone@replies.redress.example',
      'postmaster@elsewhere.example',
      forged,
      'r+0@replies.redress.example',
    ]) {
      expect([unknown, await say(`RCPT TO:<${unknown}>`)]).toEqual([unknown, expect.stringMatching(/^550 /)]);
    }
    expect(await say(`RCPT TO:<${address.toUpperCase()}>`)).toMatch(/^250 /);
  });

  it('has stored a message when it says 250, and reads it afterwards', async () => {
    await say('MAIL FROM:<notices@sandbox.redress.test>');
    await say(`RCPT TO:<${address}>`);
    expect(await say('DATA')).toMatch(/^354 /);
    const subject = `stored-${Date.now()}`;
    const raw = `From: IP desk <notices@sandbox.redress.test>\r\nTo: ${address}\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@sandbox.redress.test>\r\n\r\n..a line that began with a dot\r\nWe have received your notice.`;
    expect(await say(`${raw}\r\n.`)).toMatch(/^250 /);
    expect(await rowsOf(subject)).toHaveLength(1);
    const read = await eventually('the reply to be read', async () => {
      const [row] = await app.sql<{ complaint_id: string; match: { by: string }; bytes: Buffer }>(
        'select r.complaint_id, r.match, d.bytes from reply r join document d on d.id = r.document_id where r.subject = $1 and r.read_at is not null',
        [subject],
      );
      return row ?? null;
    });
    expect(read.match.by).toBe('token');
    expect(read.bytes.toString()).toBe(`${raw.replace('\r\n..a', '\r\n.a')}\r\n`);
  });

  it('stores nothing of a message that was broken off', async () => {
    await say('MAIL FROM:<notices@sandbox.redress.test>');
    await say(`RCPT TO:<${address}>`);
    await say('DATA');
    const subject = `broken-${Date.now()}`;
    socket.write(`Subject: ${subject}\r\n\r\nhalf a mess`);
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await rowsOf(subject)).toEqual([]);
  });

  it('does not say 250 where the message could not be stored', async () => {
    await app.sql(
      `create function no_room() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$`,
    );
    await app.sql(`create trigger no_room before insert on document for each row execute function no_room()`);
    try {
      await say('MAIL FROM:<notices@sandbox.redress.test>');
      await say(`RCPT TO:<${address}>`);
      await say('DATA');
      expect(await say('Subject: no room\r\n\r\nx\r\n.')).toMatch(/^4\d\d /);
    } finally {
      await app.sql('drop trigger no_room on document');
    }
    expect(await rowsOf('no room')).toEqual([]);
  });

  it('makes one reply of a message that comes twice, in each of the workspaces it is for', async () => {
    const other = await app.addWorkspace('Second');
    const filed = await file(other.http, await registerParties(other.http));
    const [attempt] = (await readComplaint(other.http, filed.id)).attempts;
    const subject = `twice-${Date.now()}`;
    for (let n = 0; n < 2; n += 1) {
      await say('MAIL FROM:<notices@sandbox.redress.test>');
      await say(`RCPT TO:<${address}>`);
      await say(`RCPT TO:<${addressOf(other.id, attempt?.id ?? '')}>`);
      await say('DATA');
      expect(await say(`Subject: ${subject}\r\n\r\nx\r\n.`)).toMatch(/^250 /);
    }
    const rows = await app.sql<{ workspace_id: string }>(
      'select r.workspace_id from reply r join document d on d.workspace_id = r.workspace_id and d.id = r.document_id where position($1::bytea in d.bytes) > 0',
      [Buffer.from(subject)],
    );
    expect(rows.map((row) => row.workspace_id).sort()).toEqual([app.main.id, other.id].sort());
  });
});
