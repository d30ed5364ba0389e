import { Link } from 'wouter';
import { useMay } from '../api/questions.js';
import type { Shipment } from '../api/types.js';
import { useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';

import { t, wordsBy } from '../words/words.js';

type Deviation = Shipment['deviations'][number];

/** What went otherwise, the latest first: how grave it is, who knows of it, and the draft of its report. Closed ones are folded. */
export function Deviations({ shipment }: { readonly shipment: Shipment }) {
  if (shipment.deviations.length === 0) return null;
  const [open, closed] = [true, false].map((wanted) =>
    shipment.deviations.filter(({ status }) => (status !== 'closed') === wanted),
  ) as [Deviation[], Deviation[]];
  return (
    <section aria-labelledby="deviations-title">
      <div className="bar">
        <h2 id="deviations-title">{t('Deviations')}</h2>
        <small className="ink2 push">
          {t('{open} open, {closed} closed', { open: open.length, closed: closed.length })}
        </small>
      </div>
      {open.length > 0 && <Lines shipment={shipment.id} deviations={open} />}
      {closed.length > 0 && (
        <details className="fold">
          <summary>
            {t('Closed')} <small className="ink2">{closed.length}</small>
          </summary>
          <Lines shipment={shipment.id} deviations={closed} />
        </details>
      )}
    </section>
  );
}

interface LinesProps {
  readonly shipment: string;
  readonly deviations: readonly Deviation[];
}

function Lines({ shipment, deviations }: LinesProps) {
  return (
    <table className="dose">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('Number')}</span>
          </th>
          <th scope="col">{t('What')}</th>
          <th scope="col">{t('Told')}</th>
        </tr>
      </thead>
      <tbody>
        {deviations.map((deviation) => (
          <DeviationLine key={deviation.id} shipment={shipment} deviation={deviation} />
        ))}
      </tbody>
    </table>
  );
}

function DeviationLine({ shipment, deviation }: { readonly shipment: string; readonly deviation: Deviation }) {
  const now = useNow();
  const reads = useMay('getSpearDraft');
  const { id, status, kind, words, seriousness, happenedAt, happenedZone, spearReference } = deviation;
  return (
    <tr>
      <th scope="row" className="nowrap">
        {id}
      </th>
      <td>
        {words}{' '}
        <span className={`status ${seriousness === 'serious' ? 'danger' : ''}`}>{seriousness ?? t('not graded')}</span>
        <small className="block ink2">
          {kind.replaceAll('-', ' ')}, {whenText(Date.parse(happenedAt), happenedZone, now)}, {status.replace('-', ' ')}
        </small>
        <CorrectedFact deviation={deviation} />
        {deviation.outcome !== null && <small className="block ink2">{deviation.outcome}</small>}
      </td>
      <td>
        <Telling deviation={deviation} />
        <small className="block">
          {spearReference === null
            ? t('S(P)EAR not submitted:')
            : t('S(P)EAR {reference}:', { reference: spearReference })}{' '}
          {reads && <Link href={`/shipments/${shipment}/deviations/${id}/spear`}>{t('draft')}</Link>}
        </small>
      </td>
    </tr>
  );
}

/** What became of the fact that opened it, where that was corrected or taken back since. */
function CorrectedFact({ deviation: { fact, words, status } }: { readonly deviation: Deviation }) {
  if (fact === null || fact.reads === 'as-opened') return null;
  if (fact.reads === 'corrected' || fact.reads === 'so-again')
    return (
      <small className="block">
        {correctedText(fact.reads === 'corrected', fact.words === words ? null : fact.words)}
      </small>
    );
  return (
    <strong className="block warn">
      {fact.reads === 'gone'
        ? t('The fact that opened it was corrected, and is no deviation any more.')
        : t('The fact that opened it was taken back, and is no deviation any more.')}
      {status !== 'closed' && <> {t('To be closed.')}</>}
    </strong>
  );
}

function correctedText(corrected: boolean, words: string | null): string {
  if (words === null)
    return corrected ? t('The fact that opened it was corrected.') : t('The fact that opened it is so again.');
  return corrected
    ? t('The fact that opened it was corrected, and reads: {words}', { words })
    : t('The fact that opened it is so again, and reads: {words}', { words });
}

function Telling({ deviation }: { readonly deviation: Deviation }) {
  const told = deviation.told.map(({ registry }) => registryText(registry));
  const open = deviation.toTell.map(registryText);
  if (told.length === 0 && open.length === 0) return <span className="ink2">{t('nobody to be told')}</span>;
  return (
    <>
      {told.length > 0 && <span>{told.join(', ')}</span>}
      {open.length > 0 && (
        <strong className="warn block">{t('still to be told: {open}', { open: open.join(', ') })}</strong>
      )}
    </>
  );
}

const registries: Readonly<Record<string, string>> = wordsBy({
  partner: () => t('partner registry'),
  'donor-registry': () => t('donor’s registry'),
  'patient-registry': () => t('patient’s registry'),
});

function registryText(registry: string): string {
  return registries[registry] ?? registry.replace('-', '’s ');
}
