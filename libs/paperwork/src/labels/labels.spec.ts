import { mustBe } from '@cellrelay/kernel';
import {
  checkFlagsOf,
  parseCompoundMessage,
  parseDin,
  parseDinFlags,
  parseProductCode,
  parseSec,
  parseStructure,
} from '@cellrelay/identifiers';
import { exampleBox, exampleCodes, exampleTag, fullTag } from '@cellrelay/testkit';
import { languages } from '../language.js';
import {
  boxLabel,
  checkedSiteCodes,
  labelUnreviewed,
  tagLanguages,
  tieTag,
  type Label,
  type LabelPart,
} from '../index.js';

import { labelTexts } from './label-messages.js';
import { onBags, onBoxes } from './label-messages.english.js';

const codesOn = ({ parts }: Label) => parts.flatMap((part) => (part.kind === 'code' ? [part.code] : []));
const codeOf = (label: Label, of: string) => codesOn(label).find((code) => code.of === of)!;
const lacks = (made: { ok: boolean; error?: { missing: readonly { fact: string }[] } }) =>
  made.ok ? [] : made.error!.missing.map(({ fact }) => fact);
const saidBy = (part: LabelPart) => {
  if (part.kind === 'field') return [part.label];
  if (part.kind === 'contact') return [part.role];
  return 'said' in part ? [part.said] : [];
};

describe('a tie tag', () => {
  const tag = mustBe(tieTag(exampleTag, exampleCodes, 'en'));

  it('holds exactly the barcodes of its bag', () => {
    expect(codesOn(tag).map(({ symbology, of, content }) => [symbology, of, content])).toEqual([
      ['code-128', 'din', '=A99992612345600'],
      ['code-128', 'product', '=<S1128V00'],
      ['code-128', 'expiry', '&>0263341440'],
      [
        ...['data-matrix', 'compound'],
        '=+07000=A99992612345600=%5100=<S1128V00&>0263341440&*0263311440=(2001202611300640&:6939XYZ000123456731',
      ],
    ]);
  });

  it('has in its Data Matrix what is on record, each read back', () => {
    const { structures } = mustBe(
      parseCompoundMessage(codeOf(mustBe(tieTag(fullTag, exampleCodes, 'en')), 'compound').content),
    );
    expect(structures).toEqual([
      { is: 'DIN', value: { din: fullTag.din, flags: '13', checked: false } },
      { is: 'blood groups code', value: '5100' },
      { is: 'product code', value: 'S1128V00' },
      { is: 'time of expiry', value: '2026-11-30T14:40' },
      { is: 'time of collection', value: '2026-11-27T14:40' },
      { is: 'flexible date and time', value: { of: 'expiry', clock: 'utc', time: '2026-11-30T06:40' } },
      { is: 'GRID', value: fullTag.grid },
      { is: 'SEC', value: fullTag.sec },
    ]);
  });

  it('reads each of its barcodes back', () => {
    for (const { of, content } of codesOn(tag)) expect(of === 'compound' || parseStructure(content).ok).toBe(true);
  });

  it('prints the check character, flags that say something, and none that only check', () => {
    const text = (flags?: string) => {
      const facts = flags === undefined ? exampleTag : { ...exampleTag, flags: mustBe(parseDinFlags(flags)) };
      return codeOf(mustBe(tieTag(facts, exampleCodes, 'en')), 'din').text;
    };
    expect(text()).toEqual({ kind: 'din', groups: ['A9999', '26', '123456'], flags: null, check: 'T' });
    expect(text('13')).toMatchObject({ flags: '13' });
    expect(text(checkFlagsOf(exampleTag.din!))).toMatchObject({ flags: null, check: 'T' });
  });

  it('tells times by the local clock with its offset, and beneath in UTC', () => {
    const field = tag.parts.find((part) => part.kind === 'field' && part.label.message === 'label.expires');
    expect(field).toMatchObject({ lines: ['2026-11-30 14:40 UTC+8', '(2026-11-30 06:40 UTC)'] });
  });

  it.each([
    [{ fromCelsius: 2, toCelsius: 8 }, '2–8 °C'],
    [{ fromCelsius: 18, toCelsius: 24 }, '18–24 °C'],
    [{ fromCelsius: -196, toCelsius: -150 }, '−196 °C … −150 °C'],
    [{ fromCelsius: -5, toCelsius: 5 }, '−5 °C … 5 °C'],
    [{ atOrBelowCelsius: -150 }, '≤ −150 °C'],
  ])('says %j as %s', (storage, lines) => {
    const { parts } = mustBe(tieTag({ ...exampleTag, storage }, exampleCodes, 'en'));
    expect(parts.find((part) => part.kind === 'field' && part.label.message === 'label.keep-at')).toMatchObject({
      lines: [lines],
    });
  });

  it('says nothing of a blood group that is not known', () => {
    const silent = mustBe(tieTag({ ...exampleTag, bloodGroup: null }, exampleCodes, 'en'));
    expect(codeOf(silent, 'compound').content).not.toContain('=%');
    expect(JSON.stringify(silent.parts)).not.toContain('blood-group');
  });

  it.each(['din', 'productCode', 'collectedAt', 'expiresAt', 'volumeMl', 'storage', 'grid', 'recipient'] as const)(
    'is not made without %s, and says where that is entered',
    (fact) => {
      const made = tieTag({ ...exampleTag, [fact]: null }, exampleCodes, 'en');
      expect(lacks(made)).toEqual([fact]);
      expect(made).toMatchObject({ error: { missing: [{ sentence: /./, whereToEnter: /./ }] } });
    },
  );

  it('is not made of a code that the site’s list does not have: no list comes along', () => {
    expect(lacks(tieTag(exampleTag, { ...exampleCodes, products: [] }, 'en'))).toEqual(['product']);
    expect(lacks(tieTag(exampleTag, { ...exampleCodes, bloodGroups: [] }, 'en'))).toEqual(['bloodGroups']);
    expect(lacks(tieTag({ ...exampleTag, bloodGroup: null }, { ...exampleCodes, bloodGroups: [] }, 'en'))).toEqual([]);
  });

  it('is not made of parts that are not of one bag', () => {
    const sec = mustBe(parseSec('DE001499A999926123465A00S112800020261130'));
    expect(lacks(tieTag({ ...exampleTag, sec }, exampleCodes, 'en'))).toEqual(['sec']);
    const productCode = mustBe(parseProductCode('S1128V99'));
    expect(lacks(tieTag({ ...exampleTag, productCode }, exampleCodes, 'en'))).toEqual(['productDivisions']);
  });

  it('tells all that is missing at once', () => {
    expect(lacks(tieTag({ ...exampleTag, din: null, grid: null, recipient: null }, exampleCodes, 'en'))).toEqual([
      ...['din', 'grid', 'recipient'],
    ]);
  });
});

