import { useState } from 'react';
import { CORRECT } from '../act/correction.js';
import { OfferSheet } from '../act/offer-sheet.js';
import { ExportLinks } from '../audit/export-links.js';
import { useWholeLog } from '../api/questions.js';
import type { LogLine, Shipment } from '../api/types.js';
import { plainName, stageName } from '../marks/words.js';
import { Asked } from '../shell/states.js';
import { ownZone } from '../time/now.js';
import { cityOf, clockText, dayText } from '../time/zone.js';

const FEW = 8;

/** What happened, newest first: when it happened where it happened, and when it was recorded in the reader's clock. */
export function LogList({ shipment }: { readonly shipment: Shipment }) {
  const { log, lines: oldestFirst } = useWholeLog(shipment.id);
  const [all, setAll] = useState(false);
  const [correcting, setCorrecting] = useState<Correction>();
  const lines = oldestFirst.toReversed();
  return (
    <section aria-labelledby="log-title">
      <div className="bar">
        <h2 id="log-title">Log</h2>
        {log.data !== undefined && <small className="ink2 push">{lines.length} entries, newest first</small>}
        <ExportLinks of="The whole log" at={`/api/v1/shipments/${shipment.id}/export`} />
      </div>
      <Asked what="the log" lines={5} query={log}>
        {() => <Lines lines={all ? lines : lines.slice(0, FEW)} cities={citiesOf(shipment)} correct={setCorrecting} />}
      </Asked>
      {lines.length > FEW && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${lines.length}`}
        </button>
      )}
      {correcting !== undefined && (
        <OfferSheet shipment={shipment.id} offer={titled(correcting)} close={() => setCorrecting(undefined)} />
      )}
    </section>
  );
}

type Correction = LogLine['corrections'][number];

function titled(correction: Correction): Correction {
  return correction.command === CORRECT ? { ...correction, label: 'Correct what was recorded' } : correction;
}

interface Around {
  readonly cities: ReadonlyMap<string, string>;
  readonly correct: (correction: Correction) => void;
}

function Lines({ lines, ...around }: Around & { readonly lines: readonly LogLine[] }) {
  return (
    <table className="log">
      <thead>
        <tr>
          <th scope="col">Happened</th>
          <th scope="col">What</th>
          <th scope="col">Said by</th>
          <th scope="col">Recorded, {cityOf(ownZone)}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.seq} line={line} {...around} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, cities, correct }: Around & { readonly line: LogLine }) {
  return (
    <tr className={line.correctedBy === null ? undefined : 'superseded'}>
      <td className="nowrap">
        {dayText(Date.parse(line.occurredAt), line.occurredZone, true)}{' '}
        <strong>{clockText(Date.parse(line.occurredAt), line.occurredZone)}</strong>{' '}
        {cities.get(line.occurredZone) ?? cityOf(line.occurredZone)}
      </td>
      <td>
        <span className="what">{line.says}</span>{' '}
        <small className="ink2">
          {stageName(line.stage)}, line {line.seq}
          {line.correctedBy !== null && `, corrected by line ${line.correctedBy}`}
        </small>
        {line.corrections.map((correction) => (
          <button key={correction.command} type="button" className="plain correct" onClick={() => correct(correction)}>
            {correction.label}
            <span className="unseen"> line {line.seq}</span>
          </button>
        ))}
      </td>
      <td>
        {line.statedBy.person}, {line.statedBy.organisation}{' '}
        <small className="ink2">{plainName(line.statedBy.how)}</small>
      </td>
      <td className="small ink2">
        {dayText(Date.parse(line.recordedAt), ownZone, true)} {clockText(Date.parse(line.recordedAt), ownZone)} by{' '}
        {line.recordedBy}
      </td>
    </tr>
  );
}

/** A zone is named after one city; the shipment knows the one that is meant. */
function citiesOf(shipment: Shipment): ReadonlyMap<string, string> {
  const airports = shipment.plans.flatMap(({ legs }) => legs.flatMap(({ flight }) => [flight.from, flight.to]));
  return new Map([...airports, shipment.to, shipment.from].map(({ zone, city }) => [zone, city]));
}
