import type { LocalDate } from '@cellrelay/kernel';
import type { PaperStatement } from '@cellrelay/paperwork';
import {
  IssueCommand,
  noRelay,
  PaperIssuing,
  PaperMaking,
  PaperQuestions,
  ReportPapers,
  type EnteredFacts,
  type FaultPoint,
  type PaperCodes,
} from '@cellrelay/use-cases';
import { operatorsCoordinator } from './acting.js';
import {
  clearDonor,
  countCells,
  endCollection,
  exampleShipment,
  on,
  openedAt,
  openShipment,
  proposePlan,
  startCollection,
} from './case-a.js';
import { coordinator, issueAll } from './issuing.js';
import { MemoryPapers } from './memory-papers.js';
import { FakeClock, MemoryStore } from './memory-store.js';

/** Case A with its first day counted, in memory; what a site would enter for its papers is invented. */

const shipment = exampleShipment();

const office = (name: string, city: string) => ({ name, city, lines: [`1 Example Road`, city] });

export const enteredForPapers: EnteredFacts = {
  issuer: office('EXAMPLE Registry', 'Minneapolis'),
  hotline: '+1 555 010 0100',
  signatory: { name: 'Sam Example', position: 'Transport coordinator' },
  consignor: office('EXAMPLE Apheresis Centre', 'Beijing'),
  consignee: office('EXAMPLE Transplant Centre', 'Houston'),
  contacts: [{ role: 'collection-centre', name: 'Ward', phone: '+86 10 5555 0100' }],
  markers: {
    sampledOn: '2024-08-14' as LocalDate,
    laboratory: 'EXAMPLE Laboratory',
    results: [{ marker: 'HBsAg', result: 'negative' }],
  },
};

/** The laboratory's corrected count of the first day. */
export function correctedCount(cd34PerUl: number) {
  const { data } = countCells(1, cd34PerUl) as Extract<ReturnType<typeof countCells>, { name: 'RecordCellCount' }>;
  return { name: 'CorrectCellCount', data: { ...data, reason: 'EXAMPLE', evidence: 'EXAMPLE' } } as const;
}

/** Everything over one memory; `facts` may be entered anew. */
export async function issuingGround() {
  const clock = new FakeClock(openedAt);
  const papers = new MemoryPapers();
  const store = new MemoryStore(clock, (owing) => papers.owe(owing));
  const issue = new IssueCommand(store, noRelay);
  const state = { entered: enteredForPapers, dies: false, failed: [] as unknown[] };
  const now = () => Promise.resolve(clock.at);
  const making = new PaperMaking({
    entered: { of: () => Promise.resolve(state.entered) },
    rules: { verdicts: () => Promise.resolve([]) },
    readings: () => Promise.resolve(null),
  });
  // What was asked to be signed; nothing is.
  const stated: (readonly PaperStatement[])[] = [];
  const codes: PaperCodes = {
    of: (statements) => {
      stated.push(statements);
      return Promise.resolve(statements.map(() => null));
    },
    ready: () => Promise.resolve(false),
  };
  const points = {
    reach: (point: FaultPoint) =>
      state.dies && point === 'after-papers' ? Promise.reject(new Error('died here')) : Promise.resolve(),
  };
  const parts = { shipments: store, store: papers, making, codes, clock: { now }, issue, points };
  const issuing = new PaperIssuing(parts);
  const reports = new ReportPapers({ ...parts, marks: papers, failed: (_, error) => state.failed.push(error) });
  await issueAll(issue, shipment, [openShipment(), proposePlan(1), proposePlan(2)]);
  clock.at = on('beijing', '09-04T14:00').at;
  await issueAll(
    issue,
    shipment,
    [clearDonor(), startCollection(1), endCollection(1), countCells(1, 1800)],
    'collected',
  );
  const author = (idempotencyKey: string) => ({
    ...{ account: 'coordinator', idempotencyKey },
    acting: { ...operatorsCoordinator, person: coordinator.person },
  });
  return {
    ...{ clock, papers, store, issue, issuing, reports, state, author, making, stated },
    questions: new PaperQuestions(parts),
    give: (key: string, references?: string[]) =>
      issuing.issue(shipment, references === undefined ? { plan: 1 } : { plan: 1, references }, author(key)),
    issued: async () => (await store.load(shipment))!.stages.papers.issued,
    events: async () =>
      (await store.log(shipment, 0, 1_000)).flatMap(({ text }) => /"type":"(Papers\w+)"/.exec(text)?.[1] ?? []),
  };
}
