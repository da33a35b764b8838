import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FormOutcome } from '#libs/channels';
import { sha256Hex as sha256 } from '#libs/channels';
import { eventually } from '../support/app.js';
import { describeIf } from '../support/require.js';
import { chromiumPath } from './chromium.js';
import { aDelivery, openPortals, someValues } from './portal-rig.js';
import type { Filed, PortalRig } from './portal-rig.js';

// A browser is opened for each notice.
jest.setTimeout(30_000);

const describeBrowser = describeIf(chromiumPath !== null, 'Chromium', 'apt-get install chromium');

const meets = (failure: string): Record<string, unknown> => ({ fails: 1, failures: { [failure]: 1 } });

describeBrowser('a notice on a platform’s web form', () => {
  let portals: PortalRig;

  beforeAll(async () => {
    portals = await openPortals({
      plain: {},
      captcha: meets('captcha'),
      failing: meets('server-error'),
      forgetful: meets('session-loss'),
      gone: meets('dead-link'),
      busy: meets('busy'),
      stubborn: meets('rejects-valid'),
      foreign: meets('chinese-only'),
      'silent-filed': meets('unconfirmed-filed'),
      'silent-lost': meets('unconfirmed-lost'),
      small: { uploadBytes: 10 },
      'small-by-status': { uploadBytes: 10, refusesUploadBy: 'status' },
    });
  });

  afterAll(async () => {
    await portals.close();
  });

  const nothingTaken = (name: string, ...why: string[]): void => {
    expect(portals.truth(name)).toEqual({ accepted: [], refused: why });
  };

  it('arrives as it was sealed, with its number and its evidence', async () => {
    const files = [Buffer.from('a picture'), Buffer.from('another')];
    const delivery = aDelivery('plain', { files });
    const outcome = await portals.file('plain', { files });
    expect(outcome).toMatchObject({ kind: 'delivered', reference: 'PF-000001' });
    expect(outcome.proof).toMatchObject({ transport: 'browser-form', sha256: sha256(delivery.raw) });
    expect(outcome.proof.answer).toContain('Your notice was received.');
    expect(portals.sandbox.ledger.accepted.find(({ platform }) => platform === 'plain')?.form).toEqual({
      user: 'vera',
      fields: {
        reference: someValues.reference,
        rightsHolder: 'Velora <GmbH>',
        rightKind: 'trademark',
        rightTitle: 'VELORA',
        rightNumber: 'DE 301',
        ground: 'trademark-use',
        urls: someValues.urls,
        explanation: someValues.explanation,
        goodFaith: 'yes',
        accuracy: 'yes',
        authority: 'yes',
        signature: 'Vera Velora',
        capacity: 'managing director',
        replyTo: 'reply+7@replies.redress.test',
      },
      files: files.map((bytes, at) => ({ name: `label-${at + 1}.png`, size: bytes.length, sha256: sha256(bytes) })),
    });
  });

  it('leaves pictures from before and after the submission, and a trail without what was typed', async () => {
    const { exhibits, ...outcome } = await portals.file('plain', { values: { reference: 'RD-2026-00013' } });
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect(exhibits.map(({ name, mediaType }) => `${name} ${mediaType}`)).toEqual([
      'trail.json application/json',
      'before-submit.png image/png',
      'after-submit.png image/png',
    ]);
    const [trail, ...pictures] = exhibits;
    for (const { bytes } of pictures) expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const { requests, steps } = JSON.parse(trail?.bytes.toString() ?? '{}') as TrailFile;
    // The last page has nothing but its button.
    const posts = requests.filter(({ method }) => method === 'POST');
    expect(
      posts.map(({ url, status, bodySha256 }) => [url.split('/').at(-1), status, bodySha256?.length ?? null]),
    ).toEqual([
      ['login', 303, null],
      ['right', 303, 64],
      ['listings', 303, 64],
      ['statements', 303, 64],
      ['evidence', 303, 64],
      ['review', 303, null],
    ]);
    expect(steps.every(({ result }) => result === 'done')).toBe(true);
    expect(steps.map(({ step }) => step)).toContain('fill "Explanation"');
    for (const typed of ['portal-password', 'licensed', 'Velora <GmbH>'])
      expect(trail?.bytes.toString()).not.toContain(typed);
  });

  it.each([
    ['meets a captcha', 'captcha', 'ER-21', 'captcha'],
    ['is told that valid input is wrong', 'stubborn', 'ER-30', 'rejects-valid'],
    ['is answered in Chinese alone', 'foreign', 'ER-73', 'chinese-only'],
    ['is led to a page that is no longer there', 'gone', 'ER-70', 'dead-link'],
  ])('that %s waits for a person, and was not filed', async (_, name, code, why) => {
    const outcome = await portals.file(name, { patience: name === 'foreign' ? 'impatient' : 'patient' });
    expect(outcome).toMatchObject({ kind: 'needs-human', code });
    expect(outcome.exhibits.map(({ name: exhibit }) => exhibit)).toEqual(['trail.json', 'where-it-stopped.png']);
    nothingTaken(name, ...(name === 'captcha' ? [] : [why]));
  });

  it.each([
    ['the platform’s server fails', 'failing', 'ER-40', 'server-error'],
    ['the session is lost in the middle', 'forgetful', 'ER-45', 'session-loss'],
    ['the system is busy', 'busy', 'ER-44', 'busy'],
  ])('is tried again where %s', async (_, name, code, why) => {
    expect(await portals.file(name)).toMatchObject({ kind: 'prevented', code, attribution: 'platform', retry: true });
    nothingTaken(name, why);
  });

  it.each(['small', 'small-by-status'])(
    'with a file too large for the form "%s" waits for a smaller one',
    async (name) => {
      const outcome = await portals.file(name, { files: [Buffer.from('more than ten bytes')] });
      expect(outcome).toMatchObject({ kind: 'needs-human', code: 'ER-32' });
      nothingTaken(name, 'The file label-1.png is too large: 10 bytes at most.');
    },
  );

  it.each([
    ['silent-filed', { accepted: [someValues.reference], refused: [] }],
    ['silent-lost', { accepted: [], refused: ['unconfirmed-lost'] }],
  ])('that nothing confirms is unknown, whatever is true (%s)', async (name, truth) => {
    const outcome = await portals.file(name);
    expect(outcome).toMatchObject({ kind: 'unknown', code: 'ER-43' });
    expect(outcome.exhibits.map(({ name: exhibit }) => exhibit)).toContain('after-submit.png');
    expect(portals.truth(name)).toEqual(truth);
  });

  it.each([
    [
      'before it was submitted',
      'foreign',
      'chinese-only',
      { kind: 'prevented', code: 'ER-90', attribution: 'us', retry: true },
    ],
    ['after it was submitted', 'silent-lost', 'unconfirmed-lost', { kind: 'unknown', code: 'ER-43' }],
  ])('that is called off %s ends at once', async (_, name, why, expected) => {
    const calledOff = new AbortController();
    const before = portals.truth(name).refused.length;
    const filing = portals.file(name, {}, calledOff.signal);
    await eventually('the form to be where it waits', () =>
      Promise.resolve(portals.truth(name).refused[before] === why ? true : null),
    );
    calledOff.abort();
    expect(await filing).toMatchObject(expected);
  });

  const changed = (patience: Filed['patience'], recipe: Filed['recipe']): Partial<Filed> => ({ patience, recipe });

  describe('stops at what its recipe does not expect', () => {
    const takenBefore = (): string[] => portals.truth('plain').accepted;

    it.each<[string, Partial<Filed>, Partial<Record<keyof FormOutcome | 'code', unknown>>]>([
      ['a password the platform refuses', { account: { user: 'vera', password: 'wrong' } }, { code: 'ER-12' }],
      ['an account that nobody put on record', { account: null }, { code: null }],
      [
        'a demand to sign in it has no steps for',
        changed('patient', ({ signIn: _, ...recipe }) => recipe),
        { code: 'ER-12' },
      ],
      [
        'a field that is no longer there',
        changed('impatient', (recipe) => ({
          ...recipe,
          steps: recipe.steps.map((step) => ('fill' in step ? { ...step, fill: { label: 'Another name' } } : step)),
        })),
        { code: 'ER-71' },
      ],
      ['a list without the option', { values: { ground: 'taste' as 'design' } }, { code: 'ER-31' }],
      [
        'another host, which is never reached',
        changed('patient', (recipe) => ({ ...recipe, steps: [{ goto: 'http://elsewhere.test/' }, ...recipe.steps] })),
        { code: 'ER-71' },
      ],
    ])('such as %s', async (_, given, expected) => {
      const before = takenBefore();
      const outcome = await portals.file('plain', given);
      expect(outcome).toMatchObject({ kind: 'needs-human', ...expected });
      expect(JSON.stringify(outcome.proof)).not.toContain('portal-password');
      expect(takenBefore()).toEqual(before);
    });
  });
});

interface TrailFile {
  requests: { method: string; url: string; status: number | null; bodySha256: string | null }[];
  steps: { step: string; result: string }[];
}
