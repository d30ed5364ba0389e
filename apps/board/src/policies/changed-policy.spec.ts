import type { DraftGroup } from '../act/drafts.js';
import type { PolicyInFull } from '../api/types.js';
import { changeable, changedPolicy, changesIn, draftsAtFirst } from './changed-policy.js';

const minutes = { type: 'integer', minimum: 0, maximum: 90, title: 'Value', 'x-unit': 'min' };
const from = {
  '/count/source': { type: 'string', title: 'Source' },
  '/count/mark': { enum: ['V', 'site'], title: 'How sure', 'x-words': { V: 'read', site: 'own choice' } },
};
const schema = (properties: Readonly<Record<string, unknown>>) => ({
  ...{ type: 'object', properties, required: Object.keys(properties) },
});
const figure = (key: string, fields: Readonly<Record<string, unknown>>) => ({
  ...{ key, at: `/${key}`, group: 'Collection', title: `The ${key}`, value: '', source: 'S1', mark: 'V' as const },
  ...{ fields: schema(fields), part: false },
});
const shown: PolicyInFull = {
  ...{ version: 'one', current: true, owner: 'A', approver: 'B', source: 'C', by: 'ana', createdAt: null },
  policy: { version: 'one', count: { value: 60, source: 'S1', mark: 'V' }, clocks: [{ limit: 72 }], regions: ['EU'] },
  figures: [
    figure('count', { '/count/value': minutes, ...from }),
    figure('clocks', { '/clocks/0/limit': { type: ['number', 'null'], title: 'Limit', 'x-unit': 'h' } }),
    figure('regions', {}),
  ],
};
const figures = changeable(shown);
const before = draftsAtFirst(shown, figures);
const named = { '/policy/version': 'two', '/owner': 'EXAMPLE Owner', '/approver': 'EXAMPLE B', '/source': 'EXAMPLE' };
const typed = (drafts: DraftGroup): DraftGroup => ({ ...before, ...named, ...drafts });
const made = (drafts: DraftGroup) => changedPolicy(shown, figures, before, typed(drafts));

describe('a policy that is changed in a form', () => {
  it('begins as the version that it comes from, with nothing said of the new one', () => {
    expect(before).toEqual({
      ...{ '/policy/version': '', '/owner': '', '/approver': '', '/source': '' },
      ...{ '/policy/count/value': '60', '/policy/count/source': 'S1', '/policy/count/mark': '0' },
      '/policy/clocks/0/limit': '72',
    });
  });

  it('becomes a body that differs in what was typed and in nothing else, and changes no version that is there', () => {
    const { value, wrong } = made({ '/policy/count/value': '75', '/policy/count/mark': '1' });
    expect(wrong).toEqual([]);
    expect(value).toEqual({
      policy: { ...shown.policy, version: 'two', count: { value: 75, source: 'S1', mark: 'site' } },
      ...{ owner: 'EXAMPLE Owner', approver: 'EXAMPLE B', source: 'EXAMPLE' },
    });
    expect(shown.policy['version']).toBe('one');
    expect(made({ '/policy/clocks/0/limit': '' }).value).toMatchObject({ policy: { clocks: [{ limit: null }] } });
  });

  it('says at its place what is no value, and what is missing', () => {
    const { wrong } = made({ '/policy/count/value': '1.5', '/policy/clocks/0/limit': 'long', '/owner': ' ' });
    expect(wrong).toEqual([
      { pointer: '/owner', detail: 'Owner is needed.' },
      { pointer: '/policy/count/value', detail: 'Value is a whole number.' },
      { pointer: '/policy/clocks/0/limit', detail: '"long" is not a number.' },
    ]);
    expect(made({ '/policy/count/value': '91' }).wrong).toMatchObject([{ detail: 'Value is at most 90.' }]);
  });

  it('says what differs, and where the source is still the old value’s', () => {
    expect(changesIn(figures, before, typed({}))).toEqual([]);
    expect(changesIn(figures, before, typed({ '/policy/count/value': '75', '/policy/clocks/0/limit': '' }))).toEqual([
      {
        ...{ pointer: '/policy/count/value', title: 'The count', before: '60 min (1 h)', after: '75 min (1 h 15)' },
        sourceStays: true,
      },
      {
        ...{ pointer: '/policy/clocks/0/limit', title: 'The clocks: Limit', before: '72 h', after: 'none' },
        sourceStays: false,
      },
    ]);
    const both = changesIn(figures, before, typed({ '/policy/count/value': '75', '/policy/count/mark': '1' }));
    expect(both).toMatchObject([
      { sourceStays: false },
      { title: 'The count: How sure', before: 'read', after: 'own choice' },
    ]);
  });
});
