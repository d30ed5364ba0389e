import { refuse } from '@cellrelay/platform';
import { shipmentIdOf, type ShipmentId } from '@cellrelay/kernel';
import type { IncomingHttpHeaders } from 'node:http';

/** The shipment that an address names. Refuses what is no id. */
export function shipmentIn(text: string): ShipmentId {
  const id = shipmentIdOf(text);
  return id ?? refuse({ code: 'shipment-id-malformed', sentence: 'A shipment’s id is a UUID in lower case.' });
}

/** The idempotency key of a command. Refuses a missing and a malformed one. */
export function idempotencyKeyIn(headers: IncomingHttpHeaders): string {
  const given = headers['idempotency-key'];
  if (typeof given !== 'string' || given === '') {
    return refuse({
      code: 'idempotency-key-missing',
      sentence:
        'A command needs the header Idempotency-Key: a text of your own, new for every intent, the same when you send the same again.',
    });
  }
  if (/^[\x21-\x7e]{1,150}$/.test(given)) return given;
  return refuse({
    code: 'idempotency-key-malformed',
    sentence: 'An Idempotency-Key has 1 to 150 printable characters and no spaces.',
  });
}

/** The revision that a command's author had read. `opens`: the command is there to make the shipment, so that "none yet" may be said either way. */
export function revisionIn(headers: IncomingHttpHeaders, opens: boolean): number {
  const given = headers['if-match'];
  if (given === undefined) return opens && headers['if-none-match'] === '*' ? 0 : refuse(missing(opens));
  const revision = /^"(0|[1-9]\d{0,8})"$/.exec(given)?.[1];
  if (revision !== undefined) return Number(revision);
  return refuse({
    code: 'if-match-malformed',
    sentence: 'If-Match must be one revision in quotation marks, such as "7".',
    allowed: ['If-Match: "<revision of the stage>"'],
  });
}

/** The revision of a record that its author had read; 0 where it is to be a new one. */
export function recordRevisionIn(headers: IncomingHttpHeaders): number {
  if (headers['if-match'] !== undefined) return revisionIn(headers, false);
  if (headers['if-none-match'] === '*') return 0;
  return refuse({
    code: 'if-match-missing',
    sentence: 'Say which revision of the record you had read, or that there is none yet.',
    allowed: ['If-Match: "<revision of the record>"', 'If-None-Match: *'],
  });
}

function missing(opens: boolean): { code: string; sentence: string; allowed: readonly string[] } {
  const sentence =
    'A command needs the header If-Match: the revision of its stage that you had read (see actions, stageRevision).';
  return opens
    ? {
        code: 'if-match-missing',
        sentence: 'Opening a shipment needs If-None-Match: * (or If-Match: "0"): there is to be none yet.',
        allowed: ['If-None-Match: *', 'If-Match: "0"'],
      }
    : { code: 'if-match-missing', sentence, allowed: ['If-Match: "<revision of the stage>"'] };
}
