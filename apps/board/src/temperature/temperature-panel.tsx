import type { Temperature } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { momentText } from '../people/moment-text.js';
import { Asked } from '../shell/states.js';
import { TemperatureChart } from './temperature-chart.js';
import {
  bandText,
  celsiusText,
  excursionText,
  flagText,
  fullText,
  lengthText,
  loggerText,
} from './temperature-words.js';
import { useTemperature } from './use-temperature.js';
import { t } from '../words/words.js';

/** What the loggers in the boxes have shown; nothing while none was bound. */
export function TemperaturePanel({ shipment }: { readonly shipment: string }) {
  const temperature = useTemperature(shipment);
  if (temperature.data?.loggers.length === 0) return null;
  return (
    <section aria-labelledby="temperature-title" className="temperature">
      <div className="bar">
        <h2 id="temperature-title">{t('Temperature')}</h2>
        {temperature.data !== undefined && (
          <small className="ink2 push">{t('ordered {band}', { band: bandText(temperature.data) })}</small>
        )}
      </div>
      <Asked what={t('the temperatures')} lines={4} query={temperature}>
        {(data) => (
          <>
            <TemperatureChart temperature={data} />
            <Loggers loggers={data.loggers} />
            <Findings temperature={data} />
            <InFigures loggers={data.loggers} />
            <p className="ink2">
              <small>{t('The probe’s temperature, not the cells’: a warm bag cools over hours.')}</small>
            </p>
          </>
        )}
      </Asked>
    </section>
  );
}

type Series = Temperature['loggers'][number];

function Loggers({ loggers }: { readonly loggers: readonly Series[] }) {
  return (
    <ul className="lines">
      {loggers.map((each, nth) => (
        <li key={nth}>
          <span>
            <span className={`key series-${nth % 4}`} aria-hidden="true" /> {each.logger}
            <small className="block ink2">{loggerText(each)}</small>
            <Full logger={each} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Full({ logger }: { readonly logger: Series }) {
  const says = fullText(logger);
  if (says === undefined) return null;
  return (
    <small className="with-icon danger">
      <ToneIcon tone="danger" />
      <span>{says}</span>
    </small>
  );
}

const tones = { green: 'plain', amber: 'warn', red: 'danger' } as const;

function Findings({ temperature: { excursions, flags } }: { readonly temperature: Temperature }) {
  if (excursions.length + flags.length === 0) return null;
  return (
    <ul className="lines">
      {flags.map((flag) => (
        <Finding
          key={`${flag.kind}/${flag.logger}`}
          tone="danger"
          says={flagText(flag)}
          from={flag.from}
          box={flag.box}
        />
      ))}
      {excursions.map((each) => (
        <Finding key={each.id} tone={tones[each.grade]} says={excursionText(each)} from={each.from} box={each.box} />
      ))}
    </ul>
  );
}

interface FindingProps {
  readonly tone: 'plain' | 'warn' | 'danger';
  readonly says: string;
  readonly from: string;
  readonly box: string;
}

function Finding({ tone, says, from, box }: FindingProps) {
  return (
    <li>
      <span className={tone === 'plain' ? '' : `with-icon ${tone}`}>
        <ToneIcon tone={tone} />
        <span>
          {says}
          <small className="block ink2">{t('{box}, from {moment}', { box, moment: momentText(from) })}</small>
        </span>
      </span>
    </li>
  );
}

/** The chart's figures for whoever reads them: extremes of each logger, and the times that no reading vouches for. */
function InFigures({ loggers }: { readonly loggers: readonly Series[] }) {
  return (
    <details>
      <summary>{t('In figures')}</summary>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('Logger')}</th>
            <th scope="col">{t('Readings')}</th>
            <th scope="col">{t('Coldest')}</th>
            <th scope="col">{t('Warmest')}</th>
            <th scope="col">{t('Not heard')}</th>
          </tr>
        </thead>
        <tbody>
          {loggers.map((each, nth) => (
            <tr key={nth}>
              <th scope="row">{each.logger}</th>
              <td data-title={t('Readings')}>{each.readings}</td>
              <td data-title={t('Coldest')}>{each.coldest === null ? '–' : celsiusText(each.coldest)}</td>
              <td data-title={t('Warmest')}>{each.warmest === null ? '–' : celsiusText(each.warmest)}</td>
              <td data-title={t('Not heard')}>
                {each.gaps.length === 0 && <span className="ink2">{t('no gap')}</span>}
                {each.gaps.map(({ from, minutes }) => (
                  <small key={from} className="block">
                    {t('{length} from {moment}', { length: lengthText(minutes), moment: momentText(from) })}
                  </small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
