import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../api/questions.js';
import { RequestMailSheet } from './request-mail-sheet.js';
import { isTrouble, mailText } from './request-mail-words.js';
import { useRequests } from './use-requests.js';
import { t } from '../words/words.js';

interface RequestMailProps {
  readonly shipment: string;
  /** As CN-export-PEK, or 1/0/PEK. */
  readonly name: string;
  /** What it is, for whoever hears the button alone. */
  readonly about: string;
}

/** What became of the last mail of a request, and the way to send it while it is wanted. The page of deliveries has all mails. */
export function RequestMail({ shipment, name, about }: RequestMailProps) {
  const may = useMay('mailRequest');
  const [open, setOpen] = useState(false);
  const { data } = useRequests(shipment);
  const request = data?.items.find((each) => each.request === name);
  if (data === undefined || request === undefined) return null;
  const [mail] = request.mails;
  const underWay = request.mails.some((each) => each.underWay);
  return (
    <>
      {mail !== undefined && (
        <p className={`small ${isTrouble(mail) ? 'warn' : 'ink2'}`} role="status">
          {mailText(mail)}
        </p>
      )}
      {may && request.wanted && !underWay && (
        <button type="button" className="button quiet beside-scan" onClick={() => setOpen(true)}>
          <Mail size={16} aria-hidden="true" /> {t('Send by e-mail')}
          <span className="unseen">: {about}</span>
        </button>
      )}
      {open && <RequestMailSheet {...{ shipment, request, all: data, about }} close={() => setOpen(false)} />}
    </>
  );
}
