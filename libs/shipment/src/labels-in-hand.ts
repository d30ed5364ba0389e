import type { Custody } from './courier-handoff/courier-handoff.js';
import type { Standing } from './rights/standings.js';
import type { Shipment } from './shipment.js';

/** Who has a box in hand, in this order. An organisation is of one kind, and so one of them at most. */
export const handParts = ['collection-centre', 'courier-company', 'transplant-centre'] as const;
export type HandPart = (typeof handParts)[number];

const holdingAs: Readonly<Record<HandPart, Custody['as']>> = {
  'collection-centre': 'collection-centre',
  'courier-company': 'courier',
  'transplant-centre': 'transplant-centre',
};

/** The part by which somebody with these standings has boxes in hand; undefined where none of them has. */
export function handPartOf(held: readonly Standing[]): HandPart | undefined {
  return handParts.find((part) => held.some((standing) => standing.startsWith(`${part}/`)));
}

/**
 * A number as labels bear one: letters, digits and hyphens, one digit at least, twenty at most. Whatever else stands in its place is words, which go through no wall. Few but
 * words of a code can be said so, and the log shows them.
 */
const labelNumber = /^(?=.*\d)[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/;

/**
 * The numbers of boxes, of the seals on them and of the loggers in them that have passed through the hands of that part: they stand before its people's eyes, on the box. Not
 * earlier: a seal that is known before the box comes is copied, and not read off. Before a shipper goes, the centre that charged it has it in hand.
 */
export function labelsInHand({ stages }: Shipment, part: HandPart): ReadonlySet<string> {
  const { custody, charges, packed, boxNow, relayPlan, handedOverAt } = stages['courier-handoff'];
  const stays = custody.filter(({ as }) => as === holdingAs[part]);
  const charged = part === 'collection-centre' && handedOverAt === null ? charges.map(({ shipper }) => shipper) : [];
  // Whoever waits for the box with a second one brings that one along.
  const brought = part === 'courier-company' && relayPlan !== null ? [relayPlan] : [];
  const boxes = new Set([...stays.map(({ box }) => box), ...charged, ...brought.map(({ box }) => box)]);
  const within = [
    ...[packed, boxNow, relayPlan],
    ...charges.map(({ shipper, loggerSerial }) => ({ box: shipper, logger: loggerSerial })),
    ...stages.temperature.bindings,
  ];
  const loggers = within.flatMap((each) => (each !== null && boxes.has(each.box) ? (each.logger ?? []) : []));
  const numbers = [...boxes, ...stays.map(({ seal }) => seal), ...loggers];
  return new Set(numbers.filter((each) => labelNumber.test(each)));
}
