import type { ShipmentId, Zone } from '@cellrelay/kernel';
import { exampleShipment, issueAll, openShipment } from '@cellrelay/testkit';
import type { ShipmentCommand } from '@cellrelay/shipment';
import type { IssueCommand, OwnChannel, Roster } from '@cellrelay/use-cases';
import { broughtNear } from './brought-near.js';
import { asked } from './deliveries.js';

const utc = 'UTC' as Zone;

/** The operator's id, which is made where there is none. */
export async function operatorOf(ownerUrl: string): Promise<string> {
  await asked(
    ownerUrl,
    `insert into cellrelay.organisation (name, kind) select 'EXAMPLE Operator', 'operator'
     where not exists (select from cellrelay.organisation where kind = 'operator')`,
  );
  const [row] = await asked<{ id: string }>(ownerUrl, `select id from cellrelay.organisation where kind = 'operator'`);
  return row!.id;
}

/** A coordinator of an organisation who is reached so; their account. */
export async function reachable(
  ownerUrl: string,
  { organisation, name }: { readonly organisation: string; readonly name: string },
  channels: readonly OwnChannel[] = [{ channel: 'mail', to: `${name}@example.org` }],
): Promise<string> {
  const [row] = await asked<{ id: string }>(
    ownerUrl,
    `insert into cellrelay.account (name, password_hash, organisation, person, role)
     values ($1, 'none', $2, $1, 'coordinator') returning id`,
    [name, organisation],
  );
  const wish = JSON.stringify({ zone: utc, quiet: null, channels });
  await asked(ownerUrl, `insert into cellrelay.telling_wish (account, wish) values ($1, $2)`, [row!.id, wish]);
  return row!.id;
}

/** Of these accounts the first is told first, the second second, whatever the day and hour. */
export async function putOnCall(ownerUrl: string, organisation: string, accounts: readonly string[]): Promise<void> {
  const shifts = accounts.flatMap((account, index) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ account, place: index + 1, weekday, from: '00:00', to: '00:00' })),
  );
  const roster: Roster = { zone: utc, exceptions: [], substitutions: [], shifts };
  await asked(ownerUrl, `insert into cellrelay.on_call_roster (organisation, roster) values ($1, $2)`, [
    organisation,
    JSON.stringify(roster),
  ]);
}

/** An order that is no example, its first day so many days after the real one; of an example nobody is told. */
export function realOrder(shipment: ShipmentId, daysAhead: number): readonly ShipmentCommand[] {
  const { name, data } = openShipment(shipment);
  return broughtNear([{ name, data: { ...data, example: false } }], '2024-09-04', -daysAhead);
}

/** Opens real shipments with these commands after their orders. */
export async function openReal(
  issue: IssueCommand,
  numbers: readonly number[],
  { daysAhead, then = [] }: { readonly daysAhead: number; readonly then?: readonly ShipmentCommand[] },
): Promise<readonly ShipmentId[]> {
  const shipments = numbers.map((number) => exampleShipment(number));
  for (const shipment of shipments)
    await issueAll(issue, shipment, [...realOrder(shipment, daysAhead), ...then], `opened-${shipment}`);
  return shipments;
}
