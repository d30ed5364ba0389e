#!/bin/sh
# Run once by the PostgreSQL image, on an empty data folder: the database and the three roles that the software signs in as. Only the owner changes tables.
set -eu
psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$OWNER_PASSWORD" -v api="$API_PASSWORD" -v worker="$WORKER_PASSWORD" <<'SQL'
create role cellrelay_owner login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'owner';
create role cellrelay_api login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'api';
create role cellrelay_worker login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password :'worker';
create database cellrelay owner cellrelay_owner;
revoke all on database cellrelay from public;
grant connect, temporary on database cellrelay to cellrelay_api, cellrelay_worker;
SQL
