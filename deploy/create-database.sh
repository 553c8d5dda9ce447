#!/bin/sh
# Runs once, when the database container is new: the roles, their passwords from the secrets, and an empty database.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres -f /roles.sql
psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner="$(cat /run/secrets/owner)" -v app="$(cat /run/secrets/app)" <<'SQL'
ALTER ROLE care_owner LOGIN PASSWORD :'owner';
ALTER ROLE care_app LOGIN PASSWORD :'app';
CREATE DATABASE care OWNER care_owner;
REVOKE ALL ON DATABASE care FROM PUBLIC;
GRANT CONNECT ON DATABASE care TO care_app;
SQL
