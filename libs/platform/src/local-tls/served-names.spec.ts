import { addressOf, isServedName, lanAddresses, servedNames, type OwnAddress } from './served-names.js';

const own = (network: string, address: string, internal = false): OwnAddress => ({ network, address, internal });
const addresses = [
  own('lo', '127.0.0.1', true),
  own('lo', '::1', true),
  own('docker0', '172.17.0.1'),
  own('eth0', 'FD00:0:0:0:0:0:0:2'),
  own('eth0', 'fe80::fc:ff:fe00:1'),
  own('eth1', '169.254.7.7'),
  own('eth2', '203.0.113.9'),
  own('wlan0', '192.168.1.20'),
];
const around = { hostName: 'Desk', addresses, host: '::', origin: null };

describe('the names that are served', () => {
  it('are this machine’s own for itself, its host’s, and its addresses on networks, the likeliest for a phone first', () => {
    expect(servedNames(around)).toEqual({
      dns: ['localhost', 'desk', 'desk.local'],
      ips: ['127.0.0.1', '::1', '192.168.1.20', '203.0.113.9', 'fd00::2', '172.17.0.1'],
    });
  });

  it.each([
    ['loopback', '127.0.0.1', ['127.0.0.1', '::1']],
    ['one address', '203.0.113.9', ['127.0.0.1', '::1', '203.0.113.9']],
  ])('are no others where it listens on %s alone', (_what, host, ips) =>
    expect(servedNames({ ...around, host }).ips).toEqual(ips),
  );

  it('are also the one by which browsers reach it', () => {
    expect(servedNames({ ...around, origin: 'https://relay.example.org:8443' }).dns).toContain('relay.example.org');
    expect(servedNames({ ...around, origin: 'https://198.51.100.4' }).ips).toContain('198.51.100.4');
  });

  it.each(['Example, host', 'a_b', '-x', ''])('are none that no certificate can hold: %j', (hostName) =>
    expect(servedNames({ ...around, hostName }).dns).toEqual(['localhost']),
  );

  it('are none of a network where there is none', () =>
    expect(lanAddresses(addresses.filter(({ internal }) => internal))).toEqual([]));
});

describe('a Host header', () => {
  const names = servedNames(around);

  it.each(['localhost:3000', '192.168.1.20', '192.168.1.20:3000', 'DESK.local:1', '[::1]:3000', '[fd00:0::2]:3000'])(
    'that says %s is served',
    (host) => expect(isServedName(names, host)).toBe(true),
  );

  it.each([
    ...['evil.example', '192.168.1.21', '', '169.254.7.7', 'x@192.168.1.20', '192.168.1.20.evil.example'],
    ...['[fe80::fc:ff:fe00:1]', '192.168.1.20/', 'localhost:3000:1', '3232235796'],
  ])('that says %j is not', (host) => expect(isServedName(names, host)).toBe(false));
});

it('is written as a browser writes it', () => {
  expect(addressOf('https', 'fd00::2', 3000)).toBe('https://[fd00::2]:3000');
  expect(addressOf('http', '192.168.1.20', 80)).toBe('http://192.168.1.20');
});
