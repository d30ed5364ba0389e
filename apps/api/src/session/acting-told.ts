import { mayAsk, possibleStandings, questionRights } from '@cellrelay/shipment';
import type { Acting } from '@cellrelay/use-cases';

interface Whoever {
  readonly name: string;
  readonly acting: Acting;
}

/** Who somebody is and as whom they act, as they are told it. */
export function actingTold({ name, acting }: Whoever) {
  const { person, role, organisation } = acting;
  return { name, person, role, organisation };
}

/** The same with what is theirs to ask: what else there is, the board need not show them. */
export function meTold(who: Whoever) {
  const possible = possibleStandings(who.acting);
  const asks = Object.keys(questionRights).filter((question) => mayAsk(possible, question));
  return { ...actingTold(who), asks };
}
