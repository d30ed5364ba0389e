import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { pause } from '@cellrelay/platform';
import type { DeskBook, DeskRequest } from './desk-book.js';

/** The desks behind HTTP, in the one process that nobody kills. */
export class DeskService {
  private book: DeskBook | null = null;
  private slownessMs: () => number = () => 0;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<DeskService> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const service = new DeskService(server, `http://127.0.0.1:${port}/`);
    server.on('request', (request, response) => void service.answer(request, response));
    return service;
  }

  /** From now on asks are written in this book, and answered after so long. */
  serve(book: DeskBook, slownessMs: () => number): void {
    this.book = book;
    this.slownessMs = slownessMs;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    try {
      const asked = JSON.parse(await text(request)) as DeskRequest;
      const answer = await this.book?.desk.call(asked);
      // It has acted: whoever asked may be dead by the time that it says so.
      await pause(this.slownessMs());
      response.end(JSON.stringify(answer));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  }
}
