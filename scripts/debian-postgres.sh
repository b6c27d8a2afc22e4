#!/usr/bin/env bash
# A PostgreSQL of the operating system for tests: a cluster of its own in a folder, on a free port, with an ordinary role
# that owns an ordinary database (what an administrator would hand over), never the machine's own cluster.
#   scripts/debian-postgres.sh start FOLDER    prints postgresql://… and exits 0; 3 where none can be installed
#   scripts/debian-postgres.sh stop FOLDER     stops it and removes the folder
# Installs Debian's package where that is possible.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/java.sh

programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

# The server refuses to run as root: then it runs as Debian's user postgres.
as_server() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/bash -c "$*"; else bash -c "$*"; fi; }

without() {
    say "There is no PostgreSQL of the operating system here ($*)." >&2
    exit 3
}

start() {
    local folder=$1 bin port log
    if [ -z "$(programs)" ]; then
        [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || without "only root can install it on Debian"
        say "Installing postgresql …" >&2
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >/dev/null 2>&1 ||
            without "apt-get install postgresql failed"
    fi
    bin=$(programs)
    [ -x "$bin/initdb" ] || without "its programs are missing"
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    log=$folder/server.log
    if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
    port=$(free_port)
    as_server "$bin/initdb --pgdata=$folder/data --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh-Hans-CN --no-sync" >"$folder.initdb" 2>&1 ||
        { cat "$folder.initdb" >&2; fail "initdb failed."; }
    rm -f "$folder.initdb"
    as_server "$bin/pg_ctl --pgdata=$folder/data --log=$log -w -o '-c port=$port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off -c max_connections=100' start" >/dev/null ||
        { tail "$log" >&2; fail "PostgreSQL does not start."; }
    "$bin/psql" -q -h 127.0.0.1 -p "$port" -U postgres -v ON_ERROR_STOP=1 <<SQL
CREATE ROLE factory LOGIN PASSWORD 'p@ss:word/1' CREATEROLE CREATEDB NOSUPERUSER;
CREATE DATABASE factory OWNER factory;
SQL
    say "postgresql://factory:p%40ss%3Aword%2F1@127.0.0.1:$port/factory"
}

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

stop() {
    local folder
    folder=$(cd "$1" && pwd)
    as_server "$(programs)/pg_ctl --pgdata=$folder/data -m immediate stop" >/dev/null 2>&1 || true
    rm -rf "$folder"
}

case "${1:-}" in
start | stop) "$1" "$2" ;;
*) fail "Usage: scripts/debian-postgres.sh start|stop FOLDER" ;;
esac
