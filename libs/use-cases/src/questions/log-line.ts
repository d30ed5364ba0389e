import type { CorrectionOffer, RecordedEvent, Shipment, ShipmentEvent } from '@cellrelay/shipment';
import { entryOf } from '../log/entry.js';
import type { StoredEntry } from '../ports.js';
import { titleOf } from '../wire/catalogue.js';
import type { PersonCommandName } from '../wire/command-wire.js';
import type { LateBell } from './late-bells.js';
import { cellCountSays, collectionSays, custodySays, orderSays } from './says-at-ends.js';
import { donorSays } from './says-of-the-donor.js';
import { correctionSays } from './says-of-corrections.js';
import { deviationsAndScansSays } from './says-of-scans.js';
import { toReceiptSays } from './says-of-temperature.js';
import { alertSays } from './says-of-bells.js';
import { courierSays, customsClearanceSays, flightBookingSays, xrayExemptionSays } from './says-on-the-way.js';
import type { Tellers } from './says.js';
import type { LogLineView } from './views.js';

/** How every event there is is told. A new event type does not compile until its words are here. */
const tellers: Tellers<RecordedEvent['type']> = {
  ...orderSays,
  ...donorSays,
  ...collectionSays,
  ...cellCountSays,
  ...flightBookingSays,
  ...customsClearanceSays,
  ...xrayExemptionSays,
  ...courierSays,
  ...custodySays,
  ...toReceiptSays,
  ...deviationsAndScansSays,
  ...alertSays,
};

/** The types of event that there are. */
export const eventTypes: readonly string[] = [...Object.keys(tellers), 'FactCorrected'];

/** The event in one readable sentence. Bags go by their product code, and the donor by no name or number. */
export function sentenceOfEvent(event: ShipmentEvent): string {
  if (event.type === 'FactCorrected') return correctionSays(event.data, sentenceOfEvent);
  // The type picks the teller that was written for it; the union cannot follow that.
  const tell = tellers[event.type] as (data: RecordedEvent['data'], event: RecordedEvent) => string;
  return tell(event.data, event);
}

/** What is known of a line besides itself. */
export interface AboutLine {
  /** The shipment's, line by line: whether it still reads so. */
  readonly corrected?: Shipment['corrected'];
  /** How it is corrected. */
  readonly corrections?: readonly CorrectionOffer[] | undefined;
  /** The bell that it tells of was answered late. */
  readonly late?: LateBell | undefined;
}

/** A stored line of the log as people read it. The donor's GRID, which the first line holds, is left out. */
export function logLineOf(
  { text, hash }: Pick<StoredEntry, 'text' | 'hash'>,
  { corrected = {}, corrections = [], late }: AboutLine = {},
): LogLineView {
  const { seq, recordedAt, statedBy, recordedBy, commandId, event } = entryOf(text);
  return {
    seq,
    type: event.type,
    stage: event.stage,
    occurredAt: event.occurredAt.at,
    occurredZone: event.occurredAt.zone,
    recordedAt,
    statedBy,
    recordedBy,
    commandId,
    says: sentenceOfEvent(event) + lateSaid(late),
    data: withoutGrid(event.data),
    hash,
    corrects: event.type === 'FactCorrected' ? event.data.fact : null,
    correctedBy: corrected[seq] ?? null,
    corrections: corrections.map((each) => offerOf(each, corrections.length > 1)),
  };
}

function lateSaid(bell: LateBell | undefined): string {
  if (bell === undefined) return '';
  return bell.does === 'call' ? ` The call was made ${bell.late} late.` : ` It rang ${bell.late} late.`;
}

function offerOf({ command, prefill }: CorrectionOffer, amongOthers: boolean): LogLineView['corrections'][number] {
  const rest = amongOthers ? 'Correct the rest' : 'Correct';
  // Whatever corrects is a command of people.
  const label = command === 'CorrectFact' ? rest : titleOf(command as PersonCommandName);
  return { command, label, prefill: { ...prefill } };
}

function withoutGrid(data: ShipmentEvent['data']): Record<string, unknown> {
  const text = JSON.stringify(data, (name, value: unknown) => (name === 'donorGrid' ? undefined : value));
  return JSON.parse(text) as Record<string, unknown>;
}
