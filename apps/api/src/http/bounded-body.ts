import { isUtf8 } from 'node:buffer';
import { err, ok, type Result } from '@cellrelay/kernel';
import { RefusedError, type SaidRefusal } from '@cellrelay/platform';
import type { NextFunction, Request, Response } from 'express';
import { bringsFile } from './file-body.js';
import { escaped } from './json-pointer.js';
import { readJsonText } from './json-text.js';
import { explainDelivery, isDelivery } from './delivery-body.js';

export const largestBody = 64 * 1024;
const deepest = 16;
const mostValues = 4_000;

const byParserType: Readonly<Record<string, SaidRefusal>> = {
  'entity.too.large': { code: 'body-too-large', sentence: `The body is larger than ${largestBody / 1024} KiB.` },
  'encoding.unsupported': { code: 'body-encoded', sentence: 'The body must not be compressed.' },
  'request.aborted': { code: 'request-broken-off', sentence: 'The request broke off.' },
  'request.size.invalid': { code: 'request-broken-off', sentence: 'The body is not as long as it says.' },
};

/** Whether a body is read before anybody knows who sends it: all but files are, which are long. */
export function isReadHere(req: Parameters<typeof bringsFile>[0]): boolean {
  return !bringsFile(req);
}

/**
 * Reads the bytes of a body as one JSON object. Bytes that are no UTF-8 are not replaced by signs for them: what would be stored is then not what was
 * sent. An empty body is an empty object.
 */
export function readBytes(req: Request, _res: Response, next: NextFunction): void {
  const bytes: unknown = req.body;
  // A delivery of readings is read once it is known whose it is.
  if (!Buffer.isBuffer(bytes) || isDelivery(req)) return next();
  const read = objectIn(bytes);
  if (!read.ok) return next(new RefusedError(read.error));
  req.body = read.value;
  next();
}

function objectIn(bytes: Buffer): Result<unknown, SaidRefusal> {
  if (bytes.length === 0) return ok({});
  if (!isUtf8(bytes))
    return err({ code: 'body-not-json', sentence: 'The body is not JSON: it holds bytes that are no UTF-8.' });
  const read = readJsonText(utf8.decode(bytes));
  if (!read.ok || (typeof read.value === 'object' && read.value !== null)) return read;
  return err({
    code: 'body-faulty',
    sentence: `The body is ${read.value === null ? 'null' : `a ${typeof read.value}`}: it must be one object.`,
    at: '',
  });
}

/** Leaves out a byte-order mark. */
const utf8 = new TextDecoder('utf-8');

/** Says what is wrong with a body that the parser could not take. Registered right behind it. */
export function explainBody(error: unknown, req: Request, _res: Response, next: NextFunction): void {
  const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : undefined;
  if (type === undefined || error instanceof RefusedError) return next(error);
  const said = (isDelivery(req) ? explainDelivery(type) : undefined) ?? byParserType[type];
  next(new RefusedError(said ?? { code: 'request-broken-off', sentence: 'The body could not be read.' }));
}

/** Refuses bodies that are nested too deep, hold too many values, or text that cannot be stored. */
export function boundBody(req: Request, _res: Response, next: NextFunction): void {
  const body: unknown = req.body;
  const refusal = body === undefined || Buffer.isBuffer(body) ? undefined : boundsBroken(body);
  next(refusal === undefined ? undefined : new RefusedError(refusal));
}

interface Place {
  readonly value: unknown;
  readonly at: string;
  readonly depth: number;
}

/** What is out of bounds in a parsed JSON value, or undefined. Iterative: a deep body must not exhaust the stack. */
export function boundsBroken(body: unknown): SaidRefusal | undefined {
  const ahead: Place[] = [{ value: body, at: '', depth: 0 }];
  for (let seen = 0; ahead.length > 0; seen += 1) {
    const place = ahead.pop() as Place;
    const broken = seen >= mostValues ? tooMany : brokenAt(place);
    if (broken !== undefined) return broken;
    ahead.push(...inside(place));
  }
  return undefined;
}

const tooMany: SaidRefusal = {
  code: 'body-too-many-values',
  sentence: `The body holds more than ${mostValues} values.`,
};

function brokenAt({ value, at, depth }: Place): SaidRefusal | undefined {
  if (depth > deepest) return { code: 'body-too-deep', sentence: `The body is nested deeper than ${deepest}.`, at };
  if (typeof value === 'string' && !storable(value)) return { ...notStorable, at };
  if (typeof value !== 'object' || value === null) return undefined;
  const keys = Object.keys(value);
  if (keys.includes('__proto__')) return notAField(`${at}/__proto__`);
  return keys.every(storable) ? undefined : { ...notStorable, at };
}

/** Refused before anything copies the body: in careless hands that name would change the copy's nature. */
function notAField(at: string): SaidRefusal {
  return { code: 'unknown-field', sentence: `There is no field ${at} here; nothing is ignored silently.`, at };
}

const notStorable: SaidRefusal = {
  code: 'text-not-storable',
  sentence: 'The text holds a character that cannot be stored: NUL, or half of a surrogate pair.',
};

/** PostgreSQL refuses NUL in text, and canonical JSON (RFC 8785) has no form for a lone surrogate. */
export function storable(text: string): boolean {
  return !text.includes('\u0000') && Buffer.from(text, 'utf8').toString('utf8') === text;
}

function inside({ value, at, depth }: Place): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, each]) => ({
    value: each as unknown,
    at: `${at}/${escaped(key)}`,
    depth: depth + 1,
  }));
}
