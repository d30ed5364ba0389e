import { uuidForm } from '@cellrelay/kernel';
import { organisationKinds, roles } from '@cellrelay/shipment';
import { line, pageOf } from '@cellrelay/use-cases';
import { z } from 'zod';

const moment = z.iso.datetime();
const kind = z.enum(organisationKinds);
const role = z.enum(roles);
const scope = z.enum(['read', 'command']).meta({
  description: 'read: questions alone; command: commands and records too. Neither reaches people or accounts',
});

const organisation = z.object({ id: z.string(), name: z.string(), kind, example: z.boolean() });

const person = z.object({
  id: z.string(),
  name: z.string().meta({ description: 'What they sign in with' }),
  person: z.string().meta({ description: 'Their own name' }),
  role,
  courier: z.string().nullable().meta({ description: 'A courier’s id in the pool' }),
  since: moment,
  endedAt: moment.nullable(),
  secondFactor: z.boolean(),
});

const invitation = z.object({
  id: z.string(),
  person: z.string(),
  role,
  courier: z.string().nullable(),
  mail: z.string().nullable(),
  mailed: z.enum(['sent', 'failed']).nullable().meta({ description: 'What became of the last mail' }),
  held: z
    .boolean()
    .meta({ description: 'Into another organisation: good for nothing until whoever runs the server releases it' }),
  invitedAt: moment,
  expiresAt: moment,
});

const invitationLink = z.object({
  invitation,
  link: z.string().nullable().meta({ description: 'Shown this once, where no mail carries it' }),
  says: z.string().meta({ description: 'What became of the link, in a sentence' }),
});

const ownSession = z.object({
  id: z.string(),
  since: moment,
  lastSeenAt: moment,
  here: z.boolean().meta({ description: 'It is the one that asks' }),
});

const ownToken = z.object({
  id: z.string(),
  name: z.string(),
  scope,
  madeAt: moment,
  expiresAt: moment,
  lastUsedAt: moment.nullable(),
});

/** As whom somebody acts, beside their account’s name. */
export const meParts = {
  person: z.string(),
  role,
  organisation: organisation.pick({ id: true, name: true, kind: true }),
};

/** What is answered about people and to them about themselves. */
export const peopleAnswers = {
  Invitation: invitation,
  InvitationLink: invitationLink,
  Invitations: z.object({
    items: z.array(invitation),
    byMail: z.boolean().meta({ description: 'Whether this server sends mail' }),
  }),
  Invited: z.object({
    person: z.string(),
    role,
    organisation: z.object({ name: z.string(), kind }),
    expiresAt: moment,
  }),
  Organisation: organisation,
  OrganisationPage: pageOf(organisation),
  OwnAccount: z.object({
    ...{ name: z.string(), ...meParts },
    secondFactor: z.object({ set: z.boolean(), recoveryCodesLeft: z.number() }),
  }),
  OwnSessions: z.object({ items: z.array(ownSession) }),
  OwnTokens: z.object({ items: z.array(ownToken) }),
  PeoplePage: pageOf(person).extend({
    organisation,
    roles: z.array(role).meta({ description: 'Which roles whoever asks may give there' }),
    mayInvite: z.boolean(),
    mayChange: z.boolean(),
  }),
  Person: person,
  RecoveryCodes: z.object({ codes: z.array(z.string()).meta({ description: 'Shown this once' }) }),
  SecondFactorBegun: z.object({
    secret: z.string().meta({ description: 'In base 32; shown this once' }),
    uri: z.string().meta({ description: 'The same for a QR code' }),
  }),
  TokenMade: z.object({ made: ownToken, token: z.string().meta({ description: 'Shown this once' }) }),
} as const;

const password = z.string().min(1).max(200);
const code = z.string().min(1).max(40).meta({ description: 'Six digits, or a recovery code' });
const linkToken = z.string().regex(/^[\w-]{43}$/, 'must be the end of an invitation’s link, after #');
const uuid = z.string().regex(uuidForm, 'must be a UUID in lower case');
const courier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be a courier’s id in the pool')
  .nullable()
  .default(null);

/** Small letters, so that no two names look the same. */
const signInName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._@+-]{2,99}$/, 'must have 3 to 100 characters: small letters, digits and . _ @ + -');

/** What people send about people and themselves. Nothing else is taken: a body that names more is refused. */
export const peopleBodies = {
  NewOrganisation: z.strictObject({ name: line('Name'), kind: kind.exclude(['operator']) }),
  NewInvitation: z.strictObject({
    organisation: uuid.nullable().default(null).meta({ description: 'Null: one’s own' }),
    person: line('Name'),
    role,
    courier,
    mail: z.email().max(200).nullable().default(null),
  }),
  NewRole: z.strictObject({ role, courier }),
  JoinLook: z.strictObject({ token: linkToken }),
  Join: z.strictObject({ token: linkToken, name: signInName, password }),
  SignIn: z.strictObject({ name: z.string().min(1).max(100), password, code: code.optional() }),
  NewPassword: z.strictObject({ password, newPassword: password }),
  Password: z.strictObject({ password }),
  Code: z.strictObject({ code }),
  NewToken: z.strictObject({ password, name: line('Name', 60), scope, days: z.int().min(1).max(365) }),
} as const;
