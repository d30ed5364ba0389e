import { createHash } from 'node:crypto';
import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import { holdersIn, withheld, type Refusal, type Shipment } from '@cellrelay/shipment';
import type { AuditStore } from '../audit/audit-store.port.js';
import type { Asker } from '../identity/identities.js';
import type { Acting } from '../people/acting.js';
import { notYours } from '../people/not-yours.js';
import type { ShipmentStore } from '../ports.js';
import { seenBy } from '../questions/seen.js';
import { mostReadings, type ReadingIntake, type ReadingVerdict } from '../readings/readings.port.js';
import { fileChanged, loggerUnknown, noSuchShipment, questionsOpen } from './file-refusals.js';
import type { BoundLoggers, FilePreview, FileTaken } from './file-views.js';
import { bindingsOf, previewOf, problemsShown } from './preview.js';
import { readFile } from './read-file.js';
import type { FileAnswers, FileRead, FileReading, LineProblem } from './reading-file.js';

/** A logger of a shipment whose file is handed in. */
export interface FileOf {
  readonly shipment: ShipmentId;
  readonly logger: string;
}

/** What is handed in: bytes that are fetched only once it is known that somebody may hand them in. */
export interface HandedIn {
  readonly bytes: () => Promise<Uint8Array>;
  readonly answers: FileAnswers;
}

interface Parts {
  readonly shipments: Pick<ShipmentStore, 'load'>;
  readonly intake: ReadingIntake;
  readonly audit: Pick<AuditStore, 'append'>;
}

type Answer<T> = Promise<Result<T, Refusal>>;

/** Readings by file: looked at first, and taken once somebody has seen what they say. Nothing of a file is kept but its readings and, in the audit record, its hash. */
export class ReadingFiles {
  constructor(private readonly parts: Parts) {}

  /** Loggers that are bound to a box of the shipment, or were; outside the operator without their numbers and their boxes', as everywhere. */
  async loggers({ acting }: Asker, id: ShipmentId): Answer<BoundLoggers> {
    const found = await this.theirs(acting, id);
    if (!found.ok) return found;
    const items = found.value.seen.stages.temperature.bindings.map(({ logger, box, sends, boundAt, unboundAt }) => ({
      ...{ logger: legible(logger), box: legible(box), sends, boundAt: boundAt.at },
      unboundAt: unboundAt?.at ?? null,
    }));
    return ok({ items });
  }

  /** What the file says. Nothing of it counts yet. */
  async preview(asker: Asker, of: FileOf, { bytes, answers }: HandedIn): Answer<FilePreview> {
    const found = await this.standing(asker, of);
    if (!found.ok) return found;
    const file = await bytes();
    const read = readFile(file, answers);
    if (!read.ok) return read;
    return ok(previewOf(read.value, { ...found.value, logger: of.logger, answers, sha256: sha256(file) }));
  }

  /**
   * Takes the readings of a file, in batches; every one of them is judged on its own. Whatever stops it half way, the same file sent again completes it, for what was
   * taken is known by then. Who brings it is on the audit record before anything of it counts.
   */
  async take(asker: Asker, of: FileOf, handed: HandedIn & { readonly sha256: string }): Answer<FileTaken> {
    const found = await this.standing(asker, of);
    if (!found.ok) return found;
    const file = await handed.bytes();
    if (sha256(file) !== handed.sha256) return err(fileChanged);
    const read = readFile(file, handed.answers);
    if (!read.ok) return read;
    const open = read.value.questions.filter(({ chosen }) => chosen === null);
    if (open.length > 0) return err(questionsOpen(open.map(({ name }) => name)));
    await this.noted(asker, of, { sha256: handed.sha256, read: read.value });
    return ok(await this.taken(asker, of, { sha256: handed.sha256, read: read.value }));
  }

  /** Whoever may bind a logger may hand in its file. */
  private async theirs(acting: Acting, id: ShipmentId): Answer<Theirs> {
    const shipment = await this.parts.shipments.load(id);
    const seen = shipment === null ? undefined : seenBy(acting, shipment);
    if (shipment === null || seen === undefined) return err(noSuchShipment);
    const not = notYours(acting, 'BindLogger', holdersIn(shipment));
    return not === undefined ? ok({ shipment, seen: seen.state }) : err(not);
  }

  /** A logger was bound before its readings say anything of a box. */
  private async standing({ acting }: Asker, { shipment, logger }: FileOf): Answer<Theirs> {
    const found = await this.theirs(acting, shipment);
    if (!found.ok || bindingsOf(found.value.shipment, logger).length > 0) return found;
    const known = found.value.seen.stages.temperature.bindings.flatMap((each) => legible(each.logger) ?? []);
    return err(loggerUnknown(logger, [...new Set(known)]));
  }

  /** Without the file's name: people name files after patients. */
  private noted(asker: Asker, { shipment, logger }: FileOf, { sha256: hash, read }: ReadFileOf): Promise<void> {
    const by = { account: asker.account, organisation: asker.acting.organisation.id };
    const data = { logger, sha256: hash, readings: read.readings.length };
    return this.parts.audit.append({ kind: 'readings-handed-in', by, about: shipment, data });
  }

  private async taken(
    asker: Asker,
    { shipment, logger }: FileOf,
    { sha256: hash, read }: ReadFileOf,
  ): Promise<FileTaken> {
    const account = { account: asker.account, organisation: asker.acting.organisation.id };
    const source = { logger, by: { kind: 'account', account, shipment } } as const;
    const tally = { kept: 0, known: 0, refused: [...read.problems] };
    for (let from = 0; from < read.readings.length; from += mostReadings) {
      const batch = read.readings.slice(from, from + mostReadings);
      const verdicts = await this.parts.intake.take(
        source,
        batch.map(({ at, celsius }) => ({ at, celsius })),
        from + mostReadings < read.readings.length,
      );
      batch.forEach((reading, at) => count(tally, reading, verdicts[at]));
    }
    const { kept, known, refused } = tally;
    const ordered = problemsShown(refused.toSorted((a, b) => a.line - b.line));
    return { sha256: hash, readings: read.readings.length, kept, known, refused: ordered };
  }
}

/** A shipment as it stands, and as somebody may know it. */
interface Theirs {
  readonly shipment: Shipment;
  readonly seen: Shipment;
}

function legible(line: string): string | null {
  return line === withheld ? null : line;
}

interface ReadFileOf {
  readonly sha256: string;
  readonly read: FileRead;
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

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
