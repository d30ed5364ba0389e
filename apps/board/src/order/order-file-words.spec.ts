import { countsText, openText } from './order-file-words.js';

const lines = (...becomes: ('opens' | 'opened' | 'there-already' | 'reference-in-use' | 'faulty')[]) =>
  becomes.map((one) => ({ becomes: one }));

describe('a file of orders, in words', () => {
  it('counts what its lines come to', () => {
    expect(countsText(lines('faulty', 'opens', 'opens', 'there-already'))).toBe(
      '4 orders: 2 would be opened, 1 there already, 1 wrong.',
    );
    expect(countsText(lines('opened'))).toBe('1 order: 1 opened.');
  });

  it('offers to open what is right, and nothing where nothing is', () => {
    expect(openText(lines('opens', 'opens', 'faulty'))).toBe('Open 2 shipments');
    expect(openText(lines('opens'))).toBe('Open 1 shipment');
    expect(openText(lines('faulty', 'there-already', 'opened'))).toBeNull();
  });
});
