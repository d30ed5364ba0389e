import { useState } from 'react';
import { t } from '../words/words.js';

/** Something to be taken elsewhere, and a button that copies it. Where the browser does not let it, it can be marked and copied by hand. */
export function Copied({ text, label }: { readonly text: string; readonly label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="copied">
      <code>{text}</code>
      {'clipboard' in navigator && (
        <button type="button" className="button" onClick={() => void copy()}>
          {copied ? t('Copied') : label}
        </button>
      )}
    </div>
  );
}
