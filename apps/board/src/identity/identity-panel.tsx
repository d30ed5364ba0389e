import { useMemo, useState } from 'react';
import { formOf, type Field } from '../act/form-model.js';
import type { Sent } from '../act/send-command.js';
import { SentText } from '../act/sent-text.js';
import type { Identity, Subject } from '../api/types.js';
import { ownZone, useNow } from '../time/now.js';
import { DisclosuresSheet } from './disclosures-sheet.js';
import { DisclosuresLine } from './disclosures-line.js';
import { ErasureSheet } from './erasure-sheet.js';
import { IdentitySheet } from './identity-sheet.js';
import { readIdentity } from './identity-requests.js';
import { changeWords, lookWords, standingWords, subjectName } from './identity-words.js';
import { RecordSheet } from './record-sheet.js';
import { useAskAgain, useIdentities } from './use-identities.js';
import { t } from '../words/words.js';

/** Who donor or recipients are, for people of their own side; nothing at all for everybody else. */
export function IdentityPanel({ shipment }: { readonly shipment: string }) {
  const { data } = useIdentities(shipment);
  const fields = useMemo(() => formOf(data?.fields ?? {}), [data?.fields]);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="identity-title">
      <div className="bar">
        <h2 id="identity-title">{t('Identity')}</h2>
        <small className="ink2 push">{t('For your side. Every look is on record')}</small>
      </div>
      <ul className="identities">
        {data.items.map((subject) => (
          <SubjectLine key={subject.subject} shipment={shipment} subject={subject} fields={fields} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly shipment: string;
  readonly subject: Subject;
  readonly fields: readonly Field[];
}

/** What is open over a line; the record itself is in the sheet alone, and goes with it. */
type Open =
  | { readonly what: 'record' }
  | { readonly what: 'erasure' }
  | { readonly what: 'disclosures' }
  | { readonly what: 'shown' | 'changing'; readonly identity: Identity };

function SubjectLine({ shipment, subject, fields }: LineProps) {
  const clock = { zone: ownZone, now: useNow() };
  const [open, setOpen] = useState<Open>();
  const [failed, setFailed] = useState<Sent>();
  const again = useAskAgain(shipment);
  const whom = { shipment, subject: subject.subject };
  const show = async () => {
    const read = await readIdentity(whom);
    setFailed(read.kind === 'read' ? undefined : read);
    if (read.kind === 'read') setOpen({ what: 'shown', identity: read.identity });
    await again();
  };
  const close = () => {
    setOpen(undefined);
    void again();
  };
  return (
    <li>
      <div className="identity-line">
        <div>
          <strong>{subjectName(subject.subject)}</strong>
          <span className="block">{standingWords(subject, clock)}</span>
          <small className="block ink2">{changeWords(subject, clock)}</small>
          <small className="block ink2">{lookWords(subject, clock)}</small>
          <AskedLine subject={subject} />
          <DisclosuresLine whom={whom} subject={subject} />
        </div>
        <LineButtons subject={subject} show={() => void show()} open={setOpen} />
      </div>
      <SentText sent={failed} shown={[]} confirm={() => undefined} />
      <OpenSheet {...{ whom, subject, fields, open, setOpen, close }} />
    </li>
  );
}

interface SheetsProps extends Pick<LineProps, 'subject' | 'fields'> {
  readonly whom: { readonly shipment: string; readonly subject: string };
  readonly open: Open | undefined;
  readonly setOpen: (open: Open) => void;
  readonly close: () => void;
}

function OpenSheet({ whom, subject, fields, open, setOpen, close }: SheetsProps) {
  if (open === undefined) return null;
  switch (open.what) {
    case 'erasure':
      return <ErasureSheet whom={whom} subject={subject} close={close} />;
    case 'disclosures':
      return <DisclosuresSheet whom={whom} close={close} />;
    case 'shown':
      return (
        <IdentitySheet
          {...{ fields, subject, close }}
          identity={open.identity}
          change={() => setOpen({ what: 'changing', identity: open.identity })}
        />
      );
    case 'changing':
      return <RecordSheet {...{ whom, fields, close }} read={open.identity} revision={open.identity.revision} />;
    case 'record':
      return <RecordSheet {...{ whom, fields, close }} read={null} revision={subject.revision} />;
  }
}

function AskedLine({ subject: { erasure } }: Pick<LineProps, 'subject'>) {
  if (erasure.asked === null) return null;
  return <small className="block warn">{t('{person} asks to erase it', { person: erasure.asked.person })}</small>;
}

interface ButtonsProps extends Pick<LineProps, 'subject'> {
  readonly show: () => void;
  readonly open: (open: Open) => void;
}

/** Each says whom it is about: there may be several lines. */
function LineButtons({ subject, show, open }: ButtonsProps) {
  const there = subject.revision > 0 && subject.erasedAt === null;
  const whose = <span className="unseen"> {subjectName(subject.subject)}</span>;
  return (
    <div className="identity-buttons">
      {there && (
        <button type="button" className="button" onClick={show}>
          {t('Show')}
          {whose}
        </button>
      )}
      {!there && subject.mayWrite && (
        <button type="button" className="button" onClick={() => open({ what: 'record' })}>
          {t('Record')}
          {whose}
        </button>
      )}
      {there && (
        <button type="button" className="button quiet" onClick={() => open({ what: 'disclosures' })}>
          {t('Disclose')}
          {whose}
        </button>
      )}
      {there && subject.erasure.may !== null && (
        <button type="button" className="button quiet" onClick={() => open({ what: 'erasure' })}>
          {t('Erase')}
          {whose}
        </button>
      )}
    </div>
  );
}
