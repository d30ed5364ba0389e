import { languagesOf, pdfAddress, possible, stocksOf, type Printing } from './label-words.js';

const printing: Printing = { stock: 'roll-100x50', dpi: '300', language: 'de' };

describe('what labels are printed on', () => {
  it('is the large size for a box, and any for a tag', () => {
    expect(stocksOf('box')).toEqual(['roll-100x150', 'a4-100x150']);
    expect(stocksOf('tie-tags')).toHaveLength(4);
  });

  it('holds one language where it is small, three for a tag, and nine for a box', () => {
    expect(languagesOf('tie-tags', 'a4-100x50').map(([language]) => language)).toEqual(['en']);
    expect(languagesOf('tie-tags', 'roll-100x150').map(([language]) => language)).toEqual(['en', 'zh-Hans', 'de']);
    expect(languagesOf('box', 'roll-100x150')).toHaveLength(9);
  });

  it('falls back on what can be had', () => {
    expect(possible('tie-tags', printing)).toEqual({ ...printing, language: 'en' });
    expect(possible('box', printing)).toEqual({ ...printing, stock: 'roll-100x150' });
  });

  it('stands in the address of the PDF', () => {
    expect(pdfAddress('s-1', 'tie-tags', printing, 'EX 1-T2')).toBe(
      '/api/v1/shipments/s-1/labels/pdf?which=tie-tags&stock=roll-100x50&dpi=300&language=en&label=EX+1-T2',
    );
  });
});
