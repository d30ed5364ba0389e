import { houston, utc } from './case-a.examples.js';
import { sharedShipment, sharedWithHands, withheld } from './disclosure.js';
import { emptyShipment } from './fold.js';
import { dayOneEnough } from './journeys.examples.js';
import { handPartOf, handParts, labelsInHand } from './labels-in-hand.js';
import type { Standing } from './rights/standings.js';
import type { Shipment } from './shipment.js';
import { Story } from './story.examples.js';
import type { LoggerBinding } from './temperature/temperature.js';

/** The shipment right after the command of that name. */
function after(name: string): Shipment {
  const until = dayOneEnough.findIndex(([, command]) => command.name === name);
  const [first, ...rest] = dayOneEnough.slice(0, until + 1);
  if (first === undefined) throw new Error(`no ${name} in it`);
  return rest.reduce((story, [at, command]) => story.says(at, command), new Story(first[0]).says(...first)).shipment;
}

const labels = ['BOX-7', 'LOG-7', 'SEAL-0412'];
const told = (shipment: Shipment) => handParts.map((part) => [...labelsInHand(shipment, part)].sort());

/** The box as somebody is told of it. */
const boxFor = (shipment: Shipment, standing: Standing) =>
  sharedWithHands(shipment, [standing]).stages['courier-handoff'].packed;

describe('the numbers on a box', () => {
  it.each([
    ['RecordCellCount', [[], [], []]],
    ['PackBox', [labels, [], []]],
    ['HandOverToCourier', [labels, labels, []]],
    ['DeliverToCentre', [labels, labels, labels]],
  ])('after %s are known to whoever has had it in hand, and to nobody else', (name, known) =>
    expect(told(after(name))).toEqual(known),
  );

  it('are told to those, and withheld from all others', () => {
    const shipment = after('HandOverToCourier');
    for (const standing of ['collection-centre/laboratory', 'courier-company/courier'] as const)
      expect(boxFor(shipment, standing)).toMatchObject({ box: 'BOX-7', logger: 'LOG-7', seal: 'SEAL-0412' });
    for (const standing of ['transplant-centre/laboratory', 'donor-registry/coordinator'] as const)
      expect(boxFor(shipment, standing)).toMatchObject({ box: withheld, logger: withheld, seal: withheld });
    expect(sharedShipment(shipment).stages['courier-handoff'].packed?.box).toBe(withheld);
  });

  it('are told without the names of people beside them', () => {
    const { custody } = sharedWithHands(after('DeliverToCentre'), ['transplant-centre/physician']).stages[
      'courier-handoff'
    ];
    expect(new Set(custody.map(({ holder }) => holder))).toEqual(new Set([withheld]));
  });

  it('are those of the loggers bound to it, whoever bound them', () => {
    const { stages, ...rest } = after('HandOverToCourier');
    const bound = (logger: string, box: string): LoggerBinding => ({
      ...{ logger, box, probe: 'at-the-bag', sends: 'live', unboundAt: null },
      boundAt: { at: utc('09-04T00:00'), zone: houston },
    });
    const bindings = [bound('TT4-22', 'BOX-7'), bound('TT4-23', 'BOX-8')];
    const shipment = { ...rest, stages: { ...stages, temperature: { ...stages.temperature, bindings } } };
    expect(labelsInHand(shipment, 'courier-company')).toContain('TT4-22');
    expect(labelsInHand(shipment, 'courier-company')).not.toContain('TT4-23');
  });

  const words = ['LI WEI', 'Li-Wei', 'BOX-7 of Ms Li', '※7-XOB', 'BOX_7', '-7', '7-', '7'.repeat(21), '王7', ''];
  it.each(words)('have the form of numbers: "%s" is words', (seal) => {
    const { stages, ...rest } = after('HandOverToCourier');
    const handoff = stages['courier-handoff'];
    const custody = handoff.custody.map((each) => ({ ...each, seal }));
    const shipment = { ...rest, stages: { ...stages, 'courier-handoff': { ...handoff, custody } } };
    expect([...labelsInHand(shipment, 'courier-company')].sort()).toEqual(['BOX-7', 'LOG-7']);
  });
});

describe('an alert of a box', () => {
  const key = 'box-hold/BOX-7';
  const alerts = [
    { id: `${key}#1`, status: 'resolved', cause: { key, stage: 'courier-handoff', severity: 'warning', offers: [] } },
  ] as unknown as Shipment['stages']['alert']['alerts'];

  it('has the number in its name for whoever has had it in hand', () => {
    const { stages, ...rest } = after('HandOverToCourier');
    const shipment = { ...rest, stages: { ...stages, alert: { ...stages.alert, alerts } } };
    const idFor = (standing: Standing) => sharedWithHands(shipment, [standing]).stages.alert.alerts.map(({ id }) => id);
    expect(idFor('courier-company/coordinator')).toEqual([`${key}#1`]);
    expect(idFor('patient-registry/coordinator')).toEqual([`box-hold/${withheld}#1`]);
  });
});

it('nobody has had a box in hand who stands nowhere, or for a registry', () => {
  expect(handPartOf([])).toBeUndefined();
  expect(handPartOf(['donor-registry/coordinator', 'patient-registry/physician'])).toBeUndefined();
  expect(handPartOf(['donor-registry/coordinator', 'collection-centre/coordinator'])).toBe('collection-centre');
  expect(handParts.map((part) => labelsInHand(emptyShipment, part).size)).toEqual([0, 0, 0]);
});
