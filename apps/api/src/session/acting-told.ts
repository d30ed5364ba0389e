import { mayAsk, possibleStandings, questionRights } from '@cellrelay/shipment';
import type { Acting } from '@cellrelay/use-cases';

/** Who somebody is, as whom they act, and what is theirs to ask: what the board need not show them since they may not ask it is left out of that. */
export function actingTold({ name, acting }: { readonly name: string; readonly acting: Acting }) {
  const { person, role, organisation } = acting;
  const possible = possibleStandings(acting);
  const asks = Object.keys(questionRights).filter((question) => mayAsk(possible, question));
  return { name, person, role, organisation, asks };
}
