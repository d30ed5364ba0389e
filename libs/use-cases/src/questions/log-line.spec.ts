import type { Instant, Zone } from '@cellrelay/kernel';
import { correctionsOfLines, type ShipmentEvent } from '@cellrelay/shipment';
import { canonicalText, chainHash } from '../log/chain.js';
import {
  collected,
  counted,
  openedTrip,
  order,
  tripId,
  withSeats,
  type Trip,
  beijing,
  houston,
  processing,
  toMarrow,
  unlikeGroups,
} from './example-trip.js';
import { accepted, flown, handedOver, infused, withCourier } from './example-way.js';
import { logLineOf, sentenceOfEvent } from './log-line.js';
import { logLine } from './views.js';

const whole = () => {
  const ready = withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));
  return infused(accepted(flown(handedOver(counted(collected(ready), 2000)))));
};

/** A trip on which much goes wrong before it leaves, and the box is X-rayed. */
function troubled(): Trip {
  const at = beijing('2026-11-20T08:00');
  const trip = counted(collected(troubledBefore(at)), 2000);
  return handedOver(trip)
    .at('2026-11-24T00:40Z', 'RecordXrayDemanded', {
      exemption: '1/0/PEK',
      demandedAt: beijing('2026-11-24T08:35'),
      by: 'Officer at the machine',
    })
    .at('2026-11-24T00:50Z', 'RecordDemandEscalated', {
      exemption: '1/0/PEK',
      escalatedAt: beijing('2026-11-24T08:45'),
      level: 'hotline',
      to: 'Night desk',
    })
    .at('2026-11-24T00:55Z', 'RecordUnplannedCheckpoint', {
      airport: 'IAH',
      passedAt: beijing('2026-11-24T08:50'),
      what: 'searched',
      reason: 'spot check',
    })
    .at('2026-11-24T01:00Z', 'RecordScanned', {
      exemption: '1/0/PEK',
      scannedAt: beijing('2026-11-24T08:50'),
      reason: 'by mistake',
    })
    .at('2026-11-24T01:30Z', 'RecordScanDecision', {
      exemption: '1/0/PEK',
      decidedAt: beijing('2026-11-24T09:20'),
      decision: 'use',
      physician: 'G. Example',
      reason: 'low dose',
    });
}

function troubledBefore(at: ReturnType<typeof beijing>): Trip {
  const now = '2026-11-20T01:00Z';
  const reason = 'no crew';
  const booking = '1.1/1';
  const trip = withSeats(withSeats(openedTrip(), '1.0/1'), booking)
    .at(now, 'SuspendDonor', { suspendedAt: at, reason })
    .at(now, 'ClearDonor', { clearedAt: at })
    .at(now, 'RecordFlightEstimate', {
      booking,
      statedAt: at,
      departsAt: houston('2026-11-24T13:30'),
      arrivesAt: houston('2026-11-24T16:15'),
    })
    .at(now, 'RecordFlightCancelled', { booking, cancelledAt: at, reason })
    .at(now, 'RebookLeg', { plan: 1, leg: 1, flight: null, reason })
    .at(now, 'RecordSeatsRefused', { booking: '2.0/1', refusedAt: at, reason })
    .at(now, 'RecordCustomsRefused', { request: 'CN-export-PEK', refusedAt: at, reason })
    .at(now, 'RecordCustomsEscalated', { request: 'CN-export-PEK', escalatedAt: at, to: 'Head of office', reason })
    .at(now, 'AskCustomsAgain', { request: 'CN-export-PEK', reason })
    .at(now, 'RecordCustomsGranted', {
      request: 'CN-export-PEK',
      grantedAt: at,
      permit: 'P-1',
      validUntil: beijing('2026-11-21T08:00'),
    })
    .system(now, { name: 'LapsePermit', data: { request: 'CN-export-PEK' } })
    .at(now, 'RecordExemptionNotified', { exemption: '1/1/ORD', notifiedAt: at, told: 'Duty officer' })
    .at(now, 'RecordExemptionRefused', { exemption: '1/0/PEK', refusedAt: at, reason })
    .system(now, { name: 'ParkItem', data: { key: 'hold-seats/2.1/1', reason } });
  const third = { name: 'H. Example', company: 'Example Couriers', phone: '+1 713 555 0102' };
  const fit = {
    trainedUntil: '2027-06-30',
    passportValidUntil: '2028-01-31',
    visas: [{ country: 'US', standing: 'held' }],
    checkedAt: at,
  };
  return withCourier(trip)
    .at('2026-11-22T02:00Z', 'SendSubstitute', {
      reason,
      nextSubstitute: third,
      decidedAt: beijing('2026-11-22T09:00'),
    })
    .at('2026-11-22T03:00Z', 'RecordCourierFit', fit);
}

