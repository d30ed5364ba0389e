import { grantedFields, grantsFor, stateOf, type DisclosureGrant, type Reading } from './disclosure-grant.js';
import { ended, grant, later, now, waiting } from './example-grant.js';

const reading: Reading = { reader: 'registry', side: 'patient', subject: 'R1', document: 'product-label' };

describe('how it stands with a disclosure', () => {
  it.each<[string, DisclosureGrant]>([
    ['asked', waiting],
    ['in-force', grant],
    ['revoked', ended],
    ['expired', { ...grant, validUntil: now }],
    ['expired', { ...waiting, validUntil: now }],
    ['lapsed', { ...grant, stands: false }],
    ['erased', { ...grant, current: false }],
    ['revoked', { ...ended, validUntil: now, stands: false, current: false }],
  ])('%s', (state, which) => {
    expect(stateOf(which, now)).toBe(state);
  });
});

describe('what may be read', () => {
  it('is what one in force names, until its last millisecond', () => {
    expect([...grantedFields([grant], reading, now)]).toEqual(['name']);
    expect([...grantedFields([grant], reading, later)]).toEqual([]);
  });

  it('is what several name together, and nothing of those that are not in force', () => {
    const wider: DisclosureGrant = { ...grant, id: 'g2', fields: ['name', 'sex'] };
    const over: DisclosureGrant = { ...grant, id: 'g3', fields: ['address'], stands: false };
    expect([...grantedFields([grant, wider, over, waiting], reading, now)]).toEqual(['name', 'sex']);
    expect(grantsFor([grant, wider, over], reading, now).map(({ id }) => id)).toEqual(['g1', 'g2']);
  });

  it.each<[string, Partial<Reading>]>([
    ['another reader', { reader: 'centre' }],
    ['another side', { side: 'donor' }],
    ['another person', { subject: 'R2' }],
    ['another paper', { document: 'release-of-names' }],
  ])('is nothing for %s', (_, other) => {
    expect(grantedFields([grant], { ...reading, ...other }, now).size).toBe(0);
  });

  it('is nothing by default', () => {
    expect(grantedFields([], reading, now).size).toBe(0);
  });
});
