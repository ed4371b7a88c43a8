#!/usr/bin/env bash
# ./eenplan backup and restore: what the script itself refuses, and what it asks of the program that does the work (whose own tests are in EenPlan.Backup.Tests).
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone
PORT_HERE="$(free_port)"

try() { ./eenplan "$@" >"$PLACE/out" 2>&1 </dev/null; }

try backup
check "a backup without a folder is told what to say" said "./eenplan backup --to DIR"
try restore
check "a restore without a folder, too" said "./eenplan restore --from DIR"
try backup --to
check "an option without its value is refused" said "--to needs a value"
try backup --to "$PLACE/copy" --hurry
check "an unknown word is refused" said "backup doesn't know '--hurry'"
try backup --to "$PLACE/copy" --data "$PLACE/nowhere"
check "a node that is not there is named" said "$PLACE/nowhere is not there"
check "and its folder is not made" eval '! [ -e "$PLACE/nowhere" ]'
mkdir -p data
try backup --to "$PLACE/copy"
check "without the program it says how to get it" said "./eenplan build"

./eenplan start --node wijkteam --data data --port "$PORT_HERE" --background >"$PLACE/out" 2>&1 </dev/null
check "a node starts under a name of its own" is $? 0
try backup --to "$PLACE/a copy"
check "a node that runs is copied, under the name with which it runs" said "copying: Node=wijkteam backup --data $CLONE/data --to $PLACE/a copy"
try backup --check "$PLACE/a copy"
check "a copy can be checked while it runs" said "check --from $PLACE/a copy"
try restore --from "$PLACE/a copy"
check "a node that runs is not brought back" is $? 1
check "and it says how to stop it" said "Stop it first: ./eenplan stop"
check "and it still runs" answers "http://127.0.0.1:$PORT_HERE"
./eenplan stop >/dev/null 2>&1
try restore --from "$PLACE/a copy"
check "a node that was stopped is" said "restore --data $CLONE/data --from $PLACE/a copy"
cd "$PLACE" || exit 1
"$CLONE/eenplan" restore --from "a copy" --data new >"$PLACE/out" 2>&1 </dev/null
check "folders are those of where somebody stands" said "restore --data $PLACE/new --from $PLACE/a copy"
check "and a folder to restore into is left to the program" eval '! [ -e "$PLACE/new" ]'
[ "$FAILURES" -eq 0 ]
