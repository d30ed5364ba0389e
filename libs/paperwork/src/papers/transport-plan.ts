import type { Zone, ZonedInstant } from '@cellrelay/kernel';
import type { BandFacts, ClockFacts, LegFacts, PaperFacts } from '../facts/paper-facts.js';
import { moment, shortMoment } from '../messages/forms.js';
import { word, type Filler } from '../messages/say.js';
import type { Block } from '../paper.js';
import { heading, rows, steps, table } from './blocks.js';
import { airportText, bandText, boxRows, carrierText, endsOf, isFrozen, officeText, productText } from './cells.js';
import { made, type Desk, type Made } from './making.js';

const sheet = {
  kind: 'transport-plan',
  reader: 'courier',
  claim: 'papers',
  needs: ['hotline', 'clock', 'consignor', 'consignee', 'contacts'],
} as const;

type PlanDesk = Desk<'courier', (typeof sheet.needs)[number]>;

/** The whole trip by one plan: flights with their fallbacks, every moment in three clocks, where security and customs look at the box, and whom to call. */
export function transportPlans(facts: PaperFacts): readonly Made[] {
  const lacks = facts.cargo === null && facts.courier === undefined ? (['courier'] as const) : [];
  return [made(sheet, { facts, of: null, country: endsOf(facts).from?.country ?? null, lacks }, plan)];
}

function plan(desk: PlanDesk) {
  const { say, facts } = desk;
  return {
    title: say('plan.title', { plan: String(facts.plan) }),
    blocks: [
      rows(desk, [
        ['label.contents', productText(facts.product)],
        ['label.temperature', bandText(facts.band)],
        ['role.collection-centre', officeText(facts.consignor)],
        ['role.transplant-centre', officeText(facts.consignee)],
        ...whoCarries(facts),
        ...boxRows(facts.box, facts.boxSizeCm),
        ['label.hotline', facts.hotline],
      ]),
      heading(say('plan.legs')),
      flights(desk),
      heading(say('plan.clocks')),
      clocks(desk),
      ...controls(desk),
      heading(say('plan.contacts')),
      table(
        desk,
        ['plan.who', 'visa.name', 'label.telephone'],
        facts.contacts.map(({ role, name, phone }) => [word(`role.${role}`), name, phone]),
      ),
      ...onTheWay(desk),
    ],
  };
}

function whoCarries({ cargo, courier, substitute }: PlanDesk['facts']): Parameters<typeof rows>[1] {
  if (cargo !== null)
    return [
      ['role.carrier', cargo.carrier],
      ['label.waybill', cargo.waybill],
    ];
  // A telephone number in one line with a name that is written from the right would be turned around.
  const named = (who: typeof courier) => (who === undefined ? null : carrierText(who));
  return [
    ['label.courier', named(courier)],
    ['label.telephone', courier?.phone],
    ['label.substitute', named(substitute)],
    ['label.telephone', substitute?.phone],
  ];
}

function flights(desk: PlanDesk): Block {
  const other = ({ fallback }: LegFacts): Filler =>
    fallback === null
      ? word('word.none')
      : `${fallback.designator}, ${shortMoment(fallback.departsAt.at, fallback.from.zone)}`;
  return table(
    desk,
    ['label.flight', 'label.from', 'label.departure', 'label.to', 'label.arrival', 'plan.record', 'label.fallback'],
    desk.facts.legs.map((leg) => {
      const { designator, from, to, departsAt, arrivesAt } = leg.flight;
      const [departs, lands] = [shortMoment(departsAt.at, from.zone), shortMoment(arrivesAt.at, to.zone)];
      return [
        designator,
        airportText(from),
        departs,
        airportText(to),
        lands,
        leg.record ?? word('word.none'),
        other(leg),
      ];
    }),
  );
}

type Line = readonly [what: Filler, at: ZonedInstant];

/** Where the cells are from, where they go, and UTC. */
function clocks(desk: PlanDesk): Block {
  const { say, facts } = desk;
  const { from, to } = endsOf(facts);
  const utc = { city: 'UTC', zone: 'UTC' as Zone };
  const [origin, destination] = [from ?? utc, to ?? utc];
  return table(
    desk,
    [
      'plan.moment',
      say('plan.clock-origin', { city: origin.city }),
      say('plan.clock-destination', { city: destination.city }),
      'plan.clock-utc',
    ],
    momentsOf(facts).map(([what, { at }]) => [
      what,
      ...[origin, destination, utc].map(({ zone }) => shortMoment(at, zone)),
    ]),
  );
}

function momentsOf({ clock, legs, band }: PlanDesk['facts']): readonly Line[] {
  const flown = legs.flatMap(({ flight }): readonly Line[] => [
    [word('plan.departs', { flight: flight.designator }), flight.departsAt],
    [word('plan.lands', { flight: flight.designator }), flight.arrivesAt],
  ]);
  return [
    [word(startOf(band, clock)), clock.startsAt],
    ...flown,
    [word('plan.target'), clock.targetAt],
    [word('plan.limit'), clock.limitAt],
  ];
}

/** Of a frozen unit the clock is its shipper's. */
function startOf(band: BandFacts, { runs }: ClockFacts) {
  if (isFrozen(band)) return runs ? 'plan.charged' : 'plan.charged-planned';
  return runs ? 'plan.collected' : 'plan.collected-planned';
}

function controls(desk: PlanDesk): readonly Block[] {
  const { say, facts } = desk;
  const checkpoints = facts.checkpoints.map(({ airport, passesAt, agreedAs }): readonly Filler[] => [
    airportText(airport),
    moment(passesAt),
    agreedAs ?? word('plan.not-agreed'),
  ]);
  const borders = facts.borders.map(({ airport, direction, crossingAt, permit }): readonly Filler[] => [
    airportText(airport),
    word(`customs.${direction}`),
    moment(crossingAt),
    permit ?? word('word.none'),
  ]);
  return [
    ...[heading(say('plan.checkpoints')), table(desk, ['plan.place', 'plan.moment', 'plan.agreed'], checkpoints)],
    ...[
      heading(say('plan.borders')),
      table(desk, ['plan.place', 'customs.direction', 'plan.moment', 'customs.permit'], borders),
    ],
  ];
}

/** What couriers are told before they set out (standards.md 1.2: S32, S10, S39). */
function onTheWay({ say, facts: { cargo, hotline } }: PlanDesk): readonly Block[] {
  if (cargo !== null) return [];
  return [
    heading(say('plan.on-the-way')),
    steps(
      ...[say('plan.sight'), say('plan.no-hold'), say('plan.report', { hotline })],
      ...[say('plan.if-flight-fails'), say('plan.no-names')],
    ),
  ];
}
