#!/usr/bin/env bash
# Tests of the running product, as built by ./test: starts that cannot succeed, an external PostgreSQL, the crash test, the
# walk of one order over the public API on the AdventureWorks data, and the pages in a real Chromium. Called by ./test.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/java.sh
find_java
find_node
install_debian jq jq curl
install_debian chromium chromium fonts-noto-cjk

say "-- starts that cannot succeed"
node scripts/start-test.mjs

say "-- the PostgreSQL of the operating system"
node scripts/external-database-test.mjs
postgres=$(mktemp -d)
chmod a+x "$postgres" # the server runs as a user of its own
status=0
address=$(scripts/debian-postgres.sh start "$postgres/server") || status=$?
if [ "$status" = 0 ]; then
    find_maven
    THROUGHLINE_TEST_DB=$address mvn -B -q -ntp -Dstyle.color=never test -pl ground/database,ground/records,ground/stock -am \
        -Dtest='BackupTest,GuardTest,RecordsTest,ImportTest,ExtrasTest,LedgerTest,ReservationsTest,ManyHandsTest' \
        -Dsurefire.failIfNoSpecifiedTests=false || status=1
    scripts/debian-postgres.sh stop "$postgres/server"
fi
rm -rf "$postgres"
[ "$status" = 0 ] || [ "$status" = 3 ] || fail "The rules of the database do not hold on an external PostgreSQL."

say "-- killed under load"
node scripts/crash-test.mjs

say "-- the walk of an order, and the pages"
node web/e2e/run.mjs
