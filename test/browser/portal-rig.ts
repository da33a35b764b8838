import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify, parse } from 'yaml';
import { BrowserForm, sealForm, sha256Hex as sha256 } from '#libs/channels';
import type { FormAccount, FormDelivery, FormOutcome } from '#libs/channels';
import type { FormRecipe, FormValues } from '#libs/domain';
import { loadPlatformProfiles, projectRoot } from '#libs/settings';
import { PORTAL_PASSWORD } from '../../apps/sandbox/src/portal/portal.js';
import { startSandbox } from '../../apps/sandbox/src/sandbox.js';
import type { Sandbox } from '../../apps/sandbox/src/sandbox.js';
import { chromiumPath } from './chromium.js';

/** A portal that does one thing to every notice, by the name of what it does. */
export type Portals = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface PortalRig {
  sandbox: Sandbox;
  /** files a notice with the portal of this name */
  file: (name: string, given?: Partial<Filed>, signal?: AbortSignal) => Promise<FormOutcome>;
  /** what that portal truly took, and why it did not take others */
  truth: (name: string) => { accepted: string[]; refused: string[] };
  close: () => Promise<void>;
}

export interface Filed {
  values: Partial<FormValues>;
  account: FormAccount | null;
  files: readonly Buffer[];
  recipe: (recipe: FormRecipe) => FormRecipe;
  /** `impatient` where a step is expected to wait in vain */
  patience: 'patient' | 'impatient';
}

/** Every portal in one sandbox, and a channel before them; answers are not due while a test runs. */
export async function openPortals(portals: Portals): Promise<PortalRig> {
  const folder = await mkdtemp(join(tmpdir(), 'redress-portals-'));
  const shipped = join(projectRoot(), 'config', 'sandbox', 'sandbox-portal.yaml');
  const behaviour = parse(await readFile(shipped, 'utf8')) as Record<string, unknown>;
  for (const [name, portal] of Object.entries(portals)) {
    const own = { uploadBytes: 100_000, refusesUploadBy: 'page', fails: 0, failures: {}, passes: 0, ...portal };
    await writeFile(join(folder, `${name}.yaml`), stringify({ ...behaviour, slug: name, portal: own }));
  }
  const inboundSmtp = { host: '127.0.0.1', port: 9 };
  const times = { smtpPort: 0, httpPort: 0, secondsPerDay: 1_000_000 };
  const sandbox = await startSandbox({ ...times, behavioursDir: folder, inboundSmtp });
  const simulator = `127.0.0.1:${sandbox.httpPort}`;
  const open = (stepMs: number): BrowserForm =>
    new BrowserForm({ chromium: chromiumPath ?? '', simulator, stepMs, confirmMs: 2000 });
  const channels = { patient: open(15_000), impatient: open(4000) };
  return {
    sandbox,
    file: async (name, given = {}, signal = new AbortController().signal) =>
      channels[given.patience ?? 'patient'].deliver(aDelivery(name, given), { signal }),
    truth: (name) => ({
      accepted: sandbox.ledger.accepted.filter(({ platform }) => platform === name).map(({ reference }) => reference),
      refused: sandbox.ledger.refused.filter(({ platform }) => platform === name).map(({ reply }) => reply),
    }),
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How the shipped profile files with `sandbox-portal`, at another portal. */
export function portalRecipe(name: string): FormRecipe {
  const platforms = loadPlatformProfiles(join(projectRoot(), 'config', 'platforms'));
  const form = platforms.find(({ slug }) => slug === 'sandbox-portal')?.channels[0]?.form;
  if (form === undefined) throw new Error('config/platforms/sandbox-portal.yaml has no form.');
  return { ...form, start: form.start.replace('/sandbox-portal/', `/${name}/`) };
}

export function aDelivery(name: string, given: Partial<Filed> = {}): FormDelivery {
  const { files = [], account = { user: 'vera', password: PORTAL_PASSWORD }, recipe: changed } = given;
  const recipe = changed === undefined ? portalRecipe(name) : changed(portalRecipe(name));
  const evidence = files.map((bytes, at) => ({
    name: `label-${at + 1}.png`,
    mediaType: 'image/png',
    sha256: sha256(bytes),
    size: bytes.length,
  }));
  const reply = { address: 'reply+7@replies.redress.test' };
  const sealed = sealForm(recipe, { ...someValues, platform: name, evidence, ...given.values }, { reply });
  const file = async (hash: string): Promise<Buffer> => {
    const found = files.find((bytes) => sha256(bytes) === hash);
    return found === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(found);
  };
  return { recipe, simulated: true, account, file, ...sealed };
}

const right = {
  kind: 'trademark',
  title: 'VELORA',
  number: 'DE 301',
  office: 'DPMA',
  validFrom: '2015-01-01',
  validTo: '2045-01-01',
  classes: '9, 25',
} as const;

const listing = (number: number) => ({
  url: `https://portal.sandbox.redress.test/item/${number}`,
  id: String(number),
  title: '',
  seller: '',
});

export const someValues: FormValues = {
  reference: 'RD-2026-00012',
  attemptId: '0198f2aa-7c10-7e51-9d2f-3a1b5c7d9e0f',
  platform: 'sandbox-portal',
  ground: 'trademark-use',
  language: 'en',
  day: '2026-03-02',
  subject: 'Notice of trademark infringement',
  notice: 'The whole notice.',
  explanation: 'The listing offers bags under the sign VELORA.\nThey are not ours & we licensed "nobody".',
  signature: { name: 'Vera Velora', capacity: 'managing director' },
  contact: { name: 'Vera Velora', address: 'Hauptstr. 1', phone: '', email: 'ip@velora.example' },
  rightsHolder: { name: 'Velora <GmbH>', country: 'DE', address: '', email: '', phone: '', website: '' },
  right,
  rights: [right],
  items: [listing(7), listing(8)],
  urls: `${listing(7).url}\n${listing(8).url}`,
  statements: ['goodFaith', 'accuracy', 'authority'].map((kind) => ({ kind, wording: `I state ${kind}.` })),
  evidence: [],
  evidenceUrls: [],
};
