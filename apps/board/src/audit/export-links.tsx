import { Download } from 'lucide-react';
import { useMay } from '../api/questions.js';
import { t } from '../words/words.js';

/** A whole chain as a file, signed or for reading; for those who may have it. */
export function ExportLinks({ of, at }: { readonly of: string; readonly at: string }) {
  if (!useMay('exportLog')) return null;
  return (
    <span className="export-links push">
      <a className="button" href={at} download title={t('{of} as JSON Lines, signed: to be verified', { of })}>
        <Download size={16} aria-hidden="true" /> {t('Signed export')}
      </a>
      <a className="button" href={`${at}?form=csv`} download title={t('{of} as a table, for reading only', { of })}>
        <Download size={16} aria-hidden="true" /> {t('CSV')}
      </a>
    </span>
  );
}
