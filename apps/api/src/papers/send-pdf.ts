import type { Result } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import type { Refusal } from '@cellrelay/shipment';
import { NotSet, type PrintedFile } from '@cellrelay/use-cases';
import type { Response } from 'express';

/** Browsers show a file by a page of their own, with the file as an object in it and a style beside it; nothing else is let in. */
const viewerPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Sends what was printed as a file that a browser shows. Refuses what is not there, and what could not be set, or not now. */
export async function sendPdf(res: Response, print: () => Promise<Result<PrintedFile, Refusal>>): Promise<void> {
  const printed = await print().catch(notSet);
  // Who waited for too long was answered meanwhile.
  if (res.headersSent) return;
  const { pdf, name } = printed.ok ? printed.value : refuse(printed.error);
  res.set('Content-Security-Policy', viewerPolicy);
  res.set('Content-Type', 'application/pdf');
  // Of letters, digits, dots and hyphens: a reference has nothing else.
  res.set('Content-Disposition', `inline; filename="${name}"`);
  res.send(Buffer.from(pdf));
}

function notSet(error: unknown): never {
  if (!(error instanceof NotSet)) throw error;
  const { message: sentence } = error;
  switch (error.reason) {
    case 'busy':
      return refuse({ code: 'papers-busy', sentence }, { 'Retry-After': '5' });
    case 'cannot-be-set':
      return refuse({ code: 'paper-cannot-be-set', sentence });
    case 'too-long':
    case 'closed':
      return refuse({ code: 'paper-not-set', sentence }, { 'Retry-After': '30' });
  }
}
