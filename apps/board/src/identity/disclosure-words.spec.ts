import type { Disclosed, Grant } from '../api/types.js';
import { disclosedText, fieldsText, grantText, groundsFor, standingGrantsText } from './disclosure-words.js';

const by = (person: string) => ({ person, at: '2026-11-27T10:00:00.000Z' });
const grant: Grant = {
  ...{ id: 'g', state: 'in-force', document: 'product-label', fields: ['name', 'birthDate'], reader: 'operator' },
  ...{ basis: 'law', citation: 'EXAMPLE', rule: null, validUntil: '2026-12-01T00:00:00.000Z', lastReadAt: null },
  ...{ asked: by('EXAMPLE A.'), approved: by('EXAMPLE B.'), revoked: null, may: [] },
};
const say = (at: string): string => at.slice(0, 10);

describe('a disclosure in words', () => {
  it.each<[Grant['state'], Partial<Grant>, string]>([
    ['asked', { approved: null }, 'EXAMPLE A. asks for it: a second person has to approve'],
    ['in-force', {}, 'Until 2026-12-01. Asked for by EXAMPLE A., approved by EXAMPLE B.'],
    ['expired', {}, 'Over since 2026-12-01'],
    ['revoked', { revoked: by('EXAMPLE C.') }, 'Ended by EXAMPLE C., 2026-11-27'],
    ['lapsed', {}, 'In abeyance: one of the two organisations is not named in the shipment'],
    ['erased', {}, 'The record that it was for has been erased'],
  ])('%s', (state, change, text) => {
    expect(grantText({ ...grant, ...change, state }, say)).toBe(text);
  });

  it('names its fields, and for the reader whom it is about', () => {
    expect(fieldsText(grant.fields)).toBe('Name, Born on');
    expect(disclosedText({ subject: 'R1', fields: ['name'] } as unknown as Disclosed)).toBe('Recipient R1: Name');
  });

  it('stands beside the record: what waits for a second person before what is in force', () => {
    const asked = { ...grant, state: 'asked' as const };
    expect(standingGrantsText([grant, asked])).toBe('EXAMPLE A. asks to disclose it');
    expect(standingGrantsText([grant, { ...grant, state: 'expired' }])).toBe('Disclosed to one reader');
    expect(standingGrantsText([grant, grant])).toBe('2 disclosures are in force');
    expect(standingGrantsText([{ ...grant, state: 'revoked' }])).toBeNull();
  });
});

it('what it can rest on are the rules on file for that paper, then any law, rule or consent', () => {
  const rule = { id: 'r', basis: 'law' as const, source: 'EXAMPLE act' };
  const grounds = groundsFor('product-label', [
    { ...rule, document: 'product-label' },
    { ...rule, id: 'other', document: 'release-of-names' },
  ]);
  expect(grounds.map(({ value, rule: id, source }) => [value, id, source])).toEqual([
    ['r', 'r', 'EXAMPLE act'],
    ['law', null, ''],
    ['registry-rule', null, ''],
    ['consent', null, ''],
  ]);
});
