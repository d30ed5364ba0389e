import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Disclosed, DisclosureRead } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Sheet } from '../shell/sheet.js';
import { disclosedText, fieldWords, paperWords } from './disclosure-words.js';
import { subjectName } from './identity-words.js';
import { readDisclosed, useDisclosed } from './use-disclosures.js';
import { t } from '../words/words.js';

/** What of people on the other side is disclosed to oneself; nothing at all for everybody else. */
export function DisclosedPanel({ shipment }: { readonly shipment: string }) {
  const { data } = useDisclosed(shipment);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="disclosed-title">
      <div className="bar">
        <h2 id="disclosed-title">{t('Disclosed to you')}</h2>
        <small className="ink2 push">{t('For that paper alone. Every look is on record')}</small>
      </div>
      <ul className="identities">
        {data.items.map((disclosed) => (
          <DisclosedLine key={`${disclosed.subject}/${disclosed.document}`} shipment={shipment} disclosed={disclosed} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly shipment: string;
  readonly disclosed: Disclosed;
}

function DisclosedLine({ shipment, disclosed }: LineProps) {
  const [open, setOpen] = useState<DisclosureRead>();
  // Kept by the sheet alone, so not by the query's cache either.
  const read = useMutation({
    mutationFn: async () => setOpen(await readDisclosed(shipment, disclosed)),
    gcTime: 0,
  });
  const paper = paperWords[disclosed.document];
  return (
    <li>
      <div className="identity-line">
        <div>
          <strong>{disclosedText(disclosed)}</strong>
          <span className="block">
            {t('{paper}, until {moment}', { paper, moment: momentText(disclosed.validUntil) })}
          </span>
          <small className="block ink2">{disclosed.citation}</small>
        </div>
        <div className="identity-buttons">
          <button type="button" className="button" aria-disabled={read.isPending} onClick={() => read.mutate()}>
            {t('Show')}
            <span className="unseen">{` ${subjectName(disclosed.subject)}, ${paper}`}</span>
          </button>
        </div>
      </div>
      {read.error !== null && (
        <p role="alert" className="said danger">
          {read.error.message}
        </p>
      )}
      {open !== undefined && <ValuesSheet read={open} close={() => setOpen(undefined)} />}
    </li>
  );
}

interface ValuesProps {
  readonly read: DisclosureRead;
  readonly close: () => void;
}

function ValuesSheet({ read: { subject, document, values }, close }: ValuesProps) {
  return (
    <Sheet
      title={subjectName(subject)}
      about={t('Disclosed for the {paperWords}. That you looked is on record', {
        paperWords: paperWords[document].toLowerCase(),
      })}
      close={close}
    >
      <dl className="identity-record">
        {values.map(({ field, value }) => (
          <div key={field}>
            <dt>{fieldWords[field]}</dt>
            <dd dir="auto">{value ?? t('Not recorded')}</dd>
          </div>
        ))}
      </dl>
      <div className="sheet-foot">
        <button type="button" className="button first" onClick={close}>
          {t('Close')}
        </button>
      </div>
    </Sheet>
  );
}
