import { instantOf } from '@cellrelay/kernel';
import { whyRenew, type CertificateFacts } from './renewal.js';

const now = instantOf('2026-11-27T08:00:00.000Z')!;
const names = { dns: ['localhost', 'desk'], ips: ['127.0.0.1', '192.168.1.20'] };
const found: CertificateFacts = { names, endsAt: instantOf('2027-12-01T08:00:00.000Z')!, ours: true };

describe('a server’s certificate', () => {
  it('serves on while it vouches for the same names, in whatever order', () => {
    expect(whyRenew(found, names, now)).toBeNull();
    expect(whyRenew(found, { dns: ['desk', 'localhost'], ips: [...names.ips].reverse() }, now)).toBeNull();
  });

  it('is made anew where an address came, went or became another', () => {
    const of = (...ips: string[]) => whyRenew(found, { ...names, ips }, now);
    expect([of('127.0.0.1'), of('127.0.0.1', '192.168.1.21'), of(...names.ips, '10.0.0.1')]).toEqual(
      Array(3).fill('other-names'),
    );
  });

  it.each([
    ['2027-01-11T08:00:00.000Z', null],
    ['2027-01-11T07:59:59.999Z', 'runs-out'],
    ['2026-11-01T00:00:00.000Z', 'runs-out'],
  ])('that ends at %s: %s', (endsAt, why) =>
    expect(whyRenew({ ...found, endsAt: instantOf(endsAt)! }, names, now)).toBe(why),
  );

  it('of another authority is made anew, whatever else it says', () =>
    expect(whyRenew({ ...found, ours: false }, names, now)).toBe('not-of-this-authority'));
});
