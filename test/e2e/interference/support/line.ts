import { createHash } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';
import { compared } from './aside.js';

/** A request as it goes out. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back: the bytes as they are compared, and the body's own. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly bytes: string;
}

/** Longer bodies are kept as their hash: a difference is found, and not shown. */
const longest = 60_000;

/** One line to the server, which sends one request after the other. */
export class Line {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(
    readonly port: number,
    /** As it must be named by writes. */
    readonly origin: string,
  ) {}

  send(sent: Sent): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const out = this.open(sent, this.agent);
      out.on('error', reject);
      out.on('response', (res) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('error', reject);
        res.on('end', () => resolve(answeredOf(res, Buffer.concat(parts))));
      });
    });
  }

  /** A request whose answer is read as it comes, on a connection of its own. */
  open({ method, path, headers = {}, body }: Sent, agent?: Agent) {
    const written = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const out = request({
      ...{ host: '127.0.0.1', port: this.port, method: method.toUpperCase(), path, agent: agent ?? false },
      headers: { ...headers, ...written },
    });
    out.end(body);
    return out;
  }

  close(): void {
    this.agent.destroy();
  }
}

function answeredOf(res: IncomingMessage, body: Buffer): Answered {
  const shown =
    body.length > longest ? `${body.length} bytes ${createHash('sha256').update(body).digest('hex')}` : body.toString();
  return {
    ...{ status: res.statusCode ?? 0, headers: res.headers, body },
    bytes: `${headOf(res)}\n${shown}`,
  };
}

/** Status and headers as they came, in their order and their spelling. */
export function headOf(res: IncomingMessage): string {
  const lines = [`${res.httpVersion} ${res.statusCode} ${res.statusMessage}`];
  for (let at = 0; at < res.rawHeaders.length; at += 2) lines.push(res.rawHeaders.slice(at, at + 2).join(': '));
  return compared('header', lines.join('\n'));
}
