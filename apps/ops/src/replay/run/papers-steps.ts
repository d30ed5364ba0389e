import type { EnteredInStep } from '../scenario/papers-step.js';
import type { Scenario, Step } from '../scenario/scenario.js';
import type { StepOutcome } from './replay-world.js';

/** Asks the API as whoever is signed in. */
export interface PapersAsk {
  readonly get: (path: string) => Promise<Response>;
  readonly send: (
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Response>;
  readonly refusalIn: (answer: Response) => Promise<StepOutcome>;
}

/** Has papers made and issued, under that key. */
export async function issueAsPerson(scenario: Scenario, step: Step, key: string, ask: PapersAsk): Promise<StepOutcome> {
  const path = `/shipments/${scenario.shipment}/papers`;
  const answer = await ask.send('POST', path, step.body, { 'idempotency-key': key });
  return answer.ok ? { kind: 'accepted' } : ask.refusalIn(answer);
}

interface Stands {
  readonly revision: number;
  readonly of?: string | null;
}

interface ShipmentFacts {
  readonly markers: Stands;
  readonly value: Stands;
  readonly parties: readonly (Stands & { readonly part: string })[];
}

interface Entry {
  readonly path: string;
  readonly stands: Stands;
  readonly body: object;
}

/** Enters what papers say, each in the place of what was entered before, of whoever is named there now. */
export async function enterAsPerson(scenario: Scenario, step: Step, ask: PapersAsk): Promise<StepOutcome> {
  for (const { path, stands, body } of await entriesOf(scenario, step.body, ask)) {
    const precondition: Readonly<Record<string, string>> =
      stands.revision === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${stands.revision}"` };
    const answer = await ask.send('PUT', path, body, precondition);
    if (!answer.ok) return ask.refusalIn(answer);
  }
  return { kind: 'accepted' };
}

async function entriesOf(
  { shipment }: Scenario,
  { site, markers, value, parties = {} }: EnteredInStep,
  ask: PapersAsk,
): Promise<readonly Entry[]> {
  const own = `/shipments/${shipment}/paper-facts`;
  const standing = await readFrom<Stands>(ask, '/papers/site');
  const facts = await readFrom<ShipmentFacts>(ask, own);
  const of = ({ of: named }: Stands) => ({ of: named ?? '' });
  return [
    ...(site === undefined ? [] : [{ path: '/papers/site', stands: standing, body: site }]),
    ...(markers === undefined
      ? []
      : [{ path: `${own}/markers`, stands: facts.markers, body: { ...of(facts.markers), markers } }]),
    ...(value === undefined
      ? []
      : [{ path: `${own}/value`, stands: facts.value, body: { ...of(facts.value), value } }]),
    ...Object.entries(parties).flatMap(([part, address]): readonly Entry[] => {
      const stands = facts.parties.find((each) => each.part === part);
      if (stands === undefined) throw new Error(`no address is entered for ${part} of this shipment`);
      return [{ path: `${own}/parties/${part}`, stands, body: { ...of(stands), address } }];
    }),
  ];
}

async function readFrom<T>(ask: PapersAsk, path: string): Promise<T> {
  const answer = await ask.get(path);
  if (!answer.ok) throw new Error(`the API does not show ${path}: ${answer.status}`);
  return (await answer.json()) as T;
}
