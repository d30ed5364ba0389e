import { bagOfDay, houston, says, utc } from './case-a.examples.js';
import { saysInCustody } from './custody.examples.js';
import { saysOfBags } from './decisions.examples.js';
import { dayOneEnough, openedWith, type Line } from './journeys.examples.js';
import { agendaOf, causesOf } from './agenda.js';
import { centreCountryOf } from './centre-country.js';
import { owedCommands } from './process.js';
import { receiptChecksOf } from './receipt-checks.js';
import type { ShipmentCommand } from './shipment.js';
import { spearDraftOf } from './spear-draft.js';
import { Story } from './story.examples.js';

/** Case A told up to its delivery in Houston, 5 September 06:50 UTC. */
const delivered = (lines: readonly Line[] = dayOneEnough): Story =>
  lines
    .filter(([at]) => at <= utc('09-05T06:50'))
    .reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));

const received = (boxCelsius: number, sealIntact = true): ShipmentCommand => ({
  name: 'RecordReceipt',
  data: {
    receivedAt: { at: utc('09-05T07:00'), zone: houston },
    bags: [bagOfDay(1)],
    boxCelsius,
    sealIntact,
    answers: [{ item: 'labels', found: 'differs', words: 'one smeared' }],
  },
});
const refused = (): Story => {
  const story = delivered().says(utc('09-05T07:00'), received(9.4, false));
  return story.says(utc('09-05T07:20'), says.refuse(utc('09-05T07:20')));
};
const alerts = ({ shipment }: Story) => causesOf(shipment).map(({ key }) => key);
const opened = (story: Story) =>
  story.shipment.stages.deviation.deviations.map(({ id, kind, openedFrom }) => [id, kind, openedFrom?.key]);

describe('what deviates in another stage', () => {
  it('opens one deviation a fact, in the same breath, and none twice', () => {
    const story = refused();
    expect(opened(story)).toEqual([
      ['D1', 'temperature-excursion', 'box-celsius'],
      ['D2', 'box-opened', 'seal'],
      ['D3', 'label-mismatch', 'check/labels'],
      ['D4', 'refused-at-receipt', 'refused'],
    ]);
    story.says(utc('09-05T08:00'), {
      name: 'AcceptProduct',
      data: { acceptedAt: { at: utc('09-05T08:00'), zone: houston }, deviation: 'warm; no other cells' },
    });
    expect(opened(story).slice(4)).toEqual([['D5', 'accepted-with-deviation', 'accepted-with-deviation']]);
    expect(owedCommands(story.shipment)).toEqual([]);
  });

  it('is that none of the cells are used, where no refusal has said it', () => {
    const at = utc('09-05T08:00');
    const story = delivered().says(utc('09-05T07:00'), says.receive(utc('09-05T07:00'), [bagOfDay(1)]));
    story.says(at, says.leave(at, bagOfDay(1)));
    expect(opened(story)).toEqual([['D1', 'other', 'not-used']]);
    expect(spearDraftOf(story.shipment, 'D1')?.words).toBe('None of the cells are used: past its limit');
    expect(spearDraftOf(story.shipment, 'D1')?.bags).toMatchObject([{ ended: { how: 'not-used' } }]);
    expect(opened(refused().says(at, says.leave(at, bagOfDay(1)))).map(([, , key]) => key)).not.toContain('not-used');
  });

  it('is nothing of a box that came as it should', () => {
    const story = delivered().says(utc('09-05T07:00'), says.receive(utc('09-05T07:00'), [bagOfDay(1)]));
    expect(opened(story)).toEqual([]);
  });

  it('is what was found otherwise when the box changed hands, which warns until it is graded', () => {
    const story = delivered(dayOneEnough.filter(([, { name }]) => name !== 'DeliverToCentre'));
    story.says(utc('09-05T06:50'), says.deliver(utc('09-05T06:50'), { givenBy: 'Courier One', seal: 'torn' }));
    expect(opened(story)).toEqual([['D1', 'box-opened', 'delivery/seal']]);
    expect(alerts(story)).toContain('found-in-custody/D1');
    const follows = ({ shipment }: Story) =>
      causesOf(shipment).find(({ key }) => key === 'found-in-custody/D1')?.follows ?? '';
    expect(follows(story)).toContain('is to know before it accepts.');
    const taken = story.copy().says(utc('09-05T07:00'), says.receive(utc('09-05T07:00'), [bagOfDay(1)]));
    taken.says(utc('09-05T07:20'), says.accept(utc('09-05T07:20')));
    expect(follows(taken)).toContain('is to know, which has accepted the cells.');
    const overdue = story.passTo(utc('09-05T10:51'));
    expect(alerts(overdue)).toEqual(expect.arrayContaining(['overdue/grade-deviation/D1']));
    expect(alerts(overdue)).not.toContain('found-in-custody/D1');
    expect(owedCommands(story.shipment)).toEqual([]);
    story.passTo(utc('09-07T12:00')).says(utc('09-07T12:00'), gradeOf('D1'));
    expect(alerts(story).filter((key) => key.endsWith('/D1'))).toEqual([]);
  });

  it('is a scan, at the moment at which it was stated', () => {
    const story = dayOneEnough
      .filter(([at]) => at <= utc('09-04T07:10'))
      .reduce((told, [at, command]) => told.says(at, command), new Story(utc('08-12T14:30')));
    const scannedAt = { at: utc('09-04T09:00'), zone: houston };
    story.says(utc('09-04T09:30'), {
      name: 'RecordScanned',
      data: { exemption: '1/0/PEK', scannedAt, reason: 'by force' },
    });
    expect(story.shipment.stages.deviation.deviations).toMatchObject([
      { kind: 'x-ray-scanned', happenedAt: scannedAt, openedAt: utc('09-04T09:30'), seriousness: null },
    ]);
  });

  it('is worked on after the shipment has ended', () => {
    const story = refused().passTo(utc('09-08T00:00'));
    expect(story.shipment.stages.order.status).toBe('stopped');
    expect(story.tries(gradeOf('D1'))).toBeUndefined();
    expect(agendaOf(story.shipment).map(({ key }) => key)).toEqual(
      expect.arrayContaining(['partner-told/D4/donor-registry', 'grade-deviation/D2']),
    );
  });
});