describe('the label of a box', () => {
  it('begins with what must not be done, in the officer’s language and then in English', () => {
    for (const language of languages) {
      const { parts, languages: spoken } = mustBe(boxLabel(exampleBox, exampleCodes, language));
      const [first] = parts;
      expect(first?.kind).toBe('banner');
      expect(spoken).toEqual(language === 'en' ? ['en'] : [language, 'en']);
      expect(Object.keys(saidBy(first!)[0]!.texts)).toEqual(spoken);
    }
  });

  it('invites nobody to open a dry shipper, and a box only beside its courier', () => {
    const inspection = (storage: typeof exampleBox.storage) =>
      mustBe(boxLabel({ ...exampleBox, storage }, exampleCodes, 'en'))
        .parts.flatMap(saidBy)
        .map(({ message }) => message)
        .filter((message) => ['label.do-not-open', 'label.inspect-outside'].includes(message));
    expect(inspection({ atOrBelowCelsius: -150 })).toEqual(['label.do-not-open']);
    expect(inspection({ fromCelsius: 2, toCelsius: 8 })).toEqual(['label.inspect-outside']);
  });

  it('says so where nobody has read the translation over', () => {
    for (const language of languages) {
      const label = JSON.stringify(mustBe(boxLabel(exampleBox, exampleCodes, language)));
      expect(label.includes('label.not-reviewed')).toBe(labelUnreviewed(language));
    }
    expect(languages.filter(labelUnreviewed)).toEqual(['zh-Hant', 'ja', 'ko', 'it', 'fr', 'es']);
  });

  it('is marked where it is an example, and not where it is none', () => {
    const made = (example: boolean) => JSON.stringify(mustBe(boxLabel({ ...exampleBox, example }, exampleCodes, 'de')));
    expect(made(true)).toContain('BEISPIEL');
    expect(made(false)).not.toContain('label.example');
  });

  it.each([
    [{ bags: [] }, ['bags']],
    [{ storage: null, packedAt: null, expiresAt: null }, ['storage', 'packedAt', 'expiresAt']],
    [{ contacts: exampleBox.contacts.slice(1) }, ['coordinator']],
  ] as const)('is not made with %j', (change, facts) => {
    expect(lacks(boxLabel({ ...exampleBox, ...change }, exampleCodes, 'en'))).toEqual(facts);
  });

  it('is not made of a product that the site’s list does not have', () => {
    expect(lacks(boxLabel(exampleBox, { ...exampleCodes, products: [] }, 'en'))).toEqual(['product']);
  });

  it('names each product and each DIN once, however many bags share them', () => {
    const productCode = mustBe(parseProductCode('S1128VA0'));
    const other = mustBe(parseDin('A999926123457')).din;
    const bags = [...exampleBox.bags, { din: exampleTag.din!, productCode }, { din: other, productCode }];
    const { parts } = mustBe(boxLabel({ ...exampleBox, bags }, exampleCodes, 'en'));
    expect(parts.filter(({ kind }) => kind === 'product')).toHaveLength(1);
    expect(parts.filter((part) => part.kind === 'code' && part.code.of === 'din')).toHaveLength(2);
  });
});

