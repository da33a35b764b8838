import { describe, expect, it } from '@jest/globals';
import { languages } from '#libs/domain';
import { partWords } from './part-words.js';

describe('partWords', () => {
  it.each(languages)('say in %s which mail it is of how many, and where each file is', (language) => {
    const words = partWords(language);
    expect(words.subject('Notice RD-2026-00012', 2, 3)).toMatch(
      /^Notice RD-2026-00012 \([^\r\n]*2[^\r\n]*3[^\r\n]*\)$/,
    );
    const files = new Map([
      [2, ['a.png', '图.png']],
      [3, ['b.png']],
    ]);
    const [opening, ...lines] = words.follows(files, 3).split('\n');
    expect(opening).toContain('3');
    expect(lines.map((line) => /\d: .*$/.exec(line)?.[0])).toEqual(['2: a.png, 图.png', '3: b.png']);
    const [told, ...names] = words.followUp(2, 3, ['a.png', '图.png']).split('\n');
    expect(told).toMatch(/2.*3/);
    expect(names).toEqual(['- a.png', '- 图.png']);
  });

  it('are other words in every language', () => {
    const openings = languages.map((language) => partWords(language).follows(new Map(), 2));
    expect(new Set(openings).size).toBe(languages.length);
  });
});
