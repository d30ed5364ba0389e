import { isPublic, NotPublic, publicLookup } from './public-address.js';

describe('an address', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '2a00:1450::1'])(
    '%s is of the internet',
    (address) => expect(isPublic(address)).toBe(true),
  );

  it.each([
    ...[
      '127.0.0.1',
      '127.9.9.9',
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
    ],
    ...['192.168.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1'],
    ...['fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2001:db8::1', '2002:a00:1::1'],
    ...['localhost', 'x', ''],
  ])('%s is not', (address) => expect(isPublic(address)).toBe(false));
});

it('a name that leads into the house is refused, whatever is asked of it', async () => {
  for (const all of [true, false]) {
    const found = await new Promise<unknown>((resolve) => publicLookup('localhost', { all }, resolve));
    expect(found).toBeInstanceOf(NotPublic);
  }
});
