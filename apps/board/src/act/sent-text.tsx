import { allowedText } from '../api/allowed.js';
import { useCommands } from '../api/questions.js';
import type { Refusal } from '../api/refusal.js';
import type { Sent } from './send-command.js';
import { t } from '../words/words.js';

interface SentTextProps {
  readonly sent: Sent | undefined;
  /** Pointers of the fields that say their own faults. */
  readonly shown: readonly string[];
  /** Sends it again, as standing although the record says otherwise. */
  readonly confirm: () => void;
}

/** What became of the last try, in words; what concerns one field stands beside that field and only its rest here. */
export function SentText({ sent, shown, confirm }: SentTextProps) {
  if (sent === undefined || sent.kind === 'done' || sent.kind === 'kept') return null;
  const { refusal } = sent;
  const beside = (pointer: string) => shown.some((one) => pointer === one || pointer.startsWith(`${one}/`));
  const said = refusal.fields.some(({ pointer, detail }) => beside(pointer) && detail === refusal.detail);
  const rest = refusal.fields.filter(({ pointer }) => !beside(pointer));
  return (
    <div className="refused" role="alert">
      <p>
        <strong>{titles()[sent.kind]}</strong> {said ? t('See above.') : refusal.detail}
      </p>
      {sent.kind === 'stale' && (
        <p>{t('Somebody has moved this stage since the form was opened. Look at what stands now, then send again.')}</p>
      )}
      {sent.kind === 'unknown' && (
        <p>{t('Whether it was done is not known. Send it again as it is: it will be done once only.')}</p>
      )}
      {rest.map(({ pointer, detail }) => (
        <p key={pointer + detail}>{pointer === '' || detail === refusal.detail ? detail : `${pointer}: ${detail}`}</p>
      ))}
      {sent.kind === 'refused' && <Instead refusal={refusal} said={said} confirm={confirm} />}
    </div>
  );
}

interface InsteadProps extends Pick<SentTextProps, 'confirm'> {
  readonly refusal: Refusal;
  /** Said beside its field already, with what is allowed there. */
  readonly said: boolean;
}

function Instead({ refusal, said, confirm }: InsteadProps) {
  return (
    <>
      {!said && refusal.allowed.length > 0 && <Allowed allowed={refusal.allowed} />}
      {refusal.standsIfConfirmed && <StandsAllTheSame confirm={confirm} />}
    </>
  );
}

function Allowed({ allowed }: Pick<Refusal, 'allowed'>) {
  const commands = useCommands();
  return <p>{t('Allowed instead: {allowed}.', { allowed: allowedText(allowed, commands.data?.items ?? []) })}</p>;
}

/** One of two recorded facts is wrong. Whoever is sure of this one records it, and the conflict stays until the other is corrected. */
function StandsAllTheSame({ confirm }: Pick<SentTextProps, 'confirm'>) {
  return (
    <p>
      {t('If it is right as it stands, the record is wrong.')}{' '}
      <button type="button" className="button" onClick={confirm}>
        {t('It stands: record the conflict')}
      </button>
    </p>
  );
}

const titles = () =>
  ({
    refused: t('Refused, and nothing has changed.'),
    stale: t('Not sent through.'),
    unknown: t('No answer.'),
  }) as const;
