#!/usr/bin/env bash
# An organisation starts a node of its own beside the region's, on the same machine.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone
REGION_PORT="$(free_port)"
setting_of() { tr '\0' '\n' <"/proc/$(cat "$1/run/standalone.pid")/environ" | sed -n "s/^$2=//p"; }

./eenplan start --node Region_1 >"$PLACE/out" 2>&1
check "a name that is none is refused" said "is no name for a node"
./eenplan start --node provider-one --peer somewhere >"$PLACE/out" 2>&1
check "an address that is none is refused" said "is no address of a node"
./eenplan start --node provider-one --peer http://127.0.0.1:1 --demo-region 10 >"$PLACE/out" 2>&1
check "families are made at the node that has the plans only" said "not together with --peer"

./eenplan start --node region --port "$REGION_PORT" --background >"$PLACE/out" 2>&1 </dev/null
check "the region's node starts" is $? 0
check "in the folder that it always had" is "$(setting_of data Node)" region
check "with every service" is "$(setting_of data Runs)" ""
before="$(builds_so_far)"
./eenplan start --node provider-one --peer "http://127.0.0.1:$REGION_PORT" --background >"$PLACE/out" 2>&1 </dev/null
check "an organisation's node starts beside it" is $? 0
check "without building again" is "$(builds_so_far)" "$before"
check "it says whom it takes part with" said "joins http://127.0.0.1:$REGION_PORT"
check "it has a folder of its own" is "$(setting_of data/provider-one Node)" provider-one
check "it runs its directory only" is "$(setting_of data/provider-one Runs)" directory
check "it has another port" test "$(setting_of data/provider-one PORT)" != "$REGION_PORT"
check "it loads no families" is "$(grep -c "Loading the demo region" "$PLACE/out")" 0
./eenplan status --node provider-one >"$PLACE/out" 2>&1
check "one can ask how it is" said "standalone: running"

./eenplan stop --node provider-one >"$PLACE/out" 2>&1
check "it stops" said "Stopped."
check "and the region goes on" answers "http://127.0.0.1:$REGION_PORT"
./eenplan start --node provider-one --background >"$PLACE/out" 2>&1 </dev/null
check "it knows by itself whom it takes part with" is "$(setting_of data/provider-one Nodes__Host)" "http://127.0.0.1:$REGION_PORT"
./eenplan stop --node provider-one >/dev/null 2>&1
./eenplan stop >/dev/null 2>&1
check "nothing is left running" is "$(left_over)" 0
[ "$FAILURES" -eq 0 ]
