import type { CountedLine, FiguresRange, FiguresStore, PastTotal } from './figures.port.js';
import type { FiguresLineView, FiguresView } from './figures-views.js';

/** The programme's table for those years: what was counted, and beside it what was entered, each marked as what it is. */
export async function figuresIn(store: FiguresStore, range: FiguresRange): Promise<FiguresView> {
  const [counted, entered] = await Promise.all([store.counted(range), store.entered(range.from, range.to)]);
  const items = [...counted.map(countedLine), ...entered.flatMap(enteredLine)].sort(byYearAndPlace);
  return { ...range, items, years: yearsOf(items) };
}

function countedLine({ outcomes, reasons, slackEaten, ...line }: CountedLine): FiguresLineView {
  return {
    ...line,
    ...outcomes,
    reasons: { ...reasons },
    slackEaten: { ...slackEaten },
    how: 'counted',
    source: null,
    enteredBy: null,
  };
}

const notKnown = {
  domestic: null,
  infused: null,
  cryopreserved: null,
  cancelled: null,
  stopped: null,
  ageMinutes: null,
  dosePerKgE6: null,
  bagsEnded: null,
  bagsInTarget: null,
  bagsInLimit: null,
  doorMinutes: null,
  withLogger: null,
  withExcursion: null,
} as const;

function enteredLine({ year, country, region, product, count, source, by, current }: PastTotal): FiguresLineView[] {
  if (!current || count === null) return [];
  const place = { year, country, region, product };
  return [
    { ...place, ...notKnown, how: 'entered', shipments: count, reasons: {}, slackEaten: {}, source, enteredBy: by },
  ];
}

function byYearAndPlace(a: FiguresLineView, b: FiguresLineView): number {
  if (a.year !== b.year) return b.year - a.year;
  const [left, right] = [sortText(a), sortText(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortText({ country, region, product, how }: FiguresLineView): string {
  return [country ?? '~', region ?? '', product, how].join(' ');
}

function yearsOf(items: readonly FiguresLineView[]): FiguresView['years'] {
  const sum = (year: number, how: FiguresLineView['how']): number =>
    items.filter((each) => each.year === year && each.how === how).reduce((total, each) => total + each.shipments, 0);
  return [...new Set(items.map(({ year }) => year))].map((year) => ({
    year,
    counted: sum(year, 'counted'),
    entered: sum(year, 'entered'),
  }));
}
