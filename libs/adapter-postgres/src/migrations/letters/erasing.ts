import { organisation, side } from '../wall-settings.js';
import { passedOn } from './wall.js';

/** Letters on behalf of somebody for whose identity the asker answers: also a holder who stands there no more, where nobody does, or nobody could erase them. */
const answering = (table: string): string => `${table}.side = ${side} and exists (
  select from cellrelay.identity i where i.shipment = ${table}.shipment and i.side = ${table}.side and i.subject = ${table}.subject
  and cellrelay.answers_for_identity(i.shipment, i.side, i.holder::text, ${organisation}))`;

const texts = `exists (select from cellrelay.letter l where l.id = letter_text.letter and ${answering('l')})`;
const textsOfKey = `exists (
  select from cellrelay.letter_text t join cellrelay.letter l on l.id = t.letter where t.key = identity_key.id and ${answering('l')})`;
const passed = passedOn(answering('l'));

/** Whether sealed words are left of somebody: told to whoever answers for their identity, who has erased them; past the wall, for what it hides is what nobody would see. */
const wordsLeft = `create function cellrelay.letters_left(of_shipment uuid, on_side text, of_subject text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before text := coalesce(current_setting('cellrelay.keeping', true), '');
  found_any boolean;
begin
  perform set_config('cellrelay.keeping', 'yes', true);
  select exists (
    select from cellrelay.identity i
    join cellrelay.letter l on l.shipment = i.shipment and l.side = i.side and l.subject = i.subject
    left join cellrelay.letter_text t on t.letter = l.id
    left join cellrelay.letter_received r on r.id = l.received and r.state <> 'released'
    where i.shipment = of_shipment and i.side = on_side and i.subject = of_subject and (t.key is not null or r.key is not null)
    and cellrelay.answers_for_identity(i.shipment, i.side, i.holder::text, current_setting('cellrelay.organisation', true))
  ) into found_any;
  perform set_config('cellrelay.keeping', before, true);
  return found_any;
end $$`;

export const erasingLetters = [
  `create policy read_answering on cellrelay.letter for select using (${answering('letter')})`,
  `create policy erase_answering on cellrelay.letter for update using (${answering('letter')})
   with check (${answering('letter')} and letter.state = 'withdrawn')`,
  `create policy read_answering on cellrelay.letter_text for select using (${texts})`,
  `create policy erase_answering on cellrelay.letter_text for update using (${texts}) with check (${texts} and letter_text.sealed is null)`,
  `create policy read_passed_answering on cellrelay.letter_received for select using (${passed})`,
  `create policy take_back_answering on cellrelay.letter_received for update using (${passed} and letter_received.state = 'across')
   with check (${passed} and letter_received.state = 'withdrawn')`,
  `create policy read_letters_answering on cellrelay.identity_key for select using (identity_key.side = ${side} and ${textsOfKey})`,
  `create policy erase_letters_answering on cellrelay.identity_key for delete using (identity_key.side = ${side} and ${textsOfKey})`,
  wordsLeft,
  `revoke all on function cellrelay.letters_left(uuid, text, text) from public`,
];
