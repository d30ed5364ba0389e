import { RefusedError } from '@cellrelay/platform';
import type { Request, Response } from 'express';
import { boundBody, readBytes } from './bounded-body.js';

/** What becomes of these bytes: the value that is read, or the sentence of the refusal. */
function read(bytes: Buffer): unknown {
  const req = { body: bytes } as unknown as Request;
  const told: unknown[] = [];
  for (const step of [readBytes, boundBody]) {
    if (told.length === 0)
      step(req, {} as Response, (error?: unknown) => void (error === undefined || told.push(error)));
  }
  const [refused] = told;
  return refused instanceof RefusedError ? refused.refusal.sentence : req.body;
}

describe('the bytes of a body', () => {
  it.each([
    ['', {}],
    ['{"a":"Ürümqi 𠮷"}', { a: 'Ürümqi 𠮷' }],
    ['\uFEFF{"a":1}', { a: 1 }],
    ['[]', []],
  ])('are read: %j', (text, value) => expect(read(Buffer.from(text))).toEqual(value));

  it.each([
    [Buffer.from('{"a":1,}'), 'The body is not JSON: "}" cannot stand at line 1, column 8.'],
    [Buffer.from('null'), 'The body is null: it must be one object.'],
    [Buffer.from('5'), 'The body is a number: it must be one object.'],
    [
      Buffer.from('{"a":1,"a":2}'),
      'The field /a is given twice, the second time at line 1, column 8: which is meant is not guessed.',
    ],
    [Buffer.from('{"__proto__":1}'), 'There is no field /__proto__ here; nothing is ignored silently.'],
    [
      Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
      'The body is not JSON: it holds bytes that are no UTF-8.',
    ],
    [
      Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x3a, 0x31, 0x7d]),
      'The body is not JSON: it holds bytes that are no UTF-8.',
    ],
  ])('that cannot be taken are told why: %s', (bytes, sentence) => expect(read(bytes)).toBe(sentence));
});
