import { uuidForm } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import { rolesOf, type Role } from '@cellrelay/shipment';
import {
  roleFault,
  type AuditAuthor,
  type Changed,
  type CourierPool,
  type Organisation,
  type Unchanged,
} from '@cellrelay/use-cases';
import { signedInOf, type SignedIn } from '../http/request-context.js';
import { authorOf } from '../session/owner.js';

/** Whoever asks, who is an administrator: nobody else is let here. */
export function administratorIn(req: object): { readonly signedIn: SignedIn; readonly by: AuditAuthor } {
  const signedIn = signedInOf(req);
  return { signedIn, by: authorOf(signedIn) };
}

type Thing = 'person' | 'organisation' | 'invitation';

/** An id in an address. What is none is not found, as what is another organisation's is not. */
export function idIn(text: string, thing: Thing): string {
  return uuidForm.test(text) ? text : notFound(thing);
}

/** The one answer for what is not there and for what is not theirs to see. */
export function notFound(thing: Thing): never {
  return refuse({ code: `no-such-${thing}`, sentence: `There is no such ${thing} here.` });
}

/** What a change came to, or its refusal. */
export function doneOr<Value>(changed: Changed<Value>, thing: Thing, taken = nameTaken): Value {
  if (changed.kind === 'done') return changed.value;
  if (changed.why === 'not-found') return notFound(thing);
  return refuse({ ...said, 'name-taken': taken }[changed.why]);
}

/** How an invitation into another organisation is released. */
export const releasing = '“npm run ops -- release-invitation”';

const nameTaken = {
  code: 'organisation-name-taken',
  sentence: 'There is an organisation of this name already.',
  at: '/name',
};

const said: Readonly<
  Record<Exclude<Unchanged, 'not-found' | 'name-taken'>, { code: string; sentence: string; at?: string }>
> = {
  'not-administrator': {
    code: 'not-yours-to-do',
    sentence:
      'That organisation’s own administrators look after its people. From outside only its first administrator is invited.',
  },
  held: {
    code: 'invitation-held',
    sentence: `Whoever runs the server brings this link, with ${releasing}: nobody invites into another organisation alone.`,
  },
  'last-administrator': {
    code: 'last-administrator',
    sentence: 'This is the operator’s last administrator. Make somebody else one first.',
  },
  'name-alike': {
    code: 'organisation-name-alike',
    sentence:
      'There is an organisation whose name differs from this one in case, accents, spaces, signs or look-alike letters alone. Choose a name that nobody takes for another.',
    at: '/name',
  },
  'courier-taken': {
    code: 'courier-taken',
    sentence: 'Somebody else acts as this courier of the pool. End their account or change their role first.',
    at: '/courier',
  },
  'too-many': {
    code: 'too-many-invitations',
    sentence: 'This organisation has 200 open invitations. Withdraw some first.',
  },
};

/** Refuses a role that an organisation of that kind has nobody in, and a courier whom the pool does not know as one of that company: of another's nobody is told. */
export async function refuseRole(
  { kind, name }: Pick<Organisation, 'kind' | 'name'>,
  given: { readonly role: Role; readonly courier: string | null },
  couriers: Pick<CourierPool, 'find'>,
): Promise<void> {
  const fault = roleFault(kind, given);
  if (fault !== null)
    refuse({ code: fault, ...faults[fault], ...(fault === 'role-not-there' && { allowed: rolesOf[kind] }) });
  if (given.courier !== null && (await couriers.find(given.courier))?.company !== name)
    refuse({
      code: 'no-such-courier',
      sentence: 'The pool has no courier of this id in this company.',
      at: '/courier',
    });
}

const faults = {
  'role-not-there': { sentence: 'An organisation of this kind has nobody in this role.', at: '/role' },
  'courier-missing': { sentence: 'Say which courier of the pool this is.', at: '/courier' },
  'courier-not-apt': { sentence: 'Only somebody whose role is courier is a courier of the pool.', at: '/courier' },
} as const;
