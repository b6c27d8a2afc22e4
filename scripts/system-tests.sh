#!/usr/bin/env bash
# Tests of the running product, as built by ./test: the crash test, the walk of one order over the public API on the
# AdventureWorks data, and the pages in a real Chromium. Called by ./test.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/java.sh
find_java
find_node
install_debian jq jq curl
install_debian chromium chromium fonts-noto-cjk

say "-- killed under load"
node scripts/crash-test.mjs

say "-- the walk of an order, and the pages"
node web/e2e/run.mjs
