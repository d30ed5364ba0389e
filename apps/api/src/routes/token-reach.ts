import type { TokenScope } from '@cellrelay/use-cases';
import type { RouteSpec } from './route-spec.js';

/** What a program's token reaches at all. What is not here (accounts, people, and whatever comes to be) is out of its reach. */
const reached: readonly RouteSpec['tag'][] = [
  ...(['questions', 'commands', 'policies', 'figures', 'couriers', 'bells', 'live'] as const),
];

/** Whether a token of that scope may ask this: reading reads, commanding writes too. */
export function tokenReaches(spec: Pick<RouteSpec, 'id' | 'tag' | 'method'>, scope: TokenScope): boolean {
  if (spec.id === 'me') return true;
  return reached.includes(spec.tag) && (spec.method === 'get' || scope === 'command');
}
