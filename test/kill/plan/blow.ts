import type { Chance } from '../chance.js';
import type { Strike } from '../process/messages.js';

/** What can be done to a round. `who` is the number of a worker; `forMs` how long it lasts. */
export type Blow =
  | { readonly kind: 'worker-killed'; readonly who: number }
  | { readonly kind: 'all-workers-killed' }
  | { readonly kind: 'worker-struck'; readonly who: number; readonly strike: Strike; readonly forMs: number }
  | { readonly kind: 'worker-held'; readonly who: number; readonly forMs: number }
  | { readonly kind: 'all-workers-held'; readonly forMs: number }
  | { readonly kind: 'worker-asked-to-end'; readonly who: number }
  | { readonly kind: 'api-killed' }
  | { readonly kind: 'api-struck'; readonly strike: Strike; readonly forMs: number }
  | { readonly kind: 'api-held'; readonly forMs: number }
  | { readonly kind: 'connections-dropped'; readonly of: string }
  | { readonly kind: 'postgres-crashed' }
  | { readonly kind: 'postgres-killed' }
  | { readonly kind: 'redis-killed'; readonly forMs: number }
  | { readonly kind: 'redis-held'; readonly forMs: number }
  | { readonly kind: 'bells-forgotten' };

export type BlowKind = Blow['kind'];

/** What bells hang in. */
export type Backend = 'redis' | 'postgres';

type Draw = (chance: Chance) => Blow;

const who = (chance: Chance): number => chance.whole(0, 2);
/** Longer than a lease and than the queue's own locks. */
const longerThanALease = (chance: Chance): number => chance.whole(1_000, 1_900);
const applications = ['cellrelay worker', 'cellrelay api', 'cellrelay bells', '%'] as const;

function struck(chance: Chance, points: readonly Strike['at'][]): { readonly strike: Strike; readonly forMs: number } {
  const at = chance.one(points);
  const how = at !== 'statement' && chance.share() < 0.3 ? 'stops' : 'dies';
  const count = at === 'statement' ? chance.whole(1, 40) : chance.whole(1, 3);
  return { strike: { at, count, how }, forMs: longerThanALease(chance) };
}

const workerPoints: readonly Strike['at'][] = [
  ...(['loaded', 'written', 'after-commit', 'after-lease', 'after-effect', 'after-outcome'] as const),
  ...(['statement', 'statement', 'after-effect'] as const),
];
const apiPoints: readonly Strike['at'][] = ['loaded', 'written', 'after-commit', 'statement'];

const anywhere: readonly (readonly [weight: number, draw: Draw])[] = [
  [4, (chance) => ({ kind: 'worker-killed', who: who(chance) })],
  [1, () => ({ kind: 'all-workers-killed' })],
  [8, (chance) => ({ kind: 'worker-struck', who: who(chance), ...struck(chance, workerPoints) })],
  [2, (chance) => ({ kind: 'worker-held', who: who(chance), forMs: longerThanALease(chance) })],
  [1, (chance) => ({ kind: 'all-workers-held', forMs: longerThanALease(chance) })],
  [1, (chance) => ({ kind: 'worker-asked-to-end', who: who(chance) })],
  [2, () => ({ kind: 'api-killed' })],
  [3, (chance) => ({ kind: 'api-struck', ...struck(chance, apiPoints) })],
  [1, (chance) => ({ kind: 'api-held', forMs: chance.whole(200, 1_200) })],
  [3, (chance) => ({ kind: 'connections-dropped', of: chance.one(applications) })],
  [1, () => ({ kind: 'postgres-crashed' })],
  [1, () => ({ kind: 'postgres-killed' })],
  [2, () => ({ kind: 'bells-forgotten' })],
];

const onRedis: typeof anywhere = [
  [3, (chance) => ({ kind: 'redis-killed', forMs: chance.whole(50, 700) })],
  [2, (chance) => ({ kind: 'redis-held', forMs: chance.whole(300, 1_500) })],
];

const draws: Readonly<Record<Backend, typeof anywhere>> = { postgres: anywhere, redis: [...anywhere, ...onRedis] };

/** Any blow that can fall on a round whose bells hang there. */
export function anyBlow(chance: Chance, backend: Backend): Blow {
  return chance.weighed(draws[backend])(chance);
}

/** A blow in words, as the table counts it. */
export function blowInWords(blow: Blow): string {
  switch (blow.kind) {
    case 'worker-struck':
    case 'api-struck':
      return `${blow.kind.split('-')[0]} ${blow.strike.how} at ${blow.strike.at}`;
    case 'connections-dropped':
      return `connections dropped (${blow.of === '%' ? 'all' : blow.of.replace('cellrelay ', '')})`;
    default:
      return blow.kind.replaceAll('-', ' ');
  }
}
