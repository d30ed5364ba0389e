import { request as overPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overTls } from 'node:https';
import type { LookupFunction } from 'node:net';

export interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** All of it, the answer's end included. */
  readonly withinMs: number;
  /** Finds addresses of the host; Node's own unless given. */
  readonly lookup?: LookupFunction;
  /** Certificates to trust, as PEM, instead of those that Node trusts. */
  readonly ca?: string;
}

/** The answer with the beginning of its body; or why there is none, and whether the other side may have all of what it was asked. */
export type Got =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  | { readonly kind: 'failed'; readonly error: unknown; readonly handedOver: boolean };

/** More of an answer is not read: it is for programs that say yes or no. */
const mostBytes = 64 * 1024;

/** Asks once, on a line of its own. Redirects are answers like others: nobody is sent elsewhere with what was meant for one. Never rejects. */
export function requestOnce({ url, body, withinMs, ...more }: Asked): Promise<Got> {
  return new Promise((resolve) => {
    let handedOver = false;
    const failed = (error: unknown): void => resolve({ kind: 'failed', error, handedOver });
    const headers = { ...more.headers, 'content-length': String(Buffer.byteLength(body)) };
    const options: RequestOptions = { ...more, headers, agent: false, signal: AbortSignal.timeout(withinMs) };
    const asking = (url.startsWith('https:') ? overTls : overPlain)(url, options, (answer) => {
      readSome(answer).then(
        (text) => resolve({ kind: 'answered', status: answer.statusCode ?? 0, body: text }),
        failed,
      );
    });
    asking.on('error', failed);
    asking.on('finish', () => (handedOver = true));
    asking.end(body);
  });
}

async function readSome(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length >= mostBytes) break;
  }
  answer.destroy();
  return Buffer.concat(parts).subarray(0, mostBytes).toString('utf8');
}
