import { err, ok } from '@cellrelay/kernel';
import { NotSet } from '@cellrelay/use-cases';
import type { Response } from 'express';
import { sendPdf } from './send-pdf.js';

/** As much of a response as is written to. */
function response(headersSent = false) {
  const headers = new Map<string, string>();
  const sent: Buffer[] = [];
  const res = {
    headersSent,
    set: (name: string, value: string) => headers.set(name, value),
    send: (body: Buffer) => sent.push(body),
  };
  return { res: res as unknown as Response, headers, sent };
}

const file = { pdf: new Uint8Array([1, 2, 3]), name: 'EX-1.pdf' };

describe('a paper that is sent', () => {
  it('is shown under its own name, and lets nothing else in', async () => {
    const { res, headers, sent } = response();
    await sendPdf(res, () => Promise.resolve(ok(file)));
    expect(sent).toEqual([Buffer.from([1, 2, 3])]);
    expect(headers.get('Content-Disposition')).toBe('inline; filename="EX-1.pdf"');
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'/);
  });

  it('is sent to nobody who was answered meanwhile', async () => {
    const { res, sent } = response(true);
    await sendPdf(res, () => Promise.resolve(ok(file)));
    expect(sent).toEqual([]);
  });

  it('is refused as it was refused', async () => {
    const refusal = { code: 'no-such-paper', sentence: 'EXAMPLE' };
    await expect(sendPdf(response().res, () => Promise.resolve(err(refusal)))).rejects.toMatchObject({ refusal });
  });
});

describe('a paper that was not set', () => {
  it.each([
    ['busy', 'papers-busy', '5'],
    ['too-long', 'paper-not-set', '30'],
    ['closed', 'paper-not-set', '30'],
    ['cannot-be-set', 'paper-cannot-be-set', undefined],
  ] as const)('because it is %s is told so, and when to ask again', async (reason, code, wait) => {
    const printing = sendPdf(response().res, () => Promise.reject(new NotSet(reason, 'EXAMPLE sentence')));
    await expect(printing).rejects.toMatchObject({
      refusal: { code, sentence: 'EXAMPLE sentence' },
      headers: wait === undefined ? {} : { 'Retry-After': wait },
    });
  });

  it('by a defect is told as one', async () => {
    const printing = sendPdf(response().res, () => Promise.reject(new Error('a defect')));
    await expect(printing).rejects.toThrow('a defect');
  });
});
