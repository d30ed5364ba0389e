import { causeKinds, statesOf } from '@cellrelay/shipment';
import { eventTypes, kindsOfKeys } from '@cellrelay/use-cases';
import { tablesOfParts } from '../expect/states-of.js';
import type { PathFault } from './locate.js';
import type { ScenarioFile, StandingField } from './scenario.schema.js';

type Path = readonly PropertyKey[];
type Keys = readonly { readonly key: string; readonly path: Path }[];

/** What a scenario expects by names that there are not. Told as mistakes of the file: of what cannot be, "not owed" would always hold. */
export function expectFaults({ steps, expect }: ScenarioFile): readonly PathFault[] {
  return [
    ...steps.flatMap(({ then }, index) => (then === undefined ? [] : standingFaults(then, ['steps', index, 'then']))),
    ...standingFaults({ states: expect.states, owes: expect.owes }, ['expect']),
    ...agendaFaults(keyed(expect.rang, ['expect', 'rang'])),
    ...agendaFaults(plain(expect.rangNot, ['expect', 'rangNot'])),
    ...causeFaults(
      (expect.alerts ?? []).map(({ cause }, index) => ({ key: cause, path: ['expect', 'alerts', index, 'cause'] })),
    ),
    ...Object.keys(expect.log ?? {}).flatMap((type) =>
      unknown('type of event', type, eventTypes, ['expect', 'log', type]),
    ),
  ];
}

function standingFaults({ states, owes, owesNot, alerts }: StandingField, path: Path): readonly PathFault[] {
  return [
    ...Object.entries(states ?? {}).flatMap(([part, state]) => stateFaults(part, state, [...path, 'states', part])),
    ...agendaFaults(keyed(owes, [...path, 'owes'])),
    ...agendaFaults(plain(owesNot, [...path, 'owesNot'])),
    ...causeFaults(plain(alerts, [...path, 'alerts'])),
  ];
}

function keyed(items: readonly { readonly key: string }[] | undefined, path: Path): Keys {
  return (items ?? []).map(({ key }, index) => ({ key, path: [...path, index, 'key'] }));
}

function plain(keys: readonly string[] | undefined, path: Path): Keys {
  return (keys ?? []).map((key, index) => ({ key, path: [...path, index] }));
}

function stateFaults(part: string, state: string, path: Path): readonly PathFault[] {
  const kind = kindOf(part);
  const table = Object.hasOwn(tablesOfParts, kind) ? tablesOfParts[kind] : undefined;
  return table === undefined
    ? unknown('part', kind, Object.keys(tablesOfParts), path)
    : unknown(`state of ${part}`, state, statesOf(table), path);
}

function agendaFaults(keys: Keys): readonly PathFault[] {
  return keys.flatMap(({ key, path }) => unknown('agenda item', kindOf(key), kindsOfKeys, path));
}

/** An overdue or a parked item stands under its own key. */
function causeFaults(keys: Keys): readonly PathFault[] {
  return keys.flatMap(({ key, path }) => {
    const [, item] = /^(?:overdue|parked)\/(.+)$/s.exec(key) ?? [];
    return item === undefined ? unknown('alert', kindOf(key), causeKinds, path) : agendaFaults([{ key: item, path }]);
  });
}

function kindOf(key: string): string {
  return key.split('/')[0] ?? '';
}

function unknown(what: string, name: string, known: readonly string[], path: Path): readonly PathFault[] {
  if (known.includes(name)) return [];
  return [{ path, sentence: `There is no ${what} "${name}". There are: ${known.join(', ')}.` }];
}
