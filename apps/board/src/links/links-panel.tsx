import { useState } from 'react';
import { useMay } from '../api/questions.js';
import type { SignedLink } from '../api/types.js';
import { now, useNow } from '../time/now.js';
import { LinkSheet } from './link-sheet.js';
import { stateText } from './link-words.js';
import { useLinks, useRevoking } from './use-links.js';
import { t } from '../words/words.js';

/** Links that were given away for this shipment's tasks, and a new one; nothing for those who may not see them. */
export function LinksPanel({ shipment }: { readonly shipment: string }) {
  const [sees, makes] = [useMay('listLinks'), useMay('makeLink')];
  return sees ? <Panel shipment={shipment} makes={makes} /> : null;
}

function Panel({ shipment, makes }: { readonly shipment: string; readonly makes: boolean }) {
  const links = useLinks(shipment);
  const [open, setOpen] = useState(false);
  const [first] = links.data?.pages ?? [];
  if (first === undefined) return null;
  const items = links.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="links-title">
      <div className="bar">
        <h2 id="links-title">{t('Links')}</h2>
        <small className="ink2 push">{t('For parties without an account: one task each')}</small>
      </div>
      {items.length === 0 && <p className="none">{t('No link was made.')}</p>}
      <ul className="identities">
        {items.map((link) => (
          <LinkLine key={link.id} shipment={shipment} link={link} makes={makes} />
        ))}
      </ul>
      {links.hasNextPage && (
        <button type="button" className="button quiet" onClick={() => void links.fetchNextPage()}>
          {t('Show more')}
        </button>
      )}
      {makes && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('New link')}
        </button>
      )}
      {open && <LinkSheet shipment={shipment} page={first} close={() => setOpen(false)} />}
    </section>
  );
}

interface LineProps {
  readonly shipment: string;
  readonly link: SignedLink;
  readonly makes: boolean;
}

function LinkLine({ shipment, link, makes }: LineProps) {
  const revoking = useRevoking(shipment, link.id);
  useNow();
  const open = link.state === 'open' && Date.parse(link.expiresAt) > now();
  return (
    <li>
      <div className="identity-line">
        <div>
          <strong>{link.task}</strong>
          <span className="block">
            {link.addressee}, {link.organisation}
          </span>
          <small className={`block ${link.mailed === 'failed' && open ? 'warn' : 'ink2'}`}>
            {stateText(link, now())}
          </small>
        </div>
        {makes && open && (
          <button
            type="button"
            className="button quiet"
            aria-disabled={revoking.isPending}
            onClick={() => revoking.mutate()}
          >
            {t('Revoke')}
            <span className="unseen"> {t('the link of {addressee}', { addressee: link.addressee })}</span>
          </button>
        )}
      </div>
      {revoking.error !== null && (
        <p role="alert" className="said danger">
          {revoking.error.message}
        </p>
      )}
    </li>
  );
}
