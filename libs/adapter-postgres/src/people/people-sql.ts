/** Of organisation `o`. */
const organisation = `o.id, o.name, o.kind, o.example`;

/** After a name, in their order; and how many there are. */
export const organisationsPage = `
select ${organisation}, (select count(*)::integer from cellrelay.organisation) as total
from cellrelay.organisation o where o.name > $1 order by o.name limit $2`;

export const organisationNames = 'select name from cellrelay.organisation';

export const organisationById = `select ${organisation} from cellrelay.organisation o where o.id = $1`;

export const insertOrganisation = `
insert into cellrelay.organisation as o (name, kind) values ($1, $2) on conflict do nothing returning ${organisation}`;

/** Of account `a`. */
const person = `a.id, a.name, a.person, a.role, a.courier, a.created_at as since, a.ended_at,
  exists (select from cellrelay.second_factor f where f.account = a.id and f.set_at is not null) as second_factor`;

export const peoplePage = `
select ${person}, (select count(*)::integer from cellrelay.account where organisation = $1) as total
from cellrelay.account a where a.organisation = $1 and a.name > $2 order by a.name limit $3`;

/** Of that organisation alone: another's account is not found. */
export const activePerson = `
select ${person} from cellrelay.account a where a.id = $1 and a.organisation = $2 and a.ended_at is null
for no key update of a`;

export const personById = `select ${person} from cellrelay.account a where a.id = $1`;

export const updateRole = `update cellrelay.account set role = $2, courier = $3 where id = $1`;

/** Whether an account that stands, other than that one, acts as that courier. */
export const courierTaken = `select from cellrelay.account where courier = $1 and ended_at is null and id is distinct from $2`;

export const endAccount = `
update cellrelay.account set ended_at = cellrelay.wall_clock() where id = $1`;

/** Whether that account, by its name, administers that organisation now; and of what kind it is. */
export const administratorOf = `
select o.kind from cellrelay.account a join cellrelay.organisation o on o.id = a.organisation
where a.name = $1 and a.organisation = $2 and a.role = 'administrator' and a.ended_at is null`;

export const administrators = `
select count(*)::integer as count from cellrelay.account
where organisation = $1 and role = 'administrator' and ended_at is null`;

/** Of invitation `i`. */
const invitation = `i.id, i.person, i.role, i.courier, i.mail, i.mailed, i.created_at, i.expires_at,
  i.outside and i.released_at is null as held`;

export const openInvitations = `
select ${invitation} from cellrelay.invitation i where i.organisation = $1 and i.closed_at is null order by i.created_at desc, i.id`;

export const countInvitations = `
select count(*)::integer as count from cellrelay.invitation where organisation = $1 and closed_at is null`;

export const insertInvitation = `
insert into cellrelay.invitation as i (organisation, person, role, courier, mail, token_hash, expires_at, outside)
values ($1, $2, $3, $4, $5, $6, cellrelay.wall_clock() + $7 * interval '1 millisecond', $8) returning ${invitation}`;

export const openInvitation = `
select i.organisation, ${invitation} from cellrelay.invitation i where i.id = $1 and i.closed_at is null for update`;

export const renewInvitation = `
update cellrelay.invitation as i set token_hash = $2, expires_at = cellrelay.wall_clock() + $3 * interval '1 millisecond', mailed = null
where i.id = $1 returning ${invitation}`;

/** Of an organisation that nobody administers still. */
export const releaseInvitation = `
update cellrelay.invitation i set token_hash = $2, expires_at = cellrelay.wall_clock() + $3 * interval '1 millisecond', released_at = cellrelay.wall_clock()
from cellrelay.organisation o where o.id = i.organisation and i.id = $1 and i.outside and i.closed_at is null and not exists (
  select from cellrelay.account a where a.organisation = o.id and a.role = 'administrator' and a.ended_at is null)
returning i.person, i.role, i.expires_at, i.organisation, o.name, o.kind`;

export const heldInvitations = `
select i.id, i.person, i.mail, o.name as organisation from cellrelay.invitation i join cellrelay.organisation o on o.id = i.organisation
where i.outside and i.released_at is null and i.closed_at is null order by i.created_at, i.id`;

export const closeInvitation = `
update cellrelay.invitation as i set closed_at = cellrelay.wall_clock() where i.id = $1 returning ${invitation}`;

/** The note of a mail that was overtaken by another link is of no use, and harmless. */
export const noteMail = `update cellrelay.invitation set mailed = $2 where id = $1 and closed_at is null`;

const standing = `i.token_hash = $1 and i.closed_at is null and i.expires_at > cellrelay.wall_clock() and (not i.outside or i.released_at is not null)`;

export const invited = `
select i.person, i.role, i.expires_at, o.name, o.kind from cellrelay.invitation i
join cellrelay.organisation o on o.id = i.organisation where ${standing}`;

/** Under a lock: of two who open the same link at once, the second finds it closed. */
export const invitationToJoin = `
select i.id, i.organisation, i.person, i.role, i.courier from cellrelay.invitation i where ${standing} for update`;

export const insertJoined = `
insert into cellrelay.account (name, password_hash, organisation, person, role, courier)
values ($1, $2, $3, $4, $5, $6) on conflict (name) do nothing returning id`;
