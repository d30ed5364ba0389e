import type { ShipmentId } from '@cellrelay/kernel';
import type { Logger } from '@cellrelay/platform';
import type { Asker, Letters } from '@cellrelay/use-cases';
import type { ApiSide } from '../stack/api-side.js';

const words = `EXAMPLE letter

Dear donor,

I do not know your name, and you do not know mine. I am 41 years old, and in a few days your cells come to me in a hospital in Houston. My children drew you a picture of our garden.

Whatever comes of it: thank you. You gave something of yourself to somebody you will perhaps never meet.

EXAMPLE Robin`;

/** The first example whose transplant centre is an example organisation. Whether a letter was written there already only that side is told. */
const wanting = `
select s.id as shipment, o.id, o.name, o.kind from cellrelay.shipment s
join cellrelay.shipment_part p on p.shipment = s.id and p.part = 'transplant-centre'
join cellrelay.organisation o on o.id::text = p.holder and o.example
where s.example order by s.created_at, s.id limit 1`;

interface Found {
  readonly shipment: ShipmentId;
  readonly id: string;
  readonly name: string;
  readonly kind: 'transplant-centre';
}

/**
 * An invented letter of an example's recipient, handed in: it waits for the screener of the example patient registry. Where one was written already nothing is done, but that a
 * draft is handed in which a start that was cut short left. Without it everything works, so that it keeps nobody from the rest.
 */
export async function plantLetter(
  { api, letters }: Pick<ApiSide, 'api' | 'letters'>,
  logger: Pick<Logger, 'warn'>,
): Promise<void> {
  try {
    const [found] = (await api.pool.query<Found>(wanting)).rows;
    if (found === undefined) return;
    const { shipment, ...organisation } = found;
    const acting = {
      person: 'EXAMPLE transplant-centre-physician',
      role: 'physician',
      organisation,
      courier: null,
    } as const;
    const asker: Asker = { account: 'transplant-centre-physician', acting };
    const draft = await draftOf(letters, asker, shipment);
    if (draft !== undefined)
      await letters.move(asker, draft.id, { body: { move: 'hand-in' }, revision: draft.revision });
  } catch (error) {
    logger.warn('example-letter-not-planted', { error });
  }
}

/** The letter as a draft: written now, or found as the one that there is, in these words. */
async function draftOf(letters: Letters, asker: Asker, shipment: ShipmentId) {
  const found = await letters.ofShipment(asker, shipment);
  if (!found.ok) return undefined;
  const [first, ...others] = found.value.written;
  if (first === undefined) {
    const made = await letters.write(asker, shipment, { subject: 'R1', text: words });
    return made.ok ? made.value : undefined;
  }
  if (others.length > 0 || first.state !== 'written' || first.revision !== 1) return undefined;
  const read = await letters.read(asker, first.id);
  return read.ok && read.value.versions[0]?.text === words ? first : undefined;
}
