import type { ZonedInstant } from '@cellrelay/kernel';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** What a paper may be kept as; its own first bytes tell, whatever it is called. */
export const scanMediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanMediaType = (typeof scanMediaTypes)[number];

/** So many may stand at once, and so many be kept at all: what was withdrawn stays on record. */
export const scanLimits = { standing: 40, ever: 200 } as const;

/** What a scanned paper shows: the answer to a request of customs or airport security, or a document by the name that the operator gives it. */
export type ScanSubject =
  | { readonly kind: 'customs'; readonly request: string }
  | { readonly kind: 'exemption'; readonly exemption: string }
  | { readonly kind: 'document'; readonly document: string };

export type ScanStatus = 'none' | 'kept' | 'withdrawn';

/** A scan's bytes, by what tells them from any others. They lie outside the log, sealed. */
export interface ScanBytes {
  readonly subject: ScanSubject;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly mediaType: ScanMediaType;
  readonly sizeBytes: number;
}

/** A scan on record: S1, S2 and so on, in the order in which they were kept. Not the scanning of the box, which airport security does by X-ray. */
export interface Scan extends ScanBytes {
  readonly id: string;
  readonly status: ScanStatus;
  readonly keptAt: ZonedInstant;
  /** When and why its bytes were deleted; null while it stands. */
  readonly withdrawn: { readonly at: ZonedInstant; readonly reason: string } | null;
}

export interface ScansState {
  readonly scans: readonly Scan[];
}

/** Issued with the bytes, which are kept in the transaction of its event. */
export type KeepScan = CommandOf<'KeepScan', ScanBytes>;
/** It was the wrong file: its bytes are deleted in the transaction of its event. */
export type WithdrawScan = CommandOf<'WithdrawScan', { readonly scan: string; readonly reason: string }>;
export type ScansCommand = KeepScan | WithdrawScan;

export type ScanKept = EventOf<'ScanKept', { readonly scan: string } & ScanBytes>;
export type ScanWithdrawn = EventOf<'ScanWithdrawn', WithdrawScan['data']>;
export type ScansEvent = ScanKept | ScanWithdrawn;

export interface ScansFacts extends Circumstances {
  /** The requests that there are, by their ids. */
  readonly requests: readonly string[];
  readonly exemptions: readonly string[];
}
