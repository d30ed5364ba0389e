import { useState } from 'react';
import type { Course, Milestone, Shipment } from '../api/types.js';
import { MarkIcon } from '../marks/mark-icon.js';
import { spanText } from '../time/duration.js';
import { useNow } from '../time/now.js';
import { whenText, whenTexts } from '../time/zone.js';
import { besideOf, slackSaid, standingOf, tightestOf, toCome, type Tight } from './course-words.js';
import { rich } from '../words/rich.js';
import { t } from '../words/words.js';

/** When each milestone is expected, by when it must be for the limit to hold, and what is to spare; one table for each plan that may still be flown. */
export function CoursePanel({ shipment }: { readonly shipment: Shipment }) {
  const { courses } = shipment;
  if (courses.length === 0) return null;
  return (
    <section aria-labelledby="course-title">
      <div className="bar">
        <h2 id="course-title">{t('Time to spare')}</h2>
        <small className="ink2 push">{t('each in its own clock, and in that of the other end')}</small>
      </div>
      {courses.map((course) =>
        courses.length === 1 ? (
          <CourseTable key={course.plan} course={course} shipment={shipment} />
        ) : (
          <details key={course.plan} className="fold">
            <summary>
              {t('Plan {plan}', { plan: course.plan })} <Least course={course} />
            </summary>
            <CourseTable course={course} shipment={shipment} />
          </details>
        ),
      )}
    </section>
  );
}

interface CourseTableProps {
  readonly course: Course;
  readonly shipment: Shipment;
}

function CourseTable({ course, shipment }: CourseTableProps) {
  const now = useNow();
  const [whole, setWhole] = useState(false);
  const { shown, over } = toCome(course.milestones, whole);
  return (
    <div className="course">
      <Whole course={course} shipment={shipment} now={now} />
      {(over > 0 || whole) && (
        <button type="button" className="plain" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('Show less of what is over') : t('Show {over} that are over', { over })}
        </button>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('Milestone')}</th>
            <th scope="col">{t('Expected')}</th>
            <th scope="col">{t('Latest for the limit')}</th>
            <th scope="col">{t('To spare')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((milestone) => (
            <Line key={milestone.key} milestone={milestone} course={course} shipment={shipment} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is to spare where least is, beside the name of a plan that is folded. */
function Least({ course }: { readonly course: Course }) {
  const least = tightestOf(course)?.slackToLimit ?? course.slackMinutes;
  if (least === null) return null;
  const { tone, words } = slackSaid(least, course.leastSlackMinutes);
  return <small className={tone}>{words}</small>;
}

/** What there is to spare: where least is, then in all, from the expected start of infusion to the limit. */
function Whole({ course, shipment, now }: CourseTableProps & { readonly now: number }) {
  const { slackMinutes, limitAt, clockRuns } = course;
  if (slackMinutes === null || limitAt === null) return <p className="small ink2">{t('No clock runs any more.')}</p>;
  const { tone, words } = slackSaid(slackMinutes, course.leastSlackMinutes);
  const { zone, city } = shipment.to;
  const tightest = tightestOf(course);
  return (
    <>
      {tightest !== undefined && <Tightest milestone={tightest} least={course.leastSlackMinutes} now={now} />}
      <p className="small">
        {rich(
          '{slack} in all before the limit, {when} {city}{runs, select, yes {} other {, as the collection is planned}}',
          {
            slack:
              tightest === undefined ? (
                <strong className={tone}>{words}</strong>
              ) : (
                <span className={tone}>{words}</span>
              ),
          },
          { when: whenText(Date.parse(limitAt), zone, now), city, runs: clockRuns ? 'yes' : 'no' },
        )}
      </p>
    </>
  );
}

interface TightestProps {
  readonly milestone: Tight;
  readonly least: number;
  readonly now: number;
}

function Tightest({ milestone, least, now }: TightestProps) {
  const { tone, words } = slackSaid(milestone.slackToLimit, least);
  const { zone, city } = milestone.shownIn;
  return (
    <p>
      {rich(
        '{slack} where it is tightest: {what}, by {when} {city} at the latest',
        { slack: <strong className={tone}>{words}</strong> },
        { what: milestone.what, when: whenText(Date.parse(milestone.latestForLimit), zone, now), city },
      )}
    </p>
  );
}

interface LineProps {
  readonly milestone: Milestone;
  readonly course: Course;
  readonly shipment: Shipment;
  readonly now: number;
}

function Line({ milestone, course, shipment, now }: LineProps) {
  const { what, standing, expectedAt, latestForLimit, fallbackUntil } = milestone;
  const { mark, remarks } = standingOf(milestone);
  const places = [milestone.shownIn, besideOf(milestone.shownIn, shipment)].filter((place) => place !== undefined);
  return (
    <tr className={standing === 'expected' ? undefined : 'over'}>
      <th scope="row">
        <span className="with-icon">
          <MarkIcon mark={mark} />
          <span>
            {what}
            {remarks.map((remark) => (
              <small key={remark} className="block ink2">
                {remark}
              </small>
            ))}
          </span>
        </span>
      </th>
      <td data-label="Expected">
        <Times at={expectedAt} places={places} now={now} />
      </td>
      <td data-label="Latest for the limit">
        {latestForLimit !== null && <Times at={latestForLimit} places={places} now={now} />}
        {fallbackUntil !== null && (
          <small className="block ink2">
            {t('with the fallback, once it is called upon: {when} {city}', {
              when: whenText(Date.parse(fallbackUntil), milestone.shownIn.zone, now),
              city: milestone.shownIn.city,
            })}
          </small>
        )}
      </td>
      <td data-label="To spare">
        <Spare milestone={milestone} least={course.leastSlackMinutes} />
      </td>
    </tr>
  );
}

function Times({ at, places, now }: { readonly at: string; readonly places: readonly Place[]; readonly now: number }) {
  const texts = whenTexts(
    Date.parse(at),
    places.map(({ zone }) => zone),
    now,
  );
  return places.map(({ city, zone }, index) => (
    <span key={zone} className={index === 0 ? 'block' : 'block small ink2'}>
      {texts[index]} {city}
    </span>
  ));
}

type Place = Milestone['shownIn'];

/** Colour never stands alone: the words say the same. Of the target it is said only where the limit holds and the target does not. */
function Spare({ milestone, least }: { readonly milestone: Milestone; readonly least: number }) {
  const { slackToLimit, slackToTarget } = milestone;
  if (slackToLimit === null) return null;
  const { tone, words } = slackSaid(slackToLimit, least);
  const pastTarget = slackToLimit >= 0 && slackToTarget !== null && slackToTarget < 0;
  return (
    <>
      <span className={`block ${tone}`}>{words}</span>
      {pastTarget && (
        <small className="block warn">
          {t('{span} late for the target', { span: spanText(slackToTarget * 60_000) })}
        </small>
      )}
    </>
  );
}
