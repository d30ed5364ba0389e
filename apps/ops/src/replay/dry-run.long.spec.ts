import { agendaOf, fold } from '@cellrelay/shipment';
import { loggedEventOf } from '@cellrelay/use-cases';
import { dryRun } from '../../../../test/support/dry-world.js';
import { scenarioFiles, scenarioIn } from '../../../../test/support/scenarios.js';
import { judge } from './expect/expectations.js';

describe.each(scenarioFiles)('%s, through the core alone', (name) => {
  const scenario = scenarioIn(name);

  it('meets every expectation', async () => {
    const ran = await dryRun(scenario);
    expect(judge(scenario, ran).missed).toEqual([]);
    expect(ran.failures).toEqual([]);
  });

  it('comes to the same log twice, byte for byte', async () => {
    const [first, second] = [await dryRun(scenario), await dryRun(scenario)];
    expect(second.log).toEqual(first.log);
  });

  it('folds to the state and the agenda that stand', async () => {
    const { log, shipment } = await dryRun(scenario);
    const folded = fold(log.map((line) => loggedEventOf(line.text)));
    expect(folded).toEqual(shipment);
    expect(agendaOf(folded)).toEqual(agendaOf(shipment));
  });
});

it('notices what a scenario expects and does not get', async () => {
  const scenario = scenarioIn('case-a-day-one-enough.yaml');
  const wrong = {
    ...scenario,
    expect: {
      ...scenario.expect,
      states: { order: 'open' },
      rangNot: ['hold-seats/1.0/1'],
      log: { ShipmentOpened: 2 },
    },
  };
  expect(judge(wrong, await dryRun(wrong)).missed).toEqual([
    'order is closed, expected open',
    'hold-seats/1.0/1 rang, but was not to',
    'the log holds ShipmentOpened 1 times, expected 2',
  ]);
});

it('ships a scenario of every case and product', () => {
  expect(scenarioFiles).toEqual(
    expect.arrayContaining([
      'cancelled-after-collection.yaml',
      'cancelled-before-plans.yaml',
      'cancelled-in-custody.yaml',
      'cancelled-with-seats-ticketed.yaml',
      'case-a-day-one-enough.yaml',
      'case-a-day-two-needed.yaml',
      'case-c-record.yaml',
      'case-b-twins.yaml',
      'case-d-frozen-unit-by-courier.yaml',
      'case-d-shipper-charged-again.yaml',
      'case-d-unaccompanied-unit-not-loaded.yaml',
      'case-e-unlike-blood-groups.yaml',
      'lymphocytes-by-cd3.yaml',
      'marrow-at-room-temperature.yaml',
      'product-changed-before-collection.yaml',
      'suspended-then-postponed.yaml',
      'withdrawn-after-conditioning.yaml',
      'relay-with-a-second-box.yaml',
      'seal-differs-at-delivery.yaml',
      'visa-called-in-by-express.yaml',
      'box-hold-runs-out-on-a-delay.yaml',
      'accepted-with-deviation.yaml',
      'arrival-count-below.yaml',
      'follow-up-after-closing.yaml',
      'refused-at-receipt-accepted-after-all.yaml',
      'refused-at-receipt-stopped.yaml',
      'bag-not-used-after-infusion.yaml',
      'refused-and-not-used-over-a-conditioned-patient.yaml',
      'cancelled-while-collecting.yaml',
      'one-served-the-other-ended-by-a-person.yaml',
      'frozen-at-the-transplant-centre-then-infused.yaml',
    ]),
  );
});

it('names each scenario like its file', () => {
  expect(scenarioFiles.map((file) => `${scenarioIn(file).name}.yaml`)).toEqual(scenarioFiles);
});
