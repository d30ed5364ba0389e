import { instantOf, shipmentIdOf } from '@cellrelay/kernel';
import type { Asking } from '../identity-register.port.js';
import type { DisclosureGrant } from './disclosure-grant.js';
import type { DisclosureWish } from './disclosure-register.port.js';

/** For specs: a disclosure of a recipient's name to the donor's registry, in force. */

export const now = instantOf('2026-12-01T00:00:00.000Z')!;
export const later = instantOf('2026-12-01T00:00:00.001Z')!;
export const shipmentId = shipmentIdOf('a0000000-0000-4000-8000-000000000001')!;

const by = (account: string) => ({ account, person: `EXAMPLE ${account}`, organisation: 'EXAMPLE centre', at: now });

export const asking: Asking = {
  ...{ account: 'second', person: 'EXAMPLE second', organisation: 'centre', organisationName: 'EXAMPLE centre' },
  side: 'patient',
};

export const wish: DisclosureWish = {
  ...{ document: 'product-label', fields: ['name'], reader: 'registry', readerPart: 'donor-registry' },
  ...{ basis: 'registry-rule', citation: 'EXAMPLE rule 1', rule: null, days: 7 },
};

export const grant: DisclosureGrant = {
  ...{ id: 'g1', side: 'patient', subject: 'R1', granter: 'centre', reader: 'registry', readerPart: 'donor-registry' },
  ...{ document: 'product-label', fields: ['name'], basis: 'registry-rule', citation: 'EXAMPLE rule 1', rule: null },
  ...{ validUntil: later, asked: by('first'), approved: by('second'), revoked: null, lastReadAt: null },
  ...{ stands: true, current: true },
};

export const waiting: DisclosureGrant = { ...grant, approved: null };
export const ended: DisclosureGrant = { ...grant, revoked: by('first') };
