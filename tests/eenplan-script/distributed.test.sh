#!/usr/bin/env bash
# ./eenplan start --distributed: a real RabbitMQ, and every service a process of its own.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone

drawn_ports() {
  PORT=40000 SERVICES=(cases)
  . tools/eenplan.d/60-services.sh
  ask() { echo turn >>"$PLACE/turns" && if [ "$(wc -l <"$PLACE/turns")" -eq 1 ]; then echo 1 2 3 4 40000; else echo 1 2 3 4 5; fi; }
  choose_ports
  echo "${PORT_OF[cases]}"
}
check "no service is given the gateway's own port, which is free until the gateway runs" is "$(drawn_ports)" 5

PORT_HERE="$(free_port)"
HERE="http://127.0.0.1:$PORT_HERE"
NAMES="rabbitmq cases directory network reporting subscriptions gateway"

epmd_count() { cat /proc/[0-9]*/comm 2>/dev/null | grep -cx epmd; }
running() { ./eenplan status | grep -q "^  $1: running"; }
down() { ./eenplan status | grep -q "^  $1: down"; }
setting() { tr '\0' '\n' <"/proc/$(cat data/run/cases.pid)/environ" | sed -n "s/^$1=//p"; }
all_running() {
  local name
  for name in $NAMES; do running "$name" || return 1; done
}
# The addresses on which our processes listen, from the kernel's own tables: hexadecimal, 0100007F is 127.0.0.1.
listening_elsewhere() {
  local pid inode
  for pid in $(grep -lzxF "EENPLAN_RUN=$CLONE/data" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3); do
    for inode in $(find "/proc/$pid/fd" -lname 'socket:*' -printf '%l\n' 2>/dev/null | tr -dc '0-9\n'); do
      awk -v inode="$inode" '$4 == "0A" && $10 == inode { sub(/:.*/, "", $2); print $2 }' /proc/net/tcp /proc/net/tcp6 2>/dev/null
    done
  done | sort -u | grep -vxE '0100007F|00000000000000000000000001000000|0000000000000000FFFF00000100007F'
}

strangers="$(epmd_count)"
node -e 'require("net").createServer().listen(Number(process.argv[1]), "127.0.0.1")' "$PORT_HERE" &
stranger=$!
disown "$stranger"
port_taken() { ! node tools/eenplan.d/ask.mjs port-free "$PORT_HERE" >/dev/null; }
wait_until 10 port_taken
./eenplan start --distributed --port "$PORT_HERE" >"$PLACE/out" 2>&1 </dev/null
check "a distributed start on a taken port fails" is $? 1
check "and says which port" said "port $PORT_HERE is taken"
kill "$stranger"
wait_until 10 eval '! port_taken'

# A service is killed while the others start: the start says which one, and stops what it had.
./eenplan start --distributed --port "$PORT_HERE" >"$PLACE/out" 2>&1 </dev/null &
started=$!
wait_until 60 [ -s data/run/reporting.pid ]
kill -KILL "$(cat data/run/reporting.pid)"
wait "$started"
check "a start that loses a service fails" is $? 1
check "and says which" said "reporting stopped while starting"
check "and leaves nothing behind" is "$(left_over)" 0

./eenplan start --distributed --background --port "$PORT_HERE" >"$PLACE/out" 2>&1 </dev/null
check "a distributed start succeeds" is $? 0
check "every service and the broker are processes of their own" all_running
check "the gateway answers" answers "$HERE"
check "a service is told how to reach the broker" is "$(setting Bus__Transport)" RabbitMq
check "a service is told where the others are" grep -qE '^http://127.0.0.1:[0-9]+$' <<<"$(setting Services__network)"
./eenplan start --distributed --port "$PORT_HERE" >"$PLACE/out" 2>&1 </dev/null
check "a second start says that it is already running, and where" said "already running at $HERE (pid "
check "nothing of ours listens beyond this machine" is "$(listening_elsewhere)" ""

# The real services make keys; stand-ins do not.
mkdir -p data/keys/public
./eenplan parked list >"$PLACE/out" 2>&1
check "parked events of every service are found" said "waits behind an earlier event"

./eenplan service cases kill
check "a killed service stays down while it is held" wait_until 5 down cases
./eenplan service cases up
check "and comes up again when asked" wait_until 15 running cases
old="$(cat data/run/network.pid)"
kill -KILL "$old"
back() { [ "$(cat data/run/network.pid)" != "$old" ] && running network; }
check "a service that falls by itself is started again" wait_until 15 back
port_of_broker="$(setting Bus__Port)"
kill -KILL "$(cat data/run/rabbitmq.pid)"
broker_back() { running rabbitmq && node tools/eenplan.d/ask.mjs wait-ready "$port_of_broker" $$ 1; }
check "a killed broker comes back on its own port" wait_until 60 broker_back

./eenplan stop >"$PLACE/out" 2>&1
check "stop ends all of it" is "$(grep -lzF "EENPLAN_RUN=$CLONE" /proc/[0-9]*/environ 2>/dev/null | wc -l)" 0
check "and no epmd of ours is left, nor another's gone" wait_until 5 eval '[ "$(epmd_count)" -le "$strangers" ]'

rm "$PLACE/out"
set -m
./eenplan start --distributed --port "$PORT_HERE" >"$PLACE/out" 2>&1 </dev/null &
started=$!
set +m
wait_until 60 said "Stop it with Ctrl-C"
kill -INT "$started"
wait "$started"
check "Ctrl-C is a good end" is $? 0
check "Ctrl-C ends all of it" is "$(left_over)" 0

rm "$PLACE/out"
./eenplan start --distributed --port "$PORT_HERE" >"$PLACE/out" 2>&1 </dev/null &
started=$!
disown "$started"
wait_until 60 said "Stop it with Ctrl-C"
kill -KILL "$started"
./eenplan start --distributed --background --port "$PORT_HERE" >"$PLACE/out" 2>&1 </dev/null
check "a start after a killed start recovers" said "EenPlan runs at $HERE"
check "and says that it tidies up" said "was broken off"
./eenplan stop >"$PLACE/out" 2>&1
check "and stops clean" is "$(left_over)" 0
[ "$FAILURES" -eq 0 ]
