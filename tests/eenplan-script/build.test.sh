#!/usr/bin/env bash
# Builds that fail or are broken off, and machines that lack something.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone
PORT_HERE="$(free_port)"

touch "$PLACE/bin/break-build"
./eenplan start --port "$PORT_HERE" >"$PLACE/out" 2>&1
check "a build with errors stops the start" is $? 1
check "and shows the error" said "error CS1002"
./eenplan test dotnet >"$PLACE/out" 2>&1
check "a test run that can't build fails" is $? 1
check "and still ends with its line" is "$(tail -1 "$PLACE/out")" "0 passed, 1 failed"
rm "$PLACE/bin/break-build"

touch "$PLACE/bin/slow-build"
./eenplan start --port "$PORT_HERE" >"$PLACE/out" 2>&1 &
started=$!
disown "$started"
wait_until 20 grep -q half artifacts/bin/EenPlan.Subscriptions/release/EenPlan.Subscriptions.dll 2>/dev/null
./eenplan start --port "$PORT_HERE" >"$PLACE/out2" 2>&1
check "a second start during the first build is told so" grep -q "is busy on the data folder" "$PLACE/out2"
kill -KILL "$started"
rm "$PLACE/bin/slow-build"
./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
check "a start after kill -9 in the first build recovers" said "EenPlan runs at"
check "nothing half-written is kept" is "$(grep -l half artifacts/bin/*/release/*.dll | wc -l)" 0
./eenplan stop >/dev/null 2>&1

touch "$PLACE/bin/slow-build"
echo edit >>services/one.cs
rm "$PLACE/out"
set -m
./eenplan start --port "$PORT_HERE" >"$PLACE/out" 2>&1 &
started=$!
set +m
wait_until 20 said "Building the services"
kill -INT "$started"
wait "$started"
check "Ctrl-C in a build stops the start" is $? 130
check "and the build with it" is "$(grep -lzxF "EENPLAN_BUILD=$CLONE" /proc/[0-9]*/environ 2>/dev/null | wc -l)" 0
rm "$PLACE/bin/slow-build"

(
  # A machine with bash and the usual tools, but without Node.
  mkdir "$PLACE/bare"
  for tool in bash env sed grep git mkdir dirname readlink id getent cut cat; do
    ln -s "$(command -v "$tool")" "$PLACE/bare/$tool"
  done
  PATH="$PLACE/bare" ./eenplan start
) >"$PLACE/out" 2>&1
check "a machine without Node is told what to install" said "Node.js 20"

./eenplan dance >"$PLACE/out" 2>&1
check "an unknown command is answered with those that exist" said "I don't know the command 'dance'"
./eenplan test dance >"$PLACE/out" 2>&1
check "an unknown suite is answered with those that exist" said "dotnet frontend scripts distributed journeys"

[ "$FAILURES" -eq 0 ]
