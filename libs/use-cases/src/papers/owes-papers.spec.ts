import { emptyShipment, type IssuedPaper, type Shipment, type ShipmentEvent } from '@cellrelay/shipment';
import { owesPapers } from './owes-papers.js';

const paper: IssuedPaper = {
  ...{ document: 'D1', plan: 1, kind: 'security-letter', of: 'PEK', sha256: 'a'.repeat(64) },
  ...{ issuedAt: '2026-11-27T08:00:00.000Z' as IssuedPaper['issuedAt'], standing: 'valid', changed: [], endedAt: null },
};
const holding = (...issued: readonly IssuedPaper[]): Shipment => ({
  ...emptyShipment,
  stages: { ...emptyShipment.stages, papers: { issued, outdated: {} } },
});
const said = (stage: string, type: string) => ({ stage, type }) as ShipmentEvent;
const [rang, raised] = [said('alert', 'DeadlineRang'), said('alert', 'AlertRaised')];
const superseded = said('papers', 'PapersSuperseded');

describe('a shipment’s papers are looked at again', () => {
  it.each<[string, Shipment, readonly ShipmentEvent[] | null, boolean]>([
    ['after what they may say', holding(paper), [said('cell-count', 'CellsCounted'), raised], true],
    ['after they were issued', holding(paper), [said('papers', 'PapersIssued')], true],
    ['where nobody knows what was recorded', holding(paper), null, true],
    ['not after what is of alerts alone', holding(paper), [rang, raised], false],
    ['not after the look that superseded them, and raised its alert', holding(paper), [superseded, raised], false],
    ['not where none is in force', holding({ ...paper, standing: 'withdrawn' }), null, false],
    ['not where none was issued', holding(), null, false],
  ])('%s', (_when, after, events, owed) => {
    expect(owesPapers(after, events)).toBe(owed);
  });
});
