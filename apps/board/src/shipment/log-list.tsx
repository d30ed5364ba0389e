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
import { t } from '../words/words.js';

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
        <h2 id="log-title">{t('Log')}</h2>
        {log.data !== undefined && (
          <small className="ink2 push">
            {t('{count, plural, one {# entry} other {# entries}}, newest first', { count: lines.length })}
          </small>
        )}
        <ExportLinks of={t('The whole log')} at={`/api/v1/shipments/${shipment.id}/export`} />
      </div>
      <Asked what={t('the log')} lines={5} query={log}>
        {() => <Lines lines={all ? lines : lines.slice(0, FEW)} cities={citiesOf(shipment)} correct={setCorrecting} />}
      </Asked>
      {lines.length > FEW && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('Show fewer') : t('Show all {total}', { total: lines.length })}
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
  return correction.command === CORRECT ? { ...correction, label: t('Correct what was recorded') } : correction;
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
          <th scope="col">{t('Happened')}</th>
          <th scope="col">{t('What')}</th>
          <th scope="col">{t('Said by')}</th>
          <th scope="col">{t('Recorded, {city}', { city: cityOf(ownZone) })}</th>
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

function placeText({ stage, seq, correctedBy }: LogLine): string {
  return correctedBy === null
    ? t('{stage}, line {seq}', { stage: stageName(stage), seq })
    : t('{stage}, line {seq}, corrected by line {correctedBy}', { stage: stageName(stage), seq, correctedBy });
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
        <span className="what">{line.says}</span> <small className="ink2">{placeText(line)}</small>
        {line.corrections.map((correction) => (
          <button key={correction.command} type="button" className="plain correct" onClick={() => correct(correction)}>
            {correction.label}
            <span className="unseen"> {t('line {seq}', { seq: line.seq })}</span>
          </button>
        ))}
      </td>
      <td>
        {line.statedBy.person}, {line.statedBy.organisation}{' '}
        <small className="ink2">{plainName(line.statedBy.how)}</small>
      </td>
      <td className="small ink2">
        {t('{day} {clock} by {recordedBy}', {
          day: dayText(Date.parse(line.recordedAt), ownZone, true),
          clock: clockText(Date.parse(line.recordedAt), ownZone),
          recordedBy: line.recordedBy,
        })}
      </td>
    </tr>
  );
}

/** A zone is named after one city; the shipment knows the one that is meant. */
function citiesOf(shipment: Shipment): ReadonlyMap<string, string> {
  const airports = shipment.plans.flatMap(({ legs }) => legs.flatMap(({ flight }) => [flight.from, flight.to]));
  return new Map([...airports, shipment.to, shipment.from].map(({ zone, city }) => [zone, city]));
}
