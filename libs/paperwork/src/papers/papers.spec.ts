import { airport, at, checkpoint, exampleFacts, results } from '../facts/facts.examples.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import type { Block, Paper } from '../paper.js';
import { packOf } from './pack.js';
import { messagesOf, papersOf, textIn } from './paper-words.examples.js';

const blocksOf = <Kind extends Block['kind']>(paper: Paper | undefined, kind: Kind) =>
  (paper?.blocks ?? []).filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

const frozen: PaperFacts = { ...exampleFacts, product: 'HPC-CB', band: { atOrBelowCelsius: -150 } };

describe('the letter to airport security', () => {
  it('has the officer’s language first, a banner, and one clear request in its first sentence', () => {
    const [letter] = papersOf(exampleFacts, 'security-letter');
    expect(letter?.languages).toEqual(['zh-Hans', 'en']);
    expect(blocksOf(letter, 'banner')[0]?.said.texts).toEqual({ 'zh-Hans': '请勿X射线照射', en: 'DO NOT X-RAY' });
    expect(blocksOf(letter, 'paragraph')[0]?.sentences[0]?.texts.en).toBe(
      'Please inspect the transport box carried by Courier One by hand, without passing it through an X-ray machine.',
    );
    expect(blocksOf(letter, 'addressee')[0]?.lines).toEqual([
      '机场安全检查部门',
      'Airport security control',
      'Beijing (PEK)',
    ]);
  });

  it('says what was agreed where something was', () => {
    const [atPek, atSfo] = papersOf(exampleFacts, 'security-letter');
    expect(textIn(atPek, 'security.agreed')).toBe('This inspection was agreed under the reference AGREED-1.');
    expect(messagesOf(atSfo)).not.toContain('security.agreed');
  });

  it('never lets a dry shipper be opened, and offers a box’s outer lid', () => {
    expect(messagesOf(papersOf(exampleFacts, 'security-letter')[0])).toContain('security.lid');
    const [letter] = papersOf(frozen, 'security-letter');
    expect(messagesOf(letter)).toContain('cells.shipper');
    expect(messagesOf(letter)).not.toContain('security.lid');
  });

  it('is for the waybill where no courier travels, and needs none', () => {
    const cargo = { carrier: 'EXAMPLE Air Cargo', waybill: '999-12345675' };
    const { papers } = packOf({ ...frozen, cargo, courier: undefined, passport: undefined, substitute: undefined });
    const letter = papers.find(({ kind }) => kind === 'security-letter');
    expect(textIn(letter, 'security.request-cargo')).toContain('999-12345675');
    const ofCouriers = ['airline-letter', 'courier-authorisation', 'emergency-card'];
    expect(papers.filter(({ kind }) => ofCouriers.includes(kind))).toEqual([]);
    expect(messagesOf(papers.find(({ kind }) => kind === 'hand-over-form'))).toContain('hand-over.title-carrier');
  });

  it.each([
    ['NRT', 'JP', 'ja'],
    ['ICN', 'KR', 'ko'],
    ['HKG', 'HK', 'zh-Hant'],
    ['FCO', 'IT', 'it'],
    ['CDG', 'FR', 'fr'],
    ['MAD', 'ES', 'es'],
  ] as const)('at %s says that its translation is not reviewed and English governs', (iata, country, language) => {
    const there = airport(iata, iata, country, 'Asia/Tokyo');
    const [letter] = papersOf({ ...exampleFacts, checkpoints: [checkpoint(there)] }, 'security-letter');
    expect(letter?.languages).toEqual([language, 'en']);
    expect(letter?.blocks[0]).toMatchObject({ kind: 'notice', sentences: [{ message: 'notice.not-reviewed' }] });
  });

  it('says nothing of the kind at Frankfurt, Beijing or Houston', () => {
    const fra = airport('FRA', 'Frankfurt', 'DE', 'Europe/Berlin');
    const [letter] = papersOf({ ...exampleFacts, checkpoints: [checkpoint(fra)] }, 'security-letter');
    expect(letter?.languages).toEqual(['de', 'en']);
    expect(blocksOf(letter, 'notice')).toEqual([]);
    expect(blocksOf(papersOf(exampleFacts, 'security-letter')[0], 'notice')).toEqual([]);
  });
});

