#!/usr/bin/env bash
# A start with a region that was made for it.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone
PORT_HERE="$(free_port)"

./eenplan start --demo-region many >"$PLACE/out" 2>&1
check "a region of no number of families is refused" is $? 1
check "and says what a size is" said "'many' is no size for a region"
./eenplan start --port "$PORT_HERE" --demo-region 13 >"$PLACE/out" 2>&1
check "a region that cannot be made starts nothing" is $? 1
check "and leaves nothing running" is "$(left_over)" 0

./eenplan start --port "$PORT_HERE" --demo-region 500 --background >"$PLACE/out" 2>&1 </dev/null
check "a start with a region succeeds" is $? 0
folder="$(cd data/region-500 && pwd -P)"
check "it makes the region in a folder of its own" said "made demo --data $folder --plans 500"
check "and leaves the usual folder alone" [ ! -e data/run/standalone.pid ]
check "the people of the demo are loaded too" said "loaded into http://127.0.0.1:$PORT_HERE"
check "it says how to stop" said "./eenplan stop --data"
./eenplan start --port "$PORT_HERE" --demo-region 500 >"$PLACE/out" 2>&1
check "once more says that it is already running" said "already running"
./eenplan stop --data "$folder" >"$PLACE/out" 2>&1
check "stop succeeds" is $? 0

./eenplan start --port "$PORT_HERE" --demo-region 500 --data "$PLACE/other" --background >"$PLACE/out" 2>&1 </dev/null
check "another folder can be chosen" said "--data $PLACE/other --plans 500"
./eenplan stop --data "$PLACE/other" >/dev/null 2>&1

[ "$FAILURES" -eq 0 ]
