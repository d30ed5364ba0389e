import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { OnCall, OnCallSpan, RosterBody } from '../api/types.js';
import { ToneIcon } from '../marks/mark-icon.js';
import { clockText, dayText } from '../time/zone.js';
import { namesIn } from './names.js';
import { bodyOfRoster, without, type AddedTo } from './roster-change.js';
import { t } from '../words/words.js';

interface TableProps {
  readonly roster: OnCall;
  /** Undefined: it is not the reader's to change. */
  readonly write: ((body: RosterBody) => Promise<void>) | undefined;
}

const weekdays = () => [
  t('Monday'),
  t('Tuesday'),
  t('Wednesday'),
  t('Thursday'),
  t('Friday'),
  t('Saturday'),
  t('Sunday'),
];

/** The next days without a break. */
export function SpanTable({ roster }: { readonly roster: OnCall }) {
  const names = namesIn(roster);
  const { zone, gaps } = roster;
  return (
    <Section
      title={t('The next 7 days')}
      about={t('By the clock of {zone}.{gaps, plural, =0 {} one { One gap.} other { # gaps.}}', { zone, gaps })}
    >
      <Table heads={[t('From'), t('To'), t('On call')]}>
        {roster.spans.map((span) => (
          <tr key={span.from}>
            <td data-title={t('From')}>{momentIn(span.from, roster.zone)}</td>
            <td data-title={t('To')}>{momentIn(span.to, roster.zone)}</td>
            <td data-title={t('On call')}>
              <Whom span={span} names={names} />
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

function Whom({ span, names }: { readonly span: OnCallSpan; readonly names: (account: string) => string }) {
  if (span.accounts.length > 0) return <>{span.accounts.map(names).join(t(', then '))}</>;
  return (
    <span className="danger">
      <ToneIcon tone="danger" /> {t('Nobody')}
    </span>
  );
}

/** What comes every week. */
export function WeekTable({ roster, write }: TableProps) {
  const names = namesIn(roster);
  if (roster.shifts.length === 0) return null;
  return (
    <Section title={t('Every week')}>
      <Table heads={[t('Begins'), t('Time'), t('Place'), t('Who')]}>
        {roster.shifts.map(({ weekday, from, to, place, account }, index) => (
          <tr key={`${weekday} ${from} ${place}`}>
            <td data-title={t('Begins')}>{weekdays()[weekday - 1]}</td>
            <td data-title={t('Time')}>{t('{from} to {to}', { from, to })}</td>
            <td data-title={t('Place')}>{place}</td>
            <td data-title={t('Who')}>
              {names(account)} <Remove {...{ roster, write, list: 'shifts', index }} />
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

/** What is otherwise on a date. */
export function DatedTable({ roster, write }: TableProps) {
  const names = namesIn(roster);
  if (roster.exceptions.length === 0) return null;
  return (
    <Section title={t('Dated turns')} about={t('Each in the place of the week’s.')}>
      <Table heads={[t('From'), t('To'), t('Place'), t('Who')]}>
        {roster.exceptions.map(({ from, to, place, account }, index) => (
          <tr key={`${from.at} ${place}`}>
            <td data-title={t('From')}>{momentIn(from.at, from.zone)}</td>
            <td data-title={t('To')}>{momentIn(to.at, to.zone)}</td>
            <td data-title={t('Place')}>{place}</td>
            <td data-title={t('Who')}>
              {names(account)} <Remove {...{ roster, write, list: 'exceptions', index }} />
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

/** Who stands in for whom. */
export function StandInTable({ roster, write }: TableProps) {
  const names = namesIn(roster);
  if (roster.substitutions.length === 0) return null;
  return (
    <Section title={t('Standing in')}>
      <Table heads={[t('From'), t('To'), t('Absent'), t('Stands in')]}>
        {roster.substitutions.map(({ from, to, absent, by }, index) => (
          <tr key={`${from.at} ${absent}`}>
            <td data-title={t('From')}>{momentIn(from.at, from.zone)}</td>
            <td data-title={t('To')}>{momentIn(to.at, to.zone)}</td>
            <td data-title={t('Absent')}>{names(absent)}</td>
            <td data-title={t('Stands in')}>
              {names(by)} <Remove {...{ roster, write, list: 'substitutions', index }} />
            </td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}

interface RemoveProps extends TableProps {
  readonly list: AddedTo;
  readonly index: number;
}

function Remove({ roster, write, list, index }: RemoveProps) {
  const removing = useMutation({
    mutationFn: async () => write?.(without(bodyOfRoster(roster), list, index)),
  });
  if (write === undefined) return null;
  return (
    <>
      <button
        type="button"
        className="button quiet"
        aria-disabled={removing.isPending}
        onClick={() => removing.isPending || removing.mutate()}
      >
        {t('Remove')}
      </button>
      {removing.error !== null && (
        <span role="alert" className="said danger">
          {removing.error.message}
        </span>
      )}
    </>
  );
}

interface SectionProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

function Section({ title, about, children }: SectionProps) {
  const id = `on-call-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about !== undefined && <p className="ink2">{about}</p>}
      {children}
    </section>
  );
}

function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function momentIn(at: string, zone: string): string {
  const millis = Date.parse(at);
  return `${dayText(millis, zone, true)}, ${clockText(millis, zone)}`;
}
