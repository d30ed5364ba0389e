import { isStale, refusalOf, saidOf } from './refusal.js';

describe('refusals', () => {
  it('keeps the sentence, the code and what is allowed', () => {
    const refusal = refusalOf(409, {
      title: 'Refused',
      detail: 'Day 1 has not ended.',
      code: 'count-before-end',
      allowed: ['EndCollection'],
    });
    expect(refusal).toMatchObject({
      detail: 'Day 1 has not ended.',
      code: 'count-before-end',
      allowed: ['EndCollection'],
    });
  });

  it('tells whether it stands when it is confirmed', () => {
    expect(refusalOf(422, { code: 'end-after-its-count', standsIfConfirmed: true }).standsIfConfirmed).toBe(true);
    expect(refusalOf(422, { code: 'in-the-future' }).standsIfConfirmed).toBe(false);
  });

  it('puts a refusal that blames one field beside that field', () => {
    const refusal = refusalOf(422, {
      detail: 'It happens twice.',
      code: 'local-time-repeated',
      at: '#/endedAt',
      allowed: ['-05:00', '-06:00'],
    });
    expect(saidOf('/endedAt', refusal.fields, true)).toEqual([
      { pointer: '/endedAt', detail: 'It happens twice.', allowed: ['-05:00', '-06:00'] },
    ]);
  });

  it('finds what is said about the parts of a field that is shown as one', () => {
    const { fields } = refusalOf(422, {
      detail: 'Two things.',
      errors: [{ at: '/endedAt/local', detail: 'No such time.' }],
    });
    expect(saidOf('/endedAt', fields, true).map((one) => one.detail)).toEqual(['No such time.']);
    expect(saidOf('/endedAt', fields, false)).toEqual([]);
    expect(saidOf('/ended', fields, true)).toEqual([]);
  });

  it('has a sentence for an answer that is no problem document', () => {
    expect(refusalOf(502, '<html>').detail).toBe('The server answered 502.');
    expect(refusalOf(500, null).fields).toEqual([]);
  });

  it('knows a stale revision from another refusal', () => {
    expect(isStale(412, refusalOf(412, {}))).toBe(true);
    expect(isStale(409, refusalOf(409, { code: 'stale-revision' }))).toBe(true);
    expect(isStale(409, refusalOf(409, { code: 'count-before-end' }))).toBe(false);
  });
});
