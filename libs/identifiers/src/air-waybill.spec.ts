import { formatAirWaybill, parseAirWaybill } from './air-waybill.js';

describe('an air waybill', () => {
  it.each(['999-12345675', '99912345675', '999 1234 5675', '999-1234 5675', '999–12345675'])(
    'is read from %s',
    (text) => {
      const read = parseAirWaybill(text);
      expect(read).toEqual({ ok: true, value: '99912345675' });
      if (read.ok) expect(formatAirWaybill(read.value)).toBe('999-1234 5675');
    },
  );

  // 1234567 = 7 × 176366 + 5.
  it.each(['0', '1', '2', '3', '4', '6', '7', '8', '9'])('with %s for its check digit is none', (last) => {
    expect(parseAirWaybill(`999-1234567${last}`)).toMatchObject({
      ok: false,
      error: { code: 'check-character-wrong' },
    });
  });

  it.each([
    ['empty', ''],
    ['length', '999-1234567'],
    ['character', '99A-12345675'],
    ['character', '999--12345675'],
  ])('is refused: %s', (code, text) => {
    expect(parseAirWaybill(text)).toMatchObject({ ok: false, error: { identifier: 'air waybill', code } });
  });
});
