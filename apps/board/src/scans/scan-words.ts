import type { Of, Scan, ScannedRequest } from './use-scans.js';
import { t, wordsBy } from '../words/words.js';
import { statusText } from '../marks/words.js';

const types: Readonly<Record<Scan['mediaType'], string>> = wordsBy({
  'application/pdf': () => 'PDF',
  'image/jpeg': () => t('photograph'),
  'image/png': () => t('picture'),
});

/** "PDF, 1.2 MB" */
export function fileWords({ mediaType, sizeBytes }: Pick<Scan, 'mediaType' | 'sizeBytes'>): string {
  const [size, unit] = sizeBytes < 1_000_000 ? [sizeBytes / 1000, 'kB'] : [sizeBytes / 1_000_000, 'MB'];
  return `${types[mediaType]}, ${size < 10 ? Math.max(0.1, size).toFixed(1) : Math.round(size)} ${unit}`;
}

/** "granted, EXAMPLE-17" */
export function answerWords({ status, reference }: Pick<ScannedRequest, 'status' | 'reference'>): string {
  const said = statusText(status);
  return reference === null ? said : `${said}, ${reference}`;
}

/** How a request is named where its scan is sent. */
export function ofRequest({ subject }: Pick<ScannedRequest, 'subject'>): Of {
  if (subject.kind === 'customs') return { request: subject.request };
  return subject.kind === 'exemption' ? { exemption: subject.exemption } : { document: subject.document };
}

/** What a request is called where it is sent by mail. */
export function nameOf({ subject }: Pick<ScannedRequest, 'subject'>): string {
  if (subject.kind === 'customs') return subject.request;
  return subject.kind === 'exemption' ? subject.exemption : subject.document;
}
