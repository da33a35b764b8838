import { ReadImport } from '#libs/workflow';
import type { Scope } from '#libs/workflow';
import type { TestApp, TestWorkspace } from '../support/app.js';
import { aComplaint, aRight, aRightsHolder, file, registerParties } from '../support/builders.js';
import type { Parties } from '../support/builders.js';
import { expectStatus } from '../support/http.js';
import { aForm } from '../support/multipart.js';
import { readComplaint } from '../flow/read.js';

/** What is in the workspace that requests can name. */
export interface World extends Parties {
  draft: string;
  /** waits for a second person */
  waiting: string;
  submitted: string;
  item: string;
  attempt: string;
  reply: string;
  document: string;
  power: string;
  file: string;
  form: string;
  template: string;
  import: string;
  webhook: string;
  webhookDelivery: string;
}

export interface Entry {
  scope: Exclude<Scope, '*'> | 'session';
  /** values of the path's parameters */
  path?: (world: World) => Record<string, string>;
  /** a body that is of the right form */
  body?: (world: World) => unknown;
  /** a body that is no JSON */
  raw?: () => { type: string; content: string | Buffer };
  /** makes what its address names, so that no identifier is unknown to it */
  makes?: true;
}

const now = (): string => new Date().toISOString();
const submitted = { path: (world: World) => ({ id: world.submitted }) };

const confirmed = () => ({
  statements: { goodFaith: true, accuracy: true, authority: true },
  signature: { name: 'Vera Velora', capacity: 'owner' },
});
const aListingsFile = (): { type: string; content: Buffer } =>
  aForm(
    {},
    {
      name: 'listings.csv',
      type: 'text/csv',
      content: 'platform,rights_holder,ground,url\nsandbox,Velora,trademark-use,https://sandbox.redress.test/item/1\n',
    },
  );
const listing = (world: World) => ({ id: world.submitted, itemId: world.item });
const heldBy = (world: World) => ({ id: world.rightsHolderId });
const theRight = (world: World) => ({ id: world.rightId });
const theForm = (world: World) => ({ id: world.form });
const theFile = (world: World) => ({ id: world.file });
const theTemplate = (world: World) => ({ id: world.template });
const theImport = (world: World) => ({ id: world.import });
const theWebhook = (world: World) => ({ id: world.webhook });
const aWebhook = () => ({
  url: 'https://receiver.example/redress',
  description: 'our case system',
  events: ['complaint.decided'],
  enabled: true,
});
const anAccount = () => ({ name: 'ours', secrets: { clientId: 'redress', clientSecret: 'api-secret' } });
const aPower = () => ({ agent: 'Keller Rechtsanwälte', validFrom: '2020-01-01', validTo: '2044-01-01' });
const answers = (world: World) => ({
  platform: 'sandbox',
  ground: 'trademark-use',
  rightsHolderId: world.rightsHolderId,
  rightIds: [world.rightId],
  explanation: 'They offer bags.',
  evidenceUrls: ['https://evidence.example/1'],
  evidenceFileIds: [world.file],
  goodsClasses: [18],
  language: 'en',
});