function gradeOf(deviation: string): ShipmentCommand {
  const gradedAt = { at: utc('09-07T12:00'), zone: houston };
  return { name: 'GradeDeviation', data: { deviation, seriousness: 'major', gradedAt, reason: 'agreed' } };
}

describe('the draft of a S(P)EAR', () => {
  it('tells the trip, the product, the temperatures and what was done, in order', () => {
    const story = refused().says(utc('09-05T09:00'), {
      name: 'RecordPartnerTold',
      data: {
        deviation: 'D4',
        registry: 'donor-registry',
        who: 'Officer Example',
        how: 'telephone',
        toldAt: { at: utc('09-05T08:55'), zone: houston },
      },
    });
    expect(spearDraftOf(story.shipment, 'D4')).toMatchObject({
      kind: 'refused-at-receipt',
      seriousness: 'serious',
      happenedAt: { at: utc('09-05T07:20') },
      knownAt: utc('09-05T07:20'),
      product: 'HPC-A',
      bags: [{ din: 'G123498654321', collectionEndedAt: utc('09-04T04:05'), ended: null }],
      temperature: { orderedMinCelsius: 2, orderedMaxCelsius: 8, onOpeningCelsius: 9.4 },
      happened: [
        { at: utc('09-04T04:05'), what: 'Collection of day 1 ended' },
        { what: 'Box packed' },
        { what: 'Box handed to the courier' },
        { at: utc('09-04T11:30'), zone: 'Asia/Shanghai', what: 'UA 888 departed from PEK' },
        { at: utc('09-04T23:00'), zone: 'America/Los_Angeles', what: 'UA 888 landed at SFO' },
        { what: 'UA 1576 departed from SFO' },
        { what: 'UA 1576 landed at IAH' },
        { what: 'Box delivered to the transplant centre' },
        { what: 'Box opened and received' },
        { at: utc('09-05T07:20'), what: 'Product refused' },
      ],
      actions: [{ at: utc('09-05T08:55'), what: 'Told: donor’s registry, by telephone' }],
    });
  });

  it('tells every movement of the box between its packing and its opening', () => {
    const found = (said: string) => ({ at: utc(said), zone: houston });
    const between: readonly Line[] = [
      [
        utc('09-04T08:30'),
        { name: 'RecordSearchedByHand', data: { exemption: '1/0/PEK', searchedAt: found('09-04T08:30') } },
      ],
      [
        utc('09-04T09:00'),
        { name: 'RecordCustomsCleared', data: { request: 'CN-export-PEK', clearedAt: found('09-04T09:00') } },
      ],
      [utc('09-05T00:30'), saysInCustody.planRelay(utc('09-05T00:30'))],
      [
        utc('09-05T01:00'),
        saysInCustody.relay(utc('09-05T01:00'), {
          ...{ givenBy: 'Courier One', takenBy: 'Courier Three', seal: 'SEAL-0412', box: null },
        }),
      ],
      [utc('09-05T06:00'), saysOfBags.divert(utc('09-05T06:00'), 'divert')],
    ];
    const story = [...dayOneEnough.filter(([at]) => at < utc('09-05T06:50')), ...between]
      .sort(([early], [late]) => (early < late ? -1 : early > late ? 1 : 0))
      .reduce((told, [at, command]) => told.says(at, command), new Story(utc('08-12T14:30')));
    story.says(utc('09-05T06:10'), {
      name: 'OpenDeviation',
      data: { kind: 'other', words: 'sent elsewhere', seriousness: null, happenedAt: found('09-05T06:00') },
    });
    const { happened = [] } = spearDraftOf(story.shipment, 'D1') ?? {};
    expect(happened.map(({ what }) => what)).toEqual([
      'Collection of day 1 ended',
      'Box packed',
      'Box handed to the courier',
      'Box searched by hand at PEK',
      'Cleared by customs (export, CN at PEK)',
      'UA 888 departed from PEK',
      'UA 888 landed at SFO',
      'Box given to the next courier at SFO',
      'UA 1576 departed from SFO',
      'UA 1576 landed at IAH',
      'Box diverted to EXAMPLE Other Centre, San Francisco',
    ]);
    expect(JSON.stringify(happened)).not.toContain('Courier Three');
  });

  it('holds neither the GRID nor a recipient nor the name of whoever was told', () => {
    const text = JSON.stringify(spearDraftOf(refused().shipment, 'D4'));
    expect(text).not.toMatch(/6939XYZ|R1|Officer|Dr Example/);
  });

  it('is none of a deviation that there is not', () => {
    expect(spearDraftOf(refused().shipment, 'D9')).toBeUndefined();
  });
});

describe('the country of the transplant centre', () => {
  const stated = openedWith(dayOneEnough, {
    parties: {
      ...(dayOneEnough[0]?.[1].name === 'OpenShipment' ? dayOneEnough[0][1].data.parties : neverMissing()),
      transplantCentre: { name: 'EXAMPLE Centre', city: 'Paris', zone: houston, country: 'FR' },
    },
  });

  it('is as the order states it, else where the plan that flies lands last', () => {
    expect(centreCountryOf(delivered(stated).shipment)).toBe('FR');
    expect(centreCountryOf(delivered().shipment)).toBe('US');
    const before = new Story(utc('08-12T14:30')).says(...firstLine());
    expect(centreCountryOf(before.shipment)).toBeNull();
  });

  it('says whose checklist is asked', () => {
    const ids = receiptChecksOf(delivered(stated).shipment).map(({ id }) => id);
    expect(ids).toContain('fr-filtration');
    expect(ids).not.toContain('us-environment');
  });
});

function firstLine(): Line {
  return dayOneEnough[0] ?? neverMissing();
}

function neverMissing(): never {
  throw new Error('a journey begins with its opening');
}
