import type { ShipmentId } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import type { Acting } from '../people/acting.js';
import type { StoredEntry } from '../ports.js';
import {
  beijing,
  collected,
  counted,
  dinOfDay1,
  houston,
  openedTrip,
  order,
  planBody,
  Trip,
  tripId,
} from '../questions/example-trip.js';
import { oneShort } from '../questions/example-twins.js';
import { DecisionQuestion } from './decision-question.js';
import { decisionView, type DecisionView } from './decision-views.js';

const coordinator: Acting = {
  person: 'Coordinator',
  role: 'coordinator',
  organisation: { id: 'operator', name: 'EXAMPLE Operator', kind: 'operator' },
  courier: null,
};
const of = (id: string, kind: Acting['organisation']['kind']): Acting => ({
  ...coordinator,
  role: 'physician',
  organisation: { id, name: 'EXAMPLE', kind },
});
const receiving = of('there', 'transplant-centre');
const collecting = of('here', 'collection-centre');
const atCollection: Acting = { ...collecting, role: 'coordinator' };
const carrying: Acting = { ...of('van', 'courier-company'), role: 'coordinator' };

/** Both centres have people of their own here, and so has the courier company. */
function withPeople({ stages, ...shipment }: Shipment): Shipment {
  const named = (id: string) => ({ id, name: 'EXAMPLE' });
  const organisations = {
    ...{ 'collection-centre': named('here'), 'transplant-centre': named('there'), 'courier-company': named('van') },
  };
  return { ...shipment, stages: { ...stages, order: { ...stages.order, organisations } } };
}

async function looked(trip: Trip, reader: Acting = coordinator) {
  const state = withPeople(trip.state);
  const read: string[] = [];
  const log = trip.log.map((line): StoredEntry => ({
    shipment: tripId,
    seq: line.seq,
    text: JSON.stringify(line),
    hash: '',
  }));
  const shipments = {
    load: (id: ShipmentId) => Promise.resolve(id === tripId ? state : null),
    log: () => {
      read.push('log');
      return Promise.resolve(log);
    },
  };
  const readings = () => {
    read.push('readings');
    return Promise.resolve(new Map());
  };
  const now = state.recordedAt;
  if (now === null) throw new Error('nothing was recorded');
  const question = new DecisionQuestion(shipments, readings, () => Promise.resolve(now));
  return { view: await question.decision(tripId, reader), read };
}

const asked = async (trip: Trip, reader: Acting = coordinator) => (await looked(trip, reader)).view;

/** One bag of 180 mL, of that order on one day, counted so. */
function shortOf(
  productCode: string,
  change: Readonly<Record<string, unknown>>,
  figures: Readonly<Record<string, number>>,
): Trip {
  return new Trip()
    .at('2026-11-02T08:00Z', 'OpenShipment', { ...order, collectionDays: ['2026-11-23'], ...change })
    .at('2026-11-03T08:00Z', 'ClearDonor', { clearedAt: beijing('2026-11-03T09:00') })
    .at('2026-11-04T08:00Z', 'ProposePlan', { ...planBody(1), lateReason: 'no other flight' })
    .at('2026-11-23T00:10Z', 'StartCollection', { day: 1, startedAt: beijing('2026-11-23T08:00') })
    .at('2026-11-23T04:10Z', 'EndCollection', {
      ...{ day: 1, endedAt: beijing('2026-11-23T12:00'), din: dinOfDay1 },
      bags: [{ productCode, volumeMl: 180, recipient: 'R1' }],
    })
    .at('2026-11-23T05:40Z', 'RecordCellCount', {
      ...{ day: 1, countedAt: beijing('2026-11-23T13:30') },
      bags: [{ bag: `G123498654321/${productCode}`, volumeMl: 180, ...figures }],
    });
}

const [patient] = order.recipients;
const cd34 = { metric: 'CD34', per: 'kg', requested: 5, minimum: 2 };
const marrow = () =>
  shortOf(
    'S1398VA0',
    {
      ...{ product: 'HPC-M', minCelsius: 18, maxCelsius: 24, donorWeightKg: 70 },
      recipients: [{ ...patient, doses: [cd34, { metric: 'TNC', per: 'kg', requested: 4, minimum: 2 }] }],
    },
    { cd34PerUl: 1000, wbcE9PerL: 150 },
  );
const lymphocytes = () =>
  shortOf(
    'S1128VA0',
    {
      product: 'MNC-A',
      recipients: [{ ...patient, doses: [{ metric: 'CD3', per: 'total', requested: 8000, minimum: 3000 }] }],
    },
    { cd3PerUl: 30_000 },
  );

const registry = 'Donor registry';
const aboveCeiling = () => {
  const trip = short();
  const { stages, ...rest } = trip.state;
  trip.shipment = { ...rest, stages: { ...stages, order: { ...stages.order, aboveRegistryCeiling: true } } };
  return trip;
};

