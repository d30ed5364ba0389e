import type { ReactNode } from 'react';
import { TriangleAlert } from 'lucide-react';
import { t } from '../words/words.js';

/** Nothing is there, and what to do about it. */
export function Nothing({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state">
      <h2>{title}</h2>
      <div className="ink2">{children}</div>
    </div>
  );
}

/** Something is on its way; said in words, shown as still lines where rows will stand. */
export function Loading({ what, lines = 0 }: { readonly what: string; readonly lines?: number }) {
  return (
    <div className="state loading" role="status">
      <p className="ink2">{t('Loading {what}…', { what })}</p>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="ghost" aria-hidden="true" />
      ))}
    </div>
  );
}

interface FailingProps {
  readonly what: string;
  readonly error: Error | null;
  readonly again: () => void;
}

/** It did not come: why, in the server's words, and a way to try again. */
export function Failing({ what, error, again }: FailingProps) {
  return (
    <div className="state" role="alert">
      <h2 className="with-icon danger">
        <TriangleAlert size={20} aria-hidden="true" /> {t('{what} did not load', { what })}
      </h2>
      <p className="ink2">{error?.message ?? t('The server did not answer.')}</p>
      <button type="button" className="button" onClick={again}>
        {t('Try again')}
      </button>
    </div>
  );
}

interface AskedProps<Data> {
  readonly what: string;
  readonly lines?: number;
  readonly query: { readonly data?: Data; readonly error: Error | null; readonly refetch: () => unknown };
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or that it is on its way, or that it did not come. Old figures stay when asking again fails. */
export function Asked<Data>({ what, lines = 0, query, children }: AskedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === null) return <Loading what={what} lines={lines} />;
  return (
    <Failing
      what={what.charAt(0).toUpperCase() + what.slice(1)}
      error={query.error}
      again={() => void query.refetch()}
    />
  );
}
