import { redisAddressOf } from './redis-address.js';

const open = { tls: false, username: null, password: null };

describe('the address of a Redis', () => {
  it.each([
    ['redis://localhost', { ...open, form: 'single', node: { host: 'localhost', port: 6379 }, db: 0 }],
    [
      'rediss://relay:a%40b@cache.example.org:6380/2',
      {
        form: 'single',
        tls: true,
        username: 'relay',
        password: 'a@b',
        node: { host: 'cache.example.org', port: 6380 },
        db: 2,
      },
    ],
    [
      'redis://:secret@[::1]:7000',
      { ...open, password: 'secret', form: 'single', node: { host: '::1', port: 7000 }, db: 0 },
    ],
    [
      'redis+sentinel://s1,s2:26380/relay/1',
      {
        ...open,
        form: 'sentinel',
        nodes: [
          { host: 's1', port: 26379 },
          { host: 's2', port: 26380 },
        ],
        master: 'relay',
        db: 1,
      },
    ],
    [
      'rediss+cluster://n1:7001,n2:7002',
      {
        ...open,
        tls: true,
        form: 'cluster',
        nodes: [
          { host: 'n1', port: 7001 },
          { host: 'n2', port: 7002 },
        ],
      },
    ],
  ])('%s is read', (text, address) => expect(redisAddressOf(text)).toEqual(address));

  it.each([
    'localhost:6379',
    'http://localhost',
    'redis://',
    'redis://a,b',
    'redis://localhost:70000',
    'redis://localhost/x',
    'redis://localhost/0/1',
    'redis+sentinel://s1',
    'redis+sentinel://s1/relay/x',
    'redis+cluster://n1/1',
    'redis+cluster://n1,',
  ])('%s is none', (text) => expect(redisAddressOf(text)).toBeUndefined());
});
