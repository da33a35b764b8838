import { describe, expect, it } from '@jest/globals';
import { grounds } from '#libs/domain';
import { looseKey } from '../mapping/loose-key.js';
import { groundOf, groundWords } from './ground-words.js';

describe('groundOf', () => {
  it.each(grounds)('knows the code %s in any spelling', (ground) => {
    expect([ground, ground.toUpperCase(), ground.replace('-', ' '), ` ${ground} `].map(groundOf)).toEqual(
      Array(4).fill(ground),
    );
  });

  it.each([
    ['Fake', 'counterfeit'],
    ['假冒', 'counterfeit'],
    ['Hàng giả', 'counterfeit'],
    ['HANG GIA', 'counterfeit'],
    ['Trade-Mark Infringement', 'trademark-use'],
    ['商标侵权', 'trademark-use'],
    ['Contrefaçon de marque', 'trademark-use'],
    ['Markenverletzung', 'trademark-use'],
    ["Atteinte au droit d'auteur", 'copyright-copy'],
    ['版权', 'copyright-copy'],
    ['Kiểu dáng công nghiệp', 'design'],
    ['外观专利', 'design'],
    ['实用新型', 'patent'],
    ['Infracción de patente', 'patent'],
    ['Umgehung technischer Schutzmaßnahmen', 'circumvention'],
  ])('reads %s as %s', (words, ground) => {
    expect(groundOf(words)).toBe(ground);
  });

  it.each(['', 'infringement', 'IP', 'piracy', 'other', '侵权', 'constructor', '__proto__', 'counterfeit, design'])(
    'leaves it to a person what %j means',
    (words) => {
      expect(groundOf(words)).toBeNull();
    },
  );

  it('has no word for two grounds, and none that is nothing', () => {
    const keys = grounds.flatMap((ground) => [...new Set([ground, ...groundWords[ground]].map(looseKey))]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys).not.toContain('');
  });
});
