import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { err, type Result } from '@cellrelay/kernel';
import type { SaidRefusal } from '@cellrelay/platform';
import { mostReadings } from '@cellrelay/use-cases';
import { readingsPath } from '../routes/route-parts.js';
import { readJsonText } from './json-text.js';

/** Readings come thousands at once, and in the clear: no other body is so long. */
export const largestDelivery = 1024 * 1024;

/** Whether a request brings readings. Written otherwise (`/API/V1/READINGS/`) it is a body like any other, and bounded as those are. */
export function isDelivery(req: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return req.method === 'POST' && req.url?.split('?')[0] === readingsPath;
}

/** What is said of a delivery that the parser did not take. */
export function explainDelivery(parserType: string): SaidRefusal | undefined {
  if (parserType !== 'entity.too.large') return undefined;
  const most = mostReadings.toLocaleString('en');
  const sentence = `The delivery is larger than ${largestDelivery / 1024} KiB: none of its readings was read, and none was kept. Send them in parts, at most ${most} at once, and the oldest first.`;
  return { code: 'body-too-large', sentence, allowed: [String(mostReadings)] };
}

/**
 * The bytes of a delivery as a JSON value. `NaN` and `Infinity`, which JSON does not have and careless devices write, are read as those words: what is wrong with one reading
 * then spoils no other.
 */
export function readDelivery(bytes: Buffer): Result<unknown, SaidRefusal> {
  if (!isUtf8(bytes))
    return err({ code: 'body-not-json', sentence: 'The body is not JSON: it holds bytes that are no UTF-8.' });
  return readJsonText(quotedNumbers(new TextDecoder('utf-8').decode(bytes)));
}

/** Texts are passed over as they are; one that does not end, to the end, so that no text takes longer than its length. */
const textOrNoNumber = /"(?:[^"\\]|\\.)*(?:"|$)|-?\b(?:NaN|Infinity)\b/g;

function quotedNumbers(text: string): string {
  return text.replaceAll(textOrNoNumber, (found) => (found.startsWith('"') ? found : `"${found}"`));
}
