import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Heartbeat } from './heartbeat.js';

let server: Server;
let url: string;
let heard: string[];
let answer: 'ok' | 'refused' | 'silent';

beforeEach(async () => {
  [heard, answer] = [[], 'ok'];
  server = createServer((req, res) => {
    heard.push([req.method, req.url, req.headers.authorization].join(' ').trim());
    if (answer !== 'silent') res.writeHead(answer === 'ok' ? 200 : 404).end('OK');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/ZZ-TELLTALE`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function heartbeat(well: () => Promise<boolean>, to = url) {
  const failures: string[] = [];
  const one = new Heartbeat({ url: to, well, failed: (reason) => failures.push(reason), withinMs: 200 });
  return { one, failures };
}

describe('a heartbeat', () => {
  it('asks the monitor’s address while bells are well', async () => {
    const { one, failures } = heartbeat(() => Promise.resolve(true));
    await one.beat();
    await one.beat();
    expect([heard, failures]).toEqual([['GET /ping/ZZ-TELLTALE', 'GET /ping/ZZ-TELLTALE'], []]);
  });

  it('goes to a monitor that wants a name and a password with these', async () => {
    const { one, failures } = heartbeat(() => Promise.resolve(true), url.replace('//', '//site:p%40ss@'));
    await one.beat();
    expect([heard, failures]).toEqual([[`GET /ping/ZZ-TELLTALE Basic ${btoa('site:p@ss')}`], []]);
  });

  it.each([
    ['are not well', () => Promise.resolve(false)],
    ['cannot say how they are', () => Promise.reject(new Error('no database at ZZ-TELLTALE'))],
  ])('is not sent while bells %s', async (_, well) => {
    const { one, failures } = heartbeat(well);
    await one.beat();
    expect(heard).toEqual([]);
    expect(failures).toHaveLength(1);
    expect(failures.join()).not.toContain('TELLTALE');
  });

  it('lets a monitor go that does not answer in time, and is not sent twice at once', async () => {
    answer = 'silent';
    const { one, failures } = heartbeat(() => Promise.resolve(true));
    await Promise.all([one.beat(), one.beat()]);
    expect([heard.length, failures]).toEqual([1, ['the monitor did not answer in time']]);
  });

  it('tells why it was not taken, and never to whom it went', async () => {
    answer = 'refused';
    const refused = heartbeat(() => Promise.resolve(true));
    await refused.one.beat();
    const nobody = heartbeat(() => Promise.resolve(true), 'http://127.0.0.1:9/ZZ-TELLTALE');
    await nobody.one.beat();
    expect([...refused.failures, ...nobody.failures]).toEqual([
      'the monitor answered 404',
      expect.stringMatching(/^the monitor was not reached: \w+$/),
    ]);
    expect(nobody.failures.join()).not.toContain('TELLTALE');
  });
});
