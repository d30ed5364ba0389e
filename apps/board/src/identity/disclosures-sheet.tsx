import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Grant } from '../api/types.js';
import { momentText } from '../people/moment-text.js';
import { Sheet } from '../shell/sheet.js';
import { Asked } from '../shell/states.js';
import { AskDisclosure } from './ask-disclosure.js';
import { fieldsText, grantText, paperWords, readerWords } from './disclosure-words.js';
import type { Whom } from './identity-requests.js';
import { subjectName } from './identity-words.js';
import { useDisclosing, useDisclosures } from './use-disclosures.js';
import { t } from '../words/words.js';

interface SheetProps {
  readonly whom: Whom;
  readonly close: () => void;
}

/** What of somebody is disclosed to others: who asked and who approved, and a form to ask for more. */
export function DisclosuresSheet({ whom, close }: SheetProps) {
  const grants = useDisclosures(whom, true);
  const [asking, setAsking] = useState(false);
  return (
    <Sheet
      title={t('Disclose: {subject}', { subject: subjectName(whom.subject) })}
      about={t('Asked for by one person, approved by a second one. Each step and each look is on record')}
      close={close}
    >
      <Asked what={t('disclosures')} lines={1} query={grants}>
        {({ pages }) => (
          <>
            <GrantList whom={whom} grants={pages.flatMap(({ items }) => items)} />
            {grants.hasNextPage && (
              <button type="button" className="button quiet" onClick={() => void grants.fetchNextPage()}>
                {t('Earlier ones')}
              </button>
            )}
            {asking && pages[0] !== undefined ? (
              <AskDisclosure whom={whom} can={pages[0]} close={() => setAsking(false)} />
            ) : (
              <div className="sheet-foot">
                <button type="button" className="button" onClick={() => setAsking(true)}>
                  {t('Ask for a disclosure')}
                </button>
                <button type="button" className="button quiet" onClick={close}>
                  {t('Leave')}
                </button>
              </div>
            )}
          </>
        )}
      </Asked>
    </Sheet>
  );
}

interface ListProps {
  readonly whom: Whom;
  readonly grants: readonly Grant[];
}

function GrantList({ whom, grants }: ListProps) {
  if (grants.length === 0) return <p className="ink2">{t('Nobody else is let read anything of it.')}</p>;
  return (
    <ul className="identities">
      {grants.map((grant) => (
        <GrantLine key={grant.id} whom={whom} grant={grant} />
      ))}
    </ul>
  );
}

interface LineProps extends Pick<ListProps, 'whom'> {
  readonly grant: Grant;
}

function GrantLine({ whom, grant }: LineProps) {
  const { id, document, reader, fields, citation, lastReadAt } = grant;
  const { approve, end, again } = useDisclosing(whom);
  const step = useMutation({ mutationFn: (work: (id: string) => Promise<void>) => work(id), onSettled: again });
  return (
    <li>
      <div className="identity-line">
        <div>
          <strong>
            {paperWords[document]}: {readerWords[reader]}
          </strong>
          <span className="block">{fieldsText(fields)}</span>
          <small className={`block ${grant.state === 'asked' ? 'warn' : 'ink2'}`}>{grantText(grant, momentText)}</small>
          {citation !== '' && <small className="block ink2">{citation}</small>}
          {lastReadAt !== null && (
            <small className="block ink2">{t('Last read {moment}', { moment: momentText(lastReadAt) })}</small>
          )}
        </div>
        <LineButtons grant={grant} approve={() => step.mutate(approve)} end={() => step.mutate(end)} />
      </div>
      {step.error !== null && (
        <p role="alert" className="said danger">
          {step.error.message}
        </p>
      )}
    </li>
  );
}

interface ButtonsProps extends Pick<LineProps, 'grant'> {
  readonly approve: () => void;
  readonly end: () => void;
}

/** Each says which it is about: there may be several lines. */
function LineButtons({ grant: { may, document, reader, state }, approve, end }: ButtonsProps) {
  const ended = ['expired', 'erased'].includes(state);
  const which = <span className="unseen">{` ${paperWords[document]}: ${readerWords[reader]}`}</span>;
  return (
    <div className="identity-buttons">
      {may.includes('approve') && (
        <button type="button" className="button first" onClick={approve}>
          {t('Approve')}
          {which}
        </button>
      )}
      {may.includes('revoke') && !ended && (
        <button type="button" className="button quiet" onClick={end}>
          {t('End')}
          {which}
        </button>
      )}
    </div>
  );
}
