import { useBells } from '../api/bells.js';
import type { Bells } from '../api/types.js';
import { useLine } from '../live/live-line.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { spanText } from '../time/duration.js';
import { ownZone, useNow } from '../time/now.js';
import { cityOf, whenText } from '../time/zone.js';
import { t } from '../words/words.js';

/** Says that nobody is called when something falls due, since when, and what to do then; that it cannot be known; or that the clocks differ. */
export function BellsLine() {
  const { data, isError } = useBells();
  const line = useLine();
  if (isError && line.status === 'live') return <Unknown />;
  if (data?.ringing === false) return <Silent since={data.since} />;
  return <Clock clock={data?.clock} />;
}

function Silent({ since }: { readonly since: string | null }) {
  const now = useNow();
  const silent =
    since === null
      ? t('No bells are ringing yet: deadlines are not called out.')
      : t('Bells have not rung since {since}: deadlines are not called out.', { since: sinceText(since, now) });
  return (
    <div role="alert" className="lost danger">
      <ToneIcon tone="danger" />
      <p>
        <strong>{silent}</strong> {t('Watch the times yourself, and call whoever looks after this server.')}
      </p>
    </div>
  );
}

function sinceText(since: string, now: number): string {
  const at = Date.parse(since);
  return `${whenText(at, ownZone, now)} ${cityOf(ownZone)} (${spanText(Math.max(0, now - at))})`;
}

function Unknown() {
  return (
    <div role="alert" className="lost danger">
      <ToneIcon tone="danger" />
      <p>
        <strong>{t('The server cannot say whether bells ring.')}</strong> {t('Watch the times yourself until it can.')}
      </p>
    </div>
  );
}

function Clock({ clock }: { readonly clock: Bells['clock'] | undefined }) {
  if (clock?.ok !== false) return null;
  return (
    <div role="alert" className="lost">
      <ToneIcon tone="warn" />
      <p>
        <strong>{t('Two clocks differ.')}</strong>{' '}
        {t('{says} Times on this page may be wrong by as much; bells go by the database’s.', { says: clock.says })}
      </p>
    </div>
  );
}
