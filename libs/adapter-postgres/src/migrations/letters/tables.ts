/**
 * A letter, as the side that writes it has it: no word of it, and nothing that the other side sees. `received` names what lies on the other side: while that is so, how it stands there is how it stands.
 * Its default draws that id when a letter goes over; a letter is written without.
 * Organisations and accounts are named, and not referred to: examples can be removed, and letters go with their shipment.
 */
const letter = `create table cellrelay.letter (
  id uuid constraint letter_pkey primary key default gen_random_uuid(),
  shipment uuid not null constraint letter_of_shipment references cellrelay.shipment (id) on delete cascade,
  side text not null constraint letter_side check (side in ('donor', 'patient')),
  subject text not null,
  organisation uuid not null,
  state text not null constraint letter_state check (state in ('written', 'screening', 'across', 'returned', 'withdrawn')),
  revision integer not null default 1,
  returned_for text,
  received uuid default gen_random_uuid(),
  at timestamptz not null default cellrelay.wall_clock(),
  moved_at timestamptz not null default cellrelay.wall_clock()
)`;

/** Its versions, and notes to its returns, as ciphertext under a key of the letter's own. */
const text = `create table cellrelay.letter_text (
  letter uuid not null constraint letter_text_of_letter references cellrelay.letter (id) on delete cascade,
  version integer not null,
  shipment uuid not null,
  side text not null,
  kind text not null constraint letter_text_kind check (kind in ('text', 'note')),
  person text not null,
  key uuid,
  sealed bytea,
  at timestamptz not null default cellrelay.wall_clock(),
  constraint letter_text_pkey primary key (letter, version),
  constraint letter_text_key_and_sealed check ((key is null) = (sealed is null))
)`;

/**
 * What of it lies on the other side, sealed anew under a key of that side. Its id leads nowhere from there. Until it is released, what becomes of it is the two registries' matter;
 * `at` is when it came, and from then on when it was released. One that was taken back or sent back is of nobody any more: its words and their key go with that.
 */
const received = `create table cellrelay.letter_received (
  id uuid constraint letter_received_pkey primary key,
  shipment uuid not null constraint letter_received_of_shipment references cellrelay.shipment (id) on delete cascade,
  side text not null constraint letter_received_side check (side in ('donor', 'patient')),
  state text not null constraint letter_received_state check (state in ('across', 'sent-back', 'withdrawn', 'released')),
  revision integer not null default 1,
  returned_for text,
  key uuid,
  sealed bytea,
  at timestamptz not null default cellrelay.wall_clock(),
  read_at timestamptz,
  constraint letter_received_key_and_sealed check ((key is null) = (sealed is null)),
  constraint letter_received_key_while_read check (state in ('across', 'released') or key is null)
)`;

/** The key of words that went over goes with them, by whichever side they are emptied: the side that wrote it sees no key of the other's, and need not. With the owner's rights, and only ever the row's own. */
const receivedKeyGoes = `create function cellrelay.drop_received_key() returns trigger language plpgsql
security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('cellrelay.keeping', true), '');
begin
  perform set_config('cellrelay.keeping', 'yes', true);
  delete from cellrelay.identity_key k where k.id = old.key and k.shipment = old.shipment and k.side = old.side and k.subject = 'received/' || old.id;
  perform set_config('cellrelay.keeping', before, true);
  return new;
end $$`;

export const letterTables = [
  letter,
  text,
  received,
  receivedKeyGoes,
  `revoke all on function cellrelay.drop_received_key() from public`,
  `create trigger drop_received_key after update of key on cellrelay.letter_received
   for each row when (old.key is not null and new.key is null) execute function cellrelay.drop_received_key()`,
  `create index letter_shipment on cellrelay.letter (shipment)`,
  `create index letter_waiting on cellrelay.letter (moved_at) where state in ('screening', 'across')`,
  `create index letter_received_shipment on cellrelay.letter_received (shipment)`,
  `alter table cellrelay.organisation add letter_rule text`,
];
