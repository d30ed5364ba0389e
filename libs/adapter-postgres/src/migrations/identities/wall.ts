/** Set for one transaction, never for a connection: a pool hands connections on. Without it both are null or empty, which equals nothing. */
const side = `current_setting('cellrelay.side', true)`;
const organisation = `current_setting('cellrelay.organisation', true)`;

const own = `holder::text = ${organisation}`;
const stands = `cellrelay.stands_on_side(shipment, side, ${organisation})`;
const within = `side = ${side} and (${own} or ${stands})`;

const keysOf = (whose: string): string =>
  `side = ${side} and exists (select from cellrelay.identity i where i.key = identity_key.id${whose})`;

/** For the owner, whose backups would otherwise be without a line of it and say nothing: to be said for the one transaction as well. */
const keeping = `current_setting('cellrelay.keeping', true) = 'yes'`;

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

/** FORCE: the owner is bound as well, and so is one role that is everything on a server of one's own, unless it is a superuser or has BYPASSRLS. */
export const wall = [
  ...['identity', 'identity_key'].flatMap((table) => [
    `alter table cellrelay.${table} enable row level security`,
    `alter table cellrelay.${table} force row level security`,
  ]),
  ...policies,
];
