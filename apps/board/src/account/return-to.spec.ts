import { isOwnPath } from './return-to.js';

describe('an address to go back to', () => {
  it.each(['/', '/alerts', '/shipments/1?q=a'])('may be %s', (address) => expect(isOwnPath(address)).toBe(true));

  it.each(['', 'alerts', '//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', 'javascript:1'])(
    'may not be %j',
    (address) => expect(isOwnPath(address)).toBe(false),
  );
});
