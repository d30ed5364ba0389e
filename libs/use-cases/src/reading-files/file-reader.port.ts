import type { Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { FileDigest } from './file-digest.js';
import type { FileAnswers } from './reading-file.js';

/** Reads a logger's file where it holds up nobody (`readApart`). Refused too where others are being read, and where it takes too long. */
export interface FileReader {
  read(bytes: Uint8Array, answers: FileAnswers): Promise<Result<FileDigest, Refusal>>;
}
