import { FileText, Languages, TriangleAlert } from 'lucide-react';
import { t } from '../words/words.js';
import type { Open } from './opened.js';

/** Always under the thumb. */
export function TripBar({ open }: { readonly open: (what: Open) => void }) {
  return (
    <nav className="trip-bar" aria-label={t('At any moment')}>
      <button type="button" onClick={() => open({ kind: 'papers' })}>
        <FileText size={22} aria-hidden="true" /> {t('Papers')}
      </button>
      <button type="button" onClick={() => open({ kind: 'officer' })}>
        <Languages size={22} aria-hidden="true" /> {t('For the officer')}
      </button>
      <button type="button" className="danger" onClick={() => open({ kind: 'trouble' })}>
        <TriangleAlert size={22} aria-hidden="true" /> {t('Trouble')}
      </button>
    </nav>
  );
}
