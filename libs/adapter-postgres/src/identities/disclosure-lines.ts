import type pg from 'pg';
import type { DisclosureGrant, Reader, Whose } from '@cellrelay/use-cases';
import { appendAudit } from '../audit/append-audit.js';

type Told = Pick<DisclosureGrant, 'id' | 'document' | 'fields' | 'reader' | 'basis' | 'citation' | 'rule'>;

/** A line of the audit record on one disclosure, last within its transaction. Of somebody's consent it is not told where that stands: the record keeps no word about a person. */
export function noteDisclosure(
  client: pg.ClientBase,
  { account, organisation }: Pick<Reader, 'account' | 'organisation'>,
  { kind, whose, grant }: { readonly kind: string; readonly whose: Whose; readonly grant: Told },
): Promise<void> {
  const { shipment: about, side, subject } = whose;
  const { id, document, fields, reader, basis, rule } = grant;
  const citation = basis === 'consent' ? null : grant.citation;
  const data = { side, subject, grant: id, document, fields: fields.join(', '), reader, basis, rule, citation };
  return appendAudit(client, { kind, by: { account, organisation }, about, data });
}