/** Every route there is. A route that is missing here, or gone, fails the first test. */
export const matrix: Record<string, Entry> = {
  'GET /platforms': { scope: 'complaints:read' },
  'GET /platforms/{slug}': { scope: 'complaints:read', path: () => ({ slug: 'sandbox' }) },
  'GET /platform-accounts': { scope: 'complaints:read' },
  'GET /platforms/{slug}/account': { scope: 'complaints:read', path: () => ({ slug: 'sandbox-api' }) },
  'PUT /platforms/{slug}/account': { scope: 'rules:write', path: () => ({ slug: 'sandbox-api' }), body: anAccount },
  'DELETE /platforms/{slug}/account': { scope: 'rules:write', path: () => ({ slug: 'sandbox-api' }) },
  'POST /platforms/{slug}/account/try': { scope: 'rules:write', path: () => ({ slug: 'sandbox-api' }) },
  'GET /platforms/{slug}/delivery': { scope: 'complaints:read', path: () => ({ slug: 'sandbox' }) },
  'POST /platforms/{slug}/pause': {
    scope: 'rules:write',
    path: () => ({ slug: 'sandbox' }),
    body: () => ({ reason: 'The platform asked us to wait.' }),
  },
  'POST /platforms/{slug}/resume': { scope: 'rules:write', path: () => ({ slug: 'sandbox' }) },
  'GET /delivery': { scope: 'complaints:read' },
  'POST /delivery/pause': { scope: 'rules:write', body: () => ({ reason: 'The mark was assigned.' }) },
  'POST /delivery/resume': { scope: 'rules:write' },
  'GET /needs-human': { scope: 'complaints:read' },
  'GET /rights-holders': { scope: 'complaints:read' },
  'POST /rights-holders': {
    scope: 'complaints:write',
    body: () => aRightsHolder({ phone: '+49 30 1', programmes: ['taobao'] }),
  },
  'GET /rights': { scope: 'complaints:read' },
  'POST /rights': {
    scope: 'complaints:write',
    body: (world) =>
      aRight(world.rightsHolderId, {
        territories: ['DE'],
        owners: [{ owner: 'Velora GmbH', since: '2015-01-01', recordedAs: null }],
        documents: [{ kind: 'certificate', title: 'Certificate', fileId: world.file, language: 'de' }],
      }),
  },
  'GET /rights/{id}': { scope: 'complaints:read', path: theRight },
  'PUT /rights/{id}': {
    scope: 'complaints:write',
    path: theRight,
    body: ({ rightsHolderId }) => {
      const { rightsHolderId: _, ...facts } = aRight(rightsHolderId, { classes: [25] });
      return facts;
    },
  },
  'GET /rights/{id}/verifications': { scope: 'complaints:read', path: theRight },
  'PUT /rights/{id}/verifications/{desk}': {
    scope: 'complaints:write',
    path: (world) => ({ id: world.rightId, desk: 'taobao' }),
    body: () => ({ status: 'verified', since: '2026-01-01', note: 'accepted' }),
  },
  'GET /register/expiries': { scope: 'complaints:read' },
  'GET /rights-holders/{id}': { scope: 'complaints:read', path: heldBy },
  'PUT /rights-holders/{id}': { scope: 'complaints:write', path: heldBy, body: () => aRightsHolder() },
  'GET /rights-holders/{id}/powers-of-attorney': { scope: 'complaints:read', path: heldBy },
  'POST /rights-holders/{id}/powers-of-attorney': { scope: 'complaints:write', path: heldBy, body: aPower },
  'POST /rights-holders/{id}/powers-of-attorney/{powerId}/revoke': {
    scope: 'complaints:write',
    path: (world) => ({ id: world.rightsHolderId, powerId: world.power }),
  },
  'GET /complaints': { scope: 'complaints:read' },
  'POST /complaints': {
    scope: 'complaints:write',
    body: (world) => aComplaint(world, { evidence: ['https://evidence.example/1'], submit: false }),
  },
  'POST /complaints/check': { scope: 'complaints:write', body: (world) => aComplaint(world) },
  'PUT /complaints/{id}': {
    scope: 'complaints:write',
    path: (world) => ({ id: world.draft }),
    body: (world) => aComplaint(world, { goodsClasses: [25] }),
  },
  'POST /complaints/{id}/approve': {
    scope: 'complaints:approve',
    path: (world) => ({ id: world.waiting }),
  },
  'POST /complaints/{id}/return': {
    scope: 'complaints:approve',
    path: (world) => ({ id: world.waiting }),
    body: () => ({ reason: 'The explanation names another mark.' }),
  },
  'GET /complaints/{id}': { scope: 'complaints:read', ...submitted },
  'POST /complaints/{id}/submit': {
    scope: 'complaints:write',
    path: (world) => ({ id: world.draft }),
    body: () => ({ ...confirmed(), renewedBecause: 'The registration was renewed.' }),
  },
  'POST /complaints/{id}/withdraw': {
    scope: 'complaints:write',
    path: (world) => ({ id: world.draft }),
    body: () => ({ reason: 'settled' }),
  },
  'POST /complaints/{id}/decisions': {
    scope: 'complaints:write',
    ...submitted,
    body: () => ({ outcome: 'removed', decidedAt: now(), justification: { J1: true } }),
  },
  'GET /complaints/{id}/items/{itemId}/observations': { scope: 'complaints:read', path: listing },
  'POST /complaints/{id}/items/{itemId}/observations': {
    scope: 'complaints:write',
    path: listing,
    body: (world) => ({ state: 'up', at: now(), note: 'seen on the telephone', fileId: world.file }),
  },
  'POST /complaints/{id}/items/{itemId}/observe': { scope: 'complaints:write', path: listing },
  'POST /complaints/{id}/filing-errors': {
    scope: 'complaints:write',
    ...submitted,
    body: () => ({ code: 'ER-40', message: 'The form failed.', occurredAt: now() }),
  },
  'POST /complaints/{id}/attempts': {
    scope: 'complaints:write',
    ...submitted,
    body: () => ({ channel: 'guided-form', outcome: 'delivered', at: now() }),
  },
  // answers with 409: the complaint went by mail
  'GET /complaints/{id}/guided-form': { scope: 'complaints:read', ...submitted },
  'GET /complaints/{id}/guided-form/pack': { scope: 'complaints:write', ...submitted },
  'POST /complaints/{id}/attempts/{attemptId}/resolve': {
    scope: 'complaints:write',
    path: (world) => ({ id: world.submitted, attemptId: world.attempt }),
    body: () => ({ outcome: 'delivered', reason: 'the platform confirmed it on the telephone' }),
  },
  'GET /drafts': { scope: 'complaints:write' },
  'GET /drafts/{id}': { scope: 'complaints:write', path: theForm },
  'PUT /drafts/{id}': {
    scope: 'complaints:write',
    path: theForm,
    body: (world) => ({ version: 1, answers: { ...answers(world), listings: 'as pasted', renewedBecause: 'new' } }),
    makes: true,
  },
  'POST /drafts/{id}/share': { scope: 'complaints:write', path: theForm, body: () => ({ shared: true }) },
  'DELETE /drafts/{id}': { scope: 'complaints:write', path: theForm },
  'POST /drafts/{id}/restore': { scope: 'complaints:write', path: theForm },
  'GET /templates': { scope: 'complaints:write' },
  'POST /templates': { scope: 'complaints:write', body: (world) => ({ name: 'Bags', answers: answers(world) }) },
  'PUT /templates/{id}': {
    scope: 'complaints:write',
    path: theTemplate,
    body: (world) => ({ name: 'Bags again', answers: answers(world) }),
  },
  'DELETE /templates/{id}': { scope: 'complaints:write', path: theTemplate },
  'POST /files': {
    scope: 'complaints:write',
    raw: () => aForm({}, { name: 'note.txt', type: 'text/plain', content: 'seen on Monday' }),
  },
  'GET /files/{id}': { scope: 'complaints:read', path: theFile },
  'GET /files/{id}/content': { scope: 'complaints:read', path: theFile },
  'GET /filing-errors/today': { scope: 'measures:read' },
  'POST /filing-errors/recognise': { scope: 'complaints:read', body: () => ({ text: 'System busy' }) },
  'POST /listings/recognise': {
    scope: 'complaints:read',
    body: () => ({ text: 'see a.example/1', platform: 'sandbox' }),
  },
  'GET /rules': { scope: 'complaints:read' },
  'PUT /rules': { scope: 'rules:write', body: () => ({ approval: 'never', approvalAbove: 0 }) },
  'GET /rules/observing': { scope: 'complaints:read' },
  'GET /rules/filing-window': { scope: 'complaints:read' },
  'PUT /rules/filing-window': { scope: 'rules:write', body: () => ({ businessDays: 5 }) },
  'PUT /rules/observing': { scope: 'rules:write', body: () => ({ observing: false }) },
  'GET /imports': { scope: 'complaints:write' },
  'POST /imports': { scope: 'complaints:write', raw: aListingsFile },
  'GET /imports/{id}': { scope: 'complaints:write', path: theImport },
  'GET /imports/{id}/rows': { scope: 'complaints:write', path: theImport },
  'GET /imports/{id}/rejected': { scope: 'complaints:write', path: theImport },
  'PUT /imports/{id}/rows/{row}': {
    scope: 'complaints:write',
    path: (world) => ({ id: world.import, row: '1' }),
    body: () => ({ cells: ['sandbox', 'Velora', 'trademark-use', 'https://sandbox.redress.test/item/2'] }),
  },
  'PUT /imports/{id}/mapping': {
    scope: 'complaints:write',
    path: theImport,
    body: () => ({
      mapping: {
        url: { heading: 'url' },
        platform: { value: 'sandbox' },
        rights_holder: { heading: 'rights_holder' },
        ground: { heading: 'ground' },
      },
      register: false,
    }),
  },
  'POST /imports/{id}/commit': { scope: 'complaints:write', path: theImport },
  'POST /imports/{id}/pause': { scope: 'complaints:write', path: theImport },
  'POST /imports/{id}/resume': { scope: 'complaints:write', path: theImport },
  'DELETE /imports/{id}': { scope: 'complaints:write', path: theImport },
  'GET /dev-mailbox': { scope: 'complaints:read' },
  'GET /documents/{id}': { scope: 'complaints:read', path: (world) => ({ id: world.document }) },
  'GET /items': { scope: 'measures:read' },
  'GET /platforms/{slug}/errors': { scope: 'measures:read', path: () => ({ slug: 'sandbox' }) },
  'GET /platforms/{slug}/measures': { scope: 'measures:read', path: () => ({ slug: 'sandbox' }) },
  'GET /measures': { scope: 'measures:read' },
  'POST /replies': {
    scope: 'replies:write',
    raw: () => ({ type: 'message/rfc822', content: 'Subject: hello\r\n\r\nhello\r\n' }),
  },
  'GET /triage': { scope: 'complaints:read' },
  'GET /replies/{id}': { scope: 'complaints:read', path: (world) => ({ id: world.reply }) },
  'POST /replies/{id}/code': {
    scope: 'replies:write',
    path: (world) => ({ id: world.reply }),
    body: () => ({ action: 'dismiss', justification: { J2: true } }),
  },
  'GET /webhooks': { scope: 'webhooks:write' },
  'POST /webhooks': { scope: 'webhooks:write', body: aWebhook },
  'GET /webhooks/{id}': { scope: 'webhooks:write', path: theWebhook },
  'PUT /webhooks/{id}': { scope: 'webhooks:write', path: theWebhook, body: aWebhook },
  'DELETE /webhooks/{id}': { scope: 'webhooks:write', path: theWebhook },
  'POST /webhooks/{id}/rotate-secret': { scope: 'webhooks:write', path: theWebhook },
  'POST /webhooks/{id}/test': { scope: 'webhooks:write', path: theWebhook },
  'GET /webhooks/{id}/deliveries': { scope: 'webhooks:write', path: theWebhook },
  'POST /webhook-deliveries/{id}/resend': {
    scope: 'webhooks:write',
    path: (world) => ({ id: world.webhookDelivery }),
  },
  'GET /calendar-feed': { scope: 'session' },
  'POST /calendar-feed': { scope: 'session' },
  'DELETE /calendar-feed': { scope: 'session' },
  'GET /session': { scope: 'session' },
  'POST /session/workspace': {
    scope: 'session',
    body: () => ({ workspaceId: '01890000-0000-7000-8000-000000000000' }),
  },
};

