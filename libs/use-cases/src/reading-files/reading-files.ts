import { createHash } from 'node:crypto';
import { err, ok, type ShipmentId } from '@cellrelay/kernel';
import type { AuditStore } from '../audit/audit-store.port.js';
import type { Asker } from '../identity/identities.js';
import type { ShipmentStore } from '../ports.js';
import type { IncomingReading, ReadingIntake, ReadingSource, ReadingVerdict } from '../readings/readings.port.js';
import { countOf, readingsFrom, type FileDigest } from './file-digest.js';
import type { FileReader } from './file-reader.port.js';
import { fileChanged, questionsOpen } from './file-refusals.js';
import type { BoundLoggers, FilePreview, FileTaken } from './file-views.js';
import { legible, standing, theirs, type Answer, type FileOf } from './handing-in.js';
import { previewOf, shownProblems } from './preview.js';
import { fileBatch, type FileAnswers, type FileReading, type LineProblem } from './reading-file.js';

/** What is handed in: bytes that are fetched only once it is known that somebody may hand them in. */
export interface HandedIn {
  readonly bytes: () => Promise<Uint8Array>;
  readonly answers: FileAnswers;
}

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly intake: ReadingIntake;
  readonly reader: FileReader;
  readonly audit: Pick<AuditStore, 'append'>;
}

/** Readings by file: looked at first, and taken once somebody has seen what they say. Nothing of a file is kept but its readings and, in the audit record, its hash. */
export class ReadingFiles {
  constructor(private readonly parts: Parts) {}

  /** Loggers that are bound to a box of the shipment, or were; outside the operator without their numbers and their boxes', as everywhere. */
  async loggers({ acting }: Asker, id: ShipmentId): Answer<BoundLoggers> {
    const found = await theirs(this.parts.shipments, acting, id);
    if (!found.ok) return found;
    const items = found.value.seen.stages.temperature.bindings.map(({ logger, box, sends, boundAt, unboundAt }) => ({
      ...{ logger: legible(logger), box: legible(box), sends, boundAt: boundAt.at },
      unboundAt: unboundAt?.at ?? null,
    }));
    return ok({ items });
  }

  /** What the file says, and what of it is new. Nothing of it counts yet. */
  async preview(asker: Asker, of: FileOf, { bytes, answers }: HandedIn): Answer<FilePreview> {
    const found = await standing(this.parts.shipments, asker.acting, of);
    if (!found.ok) return found;
    const file = await bytes();
    const read = await this.parts.reader.read(file, answers);
    if (!read.ok) return read;
    const { readings } = read.value;
    const all = readingsFrom(readings, 0, countOf(readings));
    const foreseen = all.length === 0 ? [] : await this.parts.intake.foresee(sourceOf(asker, of), all.map(incoming));
    const looked = { ...found.value, logger: of.logger, answers, sha256: sha256(file), all, foreseen };
    return ok(previewOf(read.value, looked));
  }

  /**
   * Takes the readings of a file, in batches; every one of them is judged on its own. Whatever stops it half way, the same file sent again completes it, for what was
   * taken is known by then. Who brings it is on the audit record before anything of it counts.
   */
  async take(asker: Asker, of: FileOf, handed: HandedIn & { readonly sha256: string }): Answer<FileTaken> {
    const found = await standing(this.parts.shipments, asker.acting, of);
    if (!found.ok) return found;
    const file = await handed.bytes();
    if (sha256(file) !== handed.sha256) return err(fileChanged);
    const read = await this.parts.reader.read(file, handed.answers);
    if (!read.ok) return read;
    const open = read.value.questions.filter(({ chosen }) => chosen === null);
    if (open.length > 0) return err(questionsOpen(open.map(({ name }) => name)));
    await this.noted(asker, of, { sha256: handed.sha256, read: read.value });
    return ok(await this.taken(asker, of, { sha256: handed.sha256, read: read.value }));
  }

  /** Without the file's name: people name files after patients. */
  private noted(asker: Asker, { shipment, logger }: FileOf, { sha256: hash, read }: ReadFileOf): Promise<void> {
    const by = { account: asker.account, organisation: asker.acting.organisation.id };
    const data = { logger, sha256: hash, readings: countOf(read.readings) };
    return this.parts.audit.append({ kind: 'readings-handed-in', by, about: shipment, data });
  }

  private async taken(asker: Asker, of: FileOf, { sha256: hash, read }: ReadFileOf): Promise<FileTaken> {
    const readings = countOf(read.readings);
    const tally = { kept: 0, known: 0, refused: [] as LineProblem[] };
    for (let from = 0; from < readings; from += fileBatch) {
      const batch = readingsFrom(read.readings, from, from + fileBatch);
      const more = from + fileBatch < readings;
      const verdicts = await this.parts.intake.take(sourceOf(asker, of), batch.map(incoming), more);
      batch.forEach((reading, at) => count(tally, reading, verdicts[at]));
    }
    const { kept, known, refused } = tally;
    const { count: without, items } = read.problems;
    const told = shownProblems([...items, ...refused], without + refused.length);
    return { sha256: hash, readings, kept, known, refused: told };
  }
}

interface ReadFileOf {
  readonly sha256: string;
  readonly read: FileDigest;
}

interface Tally {
  kept: number;
  known: number;
  readonly refused: LineProblem[];
}

function count(tally: Tally, { line }: FileReading, verdict: ReadingVerdict | undefined): void {
  if (verdict === undefined) throw new Error('the intake gave no verdict on a reading');
  if (verdict.kind === 'refused') tally.refused.push({ line, code: verdict.code, sentence: verdict.sentence });
  else tally[verdict.kind] += 1;
}

function incoming({ at, celsius }: FileReading): IncomingReading {
  return { at, celsius };
}

function sourceOf({ account, acting }: Asker, { shipment, logger }: FileOf): ReadingSource {
  return { logger, by: { kind: 'account', account: { account, organisation: acting.organisation.id }, shipment } };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
