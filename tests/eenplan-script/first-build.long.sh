#!/usr/bin/env bash
# A stranger's first minutes with the real thing: a fresh clone, in a path with spaces, killed in the middle of its first build, and then started again.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
git clone -q "$REPO" "$CLONE"
cd "$CLONE" || exit 1
unset PORT EENPLAN_DATA
PORT_HERE="$(free_port)"
HERE="http://127.0.0.1:$PORT_HERE"
SEED="${EENPLAN_SEED:-$RANDOM}"
RANDOM="$SEED"
built() { find artifacts/bin -path '*/release/EenPlan*.dll' 2>/dev/null | grep -q .; }

./eenplan start --port "$PORT_HERE" >"$PLACE/out" 2>&1 </dev/null &
started=$!
disown "$started"
wait_until 300 built
sleep "$((RANDOM % 10))"
kill -KILL "$started"
echo "seed $SEED: killed with $(find artifacts/bin -path '*/release/EenPlan*.dll' | wc -l) libraries built; last said: $(tail -1 "$PLACE/out")"

./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1 </dev/null
check "a start after kill -9 in the first build succeeds" is $? 0
check "it loads the demo region" said "Familie Tweehuizen-Fantasie"
check "it names the people to sign in as" said "Hanneke Denkbeeld"
check "it answers at 127.0.0.1" answers "$HERE"
check "it answers at localhost" answers "http://localhost:$PORT_HERE"
./eenplan stop >/dev/null 2>&1
check "nothing is left running after stop" is "$(left_over)" 0

began="$(date +%s%N)"
./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1 </dev/null
check "a second start succeeds" is $? 0
echo "the second start took $((($(date +%s%N) - began) / 1000000)) ms"
check "and builds nothing" eval '! said Building'
[ "$FAILURES" -eq 0 ]
