import type { Shipment } from '../api/types.js';
import { bagFigures } from '../marks/bag-figures.js';
import { statusText } from '../marks/words.js';
import { slackSaid, tightestOf } from '../shipment/course-words.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';

type Said = Pick<Shipment, 'branches' | 'courses' | 'from' | 'to' | 'oldestBag'>;

/** What the chart shows, for whoever does not see it: its name, and the few things that one would read off first. The list of the time line says all of it. */
export function chartSaid(shipment: Said, now: number): { readonly title: string; readonly description: string } {
  const { from, to, branches, courses, oldestBag } = shipment;
  const plans = branches.map(({ plan, status, infusion }) => {
    const said = { plan, status: statusText(status) };
    if (infusion === null) return t('Plan {plan}, {status}.', said);
    const when = whenText(Date.parse(infusion.at), to.zone, now);
    return t('Plan {plan}, {status}, infusion {when} {city}.', { ...said, when, city: to.city });
  });
  const spare = courses.flatMap((course) => {
    const tight = tightestOf(course);
    if (tight === undefined) return [];
    const { what, slackToLimit } = tight;
    const slack = slackSaid(slackToLimit, course.leastSlackMinutes).words;
    return [t('Plan {plan} is tightest at: {what}, {slack}.', { plan: course.plan, what, slack })];
  });
  const figures = oldestBag === null ? null : bagFigures(oldestBag, now);
  const bag = figures === null ? [] : [t('Oldest bag {age} {rest}.', { age: figures.age, rest: figures.rest })];
  return {
    title: t('Times of the trip from {from} to {to}', { from: from.city, to: to.city }),
    description: [...plans, ...spare, ...bag, t('The time line below lists every moment in each clock.')].join(' '),
  };
}
