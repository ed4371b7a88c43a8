#!/usr/bin/env bash
# ./eenplan parked: what services could not handle, settled with the key of the operator.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone
PORT_HERE="$(free_port)"
export Services__network="http://127.0.0.1:$PORT_HERE"

parked() { ./eenplan parked "$@" >"$PLACE/out" 2>&1; }
row() { grep -E "^network +$1 " "$PLACE/out" >/dev/null; }

parked list network
check "a folder where EenPlan never ran is told so" said "has no keys"
mkdir -p data/keys/public
parked list network
check "a service that does not answer is named, with its address" said "network cannot be reached at $Services__network"
parked list
check "a service whose address nobody knows is named, with what to say" said "Services__cases=http://host:port"

DataFolder="$CLONE/data" ASPNETCORE_URLS="$Services__network" node "$PLACE/bin/stand-in-program.mjs" EenPlan.Network.dll >"$PLACE/network.log" 2>&1 &
standing_in=$!
disown "$standing_in"
wait_until 20 answers "$Services__network"

parked list network
check "a list succeeds" is $? 0
check "it has each event with number, source, case and reason" grep -qE "^network +12 +cases 42 +2026-11-20 10:00:00 +01a21a5d-.* +waits behind" "$PLACE/out"
check "the key of the operator is for the owner alone" is "$(stat -c %a data/keys/service-operator.private.json)" 600
check "its public half holds no secret" grep -q '"d":null' data/keys/public/service-operator.json
before="$(cat data/keys/service-operator.private.json)"

parked retry network
check "a retry that leaves something fails" is $? 1
check "and tells what was settled and what stays" said "network: 1 settled, 2 still parked"
parked drop network 11
check "a drop without a reason is refused" said "say why"
parked drop network 99 --reason "nothing"
check "a drop of what is not parked fails" said "network has no parked event 99"
parked drop network 11 --reason "the region decided so"
check "a drop succeeds" is $? 0
check "and the service hears the reason" grep -q "dropped 11: the region decided so" "$PLACE/network.log"
parked list network
check "what was dropped is gone, what waits behind it stays" eval '! row 11 && row 12'
parked retry network
check "then a retry settles the rest" said "Nothing is parked any more."
parked list network
check "and nothing is parked" said "Nothing is parked."
check "the key stays the same" is "$(cat data/keys/service-operator.private.json)" "$before"

# As after a key folder that is not the one of the services.
rm data/keys/service-operator.private.json
parked list network
check "a key that the service does not know is told" said "does not believe the key of the operator"
parked list nobody
check "an unknown service is answered with those that exist" said "There are: cases directory network reporting subscriptions"
parked dance
check "an unknown deed is answered with what there is" said "list|retry"

kill -TERM "$standing_in"
[ "$FAILURES" -eq 0 ]
