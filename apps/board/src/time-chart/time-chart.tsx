import { useId, useMemo } from 'react';
import type { Shipment } from '../api/types.js';
import { clocksOf } from '../shell/clock-places.js';
import { useWidth } from '../shell/use-width.js';
import { useNow } from '../time/now.js';
import { useLanguage } from '../words/language.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';
import { AgeRuler } from './age-ruler.js';
import { chartLayout, showsNow, type ChartLayout } from './chart-layout.js';
import { chartSaid } from './chart-words.js';
import { LaneShape } from './lane-shape.js';
import { NowLine } from './now-line.js';
import { Rulers } from './rulers.js';

const HOUR = 3_600_000;

/** The trip's times as they lie beside one another: three clocks, each plan with what it falls back on, and the age of the oldest bag. The list of the time line says the same in words. */
export function TimeChart({ shipment }: { readonly shipment: Shipment }) {
  const { code } = useLanguage();
  // Labels are laid out by their width: another language is another chart.
  return <ChartSection key={code} shipment={shipment} />;
}

function ChartSection({ shipment }: { readonly shipment: Shipment }) {
  const { width, measured } = useWidth();
  const now = useNow();
  const hour = Math.floor(now / HOUR) * HOUR;
  const layout = useMemo(() => {
    const clocks = clocksOf(shipment.from, shipment.to);
    return width === 0 ? null : chartLayout(shipment, { width, clocks, now: hour });
  }, [shipment, width, hour]);
  if (shipment.branches.length === 0 && shipment.clocks.length === 0) return null;
  return (
    <section className="time-chart-section" aria-labelledby="time-chart-title">
      <div className="bar">
        <h2 id="time-chart-title">{t('Time chart')}</h2>
        <small className="ink2 push">
          {rich('solid: happened · hollow: planned · dashed: fallback · pale: another plan; {link}', {
            link: <a href="#timeline-title">{t('as a list')}</a>,
          })}
        </small>
      </div>
      <div className="time-chart" ref={measured}>
        {layout !== null && <Chart layout={layout} shipment={shipment} now={now} />}
      </div>
    </section>
  );
}

interface ChartProps {
  readonly layout: ChartLayout;
  readonly shipment: Shipment;
  readonly now: number;
}

function Chart({ layout, shipment, now }: ChartProps) {
  const id = useId();
  const { width, height, lanes, age, axis } = layout;
  const { title, description } = chartSaid(shipment, now);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-said`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-said`}>{description}</desc>
      {lanes.map((lane, nth) => (
        <LaneShape key={lane.key} layout={lane} above={lanes[nth - 1]} axis={axis} now={now} />
      ))}
      {age !== null && <AgeRuler layout={age} axis={axis} now={now} />}
      {showsNow(layout, now) && <NowLine layout={layout} now={now} />}
      <Rulers layout={layout} />
    </svg>
  );
}
