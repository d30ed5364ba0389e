import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Response } from 'express';
import { sendStream } from './send-stream.js';

/** Sends those texts to one client, and tells what it received, whether it was whole, and what failed. */
async function sent(texts: () => AsyncIterable<string>, leave = false) {
  const failed: unknown[] = [];
  const server = createServer((_, res) => sendStream(res as Response, texts(), (error) => failed.push(error)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  let received = '';
  let whole = (): boolean => false;
  await new Promise<void>((resolve) => {
    const request = get({ port: (server.address() as AddressInfo).port, agent: false }, (res: IncomingMessage) => {
      whole = () => res.complete;
      res.on('data', (chunk: Buffer) => {
        received += chunk.toString();
        if (leave) request.destroy();
      });
      res.on('error', () => undefined).on('close', () => resolve());
    });
    request.on('error', () => resolve());
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { received, whole: whole(), failed };
}

describe('a stream that is sent', () => {
  it('arrives whole', async () => {
    async function* texts() {
      await Promise.resolve();
      yield* ['a\n', 'b\n'];
    }
    expect(await sent(texts)).toEqual({ received: 'a\nb\n', whole: true, failed: [] });
  });

  it('is broken off where it fails on the way, so that nobody takes half of it for the whole', async () => {
    async function* texts() {
      yield 'a\n';
      await Promise.resolve();
      throw new Error('the database has gone');
    }
    expect(await sent(texts)).toMatchObject({ whole: false, failed: [{ message: 'the database has gone' }] });
  });

  it('ends with its source when the client goes away, which is no failure', async () => {
    let close: (how: string) => void = () => undefined;
    const closed = new Promise<string>((resolve) => (close = resolve));
    async function* texts() {
      try {
        for (let pieces = 0; pieces < 2_000; pieces += 1) {
          await Promise.resolve();
          yield 'x'.repeat(65_536);
        }
        close('read to its end');
      } finally {
        close('broken off');
      }
    }
    expect(await sent(texts, true)).toMatchObject({ whole: false, failed: [] });
    expect(await closed).toBe('broken off');
  });
});
