import { z } from 'zod';
import type { DecisionRole } from '@cellrelay/shipment';
import { line, orNone } from './fields.js';

/** On whose word something is decided, of those who may give it. */
export function wordOf<Role extends DecisionRole>(roles: readonly [Role, ...Role[]]) {
  return z
    .strictObject({ role: z.enum(roles).meta({ title: 'Role' }), person: line('Person') })
    .meta({ title: 'On whose word' });
}

/** Who a second person may be. */
export const secondPerson = 'A second person, other than who says it and who records it';

/** The second person, whom grave decisions need; the others go without. */
export const confirmedBy = orNone(
  z
    .strictObject({ person: line('Person'), organisation: line('Organisation') })
    .meta({ title: 'Confirmed by', description: secondPerson }),
  { title: 'Confirmed by', description: 'A second person; a grave decision needs one' },
);