const lessForR2 = (trip: Trip) =>
  trip.at('2026-11-23T06:00Z', 'DecideOnCount', {
    ...{ decision: 'accept-less', recipients: ['R2'], decidedAt: beijing('2026-11-23T13:50'), reason: 'too few' },
    wordOf: { role: 'transplant-physician', person: 'G. Example' },
  });

const short = () => counted(collected(openedTrip()), 1000);
const toCollectAgain = {
  decision: 'collect-again',
  decidedAt: houston('2026-11-23T00:05'),
  wordOf: { role: 'collection-physician', person: 'C. Example' },
  reason: 'The dose is below the request.',
} as const;
const again = (trip: Trip) => trip.at('2026-11-23T06:10Z', 'DecideOnCount', toCollectAgain);

type Option = DecisionView['options'][number];

/** Collect again, accept less, and stop. */
function optionsIn(view: DecisionView | undefined): readonly [Option, Option, Option] {
  const [again, less, stop] = view?.options ?? [];
  if (again === undefined || less === undefined || stop === undefined) throw new Error('all three stand open');
  return [again, less, stop];
}

describe('the decision on a count', () => {
  it('says before the count when it is due, what will be asked, and of whom', async () => {
    const view = await asked(openedTrip());
    expect(decisionView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ standing: 'not-counted', options: [], taken: [], counts: [] });
    expect(view?.due).toMatchObject({ what: 'Day 1 counted', owner: 'collection-centre' });
    expect(view?.asked.map(({ what, who }) => `${what}: ${who.join(' or ')}`)).toEqual([
      'Enough: Nobody: it follows from the count',
      'Collect again: Collection physician',
      'Accept less: Transplant physician',
      'Stop: Collection physician or Transplant physician',
    ]);
  });

  it('compares what can be decided on a short count by time and dose, and says what follows', async () => {
    const view = await asked(short());
    expect(decisionView.parse(view)).toEqual(view);
    expect(view).toMatchObject({ standing: 'awaited', says: 'The cells are fewer than requested.', mayDecide: true });
    expect(view?.due).toMatchObject({ what: 'Get the decision on the day 1 count', owner: 'coordinator' });
    expect(view?.options.map(({ decision, trip }) => [decision, trip?.plan ?? null])).toEqual([
      ['collect-again', 2],
      ['accept-less', 1],
      ['stop', null],
    ]);
  });

  it('says of each what it takes and what follows', async () => {
    const [collectAgain, less, stop] = optionsIn(await asked(short()));
    expect(collectAgain.trip?.oldestBagMinutes).toBe((less.trip?.oldestBagMinutes ?? 0) + 24 * 60);
    expect(collectAgain).toMatchObject({ more: true, doses: [{ counted: 2.5714, missing: 2.4286 }] });
    expect(collectAgain.follows).toContain('Collection day 2 is called up for 24 Nov.');
    expect(stop).toMatchObject({ doses: [], needs: [{ given: false }, { who: 'A second person' }] });
  });

  it('forecasts the cells that are there at the infusion of each plan: fewer of them by the later one', async () => {
    const doses = (await asked(short()))?.options.flatMap((option) =>
      option.doses.map((dose) => dose.atInfusion?.centre),
    );
    const [later = 0, sooner = 0] = doses ?? [];
    expect(sooner).toBeLessThan(2.5714);
    expect(later).toBeLessThan(sooner);
  });

  it('forecasts the cells that the model of the product knows, and tells others as they were counted', async () => {
    const dosesOf = async (trip: Trip) => (await asked(trip))?.options[0]?.doses ?? [];
    const [cd34, tnc] = await dosesOf(marrow());
    expect(cd34?.atInfusion?.centre).toBeLessThan(2.5714);
    expect(tnc).toMatchObject({ requested: 4, counted: 3.8571, atInfusion: null, probability: null });
    const [cd3] = await dosesOf(lymphocytes());
    expect(cd3?.counted).toBe(5400);
    expect(cd3?.atInfusion?.centre).toBeLessThan(5400);
  });

  it('tells of a dose that was not counted not how much of it is missing', async () => {
    const [counted, uncounted] = [short(), short()];
    const { stages, ...rest } = uncounted.state;
    const verdicts = stages['cell-count'].verdicts.map((verdict) => ({ ...verdict, doses: [] }));
    uncounted.shipment = { ...rest, stages: { ...stages, 'cell-count': { ...stages['cell-count'], verdicts } } };
    const [known, unknown] = [await asked(counted), await asked(uncounted)].map((view) => view?.options[0]?.doses[0]);
    expect([known?.missing, unknown?.counted, unknown?.missing]).toEqual([2.4286, null, null]);
  });

  it('stands beside the registry’s own limits', async () => {
    const [recipient] = (await asked(short()))?.recipients ?? [];
    expect(recipient?.doses).toMatchObject([{ floor: null, ceiling: { perKg: 5, met: true } }]);
  });

  it('is told with names to the operator once it is taken, and can be taken otherwise while the second day waits', async () => {
    const view = await asked(again(short()));
    expect(view).toMatchObject({
      standing: 'decided',
      taken: [{ what: 'Collect again', who: 'Collection physician', person: 'C. Example' }],
    });
    expect(view?.taken[0]?.at).toBe('2026-11-23T06:05:00.000Z');
    expect((await asked(again(short()), receiving))?.taken).toMatchObject([{ person: null, reason: null }]);
  });

  it('is told as its correction has it', async () => {
    const trip = again(short());
    const fact = trip.log.find(({ event }) => event.type === 'CountDecided')?.seq;
    const body = { ...toCollectAgain, wordOf: { role: 'collection-physician', person: 'D. Example' } };
    trip.at('2026-11-23T06:30Z', 'CorrectFact', {
      ...{ fact, command: 'DecideOnCount', body, reason: 'misheard', evidence: 'call back' },
    });
    expect((await asked(trip))?.taken.map(({ person }) => person)).toEqual(['D. Example']);
  });

  it('of an enough count is the rule’s', async () => {
    const view = await asked(counted(collected(openedTrip()), 2000));
    expect(view).toMatchObject({ standing: 'decided', says: 'The count is enough.', options: [] });
    expect(view?.taken).toMatchObject([{ what: 'Enough', person: null, reason: null }]);
  });

  const viewOf = async (reader: Acting): Promise<DecisionView> => {
    const view = await asked(short(), reader);
    if (view === undefined) throw new Error('it is there for them');
    return view;
  };
  const theirs = ({ options }: DecisionView) => options.flatMap(({ yours, label }) => (yours ? [label] : []));

  it('is open to both physicians, each on their own word and in their own name', async () => {
    const [there, here] = [await viewOf(receiving), await viewOf(collecting)];
    expect([there.mayDecide, here.mayDecide]).toEqual([true, true]);
    expect(theirs(there)).toEqual(['Accept less', 'Stop']);
    expect(theirs(here)).toEqual(['Collect again', 'Stop']);
    const words = here.options.map(({ prefill }) => prefill['wordOf']);
    expect(words.at(-1)).toEqual({ role: 'collection-physician', person: 'Coordinator' });
  });

  it('tells the dose to the patient’s side alone', async () => {
    const [there, here] = [await viewOf(receiving), await viewOf(collecting)];
    expect(there.counts).toHaveLength(1);
    expect(there.options[0]?.doses).toHaveLength(1);
    expect(here.counts).toEqual([]);
    expect(here.options.flatMap(({ doses }) => doses)).toEqual([]);
    expect(JSON.stringify(here)).not.toContain('2.57');
    expect(here.options.map(({ trip }) => trip?.plan)).toEqual([2, 1, undefined]);
    // Without a word of what follows the form would be sent by Enter.
    const general = 'It confirms one plan and stands the other down, or stops the shipment.';
    expect([...new Set(here.options.flatMap(({ follows }) => follows))]).toEqual([general]);
  });

  it('tells nobody who is told no dose, and decides nothing, which recipients are short', async () => {
    for (const reader of [atCollection, carrying]) {
      const view = await asked(oneShort(), reader);
      expect(view).toMatchObject({ says: 'The cells have been counted.', mayDecide: false });
      expect(view?.options.map(({ label }) => label)).toEqual(['Collect again', 'Accept less', 'Stop']);
      expect(JSON.stringify(view?.options)).not.toContain('R2');
      const taken = (await asked(lessForR2(oneShort()), reader))?.taken;
      expect(taken).toMatchObject([{ what: 'Accept less', recipients: null }]);
    }
    const whole = await asked(oneShort());
    expect(whole?.says).toBe('Some recipients are served, others are short.');
    expect(whole?.options[1]).toMatchObject({ label: 'Accept less for R2', prefill: { recipients: ['R2'] } });
    expect((await asked(lessForR2(oneShort())))?.taken).toMatchObject([{ recipients: ['R2'] }]);
  });

  it('tells the collection physician whom to decide for, and nothing of what was decided for whom', async () => {
    const [, less] = (await asked(oneShort(), collecting))?.options ?? [];
    expect(less?.prefill['recipients']).toEqual(['R2']);
    expect((await asked(lessForR2(oneShort()), collecting))?.taken).toMatchObject([{ recipients: null }]);
  });

  it('tells of the registry’s ceiling whoever may know what was asked for', async () => {
    const ceiling = async (reader: Acting) =>
      (await asked(aboveCeiling(), reader))?.options.flatMap(({ needs }) =>
        needs.filter(({ who }) => who === registry),
      );
    expect([await ceiling(atCollection), await ceiling(carrying)]).toMatchObject([[{}, {}], []]);
  });

  it('reads the log where a decision was taken, and readings for whoever is told a dose', async () => {
    const readBy = async (trip: Trip, reader?: Acting) => (await looked(trip, reader)).read;
    expect(await readBy(openedTrip())).toEqual([]);
    expect(await readBy(short())).toEqual(['readings']);
    expect(await readBy(short(), collecting)).toEqual([]);
    expect(await readBy(again(short()), collecting)).toEqual(['log']);
  });

  it('is not there for whoever stands nowhere in it', async () => {
    expect(await asked(short(), of('nobody', 'registry'))).toBeUndefined();
  });
});
