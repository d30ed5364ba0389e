import type { Shipment } from '../api/types.js';
import { bagFigures } from '../marks/bag-figures.js';
import { slackSaid, tightestOf } from '../shipment/course-words.js';
import { whenText } from '../time/zone.js';

type Said = Pick<Shipment, 'branches' | 'courses' | 'from' | 'to' | 'oldestBag'>;

/** What the chart shows, for whoever does not see it: its name, and the few things that one would read off first. The list of the time line says all of it. */
export function chartSaid(shipment: Said, now: number): { readonly title: string; readonly description: string } {
  const { from, to, branches, courses, oldestBag } = shipment;
  const plans = branches.map(({ plan, status, infusion }) => {
    const ends = infusion === null ? '' : `, infusion ${whenText(Date.parse(infusion.at), to.zone, now)} ${to.city}`;
    return `Plan ${plan}, ${status.replace('-', ' ')}${ends}.`;
  });
  const spare = courses.flatMap((course) => {
    const tight = tightestOf(course);
    if (tight === undefined) return [];
    const { what, slackToLimit } = tight;
    return [`Plan ${course.plan} is tightest at: ${what}, ${slackSaid(slackToLimit, course.leastSlackMinutes).words}.`];
  });
  const figures = oldestBag === null ? null : bagFigures(oldestBag, now);
  const bag = figures === null ? [] : [`Oldest bag ${figures.age} ${figures.rest}.`];
  return {
    title: `Times of the trip from ${from.city} to ${to.city}`,
    description: [...plans, ...spare, ...bag, 'The time line below lists every moment in each clock.'].join(' '),
  };
}
