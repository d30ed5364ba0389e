/** A line of the dump and the table that it belongs to. */
export interface NamedLine {
  readonly of: string;
  readonly line: string;
}

const here = `n.nspname = 'cellrelay'`;

export const columnLines = `
select format('%s.%s', n.nspname, c.relname) as of,
  concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end, 'default ' || pg_get_expr(d.adbin, d.adrelid)) as line
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where ${here} and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`;

// Since PostgreSQL 18 "not null" is a constraint of its own; it is told with the column.
export const constraintLines = `
select format('%s.%s', n.nspname, c.relname) as of, format('constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) as line
from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
where ${here} and not c.relispartition and k.contype in ('p', 'u', 'f', 'c') order by c.relname, k.contype desc, k.conname`;

export const indexLines = `
select c.relname as of, pg_get_indexdef(i.indexrelid) as line
from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
where ${here} and not c.relispartition order by c.relname`;

export const sequenceLines = `
select c.relname as of, format('create sequence %s.%s as %s', n.nspname, c.relname, format_type(s.seqtypid, null)) as line
from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
where ${here} order by c.relname`;

export const functionLines = `
select p.proname as of, rtrim(pg_get_functiondef(p.oid), E'\\n') as line
from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${here} order by p.proname, p.oid::regprocedure::text collate "C"`;

export const triggerLines = `
select c.relname as of, pg_get_triggerdef(t.oid) || case t.tgenabled when 'A' then ' /* always on */' when 'O' then '' else ' /* OFF */' end as line
from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
where ${here} and not t.tgisinternal order by c.relname, t.tgname`;

/** The walls between rows, and the tables that have one. */
export const rowSecurityLines = `
select c.relname as of, format('alter table %s.%s enable row level security%s', n.nspname, c.relname, case when c.relforcerowsecurity then ', force row level security' else '' end) as line
from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${here} and c.relrowsecurity
union all
select tablename, format('create policy %s on cellrelay.%s for %s to %s%s%s', policyname, tablename, lower(cmd), array_to_string(roles, ', '), ' using (' || qual || ')', ' with check (' || with_check || ')')
from pg_policies where schemaname = 'cellrelay'
order by 1, 2`;

const granted = (what: string, from: string, acl: string): string => `
select ${what} as thing, r.rolname as role, x.privilege_type as privilege from ${from}
cross join lateral aclexplode(${acl}) x left join pg_roles r on r.oid = x.grantee`;

/** To whom what is granted, the owner's own rights left out. One line for each thing and role; rights on columns are told with their columns. */
export const grantLines = `
with rights as (
  ${granted(`'schema ' || n.nspname`, 'pg_namespace n', 'n.nspacl')} where ${here} and x.grantee <> n.nspowner
  union all
  ${granted(`case c.relkind when 'S' then 'sequence ' else '' end || n.nspname || '.' || c.relname`, 'pg_class c join pg_namespace n on n.oid = c.relnamespace', 'c.relacl')}
  where ${here} and x.grantee <> c.relowner
  union all
  select thing, role, privilege || ' (' || string_agg(attname, ', ' order by attnum) || ')' from (
    ${granted(`n.nspname || '.' || c.relname`, 'pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace', 'a.attacl').replace('select ', 'select a.attname, a.attnum, ')}
    where ${here}
  ) columns group by thing, role, privilege
  union all
  ${granted(`'function ' || p.oid::regprocedure::text`, 'pg_proc p join pg_namespace n on n.oid = p.pronamespace', 'p.proacl')} where ${here} and x.grantee <> p.proowner
)
select thing as of, format('grant %s on %s to %s', string_agg(lower(privilege), ', ' order by privilege collate "C"), thing, coalesce(role, 'public')) as line
from rights group by thing, role order by thing collate "C", role`;
