import { Download } from 'lucide-react';
import { useState } from 'react';
import { useFigures } from '../api/questions.js';
import type { Figures } from '../api/types.js';
import { Asked, Nothing } from '../shell/states.js';
import { FigureCharts } from './figure-charts.js';
import { FiguresTable } from './figures-table.js';
import { useTitle } from '../shell/use-title.js';

/** The programme's table: by year, destination and product, what was entered beside what was counted. */
export function FiguresPage() {
  const [examples, setExamples] = useState(false);
  const figures = useFigures(examples);
  useTitle('Figures');
  return (
    <section className="figures-page" aria-labelledby="figures-title">
      <div className="bar">
        <h1 id="figures-title">Figures</h1>
        <label className="with-icon">
          <input type="checkbox" checked={examples} onChange={(event) => setExamples(event.target.checked)} />
          Count examples too
        </label>
        {figures.data !== undefined && <CsvLink figures={figures.data} />}
      </div>
      <Asked what="the figures" lines={6} query={figures}>
        {(table) => <Years table={table} />}
      </Asked>
    </section>
  );
}

function CsvLink({ figures: { from, to, examples } }: { readonly figures: Figures }) {
  return (
    <a className="button push" href={`/api/v1/figures?from=${from}&to=${to}&examples=${examples}&format=csv`} download>
      <Download size={16} aria-hidden="true" /> CSV
    </a>
  );
}

function Years({ table: { items, years, from, to } }: { readonly table: Figures }) {
  if (years.length === 0) {
    return (
      <Nothing title={`Nothing is counted from ${from} to ${to}`}>
        A shipment is counted once it has ended. Totals of past years are entered through the API.
      </Nothing>
    );
  }
  return years.map(({ year, counted, entered }) => (
    <section key={year} aria-labelledby={`year-${year}`}>
      <div className="bar">
        <h2 id={`year-${year}`}>{year}</h2>
        <small className="ink2">
          {counted} counted{entered > 0 && `, ${entered} entered`}
        </small>
      </div>
      <FigureCharts items={items.filter((line) => line.year === year)} />
      <FiguresTable items={items.filter((line) => line.year === year)} />
    </section>
  ));
}
