import { aboMismatch, bloodGroupText, rhMismatch, type BloodGroup } from './blood-groups.js';

const group = (abo: BloodGroup['abo'], rh: BloodGroup['rh'] = '+'): BloodGroup => ({ abo, rh });

describe('blood groups of donor and recipient', () => {
  // Rows: donor; columns: recipient O, A, B, AB.
  it.each([
    ['O', ['none', 'minor', 'minor', 'minor']],
    ['A', ['major', 'none', 'bidirectional', 'minor']],
    ['B', ['major', 'bidirectional', 'none', 'minor']],
    ['AB', ['major', 'major', 'major', 'none']],
  ] as const)('differ by ABO: donor %s', (donor, expected) => {
    const recipients = ['O', 'A', 'B', 'AB'] as const;
    expect(recipients.map((recipient) => aboMismatch(group(donor), group(recipient)))).toEqual(expected);
  });

  it('differ by Rh in the direction of the graft', () => {
    expect(rhMismatch(group('A', '+'), group('A', '-'))).toBe('major');
    expect(rhMismatch(group('A', '-'), group('A', '+'))).toBe('minor');
    expect(rhMismatch(group('A', '-'), group('O', '-'))).toBe('none');
  });

  it('are written as a label prints them', () => expect(bloodGroupText(group('AB', '-'))).toBe('AB-'));
});