/** A workspace that holds one of everything a request can name. */
export async function aWorld(app: TestApp): Promise<World> {
  const { http } = app.main;
  const made = async (path: string, body: unknown): Promise<string> =>
    expectStatus(await http.post<{ id: string }>(path, body), 201).id;
  const uploaded = async (path: string, status: number, form: { type: string; content: Buffer }): Promise<string> =>
    expectStatus(await http.send<{ id: string }>('POST', path, form.content, { 'content-type': form.type }), status).id;
  const parties = await registerParties(http);
  const evidence = await uploaded('/files', 201, aForm({}, { name: 'a.txt', type: 'text/plain', content: 'seen' }));
  const withFile: World = { ...nothing, ...parties, file: evidence };
  const form = '01890000-0000-7000-8000-0000000000f0';
  expectStatus(await http.put(`/drafts/${form}`, { version: 0, answers: answers(withFile) }), 200);
  const draft = await file(http, parties, { submit: false });
  const filed = await file(http, parties);
  const reply = expectStatus(
    await http.send<{ id: string }>('POST', '/replies', 'Subject: x\r\n\r\nwords\r\n', {
      'content-type': 'message/rfc822',
    }),
    201,
  );
  const { documentId } = expectStatus(await http.get<{ documentId: string }>(`/replies/${reply.id}`), 200);
  const [attempt] = (await readComplaint(http, filed.id)).attempts;
  const webhook = await made('/webhooks', aWebhook());
  const ping = expectStatus(await http.post<{ id: string }>(`/webhooks/${webhook}/test`), 202);
  return {
    ...withFile,
    form,
    draft: draft.id,
    waiting: await aWaitingComplaint(app.main, parties),
    submitted: filed.id,
    item: filed.items[0]?.id ?? '',
    attempt: attempt?.id ?? '',
    reply: reply.id,
    document: documentId,
    power: await made(`/rights-holders/${parties.rightsHolderId}/powers-of-attorney`, aPower()),
    template: await made('/templates', { name: 'Bags', answers: answers(withFile) }),
    webhook,
    webhookDelivery: ping.id,
    import: await aReadImport(app, await uploaded('/imports', 202, aListingsFile())),
  };
}

/** The import after its dry run: rows of it can be corrected. */
async function aReadImport({ api, main }: TestApp, id: string): Promise<string> {
  await api.get(ReadImport).run(main.id, id, new AbortController().signal);
  return id;
}

const nothing: Omit<World, keyof Parties> = {
  draft: '',
  waiting: '',
  submitted: '',
  item: '',
  attempt: '',
  reply: '',
  document: '',
  power: '',
  file: '',
  form: '',
  template: '',
  import: '',
  webhook: '',
  webhookDelivery: '',
};

async function aWaitingComplaint({ http }: TestWorkspace, parties: Parties): Promise<string> {
  expectStatus(await http.put('/rules', { approval: 'always', approvalAbove: 0 }), 200);
  const { id, status } = await file(http, parties);
  if (status !== 'awaiting-approval') throw new Error(`The complaint is ${status}`);
  expectStatus(await http.put('/rules', { approval: 'never', approvalAbove: 0 }), 200);
  return id;
}
