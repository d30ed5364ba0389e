import type { Shipment } from '../api/types.js';
import { BagFigure } from '../marks/bag-bar.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { severityTone } from '../marks/words.js';
import { slackSaid } from '../shipment/course-words.js';
import { distanceText } from '../time/duration.js';
import { useNow } from '../time/now.js';
import { t } from '../words/words.js';
import { lastHappened, tightest } from './where-now.js';
import { placedTime } from './zone-words.js';

/** Where the trip is, in one sentence; how old the cells are, and what is to spare. */
export function TripNow({ shipment }: { readonly shipment: Shipment }) {
  return (
    <section className="trip-now" aria-labelledby="now-title">
      <h2 id="now-title">{t('Now')}</h2>
      <Where shipment={shipment} />
      <Age shipment={shipment} />
      <Slack shipment={shipment} />
    </section>
  );
}

function Where({ shipment }: { readonly shipment: Shipment }) {
  const now = useNow();
  const last = lastHappened(shipment);
  if (last === undefined) return <p className="where">{shipment.sentence.text}</p>;
  const at = Date.parse(last.expectedAt);
  return (
    <p className="where">
      {last.what}
      <small className="block ink2">
        {placedTime(at, last.shownIn)} · {distanceText(at - now)}
      </small>
    </p>
  );
}

function Age({ shipment: { oldestBag, clockPlannedAt, from } }: { readonly shipment: Shipment }) {
  if (oldestBag === null) {
    if (clockPlannedAt === null) return null;
    return (
      <p className="ink2">
        {t('The clock of the cells starts {when}.', { when: placedTime(Date.parse(clockPlannedAt), from) })}
      </p>
    );
  }
  return (
    <BagFigure
      clock={oldestBag}
      className="age"
      says={(lines) => t('Age of the cells; target {target}, limit {limit}', lines)}
    />
  );
}

function Slack({ shipment }: { readonly shipment: Shipment }) {
  const milestone = tightest(shipment);
  const [course] = shipment.courses;
  if (milestone === undefined || course === undefined || milestone.slackToLimit === null) return null;
  const said = slackSaid(milestone.slackToLimit, course.leastSlackMinutes);
  return (
    <p className={`with-icon ${said.tone}`}>
      <ToneIcon tone={said.tone} />{' '}
      <span>{t('{slack}; tightest at: {what}', { slack: said.words, what: milestone.what })}</span>
    </p>
  );
}

/** The worst alert that stands, with how many more. */
export function WorstAlert({ shipment: { alertsFull } }: { readonly shipment: Shipment }) {
  const [worst, ...others] = alertsFull.filter(({ status }) => status !== 'resolved');
  if (worst === undefined) return null;
  const tone = severityTone[worst.severity];
  return (
    <p className={`with-icon ${tone}`}>
      <ToneIcon tone={tone} />
      <span>
        {worst.wrong}
        {others.length > 0 && (
          <small className="block">
            {t('{count, plural, one {# alert more} other {# alerts more}}', { count: others.length })}
          </small>
        )}
      </span>
    </p>
  );
}
