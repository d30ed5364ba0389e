import { compileMessage } from '@lingui/message-utils/compileMessage';
import { compile } from './compile.js';
import { languageOf } from './languages.js';
import { catalogue, t, wordsBy } from './words.js';

afterEach(() => catalogue.loadAndActivate({ locale: 'en', messages: {} }));

describe('words', () => {
  it('are the message itself in English, with what stands in its places', () => {
    expect(t('Sign in')).toBe('Sign in');
    expect(t('{name} of {place}', { name: 'Lin', place: 'Beijing' })).toBe('Lin of Beijing');
    const papers =
      '{count, plural, =0 {no paper} one {# paper} other {# papers}} in {where, select, box {the box} other {it}}';
    expect(t(papers, { count: 0, where: 'box' })).toBe('no paper in the box');
    expect(t(papers, { count: 1, where: 'bag' })).toBe('1 paper in it');
    expect(t(papers, { count: 1200, where: 'box' })).toBe('1,200 papers in the box');
  });

  it.each([
    'plain',
    '{a}',
    'a {b} c {d}.',
    '{n, plural, one {# bag of {who}} other {# bags of {who}}} left',
    '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    '{k, select, a {{n, plural, one {one # here} other {# there}}} other {none}}',
    '{n, plural, =0 {none} one {} other {all # of #}}',
  ])('are compiled as Lingui compiles them: %s', (message) => {
    const bare = (pieces: unknown) => JSON.parse(JSON.stringify(pieces).replaceAll('"offset":0,', '')) as unknown;
    expect(bare(compile(message))).toEqual(bare(compileMessage(message)));
  });

  it('stand as they are where they are no message', () => {
    expect(compile('a } b')).toEqual(['a } b']);
  });

  it('of another language come from its catalogue, and in English where it has none', () => {
    catalogue.loadAndActivate({ locale: 'zh-Hans', messages: { 'Sign in': ['登录'] } });
    expect(t('Sign in')).toBe('登录');
    expect(t('{n, plural, one {# bag} other {# bags}}', { n: 2 })).toBe('2 bags');
  });

  it('by their keys are those of the language that is shown when they are read', () => {
    const words = wordsBy({ in: () => t('Sign in'), out: () => t('Sign out') });
    expect(words).toEqual({ in: 'Sign in', out: 'Sign out' });
    catalogue.loadAndActivate({ locale: 'zh-Hans', messages: { 'Sign in': ['登录'] } });
    expect(Object.entries(words)).toEqual([
      ['in', '登录'],
      ['out', 'Sign out'],
    ]);
  });
});

describe('the language', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-Hans-SG'], 'zh-Hans'],
    [['zh-TW', 'de'], 'en'],
    [['de-DE', 'zh-SG'], 'zh-Hans'],
    [['en-US', 'zh-CN'], 'en'],
    [[], 'en'],
  ])('wanted as %j is %s', (wanted, code) => expect(languageOf(wanted).code).toBe(code));
});
