import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { browserForms } from '#libs/workflow';
import { projectRoot, readSettings, readYamlFolder } from '#libs/settings';
import { parseBehaviour, portalVerdict } from '#libs/simulation';
import type { Behaviour, PortalFailure } from '#libs/simulation';
import { PORTAL_PASSWORD } from '../../apps/sandbox/src/portal/portal.js';
import { chromiumPath } from '../browser/chromium.js';
import { startApp } from '../support/app.js';
import type { TestApp } from '../support/app.js';
import { aComplaint, aListing, registerParties } from '../support/builders.js';
import type { Filed, Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { describeIf } from '../support/require.js';
import { complaintIn } from './read.js';

const PLATFORM = 'sandbox-portal';
const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');

/** The seed the sandbox of the tests runs with. */
const SEED = 1;

let listing = 0;
const aPortalListing = () => aListing({ url: `https://portal.sandbox.redress.test/item/${(listing += 1)}` });

function portalBehaviour(): Behaviour {
  const found = readYamlFolder(join(projectRoot(), 'config', 'sandbox'), parseBehaviour).find(
    (each) => each.slug === PLATFORM,
  );
  if (found === undefined) throw new Error(`config/sandbox has no ${PLATFORM}.`);
  return found;
}

/** A draft whose reference makes the simulated form do this at the first try. */
async function aDraftThatMeets({ main }: TestApp, parties: Parties, wanted: PortalFailure | null): Promise<Filed> {
  const behaviour = portalBehaviour();
  for (let drawn = 0; drawn < 200; drawn += 1) {
    const given = { platform: PLATFORM, items: [aPortalListing(), aPortalListing()] };
    const draft = expectStatus(await main.http.post<Filed>('/complaints', aComplaint(parties, given)), 201);
    if (portalVerdict(behaviour, SEED, draft.reference, 1) === wanted) return draft;
  }
  throw new Error(`None of 200 references meets ${String(wanted)}.`);
}

interface AttemptRow {
  id: string;
  channel: string;
  state: string;
  code: string | null;
  reference: string | null;
  notice_document_id: string;
  exhibit_ids: string[];
}

const attemptsOf = async (app: TestApp, complaintId: string): Promise<AttemptRow[]> =>
  app.sql<AttemptRow>(
    'select id, channel, state, code, reference, notice_document_id, exhibit_ids from attempt where complaint_id = $1 order by queued_at',
    [complaintId],
  );

const mediaTypes = async (app: TestApp, ids: readonly string[]): Promise<string[]> => {
  const rows = await app.sql<{ id: string; media_type: string }>(
    'select id, media_type from document where id = any($1)',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.media_type ?? 'none');
};

describeBrowser('a complaint to a platform with a web form, where Redress fills forms in', () => {
  let app: TestApp;
  let parties: Parties;

  beforeAll(async () => {
    app = await startApp({ worker: true, secondsPerDay: 0.6, env: { REDRESS_BROWSER_FORMS: 'true' } });
    parties = await registerParties(app.main.http);
    const account = { name: 'desk', secrets: { user: 'vera', password: PORTAL_PASSWORD } };
    expectStatus(await app.main.http.put(`/platforms/${PLATFORM}/account?channel=browser-form`, account), 200);
  }, 60_000);

  afterAll(async () => {
    await app.close();
  }, 60_000);

  it('is filed on it, acknowledged, and decided as the platform truly decided', async () => {
    const draft = await aDraftThatMeets(app, parties, null);
    expectStatus(await app.main.http.post(`/complaints/${draft.id}/submit`), 200);
    const decided = await complaintIn(app.main.http, draft.id, ['decided']);
    const accepted = app.sandbox?.ledger.accepted.filter(({ reference }) => reference === draft.reference) ?? [];
    expect(accepted.map(({ form, messageId }) => [form?.user, messageId])).toEqual([['vera', 'PF-000001']]);
    const truth = accepted.flatMap(({ answers }) => answers.flatMap((answer) => answer.truth));
    expect(decided.items.map(({ outcome }) => outcome)).toEqual(truth.map(({ outcome }) => outcome));

    const [attempt, ...more] = await attemptsOf(app, draft.id);
    expect(more).toEqual([]);
    expect(attempt).toMatchObject({ channel: 'browser-form', state: 'delivered', reference: 'PF-000001' });
    expect(await mediaTypes(app, attempt?.exhibit_ids ?? [])).toEqual(['application/json', 'image/png', 'image/png']);
    const sealed = await app.main.http.get<{ reference: string }>(`/documents/${attempt?.notice_document_id ?? ''}`);
    expect(JSON.parse(sealed.text)).toMatchObject({
      platform: PLATFORM,
      reference: draft.reference,
      attemptId: attempt?.id,
    });
    expect(sealed.text).not.toContain(PORTAL_PASSWORD);
  }, 60_000);

  it('waits for a person at a captcha, with what was seen, and was not filed', async () => {
    const draft = await aDraftThatMeets(app, parties, 'captcha');
    expectStatus(await app.main.http.post(`/complaints/${draft.id}/submit`), 200);
    await complaintIn(app.main.http, draft.id, ['needs-human']);
    const [attempt] = await attemptsOf(app, draft.id);
    expect(attempt).toMatchObject({ channel: 'browser-form', state: 'needs-human', code: 'ER-21' });
    expect(await mediaTypes(app, attempt?.exhibit_ids ?? [])).toEqual(['application/json', 'image/png']);
    expect(app.sandbox?.ledger.accepted.filter(({ reference }) => reference === draft.reference)).toEqual([]);
  }, 60_000);
});

describe('a complaint to a platform with a web form, where Redress fills in none', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  }, 60_000);

  afterAll(async () => {
    await app.close();
  }, 60_000);

  it('goes to a person, who is told where the form is', async () => {
    const parties = await registerParties(app.main.http);
    const given = { platform: PLATFORM, items: [aPortalListing()], submit: true };
    const filed = expectStatus(await app.main.http.post<Filed>('/complaints', aComplaint(parties, given)), 201);
    expect(filed.status).toBe('needs-human');
    const [attempt] = (await complaintIn(app.main.http, filed.id, ['needs-human'])).attempts;
    expect(attempt?.message).toBe(
      "File the notice on the platform's form (http://127.0.0.1:3001/portal/sandbox-portal/) and record what happened.",
    );
    expect((await attemptsOf(app, filed.id)).map(({ channel }) => channel)).toEqual(['guided-form']);
  }, 30_000);

  it('is shown no form that is filled in by itself', async () => {
    const { channels } = expectStatus(
      await app.main.http.get<{ channels: { kind: string }[] }>(`/platforms/${PLATFORM}`),
      200,
    );
    expect(channels.map(({ kind }) => kind)).toEqual(['guided-form']);
  });
});

describe('the filling in of web forms', () => {
  const off = (env: Record<string, string>): string | null => {
    const forms = browserForms(readSettings(env));
    return 'off' in forms ? forms.off : null;
  };

  it('is off until it is asked for, and says so', () => {
    expect(off({})).toBe('REDRESS_BROWSER_FORMS is not on: people file on the forms');
  });

  it('is off where the browser is not there, and says which', () => {
    expect(off({ REDRESS_BROWSER_FORMS: 'true', CHROMIUM_PATH: '/no/such/chromium' })).toBe(
      'there is no /no/such/chromium: install Chromium or set CHROMIUM_PATH; until then people file on the forms',
    );
  });

  it('is on with the browser that is named', () => {
    const settings = readSettings({ REDRESS_BROWSER_FORMS: 'true', CHROMIUM_PATH: process.execPath });
    expect(browserForms(settings)).toEqual({ chromium: process.execPath });
  });
});
