import { useState } from 'react';
import { Link } from 'wouter';
import { dismissDowntime, useDowntimes } from '../api/bells.js';
import type { Downtime, DowntimeItem, DowntimeOwner } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { owners, severityTone } from '../marks/words.js';
import { spanText } from '../time/duration.js';
import { ownZone, useNow } from '../time/now.js';
import { cityOf, whenText } from '../time/zone.js';
import { periodText, summaryText } from './digest-words.js';
import { t } from '../words/words.js';

const FEW = 3;

/** What fell due while bells rang late or not at all, once for whoever was not called: by owner, the most urgent first, until they say that they have read it. */
export function DigestPanel() {
  const { data, refetch } = useDowntimes();
  const downtimes = data?.items ?? [];
  if (downtimes.length === 0) return null;
  return (
    <section className="digest" aria-labelledby="digest-title">
      <h2 id="digest-title" className="unseen">
        {t('While bells rang late or not at all')}
      </h2>
      {downtimes.map((downtime) => (
        <OneDowntime key={downtime.id} downtime={downtime} read={() => void refetch()} />
      ))}
    </section>
  );
}

interface OneDowntimeProps {
  readonly downtime: Downtime;
  readonly read: () => void;
}

function OneDowntime({ downtime, read }: OneDowntimeProps) {
  const [failed, setFailed] = useState<string>();
  const now = useNow();
  const dismiss = () =>
    void dismissDowntime(downtime.id).then(read, (error: unknown) =>
      setFailed(error instanceof Error ? error.message : t('It could not be recorded.')),
    );
  return (
    <article className="downtime">
      <div className="bar">
        <h3 className="with-icon">
          <ToneIcon tone="warn" /> {periodText(downtime, { zone: ownZone, city: cityOf(ownZone), now })}
        </h3>
        <p>{summaryText(downtime)}</p>
        <button type="button" className="button push" onClick={dismiss}>
          {t('I have read this')}
        </button>
      </div>
      {failed !== undefined && (
        <p role="alert" className="danger">
          {failed}
        </p>
      )}
      <div className="digest-owners">
        {downtime.owners.map((group) => (
          <OfOwner key={group.owner} group={group} until={Date.parse(downtime.to ?? '') || now} />
        ))}
      </div>
    </article>
  );
}

const moreText = (loaded: number, total: number) =>
  loaded === total ? t('Show all {total}', { total }) : t('Show {loaded} of {total}', { loaded, total });

function OfOwner({ group, until }: { readonly group: DowntimeOwner; readonly until: number }) {
  const [all, setAll] = useState(false);
  const { owner, total, items } = group;
  const shown = all ? items : items.slice(0, FEW);
  return (
    <div>
      <h4>
        {owners[owner]} <small className="ink2">{total}</small>
      </h4>
      <ul>
        {shown.map((item) => (
          <Item key={`${item.shipment} ${item.key} ${item.dueAt}`} item={item} until={until} />
        ))}
      </ul>
      {items.length > FEW && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('Show fewer') : moreText(items.length, total)}
        </button>
      )}
    </div>
  );
}

function Item({ item, until }: { readonly item: DowntimeItem; readonly until: number }) {
  const due = Date.parse(item.dueAt);
  const tone = item.severity === null ? 'plain' : severityTone[item.severity];
  return (
    <li>
      <Link className="what" href={`/shipments/${item.shipment}`}>
        {item.what}
      </Link>
      <small className={tone}>
        <ToneIcon tone={tone} />{' '}
        {t('due {when} {city} · {span} late', {
          when: whenText(due, item.shownIn.zone, until),
          city: item.shownIn.city,
          span: spanText(until - due),
        })}
      </small>
      <small className="ink2">
        {item.route} · {item.reference}
        {item.does === 'call' && ` · ${t('desk’s call')}`}
        {!item.stillOwed && ` · ${t('done since')}`}
      </small>
    </li>
  );
}