describe('the papers of officers', () => {
  const flown = exampleFacts.legs[0]!;
  const [, border] = exampleFacts.borders;

  it.each([
    ['CN', 'zh-Hans'],
    ['DE', 'de'],
    ['JP', 'ja'],
    ['KR', 'ko'],
    ['HK', 'zh-Hant'],
    ['IT', 'it'],
    ['FR', 'fr'],
    ['ES', 'es'],
  ] as const)('can all be had in %s, in its own language and in English', (country, language) => {
    const there = airport('ZZZ', 'Anywhere', country, 'Asia/Tokyo');
    const facts: PaperFacts = {
      ...exampleFacts,
      checkpoints: [checkpoint(there)],
      borders: [{ ...border!, country, airport: there }],
      tariffs: [{ rule: 'EXAMPLE', country, code: '3001.90' }],
      legs: [{ ...flown, flight: { ...flown.flight, from: there, to: there } }],
    };
    for (const kind of ['security-letter', 'airline-letter', 'customs-declaration', 'emergency-card'] as const)
      expect([kind, papersOf(facts, kind).map(({ languages }) => languages)]).toEqual([kind, [[language, 'en']]]);
    const frozenThere = { ...facts, band: frozen.band, product: frozen.product };
    const cargo = { carrier: 'EXAMPLE Air Cargo', waybill: '999-12345675' };
    expect(packOf({ ...frozenThere, cargo }).notMade).toEqual([]);
    expect(packOf({ ...frozenThere, forSeveral: true }).notMade).toEqual([]);
  });
});

describe('the statement of contents', () => {
  const conclusions = ['contents.not-infectious', 'contents.how-known', 'contents.positive', 'contents.not-tested'];
  const said = (...tested: readonly (readonly ReturnType<typeof results>[number][])[]) => {
    const markers = { ...exampleFacts.markers, sampledOn: exampleFacts.markers?.sampledOn, results: tested.flat() };
    const [paper] = papersOf({ ...exampleFacts, markers: markers as PaperFacts['markers'] }, 'contents-statement');
    return messagesOf(paper).filter((each) => [...conclusions, 'contents.no-statement'].includes(each));
  };

  it('says that nothing infectious is known or suspected, and how that is known, where all tests are negative', () => {
    expect(said(results('negative', 'HIV-1/2', 'HBsAg'))).toEqual(['contents.not-infectious', 'contents.how-known']);
  });

  it('names what is positive or was not tested, and then makes no such statement', () => {
    expect(said(results('negative', 'HIV-1/2'), results('positive', 'CMV'))).toEqual([
      ...['contents.positive', 'contents.no-statement'],
    ]);
    expect(said(results('negative', 'HIV-1/2'), results('not-tested', 'Zika'))).toEqual([
      ...['contents.not-tested', 'contents.no-statement'],
    ]);
    expect(said([])).toEqual(['contents.no-statement']);
  });
});

describe('the customs declaration', () => {
  it('has a code by the rule of its country and a value for customs only', () => {
    const [out, into] = papersOf(exampleFacts, 'customs-declaration').map((paper) => JSON.stringify(paper));
    expect(out).toContain('3002590000');
    expect(into).toContain('3001.90');
    expect(into).toContain('USD 500.00, stated for customs purposes only');
  });

  it('points to the statement of contents only where that is made', () => {
    const pointers = (markers: PaperFacts['markers']) =>
      papersOf({ ...exampleFacts, markers }, 'customs-declaration')
        .flatMap(messagesOf)
        .filter((each) => each === 'customs.statement');
    expect(pointers(exampleFacts.markers)).toHaveLength(2);
    expect(pointers(undefined)).toEqual([]);
  });
});

