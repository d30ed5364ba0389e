import { defaultPolicy, handoverChecks } from '@cellrelay/shipment';
import { languages } from '../language.js';
import { catalogue, claims, english, notReviewed, type Claim, type MessageKey } from './catalogue.js';
import { languagesFor } from './reader-language.js';
import { sayIn, word } from './say.js';

const slotsOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([slot]) => slot).sort();
const claimed = (Object.keys(claims) as Claim[]).flatMap((claim) =>
  claims[claim].languages.flatMap((language) =>
    (Object.keys(claims[claim].messages) as MessageKey[]).map((key) => ({ language, key })),
  ),
);

describe('the catalogues', () => {
  it('have every message in every language that they claim, and claim every message', () => {
    expect(claimed.filter(({ language, key }) => (catalogue[language][key] ?? '').trim() === '')).toEqual([]);
    expect(new Set(claimed.map(({ key }) => key))).toEqual(new Set(Object.keys(english)));
    expect(claimed.length).toBeGreaterThan(1200);
  });

  it('have the same slots in every language', () => {
    const differing = claimed.filter(
      ({ language, key }) => slotsOf(catalogue[language][key] ?? '').join() !== slotsOf(english[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('claim no more than is there: no other language has a message that English has not', () => {
    for (const language of languages) {
      expect(Object.keys(catalogue[language]).filter((key) => !(key in english))).toEqual([]);
    }
  });

  it('have no message that says its own key, and none left in English by mistake', () => {
    const asIs = claimed.filter(({ language, key }) => language !== 'en' && catalogue[language][key] === english[key]);
    const alike = [
      'check.own',
      'customs.code',
      'customs.transit',
      'label.arrival',
      'label.volume',
      'paper.place-and-date',
    ];
    const alikeToo = ['plan.clock-utc', 'visa.name', 'word.millilitres'];
    expect(asIs.filter(({ key }) => ![...alike, ...alikeToo].includes(key))).toEqual([]);
    expect(claimed.filter(({ language, key }) => catalogue[language][key] === key)).toEqual([]);
  });

  it('name things as the trade of their country does', () => {
    expect(catalogue.de['customs.title']).toMatch(/^Zollanmeldung /);
    // Of a permit, a booking and a flight alike.
    expect(catalogue.de['word.none']).toBe('nicht vorhanden');
    expect(
      (['customs.direction', 'customs.transit', 'customs.carried-by'] as const).map((key) => catalogue['zh-Hans'][key]),
    ).toEqual(['进出境方向', '转运', '运送人']);
  });

  it('say a check in the words in which it is asked: in English, the words of the lists themselves', () => {
    const { packing, 'pick-up': pickUp, delivery } = handoverChecks;
    for (const [place, checks] of Object.entries({ packing, 'pick-up': pickUp, delivery }))
      for (const [check, text] of Object.entries(checks))
        expect([check, says(`check.${place}.${check}`)]).toEqual([check, text]);
    const asked = defaultPolicy.receiptChecklists.value.flatMap(({ items }) => items);
    expect(asked.length).toBeGreaterThan(20);
    for (const { id, text } of asked) expect([id, says(`check.receipt.${id}`)]).toEqual([id, text]);
  });

  const says = (key: string): string | undefined => (english as Readonly<Record<string, string>>)[key];
});

describe('a message', () => {
  it('is said in the languages of the paper, each slot in the reader’s form', () => {
    const said = sayIn(['de', 'en'])('airline.fallback', {
      flight: word('flight.named', { flight: 'LH 1', date: 'x' }),
    });
    expect(said).toEqual({
      message: 'airline.fallback',
      texts: {
        de: 'Fällt dieser Flug aus, reist der Kurier mit LH 1 am x.',
        en: 'If this flight is not flown, the courier travels on LH 1 on x.',
      },
    });
  });

  it('prints what stands in a slot as it is: no slot within it is filled, no pattern in it is read', () => {
    const strange = 'Dr {flight} $& #set page() \u202E مثال 𠮷';
    const { texts } = sayIn(['en'])('airline.request', { courier: strange, flight: 'UA 1' });
    expect(texts.en).toBe(`Please carry ${strange} with the transport box in the cabin of flight UA 1.`);
  });

  it('is a defect where its language has it not', () => {
    expect(() => sayIn(['ja'])('spear.title')).toThrow('spear.title is not there in ja');
  });
});

describe('the languages of a paper', () => {
  it('are the officer’s first and English second, for officers in all of ours', () => {
    expect(
      ['CN', 'HK', 'TW', 'DE', 'JP', 'KR', 'IT', 'FR', 'ES'].map((each) => languagesFor(each, 'officers')[0]),
    ).toEqual([...['zh-Hans', 'zh-Hant', 'zh-Hant', 'de', 'ja', 'ko', 'it', 'fr', 'es']]);
    expect(languagesFor('JP', 'officers')).toEqual(['ja', 'en']);
  });

  it('are English alone where the reader’s language is none of ours, or the paper cannot be had in it', () => {
    expect([languagesFor('US', 'officers'), languagesFor('VN', 'officers'), languagesFor(null, 'papers')]).toEqual([
      ...[['en'], ['en'], ['en']],
    ]);
    expect([languagesFor('JP', 'papers'), languagesFor('CN', 'reports')]).toEqual([['en'], ['en']]);
    expect(languagesFor('AT', 'papers')).toEqual(['de', 'en']);
  });

  it('are said to be not reviewed where nobody has read them over: all but those that are complete', () => {
    expect([...notReviewed].sort()).toEqual(languages.filter((each) => !['en', 'zh-Hans', 'de'].includes(each)).sort());
  });
});
