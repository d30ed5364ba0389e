import type { Instant } from '@cellrelay/kernel';
import type { Asking } from '../identity-register.port.js';
import type { Side } from '../identity-vault.port.js';
import { stateOf, type DisclosureGrant, type SignedDeed } from './disclosure-grant.js';
import { notApprovable, notRevocable } from './disclosure-refusals.js';
import type { Disclosed, DisclosedOf } from './disclosure-register.port.js';
import { disclosureRules } from './disclosure-rules.js';
import {
  identityFieldNames,
  type DisclosedView,
  type DisclosureView,
  type GrantsView,
  type GrantView,
} from './disclosure-views.js';
import { documentKinds, fieldsOn } from './document-kinds.js';

/** A grant as people of its side are told of it. */
export function grantViewOf(grant: DisclosureGrant, asking: Asking, now: Instant): GrantView {
  const { id, document, fields, basis, citation, rule, validUntil, lastReadAt } = grant;
  const approve = notApprovable(grant, asking, now) === undefined ? (['approve'] as const) : [];
  const revoke = notRevocable(grant) === undefined ? (['revoke'] as const) : [];
  return {
    ...{ id, document, fields: [...fields], basis, citation, rule, validUntil, lastReadAt },
    ...{ state: stateOf(grant, now), reader: grant.readerPart, asked: told(grant.asked) },
    ...{ approved: grant.approved && told(grant.approved), revoked: grant.revoked && told(grant.revoked) },
    may: [...approve, ...revoke],
  };
}

function told({ person, at }: SignedDeed): GrantView['asked'] {
  return { person, at };
}

/** What can be asked of somebody on that side. */
export function wishesOn(side: Side): Pick<GrantsView, 'documents' | 'rules'> {
  const documents = documentKinds.map((document) => ({ document, fields: [...fieldsOn(document, side)] }));
  return {
    documents: documents.filter(({ fields }) => fields.length > 0),
    rules: disclosureRules
      .filter((rule) => rule.side === side)
      .map(({ id, basis, document, fields, source, mark, asOf, because }) => ({
        ...{ id, basis, document, fields: [...fields], source, mark, asOf, because },
      })),
  };
}

/** A grant as whoever may read under it is told of it: not by whom. */
export function disclosedViewOf(grant: DisclosureGrant): DisclosedView {
  const { subject, side, document, fields, basis, citation, validUntil } = grant;
  return { subject, side, document, fields: [...fields], basis, citation, validUntil };
}

/** What it says: the fields that were granted, in the record's order. */
export function disclosureViewOf({ subject, document }: DisclosedOf, { fields, grants }: Disclosed): DisclosureView {
  const names = identityFieldNames.filter((field) => field in fields);
  const values = names.map((field) => ({ field, value: fields[field] ?? null }));
  const until = grants.map(({ validUntil }) => validUntil).sort();
  return { subject, document, validUntil: until.at(-1) ?? '', values };
}
