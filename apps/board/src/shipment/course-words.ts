import type { Course, Mark, Milestone, Shipment } from '../api/types.js';
import { spanText } from '../time/duration.js';
import { t } from '../words/words.js';

const MINUTE = 60_000;

/** What is to spare in words, with the colour that says the same: too late, little, or enough. */
export function slackSaid(
  minutes: number,
  least: number,
): { readonly tone: 'danger' | 'warn' | 'plain'; readonly words: string } {
  if (minutes < 0) return { tone: 'danger', words: t('{span} too late', { span: spanText(minutes * MINUTE) }) };
  if (minutes === 0) return { tone: 'danger', words: t('nothing to spare') };
  const span = spanText(minutes * MINUTE);
  return minutes < least
    ? { tone: 'warn', words: t('only {span} to spare', { span }) }
    : { tone: 'plain', words: t('{span} to spare', { span }) };
}

/** How a milestone stands, and what it goes by where that is not the plan. */
export function standingOf({ standing, by }: Pick<Milestone, 'standing' | 'by'>): {
  readonly mark: Mark;
  readonly remarks: readonly string[];
} {
  if (standing === 'happened') return { mark: 'done', remarks: [] };
  if (standing === 'passed') return { mark: 'done', remarks: [t('no word of it; passed by then')] };
  const remarks = [
    ...(by === 'fallback' ? [t('by the fallback, once it is called upon')] : []),
    ...(by === 'no-flight' ? [t('no flight is known: at the soonest')] : []),
  ];
  return { mark: by === 'no-flight' ? 'trouble' : 'not-yet', remarks };
}

/** The end of the trip whose clock stands beside a place's own: the far one, or the near one where the far shows the same. None where all agree. */
export function besideOf(
  place: Milestone['shownIn'],
  { from, to }: Pick<Shipment, 'from' | 'to'>,
): Milestone['shownIn'] | undefined {
  return [to, from].find(({ zone }) => zone !== place.zone);
}

/** The milestones from the last that is over on, unless all are asked for; and how many are left out. */
export function toCome<One extends Pick<Milestone, 'standing'>>(
  milestones: readonly One[],
  whole: boolean,
): { readonly shown: readonly One[]; readonly over: number } {
  const over = whole
    ? 0
    : Math.max(
        0,
        milestones.findLastIndex(({ standing }) => standing !== 'expected'),
      );
  return { shown: milestones.slice(over), over };
}

/** A milestone that must be reached by a moment for the limit to hold. */
export type Tight = Milestone & { readonly slackToLimit: number; readonly latestForLimit: string };

/** The milestone to come with the least to spare, the first of several; none where what there is in all is as little. */
export function tightestOf({
  milestones,
  slackMinutes,
}: Pick<Course, 'slackMinutes'> & { readonly milestones: readonly Milestone[] }): Tight | undefined {
  const open = milestones.filter(({ standing }) => standing === 'expected').filter(isTight);
  const [first] = open.toSorted((one, other) => one.slackToLimit - other.slackToLimit);
  return first === undefined || slackMinutes === null || first.slackToLimit >= slackMinutes ? undefined : first;
}

function isTight(milestone: Milestone): milestone is Tight {
  return milestone.slackToLimit !== null && milestone.latestForLimit !== null;
}
