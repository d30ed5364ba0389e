import { exampleCourier } from '@cellrelay/adapter-postgres';
import type { CommandId } from '@cellrelay/kernel';
import { kindOfPart, namedParts, type NamedOrganisation, type NamedPart } from '@cellrelay/shipment';
import type { HistoryStep } from '@cellrelay/use-cases';

/** Who takes part in the examples. */
export type ExampleParties = Readonly<Record<NamedPart, NamedOrganisation>>;

/** The same history with its parties named right after the opening, and the courier one of the example people. */
export function withParties(steps: readonly HistoryStep[], parties: ExampleParties): readonly HistoryStep[] {
  const [opening, ...rest] = steps;
  if (opening === undefined) return steps;
  const namings = namedParts.map((part): HistoryStep => {
    const organisation = { ...parties[part], kind: kindOfPart[part], example: true };
    const id = `${opening.id}/${part}` as CommandId;
    return { ...opening, id, command: { name: 'NameParty', data: { part, organisation } } };
  });
  return [opening, ...namings, ...rest.map(withCourier)];
}

function withCourier(step: HistoryStep): HistoryStep {
  const { command } = step;
  if (command.name !== 'NominateCourier') return step;
  const courier = { ...command.data.courier, poolId: exampleCourier };
  return { ...step, command: { ...command, data: { ...command.data, courier } } };
}
