import type { Instant, Zone } from '@cellrelay/kernel';
import type { RecordedEvent } from '@cellrelay/shipment';
import { differencesSaid } from './differences.js';
import { openedTrip } from './example-trip.js';

const [opened] = openedTrip().events as readonly RecordedEvent[];

/** That order with something else in it. */
function ordered(change: object): RecordedEvent {
  if (opened?.type !== 'ShipmentOpened') throw new Error('the first line opens the shipment');
  return { ...opened, data: { ...opened.data, ...change } };
}

const said = (was: object, is: object) => differencesSaid(ordered(was), ordered(is));

function event(type: RecordedEvent['type'], at: string, data: object): RecordedEvent {
  const occurredAt = { at: `2026-11-23T${at}:00.000Z` as Instant, zone: 'Asia/Shanghai' as Zone };
  return { type, v: 1, stage: 'collection', occurredAt, data } as RecordedEvent;
}

describe('what a correction says otherwise', () => {
  it('is told field by field, in the words of the form, with both values', () => {
    expect(said({}, { reference: 'CR-26-0413' })).toEqual(['Reference: CR-26-0413 instead of CR-26-0412']);
    expect(said({ donorWeightKg: 71 }, { donorWeightKg: 72.5 })).toEqual(['Donor’s weight: 72.5 kg instead of 71 kg']);
    expect(said({ donorWeightKg: null }, { donorWeightKg: 72 })).toEqual(['Donor’s weight: 72 kg instead of nothing']);
  });

  it('names where a field stands that there are several of', () => {
    const parties = opened?.type === 'ShipmentOpened' ? opened.data.parties : undefined;
    const moved = { ...parties, transplantCentre: { ...parties?.transplantCentre, city: 'Dallas' } };
    expect(said({}, { parties: moved })).toEqual(['Parties, Transplant centre, City: Dallas instead of Houston']);
  });

  it('tells that the GRID is another, and neither of the two', () => {
    expect(said({ donorGrid: '1' }, { donorGrid: '2' })).toEqual(['Donor GRID: another than before']);
  });

  it('tells times in the clock they were stated in, and when lists grow, both', () => {
    const started = (at: string, plateletsE9PerL: number | null) =>
      event('CollectionStarted', at, { day: 1, plateletsE9PerL });
    expect(differencesSaid(started('00:05', 180), started('01:05', null))).toEqual([
      'Started at: 23 Nov 09:05 instead of 23 Nov 08:05',
      'Platelets before: nothing instead of 180 10⁹/L',
    ]);
    const bag = { productCode: 'S1128V00', volumeMl: 210, recipient: 'R1', din: 'G123498654321' };
    const ended = (...bags: object[]) => event('CollectionEnded', '04:00', { day: 1, bags });
    expect(differencesSaid(ended(bag), ended({ ...bag, volumeMl: 201 }))).toEqual([
      'Bags 1, Volume: 201 mL instead of 210 mL',
    ]);
    expect(differencesSaid(ended(bag), ended(bag, { ...bag, productCode: 'S1128VA0' }))).toEqual([
      'Bags: S1128V00 210 R1, S1128VA0 210 R1 instead of S1128V00 210 R1',
    ]);
  });

  it('is nothing where nothing differs, or another command records it', () => {
    expect(said({}, {})).toEqual([]);
    expect(differencesSaid(ordered({}), event('CollectionStarted', '00:05', { day: 1 }))).toEqual([]);
  });
});
