import { endpointFault } from './endpoint-address.js';

describe('an endpoint', () => {
  it.each(['https://hooks.example.org/a?b=c', 'https://hooks.example.org:8443', 'https://93.184.215.14/x'])(
    'may be at %s',
    (url) => expect(endpointFault(url, false)).toBeNull(),
  );

  it.each([
    ...['', 'hooks.example.org', 'http://hooks.example.org', 'ftp://hooks.example.org', 'file:///etc/passwd'],
    ...[
      'https://user:password@hooks.example.org',
      'https://10.0.0.1',
      'https://169.254.169.254/latest',
      'https://[fe80::1]',
    ],
    ...[
      'https://2130706433',
      'https://0x7f.1',
      'http://127.0.0.1:8080',
      'https://localhost',
      'https://[::ffff:10.0.0.1]',
    ],
  ])('may not be at “%s”', (url) => expect(endpointFault(url, false)).not.toBeNull());

  it('may be on this machine where that is said', () => {
    for (const url of ['http://127.0.0.1:8080/x', 'https://localhost/x', 'http://[::1]/x'])
      expect(endpointFault(url, true)).toBeNull();
    expect(endpointFault('http://10.0.0.1', true)).not.toBeNull();
  });
});
