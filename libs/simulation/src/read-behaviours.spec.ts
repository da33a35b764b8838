import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBehaviours } from './read-behaviours.js';

describe('readBehaviours', () => {
  it('names the file at fault', () => {
    const dir = mkdtempSync(join(tmpdir(), 'behaviours-'));
    try {
      expect(() => readBehaviours(dir)).toThrow('No simulated platform');
      writeFileSync(join(dir, 'odd.yaml'), 'slug: odd\nconsistency: 3\n');
      expect(() => readBehaviours(dir)).toThrow(/odd\.yaml: .*\/consistency/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
