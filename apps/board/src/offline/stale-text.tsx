import { useShipment } from '../api/questions.js';
import { t } from '../words/words.js';
import type { Queued } from './queued.js';
import { movedSince } from './moved-since.js';

/** Somebody moved the stage meanwhile: what was so when it was entered, and what is so now. */
export function StaleText({ row }: { readonly row: Queued }) {
  const strip = useShipment(row.shipment).data?.strip ?? [];
  const moved = movedSince(row.stood, strip);
  return (
    <>
      <p>
        <strong>{t('Not done: somebody changed this meanwhile.')}</strong> {row.refusal?.detail}
      </p>
      {moved.length > 0 && (
        <dl className="outbox-moved">
          {moved.map(({ name, before, now }) => (
            <div key={name}>
              <dt>{t('When you entered it')}</dt>
              <dd>{before}</dd>
              <dt>{t('Now')}</dt>
              <dd>{now}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
