import type { ShipmentId } from '@cellrelay/kernel';
import type { Logger } from '@cellrelay/platform';
import type { Asker } from '@cellrelay/use-cases';
import type { ApiSide } from '../stack/api-side.js';

const words = `EXAMPLE letter

Dear donor,

I do not know your name, and you do not know mine. I am 41 years old, and in a few days your cells come to me in a hospital in Houston. My children drew you a picture of our garden.

Whatever comes of it: thank you. You gave something of yourself to somebody you will perhaps never meet.

EXAMPLE Robin`;

/** The first example whose transplant centre is an example organisation, where no letter was written yet. */
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

/** An invented letter of an example's recipient, handed in: it waits for the screener of the example patient registry. Without it everything works, so that it keeps nobody from the rest. */
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
    const draft = await letters.write(asker, shipment, { subject: 'R1', text: words });
    if (!draft.ok) return;
    const { id, revision } = draft.value;
    await letters.move(asker, id, { body: { move: 'hand-in' }, revision });
  } catch (error) {
    logger.warn('example-letter-not-planted', { error });
  }
}
