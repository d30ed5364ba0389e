import { aboutText, byText, dataText, dayBegins, kindText, momentText } from './audit-words.js';

describe('a line of the audit record in words', () => {
  it('says what it is about; a kind that has no words stands for itself', () => {
    expect(kindText('role-changed')).toBe('Role changed');
    expect(kindText('something-quite-new')).toBe('Something quite new');
  });

  it('says who it was, by name where there is one', () => {
    const organisation = { id: 'o', name: null };
    expect(byText(null)).toBe('the command line');
    expect(byText({ account: { id: '7', name: 'ana' }, organisation })).toBe('ana');
    expect(byText({ account: { id: '7', name: null }, organisation })).toBe('7');
  });

  it('says its particulars, and leaves out what is not there', () =>
    expect(
      dataText({
        data: { role: 'auditor', wasBefore: 'coordinator', first: true, last: false, times: 2, no: null },
        called: {},
      }),
    ).toBe('role auditor, was before coordinator, first yes, last no, times 2'));

  it('calls what has an id by its name', () => {
    const called = { '7': 'EXAMPLE Registry' };
    expect(dataText({ data: { organisation: '7', heldBefore: '8' }, called })).toBe(
      'organisation EXAMPLE Registry, held before 8',
    );
  });

  it('says what it is about by its name, else by its id, a key by the beginning of it', () => {
    expect(aboutText({ id: '7', name: 'ana' })).toBe('ana');
    expect(aboutText({ id: '7', name: null })).toBe('7');
    expect(aboutText({ id: 'audit', name: null })).toBe('the audit record');
    expect(aboutText({ id: 'ab'.repeat(32), name: null })).toBe('key abababababababab');
    expect(dataText({ data: { form: 'csv' }, called: {} })).toBe('form a table for reading');
  });

  it('says the moment in the reader’s clock, with its year', () =>
    expect(momentText('2026-11-26T23:30:00.000Z', 'Europe/Berlin')).toBe('Fri 27 Nov 2026, 00:30'));

  it.each([
    ['2026-11-26', 'Europe/Berlin', 0, '2026-11-25T23:00:00.000Z'],
    ['2026-11-30', 'Europe/Berlin', 1, '2026-11-30T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', 1, '2026-03-29T22:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', 0, '2018-11-04T03:00:00.000Z'],
    ['', 'UTC', 0, ''],
    ['nonsense', 'UTC', 0, ''],
  ])('the day %s begins in %s, %d later', (day, zone, later, at) => expect(dayBegins(day, zone, later)).toBe(at));
});
