/** Of link `l`. What was used is used, whatever came after. */
const link = `l.id, l.command, l.task, l.addressee, l.organisation, l.mail, l.mailed, l.made_by, l.made_for, l.created_at, l.expires_at,
  coalesce(l.used_at, l.revoked_at) as ended_at,
  case when l.used_at is not null then 'used' when l.revoked_at is not null then 'revoked'
    when l.expires_at <= cellrelay.wall_clock() then 'expired' else 'open' end as state`;

const open = `used_at is null and revoked_at is null and expires_at > cellrelay.wall_clock()`;

/** Holds the shipment's row, so that those who make links of one shipment count one after another. */
export const holdShipment = `select from cellrelay.shipment where id = $1 for no key update`;

export const countOpen = `select count(*)::integer as count from cellrelay.link where shipment = $1 and ${open}`;

export const insertLink = `
insert into cellrelay.link as l (id, shipment, command, task, addressee, organisation, mail, token_hash, made_by, made_for, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${link}`;

/** After one of them, the latest first; and how many there are. */
export const linksPage = `
select ${link}, (select count(*)::integer from cellrelay.link where shipment = $1) as total
from cellrelay.link l where l.shipment = $1
  and ($2::uuid is null or (l.created_at, l.id) < (select b.created_at, b.id from cellrelay.link b where b.id = $2 and b.shipment = $1))
order by l.created_at desc, l.id desc limit $3`;

export const linkByHash = `select ${link} from cellrelay.link l where l.token_hash = $1`;

export const revokeLink = `
update cellrelay.link as l set revoked_at = cellrelay.wall_clock() where l.id = $1 and ${open} returning ${link}, l.shipment`;

export const noteMail = `update cellrelay.link set mailed = $2 where id = $1`;

/** Under a lock: whoever revokes it meanwhile waits for the commit, and finds it used. */
export const linkToUse = `select ${link}, l.shipment from cellrelay.link l where l.id = $1 for update`;

export const useLink = `update cellrelay.link set used_at = cellrelay.wall_clock() where id = $1`;
