import { describe, expect, it } from '@jest/globals';
import { readYamlFolder } from '#libs/settings';
import { parseBehaviour } from '#libs/simulation';
import { platformAt } from './recipient.js';

describe('platformAt', () => {
  const behaviours = readYamlFolder('config/sandbox', parseBehaviour);

  it.each([
    ['notices@sandbox.redress.test', 'sandbox'],
    ['notices@mute.sandbox.redress.test', 'sandbox-mute'],
    ['notices@sandbox-clear.sandbox.redress.test', 'sandbox-clear'],
    ['Notices@CODE.sandbox.redress.test', 'sandbox-code'],
    ['abuse@sandbox.redress.test', null],
    ['notices@nobody.sandbox.redress.test', null],
    ['notices@evilsandbox.redress.test', null],
    ['notices', null],
  ])('%s belongs to %s', (address, slug) => {
    expect(platformAt(address, behaviours)?.slug ?? null).toBe(slug);
  });
});
