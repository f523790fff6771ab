#!/usr/bin/env bash
# The services that CI's tests use, from Debian's packages: Chromium, and a PostgreSQL server with an empty database,
# whose address it leaves in build/postgresql.url. It changes the machine, so it wants to be root on one that is CI's.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -f build/postgresql.url

[[ $EUID -eq 0 ]] && command -v apt-get > /dev/null || { echo "services: not root, or no apt-get: nothing done" >&2; exit 1; }

packages=()
command -v chromium > /dev/null || packages+=(chromium fonts-noto-core fonts-noto-cjk)
ls /usr/lib/postgresql/*/bin/postgres > /dev/null 2>&1 || packages+=(postgresql)
if [[ ${#packages[@]} -gt 0 ]]; then
  echo "Installing ${packages[*]} ..."
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${packages[@]}"; } \
    > build/services.log 2>&1 || { tail -n 3 build/services.log >&2; exit 1; }
fi

read -r version cluster port status _ < <(pg_lsclusters --no-header | head -n 1)
[[ $status == online* ]] || pg_ctlcluster "$version" "$cluster" start
# The password guards nothing: the database is empty, local and emptied again by the tests.
sql() { su postgres -c "psql --quiet --no-align --tuples-only --port $port --command \"$1\""; }
[[ $(sql "SELECT 1 FROM pg_roles WHERE rolname = 'talentflow'") == 1 ]] ||
  sql "CREATE ROLE talentflow LOGIN SUPERUSER PASSWORD 'talentflow'"
[[ $(sql "SELECT 1 FROM pg_database WHERE datname = 'talentflow_test'") == 1 ]] ||
  sql "CREATE DATABASE talentflow_test OWNER talentflow"
echo "postgresql://talentflow:talentflow@127.0.0.1:$port/talentflow_test" > build/postgresql.url
