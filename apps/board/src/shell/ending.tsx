import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Sheet } from './sheet.js';
import { t } from '../words/words.js';

interface EndingProps {
  /** What is ended, as its button is called: "the token report". */
  readonly what: string;
  /** What follows, in a sentence. */
  readonly follows: string;
  readonly end: () => Promise<unknown>;
  /** Whether it was done or not: what is shown is asked for anew. */
  readonly settled: () => unknown;
}

/** Ends something, once the question whether it is meant has been answered. */
export function Ending({ what, follows, end, settled }: EndingProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="plain" aria-label={t('End {what}', { what })} onClick={() => setAsking(true)}>
        {t('End')}
      </button>
      {asking && <Question {...{ what, follows, end, settled }} close={() => setAsking(false)} />}
    </>
  );
}

function Question({ what, follows, end, settled, close }: EndingProps & { readonly close: () => void }) {
  const ending = useMutation({ mutationFn: end, onSuccess: close, onSettled: settled });
  return (
    <Sheet title={t('End {what}?', { what })} close={close}>
      <p>{follows}</p>
      {ending.error !== null && (
        <p role="alert" className="said danger">
          {ending.error.message}
        </p>
      )}
      <div className="sheet-foot">
        <button
          type="button"
          className="button grave"
          aria-disabled={ending.isPending}
          onClick={() => !ending.isPending && ending.mutate()}
        >
          {t('End it')}
        </button>
        <button type="button" className="button quiet" onClick={close}>
          {t('Leave')}
        </button>
      </div>
    </Sheet>
  );
}
