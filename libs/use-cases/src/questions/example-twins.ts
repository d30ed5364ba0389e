import { beijing, dinOfDay1, order, planBody, Trip } from './example-trip.js';

/** Two recipients of one donor, for the specs beside this file and those of the decision. */

const [first] = order.recipients;
export const bag = (division: string) => `G123498654321/S1128V${division}`;

/** R1 gets 5.71 million per kg, R2 4.28. */
export function oneShort(): Trip {
  const bags = [
    { productCode: 'S1128VA0', volumeMl: 200, recipient: 'R1' },
    { productCode: 'S1128VB0', volumeMl: 150, recipient: 'R2' },
  ];
  return new Trip()
    .at('2026-11-02T08:00Z', 'OpenShipment', { ...order, recipients: [first, { ...first, ref: 'R2' }] })
    .at('2026-11-03T08:00Z', 'ClearDonor', { clearedAt: beijing('2026-11-03T09:00') })
    .at('2026-11-04T08:00Z', 'ProposePlan', planBody(1))
    .at('2026-11-23T00:10Z', 'StartCollection', { day: 1, startedAt: beijing('2026-11-23T08:00') })
    .at('2026-11-23T04:10Z', 'EndCollection', { day: 1, endedAt: beijing('2026-11-23T12:00'), din: dinOfDay1, bags })
    .at('2026-11-23T05:40Z', 'RecordCellCount', {
      day: 1,
      countedAt: beijing('2026-11-23T13:30'),
      bags: [
        { bag: bag('A0'), cd34PerUl: 2000, volumeMl: 200 },
        { bag: bag('B0'), cd34PerUl: 2000, volumeMl: 150 },
      ],
    });
}
