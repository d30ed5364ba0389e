import { shippedConstants } from './constants.js';
import { counted, hoursLater } from './histories.examples.js';
import { marrowAdvisories } from './marrow-advisories.js';

const advised = (product: string, receivedAfter: number | null, infusedAfter: number | null) =>
  marrowAdvisories(
    product,
    {
      collectionEndedAt: counted,
      receivedAt: receivedAfter === null ? null : hoursLater(receivedAfter),
      infusionAt: infusedAfter === null ? null : hoursLater(infusedAfter),
    },
    shippedConstants,
  );

describe('marrow that is long under way (Lazarus; viability.md R2)', () => {
  it('is better received within twenty hours, and infused within six more, by a verified source', () => {
    const [source, mark] = ['viability.md 2.6: Lazarus, BBMT 2009;15:589', 'V'];
    expect(advised('HPC-M', 10, 12)).toEqual([
      { code: 'marrow-to-receipt', before: hoursLater(20), kept: true, source, mark },
      { code: 'marrow-receipt-to-infusion', before: hoursLater(16), kept: true, source, mark },
    ]);
  });

  it.each([
    [19.99, true],
    [20, false],
    [30, false],
  ])('received after %s h: kept %s', (hours, kept) => expect(advised('HPC-M', hours, null)[0]).toMatchObject({ kept }));

  it.each([
    [15.99, true],
    [16, false],
  ])('received after 10 h and infused after %s h: kept %s', (hours, kept) => {
    expect(advised('HPC-M', 10, hours)[1]).toMatchObject({ kept });
  });

  it('is advised on before anybody knows when it comes', () => {
    expect(advised('HPC-M', null, null)).toMatchObject([{ code: 'marrow-to-receipt', kept: null }]);
    expect(advised('HPC-M', 10, null)[1]).toMatchObject({ kept: null });
  });

  it.each(['HPC-A', 'MNC-A', 'HPC-CB'])('nothing is advised of %s: nothing was found', (product) => {
    expect(advised(product, 40, 60)).toEqual([]);
  });
});