describe('what is said of patients', () => {
  const several = ['cells.what-for-several', 'customs.personal-for-several'];
  const said = (forSeveral: boolean) =>
    (['security-letter', 'airline-letter', 'customs-declaration'] as const)
      .flatMap((kind) => papersOf({ ...exampleFacts, forSeveral }, kind))
      .flatMap(messagesOf);

  it('is of several where the cells are for more than one, and of one where they are for one', () => {
    expect(said(true)).toEqual(expect.arrayContaining(several));
    expect(said(true).filter((each) => ['cells.what', 'customs.personal'].includes(each))).toEqual([]);
    expect(said(false).filter((each) => several.includes(each))).toEqual([]);
  });
});

describe('a telephone number', () => {
  it('stands in a row without a name, which might be written from the right', () => {
    const { phone = '' } = exampleFacts.courier ?? {};
    for (const kind of ['security-letter', 'airline-letter', 'transport-plan'] as const) {
      const [paper] = papersOf(exampleFacts, kind);
      const values = blocksOf(paper, 'facts').flatMap(({ rows }) => rows.map(({ value }) => value));
      expect(values).toContainEqual({ literal: phone });
      expect(values.filter((value) => JSON.stringify(value).includes(phone))).toHaveLength(1);
    }
  });
});

describe('the product document', () => {
  it('reckons what is in the bag from what was counted, and shows no dose per kg', () => {
    const [paper] = papersOf(exampleFacts, 'product-document');
    const table = blocksOf(paper, 'table')[0]?.rows.map((row) =>
      row.map((cell) => ('texts' in cell ? cell.texts.en : '')),
    );
    expect(table).toEqual([
      ['CD34-positive cells per µl', '1,640'],
      ['CD34-positive cells in the bag, 10⁶', '344.4'],
      ['White blood cells, 10⁹ per litre', '200'],
      ['Nucleated cells in the bag, 10⁸', '420'],
    ]);
    expect(JSON.stringify(paper)).not.toMatch(/kg/);
  });

  it('says that nothing is counted where nothing is', () => {
    const bags = exampleFacts.bags?.map((bag) => ({ ...bag, counts: null }));
    expect(messagesOf(papersOf({ ...exampleFacts, bags }, 'product-document')[0])).toContain('bag.not-counted');
  });
});

describe('the transport plan', () => {
  it('has every moment in three clocks', () => {
    const [plan] = papersOf(exampleFacts, 'transport-plan');
    const clocks = blocksOf(plan, 'table')[1];
    expect(clocks?.columns.map(({ texts }) => texts.en)).toEqual([
      ...['Moment', 'Clock at the start: Beijing', 'Clock at the destination: Houston', 'UTC'],
    ]);
    expect(clocks?.rows[1]?.slice(1)).toEqual(
      ['2024-09-04 19:30', '2024-09-04 06:30', '2024-09-04 11:30'].map((literal) => ({ literal })),
    );
    expect(clocks?.rows).toHaveLength(7);
  });

  it('says of cells that are not collected yet that their clock is planned', () => {
    const { clock } = exampleFacts;
    const planned = { ...exampleFacts, clock: clock && { ...clock, runs: false } };
    expect(JSON.stringify(papersOf(planned, 'transport-plan'))).toContain('Collection planned to end');
    expect(messagesOf(papersOf(planned, 'security-letter')[0])).toContain('label.use-by-planned');
  });
});

