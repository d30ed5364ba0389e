import type { CountDecision, Place } from '../api/types.js';
import { useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';
import { verdictOn } from './decision-words.js';

type Recipient = CountDecision['recipients'][number];
type Dose = Recipient['doses'][number];

interface CountedProps {
  readonly decision: CountDecision;
  readonly place: Place;
}

/** What the laboratory counted, bag by bag, and what of it each recipient gets, against what was asked for and what the registry allows. */
export function CountedCells({ decision, place }: CountedProps) {
  const { counts, recipients } = decision;
  const told = recipients.some(({ weightKg }) => weightKg !== null);
  return (
    <section aria-labelledby="counted-title">
      <div className="bar">
        <h2 id="counted-title">{t('Count and verdict')}</h2>
        <small className="ink2 push">{t('all days together')}</small>
      </div>
      {counts.length > 0 && <Bags counts={counts} place={place} />}
      {told ? (
        <Verdicts recipients={recipients} />
      ) : (
        <p className="ink2">
          {t('Doses are told to the patient’s side, by whom they are compared with what was asked for.')}
        </p>
      )}
    </section>
  );
}

type Bag = CountDecision['counts'][number]['bags'][number];

/** What a laboratory may have counted; what was counted in no bag has no column. */
const figures = [
  { name: 'CD34', unit: '/µL', of: (bag: Bag) => bag.cd34PerUl },
  { name: 'WBC', unit: '× 10⁹/L', of: (bag: Bag) => bag.wbcE9PerL },
  { name: 'CD3', unit: '/µL', of: (bag: Bag) => bag.cd3PerUl },
] as const;

function Bags({ counts, place }: { readonly counts: CountDecision['counts']; readonly place: Place }) {
  const now = useNow();
  const all = counts.flatMap(({ bags }) => bags);
  const shown = figures.filter(({ of }) => all.some((bag) => of(bag) !== null));
  return (
    <table className="dose stacked">
      <thead>
        <tr>
          <th scope="col">{t('Bag')}</th>
          <th scope="col">{t('Counted')}</th>
          <th scope="col">{t('Volume')}</th>
          {shown.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.flatMap(({ day, countedAt, bags }) =>
          bags.map((bag) => (
            <tr key={`${day} ${bag.bag}`}>
              <th scope="row">{bag.bag}</th>
              <td data-label={t('Counted')}>
                {whenText(Date.parse(countedAt), place.zone, now)} {place.city}
              </td>
              <td data-label={t('Volume')}>{t('{volumeMl} mL', { volumeMl: bag.volumeMl })}</td>
              {shown.map(({ name, unit, of }) => (
                <Figure key={name} name={name} value={of(bag)} unit={unit} />
              ))}
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
}

function Figure({ name, value, unit }: FigureProps) {
  return (
    <td data-label={name}>
      {value === null ? (
        <span className="ink2">{t('not counted')}</span>
      ) : (
        <span>
          {value} <small className="ink2">{unit}</small>
        </span>
      )}
    </td>
  );
}

function Verdicts({ recipients }: { readonly recipients: readonly Recipient[] }) {
  return (
    <table className="dose stacked">
      <thead>
        <tr>
          <th scope="col">{t('Recipient')}</th>
          <th scope="col">{t('Counted dose')}</th>
          <th scope="col">{t('Verdict')}</th>
          <th scope="col">{t('Requested')}</th>
          <th scope="col">{t('Minimum')}</th>
          <th scope="col">{t('Registry’s own limits')}</th>
        </tr>
      </thead>
      <tbody>
        {recipients.flatMap((one) =>
          one.doses.map((dose) => <Verdict key={`${one.ref} ${dose.metric}`} one={one} dose={dose} />),
        )}
      </tbody>
    </table>
  );
}

function Verdict({ one, dose }: { readonly one: Recipient; readonly dose: Dose }) {
  const { tone, words } = verdictOn(dose);
  return (
    <tr>
      <th scope="row">
        {one.ref}
        {one.weightKg !== null && <small className="ink2"> {t('{kg} kg', { kg: one.weightKg })}</small>}
      </th>
      <td data-label={t('Counted dose')}>
        {dose.dose === null ? (
          <span className="ink2">{t('not counted')}</span>
        ) : (
          <span>
            <strong>{dose.dose}</strong> <small className="ink2">{dose.unit}</small>
          </span>
        )}
      </td>
      <td data-label={t('Verdict')}>
        <strong className={tone}>{words}</strong>
      </td>
      <td data-label={t('Requested')}>{dose.requested}</td>
      <td data-label={t('Minimum')}>{dose.minimum}</td>
      <td data-label={t('Registry’s own limits')}>
        <Limits dose={dose} />
      </td>
    </tr>
  );
}

function Limits({ dose: { floor, ceiling } }: { readonly dose: Dose }) {
  if (floor === null && ceiling === null) return <span className="ink2">{t('none')}</span>;
  return (
    <span>
      {floor !== null && (
        <span className={`block ${floor.met === false ? 'danger' : ''}`}>
          {floor.met === false
            ? t('at least {dose} per kg, not reached', { dose: floor.perKg })
            : t('at least {dose} per kg', { dose: floor.perKg })}
        </span>
      )}
      {ceiling !== null && (
        <span className={`block ${ceiling.met === false ? 'warn' : ''}`}>
          {ceiling.met === false
            ? t('at most {dose} per kg, passed: the registry must agree', { dose: ceiling.perKg })
            : t('at most {dose} per kg', { dose: ceiling.perKg })}
        </span>
      )}
    </span>
  );
}
