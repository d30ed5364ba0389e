import type { AlertInFull, Place } from '../api/types.js';
import { useNow } from '../time/now.js';
import { whenText } from '../time/zone.js';
import { t } from '../words/words.js';

/** By what an alert stands, folded away: whoever is called reads what to do first. */
export function AlertEvidence({
  evidence,
  place,
}: {
  readonly evidence: AlertInFull['evidence'];
  readonly place: Place;
}) {
  const now = useNow();
  if (evidence.length === 0) return null;
  return (
    <details className="fold evidence">
      <summary>{t('Why this stands')}</summary>
      <ul>
        {evidence.map(({ says, at }) => (
          <li key={`${says} ${at ?? ''}`}>
            {says}
            {at !== null && (
              <>
                : {whenText(Date.parse(at), place.zone, now)} {place.city}
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
