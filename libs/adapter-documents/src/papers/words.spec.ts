import { languages } from '@cellrelay/paperwork';
import { words } from './words.js';

describe.each(Object.entries(words))('%s', (_, texts) => {
  it('is said in every language, with the same slots', () => {
    expect(Object.keys(texts).sort()).toEqual([...languages].sort());
    const slots = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const text of Object.values(texts)) {
      expect(text.trim()).not.toBe('');
      expect(slots(text)).toEqual(slots(texts.en));
    }
  });
});