function linesOf(trip: Trip) {
  const log = trip.events.map((event, index) => ({ seq: index + 1, recordedAt: event.occurredAt.at, event }));
  const corrections = correctionsOfLines(log);
  return trip.events.map((event, index) => {
    const statedBy = { person: 'A. Example', organisation: 'Coordination', how: 'account' };
    const line = {
      shipment: tripId,
      seq: index + 1,
      recordedAt: event.occurredAt.at,
      statedBy,
      recordedBy: 'a',
      commandId: 'c',
      event,
    };
    const text = canonicalText(line);
    return logLineOf(
      { text, hash: chainHash(null, text) },
      { corrected: trip.state.corrected, corrections: corrections.get(index + 1) },
    );
  });
}

describe('the log as people read it', () => {
  it('tells every event of a whole trip in one sentence, without holes', () => {
    const lines = linesOf(whole());
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.map((line) => logLine.safeParse(line).error).filter(Boolean)).toEqual([]);
    expect(lines.filter(({ says }) => says.length < 10 || /undefined|null|NaN|\[object/.test(says))).toEqual([]);
  });

  it('tells what goes wrong, too', () => {
    const lines = linesOf(troubled());
    const types = new Set(lines.map(({ type }) => type));
    for (const type of [
      'FlightCancelled',
      'LegRebooked',
      'CustomsAskedAgain',
      'CustomsEscalated',
      'PermitLapsed',
      'ExemptionNotified',
      'XrayDemanded',
      'DemandEscalated',
      'UnplannedCheckpointPassed',
      'BoxScanned',
      'ScanDecided',
      'SubstituteSent',
      'ItemParked',
    ]) {
      expect(types).toContain(type);
    }
    expect(lines.filter(({ says }) => says.length < 10 || /undefined|null|NaN|\[object/.test(says))).toEqual([]);
    expect(lines.map(({ says }) => says)).toContain('Leg 2 of plan 1 moved to UA 2020 ORD–IAH 24 Nov 16:00: no crew');
  });

  it('says what happened in the field’s words', () => {
    const says = linesOf(whole()).map((line) => line.says);
    expect(says).toContain('Shipment CR-26-0412 opened, from Beijing to Houston.');
    expect(says).toContain('Day 1 counted: R1 5.1428 of 5 million CD34 per kg.');
    expect(says).toContain('Plan 1 is confirmed.');
    expect(says).toContain('Box BX-7 packed with bag S1128VA0, seal S-100.');
    expect(says).toContain(
      'Infusion of bag S1128VA0 began, 46 h 00 min old, for R1 5.1428 million CD34 per kg by the count at origin; no bag is left.',
    );
  });

  it('says what of an order was changed', () => {
    const low = { processing: 'none', minutes: 0, titre: 16, thresholdTitre: 32 };
    const trip = openedTrip()
      .at('2026-11-03T08:00Z', 'RecordBloodGroups', unlikeGroups)
      .at('2026-11-03T08:10Z', 'DecideOnProcessing', processing({}))
      .at('2026-11-03T08:20Z', 'DecideOnProcessing', processing(low))
      .at('2026-11-03T09:00Z', 'ChangeProduct', toMarrow)
      .at('2026-11-03T09:10Z', 'ChangeProduct', { ...toMarrow, minCelsius: 2, maxCelsius: 8 });
    const says = linesOf(trip).map((line) => line.says);
    expect(says).toEqual(
      expect.arrayContaining([
        'Blood groups: donor A+, R1 O-. The group came with the work-up.',
        'Red cell depletion for R1, 90 minutes, on the word of L. Example: Unlike groups.',
        'No processing for R1, titre 1/16 against 1/32, on the word of L. Example: Unlike groups.',
        'HPC-M at 18 to 24 °C is ordered in place of HPC-A, agreed by T. Example and D. Example: Eligible for marrow only.',
        'HPC-M at 2 to 8 °C is ordered anew, agreed by T. Example and D. Example: Eligible for marrow only.',
      ]),
    );
  });

  it('tells bells and alerts in words, without keys and names of commands', () => {
    const told = [...linesOf(whole()), ...linesOf(troubled())].map(({ says }) => says);
    const bells = told.filter((says) => /^(Rang|Handed|Tried|To be tried|Alert ended)/.test(says));
    expect(bells).toContain('Alert ended: Record the count.');
    expect(bells.filter((says) => /\w+-\w+\/|[a-z][A-Z]/.test(says))).toEqual([]);
    expect(told).toContain('Tried in vain and parked: hold seats on the flight of plan 2, leg 2. no crew');
  });

  it('shows both values of a correction', () => {
    const trip = collected(openedTrip()).at('2026-11-23T04:30Z', 'CorrectCollectionEnd', {
      day: 1,
      endedAt: beijing('2026-11-23T11:40'),
      reason: 'mistyped',
      evidence: 'sheet 3',
    });
    const corrected = trip.events.find(({ type }) => type === 'CollectionEndCorrected');
    expect(corrected && sentenceOfEvent(corrected)).toBe(
      'End of day 1 corrected from 23 Nov 12:00 to 23 Nov 11:40. Reason: mistyped. Evidence: sheet 3.',
    );
  });

  it('says of a corrected fact how it reads by now, where it stands, and what it can be corrected by', () => {
    const before = linesOf(withCourier(openedTrip())).find(({ type }) => type === 'CourierInPosition');
    const trip = withCourier(openedTrip()).at('2026-11-23T01:00Z', 'CorrectFact', {
      fact: before?.seq,
      command: 'RecordCourierInPosition',
      body: { positionedAt: beijing('2026-11-22T09:15') },
      reason: 'an hour off',
      evidence: 'message of the courier',
    });
    const lines = linesOf(trip);
    const line = lines.find(({ type }) => type === 'FactCorrected');
    expect(before?.corrections).toEqual([{ command: 'CorrectFact', label: 'Correct', prefill: { fact: before?.seq } }]);
    expect(lines[(before?.seq ?? 0) - 1]).toMatchObject({ correctedBy: line?.seq, corrections: [], corrects: null });
    expect(line).toMatchObject({
      corrects: before?.seq,
      correctedBy: null,
      stage: 'courier',
      corrections: [{ command: 'CorrectFact', label: 'Correct', prefill: { fact: line?.seq } }],
    });
    expect(line?.says).toMatch(
      /^Line \d+ corrected: In position at: 22 Nov 09:15 instead of 22 Nov 08:00\. It reads: The courier is in position\. Reason: an hour off\. Evidence: message of the courier\.$/,
    );
    expect(logLine.safeParse(line).error).toBeUndefined();
  });

  it('offers no correction of what follows by rule, and of the bells', () => {
    const correctable = new Set(linesOf(whole()).flatMap((line) => (line.corrections.length === 0 ? [] : [line.type])));
    expect(correctable).toContain('InfusionStarted');
    expect(
      ['PlanConfirmed', 'BordersCovered', 'AlertRaised', 'PolicyPinned'].filter((type) => correctable.has(type)),
    ).toEqual([]);
  });

  it('offers what has a correction of its own by that, and the rest of it by its line', () => {
    const lines = linesOf(whole());
    const of = (type: string) => lines.find((line) => line.type === type);
    const prefill = { day: 1 };
    expect(of('CollectionEnded')?.corrections).toEqual([
      { command: 'CorrectCollectionEnd', label: 'Correct the end of collection', prefill },
      { command: 'CorrectFact', label: 'Correct the rest', prefill: { fact: of('CollectionEnded')?.seq } },
    ]);
    expect(of('CellsCounted')?.corrections).toEqual([
      { command: 'CorrectCellCount', label: 'Correct the count', prefill },
    ]);
  });

  it('holds no GRID, in a corrected order neither', () => {
    const { donorGrid: _grid, ...rest } = order;
    const trip = whole().at('2026-11-26T01:00Z', 'CorrectFact', {
      fact: 1,
      command: 'OpenShipment',
      body: { ...rest, donorGrid: order.donorGrid, reference: 'CR-26-0413' },
      reason: 'mistyped',
      evidence: 'formal request',
    });
    expect(linesOf(trip).at(-1)?.says).toMatch(/^Line 1 corrected: Reference: CR-26-0413 instead of CR-26-0412\. /);
    expect(JSON.stringify(linesOf(trip))).not.toContain('6939XYZ');
  });
});

it('says what of a deviation was corrected, with both values', () => {
  const happenedAt = (at: string) => ({ at: `2026-11-23T${at}:00.000Z` as Instant, zone: 'UTC' as Zone });
  const was = { kind: 'late', words: 'four hours late', happenedAt: happenedAt('08:00') };
  const why = { reason: 'misheard', evidence: 'call' };
  const said = (change: object, at = '08:00') =>
    sentenceOfEvent({
      ...{ type: 'DeviationCorrected', v: 1, stage: 'deviation', occurredAt: happenedAt(at) },
      data: { deviation: 'D1', ...was, happenedAt: undefined, was, ...why, ...change },
    } as unknown as ShipmentEvent);
  const end = 'Reason: misheard. Evidence: call.';
  expect(said({}, '09:00')).toBe(`Deviation D1 corrected: happened 23 Nov 09:00 instead of 23 Nov 08:00. ${end}`);
  expect(said({ words: 'an hour late', kind: 'other' })).toBe(
    `Deviation D1 corrected: “an hour late” instead of “four hours late”; other instead of late. ${end}`,
  );
});

describe('what the log says of a booking, a border, a checkpoint and a bag', () => {
  const occurredAt = { at: '2026-11-23T08:00:00.000Z' as Instant, zone: 'UTC' as Zone };
  const told = (type: string, stage: string, data: object) =>
    sentenceOfEvent({ type, v: 1, stage, occurredAt, data } as ShipmentEvent);

  it('is in words, and not by its key', () => {
    expect([
      told('InfusionStarted', 'receipt', {
        ...{ bag: 'Z/S2598V00', how: 'infusion', ageMinutes: 90, last: true, volumeInfusedMl: 40 },
        dose: {
          recipient: 'R1',
          volumeMl: 25,
          figures: [{ metric: 'TNC', per: 'kg', dose: 0.5, countedAt: 'origin' }],
        },
      }),
      told('SeatsGivenUp', 'flight-booking', { booking: '1.0/1' }),
      told('FlightDeparted', 'flight-booking', { booking: '2.1/3' }),
      told('CustomsWithdrawn', 'customs-clearance', { request: 'CN-export-PEK' }),
      told('ExemptionWithdrawn', 'xray-exemption', { exemption: '1/0/NRT' }),
      told('BoxSearchedByHand', 'xray-exemption', { exemption: '1/0/NRT' }),
    ]).toEqual([
      'Infusion of bag S2598V00 began, 1 h 30 min old, for R1 0.5 × 10⁸ TNC per kg by the count at origin (of the 40 mL infused only the 25 mL that the bag held are counted); no bag is left.',
      'Seats on the flight of plan 1, leg 1 are given up.',
      'The flight of plan 2, leg 2, booking 3 has left.',
      'The customs request for the export from CN at PEK is withdrawn.',
      'The exemption from X-ray, checkpoint at NRT (plan 1), is withdrawn.',
      'The box was searched by hand, checkpoint at NRT (plan 1).',
    ]);
  });
});