describe('what labels say', () => {
  it('leads in Spanish to one figure as well as to two', () => {
    expect(labelTexts.es['label.keep-at']).toBe('Conservar a');
  });

  it('is there in every language that claims it, with none empty', () => {
    for (const language of languages)
      expect(Object.keys(labelTexts[language]).sort()).toEqual(
        Object.keys(labelUnreviewed(language) ? onBoxes : { ...onBoxes, ...onBags }).sort(),
      );
    expect(
      languages.flatMap((language) => Object.values(labelTexts[language])).filter((text) => text.trim() === ''),
    ).toEqual([]);
  });

  it('is in each of a label’s languages, and known by its message', () => {
    const labels = [
      ...tagLanguages.map((language) => mustBe(tieTag(fullTag, exampleCodes, language))),
      ...languages.map((language) => mustBe(boxLabel(exampleBox, exampleCodes, language))),
    ];
    for (const label of labels)
      for (const { message, texts } of label.parts.flatMap(saidBy)) {
        expect(Object.keys(texts)).toEqual([...label.languages]);
        for (const language of label.languages)
          expect(texts[language]).toBe(labelTexts[language][message as keyof typeof onBoxes]);
      }
  });

  it('is in nobody’s language twice the same by mistake: translations differ from the English', () => {
    const copied = languages
      .filter((language) => language !== 'en')
      .flatMap((language) =>
        Object.entries(labelTexts[language]).filter(
          ([message, text]) => text === { ...onBoxes, ...onBags }[message as keyof typeof onBoxes],
        ),
      )
      .map(([message]) => message);
    expect(new Set(copied)).toEqual(new Set(['label.box', 'label.sec']));
  });
});

describe('a site’s list of codes', () => {
  it('is taken as it is when it is sound', () => {
    expect(checkedSiteCodes(exampleCodes)).toEqual({ ok: true, value: exampleCodes });
  });

  it('is refused with all that is wrong in it', () => {
    const made = checkedSiteCodes({
      products: [
        { code: 'S112', name: 'HPC' },
        { code: 'S1128', name: ' ' },
        { code: 'S1128', name: 'HPC' },
      ],
      bloodGroups: [
        { code: '5101', abo: 'O', rh: '+' },
        { code: '5100', abo: 'O', rh: '+' },
        { code: '5100', abo: 'A', rh: '+' },
      ],
    });
    expect(made.ok ? [] : made.error.map(({ at }) => at)).toEqual([
      ...['/products/0', '/products/1', '/bloodGroups/0', '/products/2', '/bloodGroups/1', '/bloodGroups/2'],
    ]);
  });
});
