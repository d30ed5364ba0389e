import { useState } from 'react';
import type { LettersOfShipment, ReceivedLetter, WrittenLetter } from '../api/types.js';
import { subjectName } from '../identity/identity-words.js';
import { ownZone, useNow } from '../time/now.js';
import { LetterFormSheet } from './letter-form-sheet.js';
import { writeLetter } from './letter-requests.js';
import { LetterSheet } from './letter-sheet.js';
import { reasonWords, receivedWords, waitingWords, writtenWords } from './letter-words.js';
import { useLetters, useLettersAgain } from './use-letters.js';
import { t } from '../words/words.js';

/** Letters between donor and recipient, as the reader's side is told of them; to the operator, that there are some. */
export function LetterPanel({ shipment }: { readonly shipment: string }) {
  const { data } = useLetters(shipment);
  const [open, setOpen] = useState<string>();
  const again = useLettersAgain(shipment);
  if (data === undefined || (data.sides.length === 0 && data.written.length === 0)) return null;
  const close = () => {
    setOpen(undefined);
    void again();
  };
  return (
    <section aria-labelledby="letters-of-shipment">
      <div className="bar">
        <h2 id="letters-of-shipment">{t('Letters')}</h2>
        <Write data={data} write={() => setOpen('write')} />
      </div>
      {data.sides.map(({ side, says }) => (
        <p key={side} className="letter-rule ink2">
          {says}
        </p>
      ))}
      <ul className="identities">
        {data.received.map((letter) => (
          <Received key={letter.id} letter={letter} show={() => setOpen(letter.id)} />
        ))}
        {data.written.map((letter) => (
          <Written
            key={letter.id}
            letter={letter}
            show={data.sides.length === 0 ? undefined : () => setOpen(letter.id)}
          />
        ))}
      </ul>
      {open === 'write' && <WriteSheet shipment={shipment} data={data} close={close} />}
      {open !== undefined && open !== 'write' && <LetterSheet id={open} close={close} />}
    </section>
  );
}

function Write({ data, write }: { readonly data: LettersOfShipment; readonly write: () => void }) {
  if (data.sides.length === 0)
    return <small className="ink2 push">{t('Not a word of them is shown to the operator')}</small>;
  if (!data.sides.some(({ mayWrite }) => mayWrite)) return null;
  return (
    <button type="button" className="button push" onClick={write}>
      {t('Write a letter')}
    </button>
  );
}

function Written({ letter, show }: { readonly letter: WrittenLetter; readonly show: (() => void) | undefined }) {
  const clock = { zone: ownZone, now: useNow() };
  const words = show === undefined ? waitingWords(letter, clock) : writtenWords(letter, clock);
  return (
    <li className="identity-line">
      <div>
        <strong>
          {letter.subject === 'donor'
            ? t('For the donor')
            : t('For the recipient {subject}', { subject: letter.subject })}
        </strong>
        <span className="block">{words}</span>
        {letter.returnedFor !== null && <small className="block warn">{reasonWords[letter.returnedFor]}</small>}
        <small className="block ink2">{letter.organisation}</small>
      </div>
      {show !== undefined && (
        <button type="button" className="button" onClick={show}>
          {t('Show')}
          <span className="unseen"> {t('the letter')}</span>
        </button>
      )}
    </li>
  );
}

function Received({ letter, show }: { readonly letter: ReceivedLetter; readonly show: () => void }) {
  const clock = { zone: ownZone, now: useNow() };
  return (
    <li className="identity-line">
      <div>
        <strong>{letter.side === 'donor' ? t('From the recipient') : t('From the donor')}</strong>
        <span className="block">{receivedWords(letter, clock)}</span>
      </div>
      <button type="button" className="button" onClick={show}>
        {t('Read', {}, 'letter')}
        <span className="unseen"> {t('the letter')}</span>
      </button>
    </li>
  );
}

interface WriteSheetProps {
  readonly shipment: string;
  readonly data: LettersOfShipment;
  readonly close: () => void;
}

function WriteSheet({ shipment, data, close }: WriteSheetProps) {
  const subjects = data.sides.filter(({ mayWrite }) => mayWrite).flatMap((each) => each.subjects);
  return (
    <LetterFormSheet
      form={`write ${shipment}`}
      title={t('Write a letter')}
      about={t('A draft, encrypted, for your side of this shipment alone until it is released')}
      {...{ start: '', button: t('Keep the draft'), close }}
      subjects={subjects.map((subject) => [subject, subjectName(subject)] as const)}
      send={({ subject = subjects[0] ?? '', text = '' }) => writeLetter(shipment, subject, text)}
    />
  );
}
