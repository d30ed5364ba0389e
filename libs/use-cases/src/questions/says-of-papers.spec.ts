import type { Instant, Zone } from '@cellrelay/kernel';
import type { PapersEvent } from '@cellrelay/shipment';
import { sentenceOfEvent } from './log-line.js';

const occurredAt = { at: '2026-11-24T04:00:00.000Z' as Instant, zone: 'UTC' as Zone };
const told = (event: Pick<PapersEvent, 'type' | 'data'>): string =>
  sentenceOfEvent({ ...event, v: 1, stage: 'papers', occurredAt } as PapersEvent);
const paper = (kind: string, of: string | null) => ({ document: `${kind}-${of}`, kind, of, sha256: 'a'.repeat(64) });

describe('papers in the log', () => {
  it('go by what they are, and not by what they are for, which may name a bag', () =>
    expect(
      told({
        type: 'PapersIssued',
        data: {
          plan: 1,
          papers: [paper('transport-plan', null), paper('product-document', 'A'), paper('product-document', 'B')],
        },
      }),
    ).toBe('Issued for plan 1: transport plan, product document (2).'));

  it.each<[string, PapersEvent['data']]>([
    [
      '1 paper superseded; changed since: legs, substitute passport.',
      { papers: [{ document: 'A', changed: ['legs', 'substitutePassport'] }] },
    ],
    ['1 paper superseded; the plan asks for none like it any more.', { papers: [{ document: 'A', changed: [] }] }],
    [
      '1 paper superseded; changed since: legs. 2 papers superseded; the plan asks for none like it any more.',
      { papers: [{ document: 'A', changed: ['legs'] }, ...['B', 'C'].map((document) => ({ document, changed: [] }))] },
    ],
  ])('that are superseded: %s', (sentence, data) => expect(told({ type: 'PapersSuperseded', data })).toBe(sentence));

  it('that are withdrawn are counted', () =>
    expect(told({ type: 'PapersWithdrawn', data: { documents: ['A', 'B'] } })).toBe('2 papers withdrawn.'));
});
