import { exampleCourier } from '@cellrelay/adapter-postgres';
import { localDateAt, plusDays, type LocalDate, type ShipmentId, type Zone } from '@cellrelay/kernel';
import type { Logger } from '@cellrelay/platform';
import { namedParts, type NamedOrganisation, type NamedPart } from '@cellrelay/shipment';
import { donorOf, examplesKey, type NewPaperFact, type PaperFactBodies } from '@cellrelay/use-cases';
import type { ApiSide } from '../stack/api-side.js';
import { exampleCarrierName } from './trip.js';

/** Example shipments in which example organisations stand. */
const wanting = `
select s.id as shipment, p.part, o.id, o.name from cellrelay.shipment s
join cellrelay.shipment_part p on p.shipment = s.id and p.part = any ($1::text[])
join cellrelay.organisation o on o.id::text = p.holder and o.example
where s.example order by s.created_at, s.id limit 50`;

interface Found extends NamedOrganisation {
  readonly shipment: ShipmentId;
  readonly part: NamedPart;
}

/**
 * What papers of the examples say that no log tells, all invented: so that their packs are complete. What was entered already stays as it is. Without it everything works, so that it keeps nobody from
 * the rest.
 */
export async function plantPaperFacts({ api }: Pick<ApiSide, 'api'>, logger: Pick<Logger, 'warn'>): Promise<void> {
  try {
    const { rows } = await api.pool.query<Found>(wanting, [namedParts]);
    const today = localDateAt(await api.clock.now(), 'UTC' as Zone);
    for (const entry of [...ofOrganisations(rows), ...(await ofShipments(api, rows, today))])
      await api.paperFacts.enter({ account: 'example', organisation: entry.by }, { ...entry, audit: told(entry) }, 0);
  } catch (error) {
    logger.warn('example-paper-facts-not-planted', { error });
  }
}

type Entry = Omit<NewPaperFact, 'audit'> & { readonly by: string };

const told = ({ about, body }: Entry): NewPaperFact['audit'] => ({ about, fields: Object.keys(body).sort() });

/** They go with the organisations, as all that is invented does. */
function ofOrganisations(found: readonly Found[]): readonly Entry[] {
  const standing = new Map(found.map(({ part, id }) => [part, id]));
  const of = (part: NamedPart, entry: Pick<Entry, 'kind' | 'about' | 'body'>): readonly Entry[] => {
    const organisation = standing.get(part);
    return organisation === undefined ? [] : [{ ...entry, goesWith: { organisation }, by: organisation }];
  };
  return [
    ...of('donor-registry', { ...examplesKey, body: siteFacts }),
    ...of('courier-company', { kind: 'passport', about: exampleCourier, body: passport }),
    ...[...standing].flatMap(([part, about]) => of(part, { kind: 'postal', about, body: addressOf(part) })),
  ];
}

async function ofShipments(
  { shipments }: Pick<ApiSide['api'], 'shipments'>,
  found: readonly Found[],
  today: LocalDate,
): Promise<readonly Entry[]> {
  const centres = found.filter(({ part }) => part === 'collection-centre');
  const states = await shipments.loadAll(centres.map(({ shipment }) => shipment));
  return states.flatMap(({ shipment, state }) => {
    const donor = donorOf(state);
    const by = centres.find((each) => each.shipment === shipment)?.id;
    if (donor === null || by === undefined) return [];
    return [
      { kind: 'markers', about: shipment, body: { markers: testedOn(today), donor }, goesWith: { shipment }, by },
    ];
  });
}

const siteFacts: PaperFactBodies['site'] = {
  issuer: {
    name: 'EXAMPLE Coordination Office',
    city: 'EXAMPLE City',
    lines: ['100 Example Street', 'EXAMPLE City'],
  },
  hotline: '+1 555 010 0100',
  signatory: { name: 'EXAMPLE S. Signer', position: 'Transport coordinator' },
  boxes: [{ box: 'EX-BOX-*', sizeCm: { length: 45, width: 35, height: 38 } }],
  values: [
    { product: 'HPC-A', amount: 500, currency: 'USD' },
    { product: 'HPC-M', amount: 500, currency: 'USD' },
    { product: 'MNC-A', amount: 500, currency: 'USD' },
    { product: 'HPC-CB', amount: 500, currency: 'USD' },
  ],
};

const passport: PaperFactBodies['passport'] = {
  passport: { number: 'EXAMPLE0001', country: 'DE', validUntil: '2034-12-31' as LocalDate },
  holder: exampleCarrierName,
};

/** An organisation of the examples stands in trips from and to several cities: its address names none that is real. */
function addressOf(part: NamedPart): PaperFactBodies['postal'] {
  const number = namedParts.indexOf(part) + 1;
  return {
    city: 'EXAMPLE City',
    lines: [`${number} Example Road`, 'EXAMPLE City', 'Nowhere'],
    phone: `+1 555 010 011${number}`,
  };
}

/** Nobody's results, of three weeks ago. */
function testedOn(today: LocalDate): PaperFactBodies['markers']['markers'] {
  const markers = ['HIV-1/2', 'HBsAg', 'anti-HBc', 'HCV', 'HTLV-I/II', 'syphilis'];
  return {
    sampledOn: plusDays(today, -21),
    laboratory: 'EXAMPLE Laboratory',
    results: markers.map((marker) => ({ marker, result: 'negative' })),
  };
}
