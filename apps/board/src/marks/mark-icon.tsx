import type { Mark } from '../api/types.js';
import { toneOf } from './words.js';

/** A mark's shape, centred on 0,0 and at most 12 px high; colour comes from the class, meaning from the shape. */
export function MarkShape({ mark }: { readonly mark: Mark }) {
  switch (mark) {
    case 'done':
      return <circle r="5" className="fill" />;
    case 'running':
      return (
        <>
          <circle r="4.5" className="half" />
          <path className="left" d="M0-4.5a4.5 4.5 0 0 0 0 9z" />
        </>
      );
    case 'waiting':
      return <path className="stroke" d="M-4.5-4.5h9v9h-9zM0-2v2.5h2.5" />;
    case 'trouble':
      return <TroubleShape />;
    case 'not-needed':
      return <path className="stroke faint" d="M-4 0h8" />;
    default:
      return <circle r="3.6" className="stroke faint ground" />;
  }
}

/** A filled triangle with its sign cut out. */
export function TroubleShape() {
  return (
    <>
      <path className="fill" d="M0-5.6L6 5h-12z" strokeLinejoin="round" />
      <path className="cut" d="M0-2v3.4M0 3v.4" />
    </>
  );
}

/** One mark by itself. Its meaning always stands beside it in words. */
export function MarkIcon({ mark }: { readonly mark: Mark }) {
  return (
    <svg className={`mark ${toneOf(mark)}`} viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      <MarkShape mark={mark} />
    </svg>
  );
}

/** Filled triangle for danger, hollow diamond for warning; nothing for what is calm. */
export function ToneIcon({ tone }: { readonly tone: 'danger' | 'warn' | 'plain' }) {
  if (tone === 'plain') return null;
  return (
    <svg className={`mark ${tone}`} viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      {tone === 'danger' ? <TroubleShape /> : <path className="stroke" d="M0-6L6 0L0 6L-6 0z" />}
    </svg>
  );
}
