import type { ScansEvent, ScanSubject } from '@cellrelay/shipment';
import { deviationSays } from './says-of-deviations.js';
import type { Tellers } from './says.js';

/** Scans of papers: which paper, and never what is on it. */
const scansSays: Tellers<ScansEvent['type']> = {
  ScanKept: ({ scan, subject }) => `Scan ${scan} is kept: ${scannedSaid(subject)}.`,
  ScanWithdrawn: ({ scan, reason }) => `Scan ${scan} is withdrawn, and its bytes deleted: ${reason}`,
};

/** What went otherwise, and which papers there are. */
export const deviationsAndScansSays = { ...deviationSays, ...scansSays };

/** What a scanned paper is: "the answer to customs request CN-export-PEK". */
export function scannedSaid(subject: ScanSubject): string {
  switch (subject.kind) {
    case 'customs':
      return `the answer to customs request ${subject.request}`;
    case 'exemption':
      return `the answer to the request for exemption ${subject.exemption} from X-ray`;
    case 'document':
      return subject.document;
  }
}
