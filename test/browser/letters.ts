import { eventually } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { file, registerParties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';

/** A complaint that waits for a person to read the platform's answer. */
export interface Waiting {
  id: string;
  reference: string;
}

interface Read {
  status: string;
  items: { outcome: string }[];
}

const read = async (app: TestApp, id: string): Promise<Read> =>
  expectStatus(await app.main.http.get<Read>(`/complaints/${id}`), 200);

let serial = 0;

/** Filed with a platform that never answers: its mail ends in the dev mailbox. */
export async function waitingComplaint(app: TestApp, items: number): Promise<Waiting> {
  const parties = await registerParties(app.main.http, { kind: 'copyright', title: 'Velora firmware', classes: [] });
  const listings = Array.from({ length: items }, () => ({ url: `https://github.com/copycat/velora-${(serial += 1)}` }));
  const { id, reference } = await file(app.main.http, parties, {
    platform: 'github',
    ground: 'copyright-copy',
    explanation: 'The repository holds our firmware, copied file by file without a licence.',
    items: listings,
  });
  return eventually(`${reference} to be delivered`, async () =>
    (await read(app, id)).status === 'filed' ? { id, reference } : null,
  );
}

/** An answer in free text, which only a person can read; one to no complaint at all where `waiting` is null. */
export async function replyTo(app: TestApp, waiting: Waiting | null, text: string): Promise<void> {
  const raw = [
    `From: Trust & Safety <${waiting === null ? 'desk@elsewhere.example' : 'copyright@github.com'}>`,
    'To: notices@replies.redress.example',
    `Subject: ${waiting === null ? 'An answer without a reference' : `[GitHub] Re: ${waiting.reference}`}`,
    `Message-ID: <answer-${(serial += 1)}@github.com>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\r\n');
  expectStatus(await app.main.http.send('POST', '/replies', raw, { 'content-type': 'message/rfc822' }), 201);
}

/** The outcomes of a complaint's listings, as soon as they are as expected. */
export const outcomesOf = async (
  app: TestApp,
  { id, reference }: Waiting,
  expected: (outcomes: string[]) => boolean,
): Promise<string[]> =>
  eventually(`the decisions on ${reference}`, async () => {
    const outcomes = (await read(app, id)).items.map(({ outcome }) => outcome);
    return expected(outcomes) ? outcomes : null;
  });