describe('the temperature record', () => {
  it('has its curve, and says that nothing left the range only where nothing did', () => {
    const [calm] = papersOf(exampleFacts, 'temperature-record');
    expect(blocksOf(calm, 'curve')[0]?.curve).toMatchObject({ zone: 'America/Chicago', band: { fromCelsius: 2 } });
    expect(messagesOf(calm)).toContain('record.within');
    const { temperature } = exampleFacts;
    if (temperature === undefined) throw new Error('the example has readings');
    const excursions = [{ side: 'warm', from: at('09-04T08:00'), until: null, extremeCelsius: 9 }] as const;
    const [warm] = papersOf({ ...exampleFacts, temperature: { ...temperature, excursions } }, 'temperature-record');
    expect(messagesOf(warm)).not.toContain('record.within');
    expect(JSON.stringify(warm)).toContain('too warm');
    expect(JSON.stringify(warm)).toContain('not ended');
  });

  it.each([
    ['lowest', { lowestCelsius: 1.9 }],
    ['highest', { highestCelsius: 8.1 }],
  ])('does not say that all stayed within where the %s reading did not, however short', (_, more) => {
    const { temperature } = exampleFacts;
    const read = temperature && { ...temperature, ...more };
    const [record] = papersOf({ ...exampleFacts, temperature: read }, 'temperature-record');
    expect(messagesOf(record)).not.toContain('record.within');
    expect(messagesOf(record)).toContain('record.briefly-outside');
  });

  it('draws a frozen unit’s curve without a band: it has no lower end', () => {
    const [record] = papersOf(frozen, 'temperature-record');
    expect(blocksOf(record, 'curve')[0]?.curve.band).toBeNull();
    expect(JSON.stringify(record)).toContain('−150 °C or colder');
  });
});

describe('the receipt form', () => {
  it('asks a site’s own check in the site’s own words, and one that it words anew as it has it', () => {
    const receiptChecks = [
      ...[
        { id: 'bag-count', text: 'Count twice' },
        { id: 'own', text: 'Read {celsius} aloud' },
      ],
      { id: 'labels', text: 'Labels legible' },
    ];
    const [form] = papersOf({ ...exampleFacts, receiptChecks }, 'receipt-form');
    expect(blocksOf(form, 'checks')[0]?.items.map(({ message, texts }) => [message, texts.en])).toEqual([
      ['check.own', 'Count twice'],
      ['check.own', 'Read {celsius} aloud'],
      ['check.receipt.labels', 'Labels legible'],
    ]);
  });
});

describe('letters that not every trip needs', () => {
  it('are a visa letter for each visa that can still come, which names who travels and lacks a passport that is not known', () => {
    const { courier, substitute, passport = null } = exampleFacts;
    if (courier === undefined || substitute === undefined) throw new Error('the example has both');
    const visas = [
      { who: courier, passport, country: 'US', as: 'courier' },
      { who: substitute, passport: null, country: 'US', as: 'substitute' },
    ] as const;
    const { papers, notMade } = packOf({ ...exampleFacts, visas });
    const letter = papers.find(({ kind }) => kind === 'visa-letter');
    expect(textIn(letter, 'visa.request')).toBe(
      'Please issue a visa to Courier One at short notice; country to be entered: United States.',
    );
    const [ofFrozen] = papersOf({ ...frozen, visas }, 'visa-letter');
    expect([letter, ofFrozen].map((each) => messagesOf(each).filter((key) => key.startsWith('visa.no-delay')))).toEqual(
      [['visa.no-delay'], ['visa.no-delay-frozen']],
    );
    expect(notMade.map(({ of, missing }) => [of, missing[0]?.fact])).toEqual([
      ['substitute-US', 'passport-of-the-traveller'],
    ]);
  });

  it('are a letter for each border where the goods were let go first', () => {
    expect(papersOf(exampleFacts, 'regularisation-letter')).toEqual([]);
    const borders = exampleFacts.borders.map((border) =>
      border.country === 'CN'
        ? { ...border, released: { at: at('09-04T12:00', 'Asia/Shanghai'), workingDays: 10 } }
        : border,
    );
    const letters = papersOf({ ...exampleFacts, borders }, 'regularisation-letter');
    expect(letters.map(({ reference }) => reference)).toEqual(['EX-24-0001-P1-regularisation-letter-CN-export-PEK']);
    expect(textIn(letters[0], 'regularise.owed', 'zh-Hans')).toBe('材料应在10个工作日内补交。');
  });
});
