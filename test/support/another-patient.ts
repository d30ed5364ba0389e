import { mayKnow, type Shipment, type Standing } from '@cellrelay/shipment';
import { rowOf, type StoredEntry } from '@cellrelay/use-cases';
import { dryRun } from './dry-world.js';
import { answersOf, boardOf, standingAs } from './one-board.js';
import { scenarioIn } from './scenarios.js';
import { after, outside, places } from './twice-told.js';

/** Those of them who may know neither how it stands with a patient nor what became of them. */
const unknowing = outside.filter((standing) => !mayKnow([standing], 'recipient') && !mayKnow([standing], 'outcome'));

/** The same shipment for a patient of another weight and blood group, conditioned at another time or not at all, of whom nothing is recorded that was given. */
export function ofAnotherPatient({ stages, ...rest }: Shipment): Shipment {
  const { order, receipt, 'donor-clearance': donor } = stages;
  const { details } = order;
  const recipients = (details?.recipients ?? []).map((each) => ({
    ...each,
    weightKg: each.weightKg + 7,
    bloodGroup: { abo: each.bloodGroup?.abo === 'AB' ? ('O' as const) : ('AB' as const), rh: '-' as const },
  }));
  const before = ['infusing', 'infused', 'stored', 'not-used'].includes(receipt.status);
  const status = before ? (receipt.acceptedAt === null ? 'received' : 'accepted') : receipt.status;
  return {
    ...rest,
    stages: {
      ...stages,
      order: { ...order, processing: [], details: details && { ...details, recipients } },
      'donor-clearance': { ...donor, conditioning: [] },
      receipt: { ...receipt, status, arrivals: [], ended: [], followUps: [] },
    },
  };
}

async function answers(id: Parameters<typeof rowOf>[0], state: Shipment, log: readonly StoredEntry[]) {
  const board = boardOf(id, state, log);
  const read = (standing: Standing) => answersOf(board.as(standingAs(standing)), id);
  const all = await Promise.all(unknowing.map(async (standing) => [standing, await read(standing)] as const));
  return Object.fromEntries([...all, ['row', JSON.stringify(rowOf(id, state).shared)]]);
}

const ofThePatient = /ABO|mismatch|processing|Processing|onditioning|nfusion of|nfused|day \d+ after/;

/** Looks at a history for two patients: on neither side of the box but the patient's can anybody tell one from the other. */
export async function expectNoPatient(name: string): Promise<void> {
  const { shipment } = scenarioIn(name);
  const { log } = await dryRun(scenarioIn(name));
  for (const lines of places(log.length)) {
    const state = after(log, lines);
    const told = await answers(shipment, state, log.slice(0, lines));
    expect(told).toEqual(await answers(shipment, ofAnotherPatient(state), log.slice(0, lines)));
    const [timeline] = [Object.values(told).map((text) => /"timeline": \[[^\]]*\]/.exec(text)?.[0] ?? '')];
    expect(timeline.join('\n')).not.toMatch(ofThePatient);
  }
}
