import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readYamlFolder } from './yaml-folder.js';

describe('readYamlFolder', () => {
  it('reads each file in the order of their names, and names the one at fault', () => {
    const dir = mkdtempSync(join(tmpdir(), 'folder-'));
    const number = (value: unknown): number => {
      if (typeof value !== 'number') throw new Error('is no number');
      return value;
    };
    try {
      expect(() => readYamlFolder(dir, number)).toThrow('no YAML file');
      writeFileSync(join(dir, 'b.yaml'), '2\n');
      writeFileSync(join(dir, 'a.yml'), '1\n');
      writeFileSync(join(dir, 'note.txt'), 'not YAML');
      expect(readYamlFolder(dir, number)).toEqual([1, 2]);
      writeFileSync(join(dir, 'odd.yaml'), 'words\n');
      expect(() => readYamlFolder(dir, number)).toThrow(/odd\.yaml: is no number/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
