import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { doneOf } from '../api/people.js';
import type { Invitation } from '../api/types.js';
import { now } from '../time/now.js';
import { LinkShown } from './link-shown.js';
import { momentText } from './moment-text.js';
import { roleText } from './people-words.js';
import { t } from '../words/words.js';

interface TableProps {
  readonly items: readonly Invitation[];
  readonly byMail: boolean;
  readonly mayChange: boolean;
}

/** Who has been invited and has not joined. */
export function InvitationTable({ items, byMail, mayChange }: TableProps) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('Person')}</th>
          <th scope="col">{t('To act as')}</th>
          <th scope="col">{t('Link')}</th>
          <th scope="col">
            <span className="unseen">{t('What can be done')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} byMail={byMail} mayChange={mayChange} />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = Omit<TableProps, 'items'> & { readonly invitation: Invitation };

function InvitationLine({ invitation, byMail, mayChange }: LineProps) {
  const { renew, withdraw } = useChanges(invitation.id);
  return (
    <tr>
      <th scope="row">
        {invitation.person}
        {invitation.mail !== null && <small className="block ink2">{invitation.mail}</small>}
      </th>
      <td data-title={t('To act as')}>{roleText(invitation.role)}</td>
      <td data-title={t('Link')}>
        <LinkState invitation={invitation} />
        {renew.data !== undefined && <LinkShown told={renew.data} />}
        {(renew.error ?? withdraw.error) !== null && (
          <p role="alert" className="said danger">
            {(renew.error ?? withdraw.error)?.message}
          </p>
        )}
      </td>
      <td>{mayChange && <LineButtons invitation={invitation} byMail={byMail} renew={renew} withdraw={withdraw} />}</td>
    </tr>
  );
}

type ButtonsProps = Pick<LineProps, 'invitation' | 'byMail'> & ReturnType<typeof useChanges>;

function LineButtons({ invitation: { held, mail }, byMail, renew, withdraw }: ButtonsProps) {
  const label = byMail && mail !== null ? t('Send again') : t('Show another link');
  return (
    <div className="inline-list">
      {!held && (
        <button type="button" className="plain" aria-disabled={renew.isPending} onClick={() => renew.mutate()}>
          {label}
        </button>
      )}
      <button type="button" className="plain" aria-disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t('Withdraw')}
      </button>
    </div>
  );
}

function LinkState({ invitation: { mailed, expiresAt, held } }: Pick<LineProps, 'invitation'>) {
  if (held) return <span className="warn">{t('held until whoever runs the server releases it')}</span>;
  if (Date.parse(expiresAt) <= now())
    return <span className="warn">{t('ran out {moment}', { moment: momentText(expiresAt) })}</span>;
  if (mailed === 'failed') return <span className="danger">{t('the mail could not be sent')}</span>;
  const moment = momentText(expiresAt);
  return mailed === 'sent' ? t('sent, good until {moment}', { moment }) : t('shown, good until {moment}', { moment });
}

function useChanges(id: string) {
  const client = useQueryClient();
  const params = { params: { path: { id } } };
  const onSuccess = () => client.invalidateQueries({ queryKey: ['invitations'] });
  return {
    renew: useMutation({
      mutationFn: async () => bodyOf(await api.POST('/api/v1/invitations/{id}/link', { ...params, body: {} })),
      onSuccess,
    }),
    withdraw: useMutation({
      mutationFn: async () => doneOf(await api.DELETE('/api/v1/invitations/{id}', params)),
      onSuccess,
    }),
  };
}
