import {
  countriesNotNamed,
  notHeldSaid,
  papersRunningOut,
  visasNotHeldFor,
  type PapersNeeded,
} from '../courier-papers.js';
import type { Cause, Offer } from '../obligation.js';
import { checkSaid, differing } from './courier-handoff.checks.js';
import { shortHolds, type ShortHold } from './courier-handoff.hold.js';
import type { CourierHandoffAgendaFacts, CourierHandoffState, RelayCourier } from './courier-handoff.js';
import { cancelRelay, deliver, pack, planRelay, relayWithPapers } from './courier-handoff.offers.js';

/** The troubles that stand with the box: its hold, its packing, a relay where nobody lands or whose courier's papers do not last. What is found otherwise at a hand-over is a deviation. */
export function courierHandoffCauses(state: CourierHandoffState, facts: CourierHandoffAgendaFacts): readonly Cause[] {
  if (state.status === 'delivered') return [];
  return [
    ...shortHolds(state, facts).map((each) => holdCause(state, each)),
    ...packingCause(state),
    ...relayOffTheWay(state, facts),
    ...relayPapers(state, facts),
  ];
}

const trouble = { stage: 'courier-handoff', severity: 'warning' } as const;

function holdCause(state: CourierHandoffState, { box, endsAt }: ShortHold): Cause {
  return {
    ...trouble,
    key: `box-hold/${box}`,
    severity: 'critical',
    wrong: `The hold of box ${box} runs out before it is expected to be opened.`,
    follows: 'After it nobody vouches for the temperature of the cells.',
    until: endsAt,
    offers: waysOutOfHold(state),
  };
}

/** A box that stands at the collection centre can be another one; a box under way can be relieved. */
export function waysOutOfHold({ status, relayPlan }: CourierHandoffState): readonly Offer[] {
  const relayed = relayPlan === null ? planRelay : { ...planRelay, label: 'Plan the relay otherwise' };
  if (status === 'packed') return [pack, relayed];
  return status === 'awaited' ? [relayed] : [relayed, deliver];
}

/** What was found otherwise at packing can be mended until the box leaves: it is packed again. */
function packingCause({ status, packed }: CourierHandoffState): readonly Cause[] {
  const found = differing(packed?.checks ?? []);
  if (found.length === 0) return [];
  return [
    {
      ...trouble,
      key: 'packing-differs',
      wrong: `Not packed as it should be: ${found.map(({ check, note }) => `${checkSaid('packing', check)} (${note ?? ''})`).join('; ')}.`,
      follows: 'The cells travel with it.',
      offers: status === 'packed' ? [pack] : [],
    },
  ];
}

function relayOffTheWay(
  { relayPlan }: CourierHandoffState,
  { relayLandsAt, arrivalAtCentreAt }: CourierHandoffAgendaFacts,
): readonly Cause[] {
  if (relayPlan === null || relayLandsAt !== null || arrivalAtCentreAt === null) return [];
  return [
    {
      ...trouble,
      key: `relay-off-the-way/${relayPlan.airport}`,
      wrong: `The relay waits at ${relayPlan.airport}, where no flight of the confirmed plan lands.`,
      follows: 'The second courier waits in vain, and the box goes on without relief.',
      offers: [{ ...planRelay, label: 'Plan the relay elsewhere' }, cancelRelay],
    },
  ];
}

/** The second courier carries the cells as the first does, and is looked at as the first is: before the hand-over, since after it nobody can be sent. */
function relayPapers({ relayPlan }: CourierHandoffState, { relayNeeds }: CourierHandoffAgendaFacts): readonly Cause[] {
  if (relayPlan === null || relayNeeds === null) return [];
  const { courier, airport } = relayPlan;
  const faults = relayFaults(courier, relayNeeds);
  if (faults.length === 0) return [];
  return [
    {
      ...trouble,
      key: `relay-papers/${airport}`,
      wrong: `${courier.name}, who is to take the box at ${airport}: ${faults.join('; ')}.`,
      follows: 'The second courier may be stopped, with nobody to carry the box on.',
      offers: [relayWithPapers(relayPlan, 'Plan the relay with papers that last'), cancelRelay],
    },
  ];
}

function relayFaults({ papers }: RelayCourier, needs: PapersNeeded): readonly string[] {
  if (papers == null) return ['training, passport and visas are not known'];
  const unnamed = countriesNotNamed(papers, needs).map((country) => `${country} was not looked at`);
  const open = visasNotHeldFor(papers, needs).map((visa) => `the visa for ${visa.country} is ${notHeldSaid(visa)}`);
  return [...unnamed, ...open, ...papersRunningOut(papers, needs)];
}
