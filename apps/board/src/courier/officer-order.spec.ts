import type { OfficerLanguage } from '../api/types.js';
import { directionOf, languagesAt, sentencesAt, turned } from './officer-order.js';

const sentence = (about: string, at: readonly string[]): OfficerLanguage['sentences'][number] => ({
  ...{ about, at: [...at], to: 'security', english: about, text: about },
});
const language = (tag: OfficerLanguage['language'], at: readonly string[]): OfficerLanguage => ({
  ...{ language: tag, name: tag, at: [...at], reviewed: true },
  sentences: [sentence('by hand', ['Houston']), sentence('permits', ['Beijing'])],
});
const three = [language('en', ['Houston', 'Chicago']), language('zh-Hans', ['Beijing']), language('ja', ['Tokyo'])];

describe('what an officer is shown', () => {
  it.each([
    ['Beijing', ['zh-Hans', 'en', 'ja']],
    ['Tokyo', ['ja', 'en', 'zh-Hans']],
    ['Nowhere', ['en', 'zh-Hans', 'ja']],
  ])('in %s is in the language spoken there first', (city, order) => {
    expect(languagesAt(three, city).map((each) => each.language)).toEqual(order);
  });

  it('begins with what is of use where the trip is', () => {
    const said = (city: string) => sentencesAt(three[0]!, city).map(({ about }) => about);
    expect([said('Houston'), said('Beijing'), said('Nowhere')]).toEqual([
      ['by hand', 'permits'],
      ['permits', 'by hand'],
      ['by hand', 'permits'],
    ]);
  });

  it('is written from the side from which it is read', () => {
    expect(['ar', 'he-IL', 'zh-Hans', 'de'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });

  it('goes round', () => {
    expect([turned(0, -1, 3), turned(2, 1, 3), turned(0, 1, 0)]).toEqual([2, 0, 0]);
  });
});
