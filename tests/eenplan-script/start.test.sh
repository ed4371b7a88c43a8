#!/usr/bin/env bash
# The stories of ./eenplan start, as a stranger meets them.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone
PORT_HERE="$(free_port)"
HERE="http://127.0.0.1:$PORT_HERE"

./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1 </dev/null
check "a first start in a path with spaces succeeds" is $? 0
check "it says where to look" said "EenPlan runs at $HERE"
check "it names the people of the demo region" said "Anna de Vries"
check "it loads the demo region" said "loaded into $HERE"
check "nobody else on this machine may look into the data folder" is "$(stat -c %a data)" 700
check "it answers at 127.0.0.1" answers "$HERE"
check "it answers at localhost" answers "http://localhost:$PORT_HERE"

./eenplan start --port "$PORT_HERE" >"$PLACE/out" 2>&1
check "a second start says that EenPlan is already running, and where" said "already running at $HERE (pid "
./eenplan status >"$PLACE/out" 2>&1
check "status knows that it runs" said "standalone: running"

./eenplan start --port "$PORT_HERE" --data "$PLACE/other" >"$PLACE/out" 2>&1
check "a start on a taken port fails" is $? 1
check "and says which port, and what to do" said "port $PORT_HERE is taken"
check "and leaves the one that runs alone" answers "$HERE"

./eenplan stop >"$PLACE/out" 2>&1
check "stop succeeds" is $? 0
check "stop ends the program in order" grep -q "stopped in order" data/logs/standalone.log
check "nothing is left running after stop" is "$(left_over)" 0
./eenplan stop >"$PLACE/out" 2>&1
check "a stop too many is no problem" said "is not running"

before="$(builds_so_far)"
./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
check "a start after nothing changed does not build" is "$(builds_so_far)" "$before"
echo "changed" >>services/one.cs
./eenplan start --port "$(free_port)" --data "$PLACE/other" >"$PLACE/out" 2>&1
check "a build under a running EenPlan is refused" said "Stop it first"
check "and says how" said "./eenplan stop"
./eenplan stop >/dev/null 2>&1
./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
check "a start after an edit builds" is "$(builds_so_far)" "$((before + 1))"
./eenplan stop >/dev/null 2>&1
echo tampered >>artifacts/bin/EenPlan.Cases/release/EenPlan.Cases.dll
./eenplan build >"$PLACE/out" 2>&1
check "outputs that somebody else built are not trusted" is "$(builds_so_far)" "$((before + 2))"
touch services/new.cs
./eenplan build >"$PLACE/out" 2>&1
check "a new file that git does not know yet is built" is "$(builds_so_far)" "$((before + 3))"

folder_of_program() { basename "$(dirname "$(readlink "/proc/$(cat data/run/standalone.pid)/cwd")")"; }
mkdir services/native
touch services/native/EenPlan.Native.csproj "$PLACE/bin/break-native"
./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
check "a start where native code cannot be made goes on without" is "$(folder_of_program)" EenPlan.Standalone
check "and says so" said "going on without native code"
./eenplan stop >/dev/null 2>&1
rm "$PLACE/bin/break-native"
echo "changed for native code" >>services/one.cs
./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
check "a program with native code is the one that starts" is "$(folder_of_program)" EenPlan.Native
./eenplan stop >/dev/null 2>&1
touch "$PLACE/bin/break-native"
echo "changed and without native code" >>services/one.cs
./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
check "native code of an older build is not started" is "$(folder_of_program)" EenPlan.Standalone
./eenplan stop >/dev/null 2>&1
rm -r "$PLACE/bin/break-native" services/native

# The folder by its variable, and the stop by what the start said, in a shell where the variable is gone.
EENPLAN_DATA="$PLACE/of a variable" ./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
stop="$(sed -n 's/^  Stop it with: //p' "$PLACE/out")"
echo "changed again" >>services/one.cs
./eenplan build >"$PLACE/out" 2>&1
check "a refused build names the folder that is in use" said "$stop"
eval "$stop" >"$PLACE/out" 2>&1
check "a start in another folder says how to stop it from anywhere" said "Stopped."
check "and that stops it" is "$(./eenplan status --data "$PLACE/of a variable")" "EenPlan is not running on $PLACE/of a variable"

# Two at once, before there is anything to see of the other: one starts, the other says so, and neither harms the other.
./eenplan start --port "$PORT_HERE" --background >"$PLACE/one" 2>&1 &
one=$!
./eenplan start --port "$PORT_HERE" --background >"$PLACE/two" 2>&1 &
two=$!
wait "$one"
first=$?
wait "$two"
second=$?
cat "$PLACE/one" "$PLACE/two" >"$PLACE/out"
check "of two starts at once one starts" is "$(grep -c "^EenPlan runs at" "$PLACE/out")" 1
check "and the other says that it is being done already" grep -qE "is busy on the data folder|is already running" "$PLACE/out"
check "one of them succeeds" [ "$first" -eq 0 -o "$second" -eq 0 ]
check "and it answers" answers "$HERE"
./eenplan stop >/dev/null 2>&1

if [ "$(id -u)" = 0 ]; then
  # Somebody without any rights, in an own clone: nothing of a start needs root.
  chmod a+rx "$PLACE" "$(dirname "$PLACE")"
  chown -R 65534:65534 "$PLACE"
  as_nobody() { setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs env HOME="$PLACE" "$@"; }
  as_nobody ./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
  check "somebody who is not root starts it" said "EenPlan runs at $HERE"
  check "and no process of it is root's" is "$(stat -c %u "/proc/$(cat data/run/standalone.pid)")" 65534
  as_nobody ./eenplan stop >"$PLACE/out" 2>&1
  check "and stops it" said "Stopped."
  chown -R 0:0 "$PLACE"
fi

./eenplan start --port 99999 >"$PLACE/out" 2>&1
check "an impossible port is refused" said "is no port"

# Ctrl-C goes to the foreground program of a terminal; here: the same signal to the script.
rm "$PLACE/out"
set -m
./eenplan start --port "$PORT_HERE" >"$PLACE/out" 2>&1 &
started=$!
set +m
wait_until 20 said "Stop it with Ctrl-C"
./eenplan status >/dev/null 2>&1
check "a start in the foreground stays" is $? 0
kill -INT "$started"
wait "$started"
check "Ctrl-C is a good end" is $? 0
check "Ctrl-C leaves nothing running" is "$(left_over)" 0

rm "$PLACE/out"
./eenplan start --port "$PORT_HERE" >"$PLACE/out" 2>&1 &
started=$!
disown "$started"
wait_until 20 said "Stop it with Ctrl-C"
kill -KILL "$started"
./eenplan start --port "$PORT_HERE" --background >"$PLACE/out" 2>&1
check "a start after a killed start recovers" said "EenPlan runs at $HERE"
check "and says that it tidies up" said "was broken off"
kill -KILL "$(cat data/run/standalone.pid)"
wait_until 10 [ ! -e data/run/start.info ]
./eenplan status >"$PLACE/out" 2>&1
check "when the program dies, the start ends too" said "is not running"

[ "$FAILURES" -eq 0 ]
