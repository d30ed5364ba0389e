export const savedViews = `
select id, name, view, q from cellrelay.saved_view where account = $1 order by saved_at, id`;

export const nameTaken = `
select from cellrelay.saved_view where account = $1 and id <> $2 and lower(name) = lower($3)`;

export const countOthers = `
select count(*)::integer as count from cellrelay.saved_view where account = $1 and id <> $2`;

export const putView = `
insert into cellrelay.saved_view (account, id, name, view, q) values ($1, $2, $3, $4, $5)
on conflict (account, id) do update set name = excluded.name, view = excluded.view, q = excluded.q`;

export const dropView = 'delete from cellrelay.saved_view where account = $1 and id = $2';
