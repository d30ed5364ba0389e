import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { pause } from '@cellrelay/platform';
import { answersWithinMs, withClient } from './client.js';
import { identityOf } from './identity.js';
import { standingOf } from './setup/migrate.js';

/** "You may come in", and "ready for a question", as PostgreSQL's protocol has them. */
const welcome = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

let server: Server;
let sockets: Socket[];
let url: string;

/** A server that lets everybody in and then falls silent, as behind a firewall that has forgotten the connection. */
beforeEach(async () => {
  sockets = [];
  server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    socket.once('data', () => socket.write(welcome));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `postgresql://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/nothing`;
});
afterEach(() => {
  sockets.forEach((socket) => socket.destroy());
  server.close();
});

const asked = (how?: { readonly withinMs: number }): Promise<unknown> =>
  withClient(url, (client) => client.query('select'), how).catch(String);

const open = (): number => sockets.filter((socket) => !socket.closed).length;

describe('a question to a server that has fallen silent', () => {
  it('fails within its bound, and leaves no connection behind', async () => {
    expect(await asked({ withinMs: 200 })).toMatch(/timeout/i);
    await pause(100);
    expect([sockets.length, open()]).toEqual([1, 0]);
  });

  it('has one where readiness and a start ask', async () => {
    const came = [standingOf(url), identityOf(url)].map((each) => each.catch(String));
    const all = Promise.all(came);
    expect(await Promise.race([all, pause(2 * answersWithinMs)])).toEqual([
      expect.stringMatching(/timeout/i),
      expect.stringMatching(/timeout/i),
    ]);
  });

  it('is waited for without one, the control', async () => {
    const answer = asked();
    expect(await Promise.race([answer, pause(1_000).then(() => 'nothing')])).toBe('nothing');
    expect(open()).toBe(1);
    sockets.forEach((socket) => socket.destroy());
    expect(await answer).toMatch(/terminated/i);
  });
});
