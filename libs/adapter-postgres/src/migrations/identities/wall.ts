import { keeping, organisation, side, walledIn } from '../wall-settings.js';

const own = `holder::text = ${organisation}`;
const stands = `cellrelay.stands_on_side(shipment, side, ${organisation})`;
const within = `side = ${side} and (${own} or ${stands})`;

const keysOf = (whose: string): string =>
  `side = ${side} and exists (select from cellrelay.identity i where i.key = identity_key.id${whose})`;

/** Recorded by an organisation for itself; read and changed by those of that side; a key is deleted by the holder's people alone. Rows of identities are never deleted. */
const policies = [
  `create policy read_within on cellrelay.identity for select using (${within})`,
  `create policy record_own on cellrelay.identity for insert with check (side = ${side} and ${own} and ${stands})`,
  `create policy change_within on cellrelay.identity for update using (${within}) with check (${within})`,
  `create policy keep_whole on cellrelay.identity for select to current_user using (${keeping})`,
  `create policy read_within on cellrelay.identity_key for select using (${keysOf('')})`,
  `create policy record_within on cellrelay.identity_key for insert with check (${keysOf('')})`,
  `create policy erase_own on cellrelay.identity_key for delete using (${keysOf(` and i.${own}`)})`,
  `create policy keep_whole on cellrelay.identity_key for all to current_user using (${keeping}) with check (${keeping})`,
];

export const wall = [...walledIn(['identity', 'identity_key']), ...policies];
