import { wayToEnter } from './ways-to-facts.js';

describe('the way to a missing fact', () => {
  it('is a page of its own for what is of the site, the pool and the law', () => {
    expect(['issuer', 'passport', 'tariff', 'receiptChecks'].map(wayToEnter)).toEqual(
      ['/papers', '/couriers', '/rules', '/policies'].map((href) => expect.objectContaining({ kind: 'page', href })),
    );
  });

  it('is a form of the shipment for what its log tells', () => {
    expect(wayToEnter('box')).toMatchObject({ kind: 'form', command: 'PackBox' });
  });

  it('is the sheet of the shipment for what is of it alone', () => {
    expect(wayToEnter('markers')).toMatchObject({ kind: 'sheet', part: 'markers' });
    expect(wayToEnter('consignee')).toMatchObject({ kind: 'sheet', part: 'parties' });
  });

  it('is words alone where nothing can be entered yet', () => {
    expect(wayToEnter('clock')).toBeUndefined();
  });
});
