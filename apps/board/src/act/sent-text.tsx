import type { Sent } from './send-command.js';

interface SentTextProps {
  readonly sent: Sent | undefined;
  /** Pointers of the fields that say their own faults. */
  readonly shown: readonly string[];
}

/** What became of the last try, in words; what concerns one field stands beside that field and only its rest here. */
export function SentText({ sent, shown }: SentTextProps) {
  if (sent === undefined || sent.kind === 'done') return null;
  const { refusal } = sent;
  const beside = (pointer: string) => shown.some((one) => pointer === one || pointer.startsWith(`${one}/`));
  const said = refusal.fields.some(({ pointer, detail }) => beside(pointer) && detail === refusal.detail);
  const rest = refusal.fields.filter(({ pointer }) => !beside(pointer));
  return (
    <div className="refused" role="alert">
      <p>
        <strong>{titles[sent.kind]}</strong> {said ? 'See above.' : refusal.detail}
      </p>
      {sent.kind === 'stale' && (
        <p>Somebody has moved this stage since the form was opened. Look at what stands now, then send again.</p>
      )}
      {sent.kind === 'unknown' && (
        <p>Whether it was done is not known. Send it again as it is: it will be done once only.</p>
      )}
      {rest.map(({ pointer, detail }) => (
        <p key={pointer + detail}>{pointer === '' || detail === refusal.detail ? detail : `${pointer}: ${detail}`}</p>
      ))}
      {sent.kind === 'refused' && !said && refusal.allowed.length > 0 && (
        <p>Allowed instead: {refusal.allowed.join(', ')}.</p>
      )}
    </div>
  );
}

const titles = {
  refused: 'Refused, and nothing has changed.',
  stale: 'Not sent through.',
  unknown: 'No answer.',
} as const;
