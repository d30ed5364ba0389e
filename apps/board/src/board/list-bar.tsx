import { Plus, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useCoordinates } from '../api/questions.js';
import type { View } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';
import { ViewChoices } from './view-choice.js';
import { t } from '../words/words.js';

/** Typing is sent once it rests. */
const REST = 250;

interface ListBarProps {
  readonly view: View;
  readonly q: string;
  readonly total: number | undefined;
}

/** How many there are, which view, what is searched for, and the way to begin a shipment. */
export function ListBar({ view, q, total }: ListBarProps) {
  const coordinates = useCoordinates();
  return (
    <div className="bar list-bar">
      <h2 id="shipments-title">
        {t('Shipments')} {total !== undefined && <span className="count">{total}</span>}
      </h2>
      <small className="ink2 sorted">{t('worst alert first, then what is due next')}</small>
      <ViewChoices view={view} q={q} />
      <SearchField q={q} />
      {coordinates && (
        <Link href="/new" className="button">
          <Plus size={16} aria-hidden="true" /> {t('New shipment')}
        </Link>
      )}
    </div>
  );
}

function SearchField({ q }: { readonly q: string }) {
  const { typed, type } = useTyped(q);
  const input = useRef<HTMLInputElement>(null);
  useKey('/', t('Search'), () => input.current?.select());
  const escape = () => (typed === '' ? input.current?.blur() : type(''));
  return (
    <label className="search">
      <Search size={16} aria-hidden="true" />
      <span className="unseen">{t('Search shipments')}</span>
      <input
        ref={input}
        type="search"
        value={typed}
        placeholder={t('Route, GRID, courier, flight')}
        aria-keyshortcuts="/"
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && escape()}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

/** The search as it is typed; it goes into the address once it rests, and follows the address when that is changed elsewhere. */
function useTyped(q: string) {
  const [, setParams] = useSearchParams();
  const [typed, setTyped] = useState(q);
  const [sent, setSent] = useState(q);
  const timer = useRef<number>(undefined);
  if (q !== sent) {
    setSent(q);
    setTyped(q);
  }
  const send = (said: string) => {
    setSent(said);
    const apply = (params: URLSearchParams) => {
      if (said === '') params.delete('q');
      else params.set('q', said);
      return params;
    };
    setParams(apply, { replace: true });
  };
  const type = (text: string) => {
    setTyped(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => send(text.trim()), REST);
  };
  return { typed, type };
}
