import { X } from 'lucide-react';
import { useAudit, type AuditAsked } from '../api/audit.js';
import { useMay } from '../api/questions.js';
import type { AuditLine } from '../api/types.js';
import { Asked, Nothing } from '../shell/states.js';
import { useTitle } from '../shell/use-title.js';
import { ownZone } from '../time/now.js';
import { cityOf } from '../time/zone.js';
import { ExportLinks } from './export-links.js';
import { aboutText, byText, dataText, dayBegins, kindText, momentText } from './audit-words.js';
import { isBackwards, useWanted, type Wanted } from './wanted.js';
import { t } from '../words/words.js';

/** Who changed rights and who looked at what identifies somebody; for the operator's auditors and administrators. */
export function AuditPage() {
  useTitle(t('Audit'));
  return useMay('listAudit') ? (
    <Record />
  ) : (
    <Nothing title={t('The record is not yours to read')}>
      {t('It is read by auditors and administrators of the operator.')}
    </Nothing>
  );
}

function Record() {
  const [wanted, want] = useWanted();
  const record = useAudit(askedOf(wanted));
  const kinds = record.data?.pages[0]?.kinds ?? [];
  const lines = record.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="register" aria-labelledby="audit-title">
      <div className="bar">
        <h1 id="audit-title">{t('Audit')}</h1>
        <small className="ink2">{t('Who changed rights, and who looked at what identifies somebody')}</small>
        <ExportLinks of={t('The whole record')} at="/api/v1/audit/export" />
      </div>
      <Filter wanted={wanted} want={want} kinds={kinds} lines={lines} />
      <Asked what={t('the record')} lines={6} query={record}>
        {() =>
          lines.length === 0 ? (
            <Nobody wanted={wanted} />
          ) : (
            <Lines lines={lines} pick={(picked) => want({ ...wanted, ...picked })} />
          )
        }
      </Asked>
      {record.hasNextPage && (
        <button type="button" className="plain" onClick={() => void record.fetchNextPage()}>
          {t('Show earlier lines')}
        </button>
      )}
    </section>
  );
}

function askedOf({ kind, about, by, from, to }: Wanted): AuditAsked {
  const days = { from: dayBegins(from, ownZone), to: dayBegins(to, ownZone, 1) };
  return { kind, about, by, ...days };
}

function Nobody({ wanted }: { readonly wanted: Wanted }) {
  if (isBackwards(wanted)) return null;
  return Object.values(wanted).some((each) => each !== '') ? (
    <Nothing title={t('No line is found')}>{t('Choose other days, or everything.')}</Nothing>
  ) : (
    <Nothing title={t('The record is empty')}>
      {t('A line is written whenever rights change or somebody is looked up.')}
    </Nothing>
  );
}

interface FilterProps {
  readonly wanted: Wanted;
  readonly want: (wanted: Wanted) => void;
  readonly kinds: readonly string[];
  /** Who is asked for stands in the address by an id; the lines that are found say their name. */
  readonly lines: readonly AuditLine[];
}

function Filter(props: FilterProps) {
  const { wanted, want } = props;
  // What the address asks for is chosen before the record has said which kinds there are.
  const kinds = [...new Set([...props.kinds, wanted.kind])].filter((kind) => kind !== '');
  return (
    <div className="bar audit-filter">
      <select
        aria-label={t('What happened')}
        value={wanted.kind}
        onChange={(event) => want({ ...wanted, kind: event.target.value })}
      >
        <option value="">{t('Everything')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindText(kind)}
          </option>
        ))}
      </select>
      <Day label={t('From')} value={wanted.from} set={(from) => want({ ...wanted, from })} />
      <Day label={t('To')} value={wanted.to} set={(to) => want({ ...wanted, to })} />
      <Picked {...props} />
      {isBackwards(wanted) && (
        <p role="alert" className="warn">
          {t('From is later than To: no day lies between them. Choose an earlier From, or a later To.')}
        </p>
      )}
    </div>
  );
}

function Picked({ wanted, want, lines }: FilterProps) {
  const by = lines.find((line) => line.by?.account.id === wanted.by)?.by;
  const about = lines.find((line) => line.about.id === wanted.about)?.about;
  return (
    <>
      {wanted.by !== '' && (
        <button type="button" className="button" onClick={() => want({ ...wanted, by: '' })}>
          {t('By')} {by == null ? wanted.by : byText(by)} <X size={16} aria-hidden="true" />
          <span className="unseen">{t(', show by all')}</span>
        </button>
      )}
      {wanted.about !== '' && (
        <button type="button" className="button" onClick={() => want({ ...wanted, about: '' })}>
          {t('About')} {about === undefined ? wanted.about : aboutText(about)} <X size={16} aria-hidden="true" />
          <span className="unseen">{t(', show about all')}</span>
        </button>
      )}
    </>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly set: (day: string) => void;
}

function Day({ label, value, set }: DayProps) {
  return (
    <label className="inline">
      {label}
      <input type="date" value={value} onChange={(event) => set(event.target.value)} />
    </label>
  );
}

interface LinesProps {
  readonly lines: readonly AuditLine[];
  readonly pick: (picked: Partial<Pick<Wanted, 'about' | 'by'>>) => void;
}

function Lines({ lines, pick }: LinesProps) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('What')}</th>
          <th scope="col">{t('When, {city}', { city: cityOf(ownZone) })}</th>
          <th scope="col">{t('By')}</th>
          <th scope="col">{t('About')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.seq} line={line} pick={pick} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, pick }: { readonly line: AuditLine; readonly pick: LinesProps['pick'] }) {
  const { about, by } = line;
  return (
    <tr>
      <th scope="row">
        {kindText(line.kind)}
        <small className="block ink2">{dataText(line)}</small>
        <small className="block ink2">{t('line {seq}', { seq: line.seq })}</small>
      </th>
      <td data-title={t('When, {city}', { city: cityOf(ownZone) })} className="nowrap">
        {momentText(line.at, ownZone)}
      </td>
      <td data-title={t('By')}>
        {by === null ? (
          byText(by)
        ) : (
          <button type="button" className="plain id" onClick={() => pick({ by: by.account.id })}>
            {byText(by)}
          </button>
        )}
        {by !== null && <small className="block ink2">{by.organisation.name ?? by.organisation.id}</small>}
      </td>
      <td data-title={t('About')}>
        <button type="button" className="plain id" onClick={() => pick({ about: about.id })}>
          {aboutText(about)}
        </button>
      </td>
    </tr>
  );
}
