import { SentText } from '../act/sent-text.js';
import type { FieldFault } from '../api/refusal.js';
import type { Courier } from '../api/types.js';
import type { Differing } from './meanwhile.js';
import type { Put } from './put-courier.js';
import { t } from '../words/words.js';

/** What is said of single fields. */
export function faultsOf(put: Put | undefined): readonly FieldFault[] {
  return put?.kind === 'refused' || put?.kind === 'unknown' ? put.refusal.fields : [];
}

interface PutTextProps extends Pick<MovedTextProps, 'differing'> {
  readonly put: Put | undefined;
  readonly isNew: boolean;
  /** Pointers of the fields that say their own faults. */
  readonly shown: readonly string[];
}

/** What became of writing the record, in words. */
export function PutText({ put, isNew, differing, shown }: PutTextProps) {
  if (put?.kind !== 'moved') return <SentText sent={put} shown={shown} confirm={() => undefined} />;
  return isNew ? <TakenText standing={put.standing} /> : <MovedText standing={put.standing} differing={differing} />;
}

interface MovedTextProps {
  readonly standing: Courier;
  readonly differing: readonly Differing[];
}

/** Somebody else has written the record since the form was opened: what they changed, and what sending again does to it. */
function MovedText({ standing: { name }, differing }: MovedTextProps) {
  return (
    <div className="refused" role="alert">
      <p>
        <strong>{t('Not written yet.')}</strong>{' '}
        {t('Somebody else has changed the record of {name} since you opened it. What you typed is still here.', {
          name,
        })}
      </p>
      {differing.length > 0 && (
        <ul>
          {differing.map(({ label, standing, typedStays }) => (
            <li key={label}>
              {typedStays
                ? t('{label} is now: {standing}. Yours above would replace it.', { label, standing })
                : t('{label} is now: {standing}. Taken over above.', { label, standing })}
            </li>
          ))}
        </ul>
      )}
      <p>{t('Write the record again to have it as it stands above.')}</p>
    </div>
  );
}

/** Somebody of that id is in the pool: the same person, or a namesake. */
function TakenText({ standing: { id, name, company, phone } }: Pick<MovedTextProps, 'standing'>) {
  return (
    <div className="refused" role="alert">
      <p>
        <strong>{t('Not added yet.')}</strong>{' '}
        {t(
          'The pool has {name}, {company}, {phone} by the id {id}. If that is the same person, leave this and change that record. If it is a namesake, add the courier again: it goes in by the id above.',
          { name, company, phone, id },
        )}
      </p>
    </div>
  );
}
