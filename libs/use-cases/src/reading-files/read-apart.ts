import { millisOf, ok, type Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import { endsOfList, problemsShown, type FileDigest, type ReadingColumns } from './file-digest.js';
import { readFile } from './read-file.js';
import type { FileAnswers, FileReading } from './reading-file.js';

/** Reads a file, and hands over of it what is asked for: called in a thread of its own, so what it needs is loaded for each file, and is little. */
export function readApart(bytes: Uint8Array, answers: FileAnswers): Result<FileDigest, Refusal> {
  const read = readFile(bytes, answers);
  if (!read.ok) return read;
  const { understood, questions, header, lines, readings, problems } = read.value;
  return ok({
    ...{ understood, questions, header },
    lines: endsOfList(lines),
    readings: columnsIn(readings),
    problems: problemsShown(problems),
  });
}

function columnsIn(readings: readonly FileReading[]): ReadingColumns {
  return {
    lines: Uint32Array.from(readings, ({ line }) => line),
    atMillis: Float64Array.from(readings, ({ at }) => millisOf(at)),
    celsius: Float64Array.from(readings, ({ celsius }) => celsius),
  };
}
