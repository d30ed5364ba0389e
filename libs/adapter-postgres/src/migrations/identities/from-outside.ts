/**
 * Who invited from outside of an organisation, and since when the link may be used: from the word of whoever runs the server on. What stands open so already, of an organisation
 * that nobody administers, waits for that word as well.
 */
export const fromOutside = [
  `alter table cellrelay.invitation add outside boolean not null default false, add released_at timestamptz`,
  `update cellrelay.invitation i set outside = true from cellrelay.organisation o
   where o.id = i.organisation and o.kind <> 'operator' and i.closed_at is null and i.role = 'administrator' and not exists (
     select from cellrelay.account a where a.organisation = o.id and a.role = 'administrator' and a.ended_at is null)`,
];
