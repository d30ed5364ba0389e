import { airport, exampleFacts, flight, pek } from '../facts/facts.examples.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import { officerSentences } from './officer-sentences.js';
import { packOf } from './pack.js';
import { sentencesIn } from './sentences.js';

const everywhere = (facts: PaperFacts) => officerSentences([facts]).flatMap(({ sentences }) => sentences);
const abouts = (facts: PaperFacts) => everywhere(facts).map(({ about }) => about);

describe('what is shown to officers', () => {
  it('stands word for word on papers of the trip, but for the limit, which is a row there', () => {
    const printed = packOf(exampleFacts).papers.flatMap((paper) => sentencesIn(paper).map(({ texts }) => texts.en));
    const shown = everywhere(exampleFacts).filter(({ about }) => !about.startsWith('label.use-by'));
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter(({ english }) => !printed.includes(english))).toEqual([]);
  });

  it('is told by the clock of each place, and said once where two plans say the same', () => {
    const [once, twice] = [officerSentences([exampleFacts]), officerSentences([exampleFacts, exampleFacts])];
    expect(twice).toEqual(once);
    const limits = everywhere(exampleFacts).filter(({ about }) => about === 'label.use-by');
    expect(limits.map(({ at, english }) => [at, english.slice(-7)])).toEqual([
      [['Beijing'], '(UTC+8)'],
      [['San Francisco'], '(UTC−7)'],
      [['Houston'], '(UTC−5)'],
    ]);
  });

  it('says of a translation that nobody has read over that it is one', () => {
    const incheon = airport('ICN', 'Incheon', 'KR', 'Asia/Seoul');
    const leg = { flight: flight('KE 1', pek, incheon, ['09-04T11:30', '09-04T14:00']), fallback: null, record: null };
    const facts = { ...exampleFacts, legs: [leg] };
    expect(officerSentences([facts]).map(({ name, at, reviewed }) => [name, at, reviewed])).toEqual([
      ['简体中文', ['Beijing'], true],
      ['한국어', ['Incheon'], false],
    ]);
  });

  it('opens no dry shipper, and says nothing for cells that travel by themselves', () => {
    const frozen = { ...exampleFacts, band: { atOrBelowCelsius: -150 } };
    expect(abouts(exampleFacts)).toContain('security.lid');
    expect(abouts(frozen)).not.toContain('security.lid');
    expect(officerSentences([{ ...exampleFacts, cargo: { carrier: 'X', waybill: '1' } }])).toEqual([]);
    expect(officerSentences([])).toEqual([]);
  });

  it('tells neither centre', () => {
    const told = JSON.stringify(officerSentences([exampleFacts]));
    for (const office of [exampleFacts.consignor, exampleFacts.consignee]) expect(told).not.toContain(office?.name);
    expect(told).not.toContain(exampleFacts.donorGrid);
  });
});
