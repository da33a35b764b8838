import { describe, expect, it } from '@jest/globals';
import type { GuidedField } from '#libs/domain';
import { someValues } from './some-values.spec-data.js';
import { guidedForm } from './guided-form.js';

const label = { en: 'A field', zh: '字段' };
const only = (field: Omit<GuidedField, 'label'>, limits = {}) =>
  guidedForm({ fields: [{ label, ...field }], limits }, someValues, { reply: { address: 'a1@replies.example' } });

describe('a guided form', () => {
  it('fills each field as its profile says, in the portal’s own words where it offers a choice', () => {
    const words = { trademark: 'Registered trade mark' };
    const text = { label, help: null, kind: 'text', groups: [], maxLength: null, over: 0 };
    expect(only({ value: '{{right.kind}}', words })).toEqual([{ ...text, values: ['Registered trade mark'] }]);
    expect(only({ value: '{{ground}} {{reply.address}}' })).toEqual([
      { ...text, values: ['counterfeit a1@replies.example'] },
    ]);
    const help = { en: 'As on the certificate' };
    expect(only({ value: '{{right.office}}', help })).toEqual([{ ...text, help, values: [''] }]);
  });

  it('puts the listings into groups of as many as the portal takes', () => {
    const [step] = only({ value: '{{id}}: {{url}}', list: 'items' }, { itemsPerComplaint: 2 });
    expect(step).toMatchObject({
      kind: 'listings',
      values: ['1: https://a.example/1', '2: https://a.example/2', ': https://a.example/three'],
      groups: [['1: https://a.example/1', '2: https://a.example/2'], [': https://a.example/three']],
    });
    expect(only({ value: '{{url}}', list: 'items' })[0]?.groups).toEqual([
      ['https://a.example/1', 'https://a.example/2', 'https://a.example/three'],
    ]);
  });

  it('says by how many characters a text, or the longest group, is too long', () => {
    const limits = { explanationLength: 10 };
    const over = (field: Omit<GuidedField, 'label'>, given = {}) =>
      only(field, given).map((step) => [step.maxLength, step.over]);
    expect(over({ value: '{{explanation}}', maxLength: 13 })).toEqual([[13, 0]]);
    expect(over({ value: '{{explanation}}', maxLength: 5 })).toEqual([[5, 8]]);
    expect(over({ value: '{{explanation}}' }, limits)).toEqual([[10, 3]]);
    expect(over({ value: '{{reference}}' }, limits)).toEqual([[null, 0]]);
    const list = { value: '{{url}}', list: 'items', maxLength: 30 } as const;
    expect(over(list, { itemsPerComplaint: 2 })).toEqual([[30, 9]]);
  });

  it('names the files where the form takes files', () => {
    expect(only({ file: 'evidence' })).toMatchObject([{ kind: 'files', values: ['shot.png', 'shot.png'] }]);
  });

  it('has an order for portals of which nothing is known, without the fields that would stay empty', () => {
    const steps = guidedForm({ limits: {} }, someValues, { reply: { address: 'a1@replies.example' } });
    expect(steps.map((step) => [step.label.en, step.values])).toEqual([
      ['Rights holder', ['Velora GmbH']],
      ['Country of the rights holder', ['DE']],
      ['Contact person', ['Vera Velora']],
      ['E-mail for answers', ['a1@replies.example']],
      ['Kind of right', ['Trade mark']],
      ['Mark or title', ['VELORA\nVELORA PRO']],
      ['Registration number', ['DE 1\nDE 2']],
      ['Ground', ['Counterfeit']],
      ['Addresses of the listings', ['https://a.example/1', 'https://a.example/2', 'https://a.example/three']],
      ['Explanation', ['They are fake']],
      ['Evidence files', ['shot.png', 'shot.png']],
      ['Statements', ['I believe it.\n\nIt is true.']],
      ['Signed by', ['Vera Velora']],
      ['In the capacity of', ['owner']],
      ['Your own reference', ['RD-1']],
    ]);
    const chinese = guidedForm({ limits: {} }, { ...someValues, language: 'zh' });
    expect(chinese.find((step) => step.label.en === 'Ground')?.values).toEqual(['假冒商品']);
  });
});
