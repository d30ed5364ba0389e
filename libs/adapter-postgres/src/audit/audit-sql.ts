import { canonicalText, type AuditFilter, type AuditPaging } from '@cellrelay/use-cases';
import { Conditions } from '../board/conditions.js';
import { withoutNul } from '../plain-text.js';

/** The question for a page of the record, newest first, with one line more than asked so that one knows whether it goes on. */
export function pageQuestion(
  { kind, about, by, from, to }: AuditFilter,
  { before, limit }: AuditPaging,
): { readonly text: string; readonly values: readonly unknown[] } {
  const wanted = new Conditions();
  if (kind !== null) wanted.add('kind = ?', withoutNul(kind));
  if (about !== null) wanted.add('about = ?', withoutNul(about));
  // Canonical JSON, in which nothing but the line's own author is written so. Read line by line: an auditor's question now and then.
  if (by !== null) wanted.add('position(? in text) > 0', `"by":{"account":${canonicalText(withoutNul(by))},`);
  if (from !== null) wanted.add('at >= ?', from);
  if (to !== null) wanted.add('at < ?', to);
  if (before !== null) wanted.add('seq < ?', before);
  const text = `select text, hash from cellrelay.audit_entry where ${wanted.text} order by seq desc limit ${wanted.parameter(limit + 1)}`;
  return { text, values: wanted.values };
}

/** Every kind there is, by one look into the index for each. */
export const kindsThere = `
with recursive kinds (kind) as (
  (select kind from cellrelay.audit_entry order by kind limit 1)
  union all
  select (select e.kind from cellrelay.audit_entry e where e.kind > k.kind order by e.kind limit 1) from kinds k where k.kind is not null
)
select kind from kinds where kind is not null`;

/** What ids are called now. Accounts are named by their id or by what they sign in with. */
export const namesThere = `
select id::text, name from cellrelay.account where id = any ($1::uuid[])
union all select name, name from cellrelay.account where name = any ($2::text[])
union all select id::text, name from cellrelay.organisation where id = any ($1::uuid[])
union all select id::text, reference from cellrelay.shipment where id = any ($1::uuid[])`;
