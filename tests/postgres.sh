#!/bin/sh
# Runs a command with DATABASE_URL naming a private PostgreSQL server: on loopback, on a free port, in a temporary
# folder, removed afterwards. Its programs are those of the system's package (Debian: postgresql).
#   sh tests/postgres.sh COMMAND [ARGUMENT…]
set -eu

for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn) $(dirname "$(command -v initdb || echo /none/x)"); do
  if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then BIN_PG=$folder; break; fi
done
if [ -z "${BIN_PG:-}" ]; then
  echo "PostgreSQL is needed: install your system's package (Debian, Ubuntu: apt-get install postgresql)" >&2
  exit 1
fi

HOME_PG=$(mktemp -d "${TMPDIR:-/tmp}/timeline-postgres.XXXXXX")
# The server refuses to run as root; `postgres` comes with the package, `nobody` is anywhere.
as_server() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  runuser -u "$OWNER" -- "$@"
}
if [ "$(id -u)" = 0 ]; then
  if id postgres >/dev/null 2>&1; then OWNER=postgres; else OWNER=nobody; fi
  chown "$OWNER" "$HOME_PG"
fi
stop() {
  # A second signal while the server goes down must not leave it running.
  trap '' INT TERM HUP
  as_server "$BIN_PG/pg_ctl" --pgdata "$HOME_PG/data" --mode immediate --wait stop >/dev/null 2>&1 || true
  rm -rf "$HOME_PG"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

PORT_PG=$(python3 -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
PASSWORD_PG=$(python3 -c "import secrets; print(secrets.token_hex(16))")
cd "$HOME_PG"
(umask 077; printf '%s\n' "$PASSWORD_PG" >password)
[ "$(id -u)" != 0 ] || chown "$OWNER" password
as_server "$BIN_PG/initdb" --pgdata "$HOME_PG/data" --username timeline --pwfile "$HOME_PG/password" \
  --auth scram-sha-256 --encoding UTF8 --locale C.UTF-8 --no-sync >/dev/null
# What a crash of the machine would lose is thrown away here in any case, so nothing waits for the disk.
as_server "$BIN_PG/pg_ctl" --pgdata "$HOME_PG/data" --log "$HOME_PG/log" --wait start --options \
  "-c listen_addresses=127.0.0.1 -c port=$PORT_PG -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
  >/dev/null || { cat "$HOME_PG/log" >&2; exit 1; }
cd "$OLDPWD"

export DATABASE_URL="postgres://timeline:$PASSWORD_PG@127.0.0.1:$PORT_PG/postgres"
PATH="$BIN_PG:$PATH" "$@"
