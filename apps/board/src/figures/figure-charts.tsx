import { useId } from 'react';
import type { FiguresLine } from '../api/types.js';
import { chartsOf, type ChartRow, type FigureChart } from './figure-rows.js';

/** The year in charts; the table below has the same figures, and more. */
export function FigureCharts({ items }: { readonly items: readonly FiguresLine[] }) {
  const charts = chartsOf(items);
  if (charts.length === 0) return null;
  return (
    <div className="figure-charts">
      {charts.map((chart) => (
        <Chart key={chart.title} chart={chart} />
      ))}
    </div>
  );
}

/** Across in shares of the width, down in pixels: words keep their size however wide the chart is. */
const row = { height: 58, label: 14, says: 30, bar: 38, thick: 8 } as const;

function Chart({ chart: { title, legend, rows } }: { readonly chart: FigureChart }) {
  const id = useId();
  return (
    <figure>
      <figcaption>
        {title}
        <small className="block ink2">{legend}</small>
      </figcaption>
      <svg role="img" aria-labelledby={`${id}title ${id}desc`} width="100%" height={rows.length * row.height}>
        <title id={`${id}title`}>{title}</title>
        <desc id={`${id}desc`}>{rows.map(({ label, says }) => `${label}: ${says}`).join('; ')}</desc>
        {rows.map((each, at) => (
          <Row key={each.key} row={each} top={at * row.height} />
        ))}
      </svg>
    </figure>
  );
}

function Row({ row: { label, says, bar, pale, mark }, top }: { readonly row: ChartRow; readonly top: number }) {
  const [y, height] = [top + row.bar, row.thick];
  return (
    <g>
      <text x="0" y={top + row.label}>
        {label}
      </text>
      <text className="says" x="0" y={top + row.says}>
        {says}
      </text>
      <rect className="track" x="0" y={y} width="100%" height={height} />
      {pale !== null && <rect className="pale" x="0" y={y} width={percent(pale)} height={height} />}
      <rect className="full" x="0" y={y} width={percent(bar)} height={height} />
      {mark !== null && <line x1={percent(mark)} x2={percent(mark)} y1={y - 3} y2={y + height + 3} />}
    </g>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
