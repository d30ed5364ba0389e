import { useState } from 'react';
import { useMay } from '../api/questions.js';
import { FileSheet } from './file-sheet.js';
import { useLoggers } from './file-requests.js';
import { loggersWords } from './file-words.js';
import { t } from '../words/words.js';

/** Readings of a logger that is read out after the trip: for whoever has the loggers in hand, once one is bound. */
export function FilesPanel({ shipment }: { readonly shipment: string }) {
  return useMay('takeReadingFile') ? <Panel shipment={shipment} /> : null;
}

function Panel({ shipment }: { readonly shipment: string }) {
  const loggers = useLoggers(shipment).data ?? [];
  const [open, setOpen] = useState(false);
  if (loggers.length === 0) return null;
  return (
    <section aria-labelledby="files-title">
      <div className="bar">
        <h2 id="files-title">{t('Readings from a file')}</h2>
        <small className="ink2 push">{loggersWords(loggers.map(({ logger }) => logger))}</small>
      </div>
      <p className="hint">
        {t('What a logger has stored, as its software exports it. You see what it says before it counts.')}
      </p>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t('Choose a file')}
      </button>
      {open && <FileSheet shipment={shipment} loggers={loggers} close={() => setOpen(false)} />}
    </section>
  );
}
