import { useState } from 'react';
import { Link } from 'wouter';
import { useCoordinates, useTasks } from '../api/questions.js';
import type { Offer, Task } from '../api/types.js';
import { OfferSheet } from '../act/offer-sheet.js';
import { Asked } from '../shell/states.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { owners } from '../marks/words.js';
import { distanceText, urgency } from '../time/duration.js';
import { useNowNear } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';

const FEW = 4;

/** What waits for the reader, oldest due first, with one action each. */
export function TasksBand() {
  const coordinates = useCoordinates();
  const [whose, setWhose] = useState<Whose>(coordinates ? 'mine' : 'all');
  const [all, setAll] = useState(false);
  const tasks = useTasks(whose);
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const total = tasks.data?.pages[0]?.total ?? 0;
  return (
    <section className="tasks" aria-labelledby="tasks-title">
      <div className="bar">
        <h2 id="tasks-title">{titleOf(whose, coordinates)}</h2>
        {tasks.data !== undefined && <small className="ink2">{countText(total, items)}</small>}
        {coordinates && <WhoseButton whose={whose} choose={setWhose} />}
        <HowMany {...{ all, total, loaded: items.length }} toggle={() => setAll(!all)} />
      </div>
      <Asked what={t('the tasks')} lines={1} query={tasks}>
        {() => <Tasks items={all ? items : items.slice(0, FEW)} />}
      </Asked>
      {all && <MoreTasks tasks={tasks} left={total - items.length} />}
    </section>
  );
}

function titleOf(whose: Whose, coordinates: boolean): string {
  return whose === 'mine' || !coordinates ? t('My tasks') : t('Everybody’s tasks');
}

type Whose = 'mine' | 'all';

function WhoseButton({ whose, choose }: { readonly whose: Whose; readonly choose: (whose: Whose) => void }) {
  return (
    <button type="button" className="plain push" onClick={() => choose(whose === 'mine' ? 'all' : 'mine')}>
      {whose === 'mine' ? t('Show everybody’s') : t('Show mine')}
    </button>
  );
}

interface HowManyProps {
  readonly all: boolean;
  readonly loaded: number;
  readonly total: number;
  readonly toggle: () => void;
}

function HowMany({ all, loaded, total, toggle }: HowManyProps) {
  if (loaded <= FEW) return null;
  const more = loaded < total ? t('Show {loaded} of {total}', { loaded, total }) : t('Show all {total}', { total });
  return (
    <button type="button" className="plain" aria-expanded={all} onClick={toggle}>
      {all ? t('Show fewer') : more}
    </button>
  );
}

function MoreTasks({ tasks, left }: { readonly tasks: ReturnType<typeof useTasks>; readonly left: number }) {
  if (!tasks.hasNextPage) return null;
  return (
    <button
      type="button"
      className="button more"
      aria-disabled={tasks.isFetchingNextPage}
      onClick={() => void tasks.fetchNextPage()}
    >
      {tasks.isFetchingNextPage ? t('Loading more…') : t('Show more tasks ({left} left)', { left })}
    </button>
  );
}

function countText(total: number, items: readonly Task[]): string {
  const parked = items.filter((task) => task.parked !== null).length;
  if (total === 0) return t('none open');
  return parked > 0 ? t('{total} open, {parked} parked', { total, parked }) : t('{total} open', { total });
}

function Tasks({ items }: { readonly items: readonly Task[] }) {
  const [open, setOpen] = useState<{ readonly task: Task; readonly offer: Offer }>();
  if (items.length === 0)
    return <p className="none">{t('Nothing waits here. What falls due next stands in the list below.')}</p>;
  return (
    <>
      <ul className="task-cells">
        {items.map((task) => (
          <TaskCell key={`${task.shipment} ${task.key}`} task={task} act={(offer) => setOpen({ task, offer })} />
        ))}
      </ul>
      {open !== undefined && (
        <OfferSheet shipment={open.task.shipment} offer={open.offer} close={() => setOpen(undefined)} />
      )}
    </>
  );
}

const tones = { past: 'danger', near: 'warn', calm: 'plain' } as const;

function TaskCell({ task, act }: { readonly task: Task; readonly act: (offer: Offer) => void }) {
  const due = Date.parse(task.dueAt);
  const now = useNowNear(due);
  const tone = tones[urgency(due - now)];
  const best = task.offers[0];
  return (
    <li>
      <Link className="what" href={`/shipments/${task.shipment}`}>
        {task.what}
      </Link>
      <small className={tone}>
        <ToneIcon tone={tone} />{' '}
        {t('by {when} {city} · {distance}', {
          when: whenText(due, task.shownIn.zone, now),
          city: task.shownIn.city,
          distance: distanceText(due - now),
        })}
      </small>
      <small className="ink2">
        {task.route} · {task.reference} · {owners[task.owner]}
        {task.parked !== null && ' · parked'}
      </small>
      {best !== undefined && (
        <button type="button" className="button" onClick={() => act(best)}>
          {best.label}
        </button>
      )}
    </li>
  );
}
