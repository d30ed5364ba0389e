import { Plus, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useCoordinates, useCount } from '../api/questions.js';
import type { View } from '../api/types.js';
import { useKey } from '../keys/keyboard.js';

/** Typing is sent once it rests. */
const REST = 250;

const views = [
  { value: 'all', label: 'All', counted: false },
  { value: 'mine', label: 'Mine', counted: false },
  { value: 'air', label: 'In the air', counted: true },
  { value: 'decisions', label: 'Day-one decisions', counted: true },
] as const satisfies readonly ViewChoice[];

/** A view that can be chosen; with `counted` it says how many shipments it holds. */
interface ViewChoice {
  readonly value: View;
  readonly label: string;
  readonly counted: boolean;
}

/** What waits for a coordinator waits for nobody else. */
const ofCoordinators: ReadonlySet<View> = new Set(['mine', 'decisions']);

/** The view that an address names; an unknown one is the whole list. */
export function viewOf(said: string | null): View {
  return views.find(({ value }) => value === said)?.value ?? 'all';
}

interface ListBarProps {
  readonly view: View;
  readonly q: string;
  readonly shown: number;
  readonly total: number | undefined;
}

/** How much is shown, which view, what is searched for, and the way to begin a shipment. */
export function ListBar({ view, q, shown, total }: ListBarProps) {
  const coordinates = useCoordinates();
  return (
    <div className="bar list-bar">
      <h2 id="shipments-title">
        Shipments{' '}
        {total !== undefined && <span className="count">{shown < total ? `${shown} of ${total}` : total}</span>}
      </h2>
      <small className="ink2 sorted">worst alert first, then what is due next</small>
      <div className="views" role="group" aria-label="View">
        {(coordinates ? views : views.filter(({ value }) => !ofCoordinators.has(value))).map((one) => (
          <ViewButton key={one.value} {...one} chosen={one.value === view} />
        ))}
      </div>
      <SearchField q={q} />
      {coordinates && (
        <Link href="/new" className="button">
          <Plus size={16} aria-hidden="true" /> New shipment
        </Link>
      )}
    </div>
  );
}

interface ViewButtonProps extends ViewChoice {
  readonly chosen: boolean;
}

function ViewButton({ value, label, counted, chosen }: ViewButtonProps) {
  const [, setParams] = useSearchParams();
  const choose = () =>
    setParams((params) => {
      if (value === 'all') params.delete('view');
      else params.set('view', value);
      return params;
    });
  return (
    <button type="button" aria-pressed={chosen} onClick={choose}>
      {label} {counted && <Count view={value} />}
    </button>
  );
}

function Count({ view }: { readonly view: View }) {
  const count = useCount(view);
  return count === undefined || count === 0 ? null : <span className="ink2">{count}</span>;
}

function SearchField({ q }: { readonly q: string }) {
  const { typed, type } = useTyped(q);
  const input = useRef<HTMLInputElement>(null);
  useKey('/', 'Search', () => input.current?.select());
  const escape = () => (typed === '' ? input.current?.blur() : type(''));
  return (
    <label className="search">
      <Search size={16} aria-hidden="true" />
      <span className="unseen">Search shipments</span>
      <input
        ref={input}
        type="search"
        value={typed}
        placeholder="Route, GRID, courier, flight"
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
