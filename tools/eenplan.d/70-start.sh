# shellcheck shell=bash
# ./eenplan start, stop, status, service

read_start_arguments() {
  MODE=standalone BACKGROUND=no DEMO=yes DEMO_REGION="" PORT="${PORT:-}" GIVEN_DATA="" NODE="" PEER=""
  while [ $# -gt 0 ]; do
    case "$1" in
      --distributed) MODE=distributed ;;
      --background) BACKGROUND=yes ;;
      --no-demo) DEMO=no ;;
      --port | --data | --demo-region | --node | --peer) [ $# -ge 2 ] || die "$1 needs a value" ;;&
      --node) NODE="$2" && shift ;;
      --peer) PEER="$2" && shift ;;
      --demo-region) DEMO_REGION="$2" && shift ;;
      --port) PORT="$2" && shift ;;
      --data) GIVEN_DATA="$2" && shift ;;
      *) die "start doesn't know '$1'. See ./eenplan help" ;;
    esac
    shift
  done
  choose_node
  [ -n "$DEMO_REGION" ] || return 0
  if ! [[ "$DEMO_REGION" =~ ^[1-9][0-9]{1,4}$ ]]; then die "'$DEMO_REGION' is no size for a region: say how many families, from 10 to 99999"; fi
  # A region is made whole, in a folder of its own: what people wrote elsewhere stays as it is.
  GIVEN_DATA="${GIVEN_DATA:-${EENPLAN_DATA:-$ROOT/data}/region-$DEMO_REGION}"
}

# Which node this is, what it runs and where. Without --node it is the region, as it always was.
choose_node() {
  check_node "${NODE:=region}"
  [ "$NODE" = region ] || GIVEN_DATA="${GIVEN_DATA:-$(folder_of_node "$NODE")}"
  # Once told which node it takes part in, a node knows.
  [ -n "$PEER" ] || PEER="$(cat "${GIVEN_DATA:-/nowhere}/peer" 2>/dev/null)"
  if [ -n "$PEER" ]; then
    [[ "$PEER" =~ ^https?://[^/[:space:]]+/?$ ]] || die "'$PEER' is no address of a node: give it as http://127.0.0.1:8080 or https://eenplan.example"
    [ -z "$DEMO_REGION" ] || die "--demo-region makes families, and those live at the node that has the plans: not together with --peer"
    # Its own people; the plans are with the peer.
    SERVICES=(directory)
  fi
}

choose_port() {
  if [ -z "$PORT" ] && [ -n "$PEER" ]; then PORT="$(ask free-from 8081)"; fi
  PORT="${PORT:-8080}"
  if ! [[ "$PORT" =~ ^[1-9][0-9]{0,4}$ ]] || [ "$PORT" -gt 65535 ]; then die "'$PORT' is no port: give a number from 1 to 65535"; fi
  URL="http://127.0.0.1:$PORT"
}

check_node() {
  if ! [[ "$1" =~ ^[a-z0-9]+(-[a-z0-9]+)*$ ]] || [ ${#1} -gt 60 ]; then die "'$1' is no name for a node: small letters, digits and hyphens, at most 60"; fi
}
folder_of_node() { printf '%s/%s' "${EENPLAN_DATA:-$ROOT/data}" "$1"; }

say_already_running() {
  local url state
  url="$(info url)" state="$(info state)"
  if [ "$state" = ready ]; then
    say "EenPlan is already running at $url (pid $(info pid), $(info mode)). Stop it with $(stop_of "$DATA")"
    exit 0
  fi
  die "another ./eenplan start (pid $(info pid)) is busy on the data folder $DATA. It will be at ${url:-its address} soon."
}

check_port() {
  local reason
  reason="$(ask port-free "$PORT")" && return 0
  case "$reason" in
    EACCES) die "I may not use port $PORT. Choose one above 1023: PORT=8081 ./eenplan start" ;;
    *) die "port $PORT is taken by another program on this machine. Stop that program, or choose another port: PORT=$((PORT < 65535 ? PORT + 1 : 8081)) ./eenplan start" ;;
  esac
}

build_region_maker() {
  dotnet build "$ROOT/tests/EenPlan.Load/EenPlan.Load.csproj" -c Release -v q -nologo -clp:NoSummary -nodeReuse:false "-p:SharedCompilationId=$COMPILER_ID"
}

# Before anything runs: families with a history of a year and a half, written as if the product had done it, by the maker of regions for load runs.
make_demo_region() {
  [ -n "$DEMO_REGION" ] || return 0
  lock_build
  ON_EXIT+=(stop_compiler)
  EENPLAN_BUILD="$ROOT" step "Building what makes regions" build_region_maker || die "the build failed; see above."
  stop_compiler
  exec 8>&-
  say "Making a region of $DEMO_REGION families"
  attended env EENPLAN_RUN="$DATA" dotnet "$ROOT/artifacts/bin/EenPlan.Load/release/EenPlan.Load.dll" demo --data "$DATA" --plans "$DEMO_REGION" || exit 1
}

load_demo() {
  local program="$ROOT/artifacts/bin/EenPlan.Demo/release/EenPlan.Demo.dll"
  [ "$DEMO" = yes ] && [ -z "$PEER" ] && [ -f "$program" ] || return 0
  say "Loading the demo region"
  attended env EENPLAN_RUN="$DATA" DataFolder="$DATA" dotnet "$program" --url "$URL" \
    || warn "eenplan: the demo region could not be loaded (see above). EenPlan itself runs."
}

welcome() {
  local people
  say ""
  say "EenPlan runs at $URL (also http://localhost:$PORT)"
  if people="$(ask people "$URL/session/demo-accounts" 2>/dev/null)"; then
    say "  Sign in as one of the people of the demo region:"
    say "$people"
  fi
  [ -z "$PEER" ] || say "  This is the node $NODE. Its administrator joins $PEER with the code that the administrator there gives: see docs/nodes.md."
  say "  Data: $DATA    Logs: $DATA/logs"
}

# The second half of a start: from here on we own the processes and stop them when we leave.
run_until_stopped() {
  ON_EXIT+=(end_run)
  start_processes
  load_demo
  write_info ready
  welcome
  if [ "$BACKGROUND" = yes ]; then say "  Stop it with: $(stop_of "$DATA")"; else say "  Stop it with Ctrl-C."; fi
  trap 'say ""; say "Stopping ..."; exit 0' INT TERM HUP
  watch_processes
}

start_command() {
  read_start_arguments "$@"
  need_tools
  choose_port
  use_data_folder "$GIVEN_DATA"
  [ -z "$PEER" ] || printf '%s\n' "$PEER" >"$DATA/peer"
  if [ "${EENPLAN_SECOND_HALF:-}" = yes ]; then
    unset EENPLAN_SECOND_HALF
    write_info starting
    run_until_stopped
  fi
  take_run_lock || say_already_running
  write_info starting
  ON_EXIT+=(forget_info)
  if [ -n "$(processes_marked "EENPLAN_RUN=$DATA")" ]; then
    say "An earlier start on this data folder was broken off; stopping what it left behind"
    end_run
    write_info starting
  fi
  check_port
  [ "$MODE" = distributed ] && need_packages rabbitmq-server
  build_parts product frontend || die "the build failed; see above."
  make_demo_region
  [ -z "$BUILT$DEMO_REGION" ] || check_port
  if [ "$BACKGROUND" = yes ]; then start_in_background; else run_until_stopped; fi
}
forget_info() { if [ "$(info pid)" = $$ ]; then rm -f "$RUN/start.info"; fi; }

# The same script goes on in the background, holding the same lock (9); we leave as soon as it is ready.
start_in_background() {
  local log="$DATA/logs/start.log" options=(--node "$NODE" --port "$PORT" --data "$DATA" --background) pid
  [ "$MODE" = distributed ] && options+=(--distributed)
  [ "$DEMO" = no ] && options+=(--no-demo)
  EENPLAN_SECOND_HALF=yes setsid "$ROOT/eenplan" start "${options[@]}" </dev/null >"$log" 2>&1 &
  pid=$!
  disown "$pid"
  exec 9>&-
  while alive "$pid" && ! { [ "$(info state)" = ready ] && [ "$(info pid)" = "$pid" ]; }; do sleep 0.1; done
  if alive "$pid"; then
    # The welcome follows right after the state; give it the moment it needs.
    local i
    for ((i = 0; i < 100; i++)); do grep -q '^  Stop it with' "$log" && break; sleep 0.1; done
    cat "$log"
    exit 0
  fi
  cat "$log" >&2
  exit 1
}

data_argument() {
  if [ $# -eq 0 ]; then use_data_folder ""; return; fi
  if [ $# -ne 2 ]; then die "I only understand --data DIR or --node NAME here"; fi
  case "$1" in
    --data) use_data_folder "$2" ;;
    --node) check_node "$2" && if [ "$2" = region ]; then use_data_folder ""; else use_data_folder "$(folder_of_node "$2")"; fi ;;
    *) die "I only understand --data DIR or --node NAME here" ;;
  esac
}

stop_command() {
  data_argument "$@"
  local pid
  if run_is_alive; then
    pid="$(info pid)"
    say "Stopping EenPlan (pid $pid) ..."
    kill -TERM "$pid" 2>/dev/null
    flock -w 60 "$RUN/start.lock" true || { warn "it does not listen; killing it"; kill -KILL "$pid" 2>/dev/null; }
  elif [ -z "$(processes_marked "EENPLAN_RUN=$DATA")" ]; then
    say "EenPlan is not running on $DATA"
    return 0
  fi
  end_run
  say "Stopped."
}

status_command() {
  data_argument "$@"
  if ! run_is_alive; then
    say "EenPlan is not running on $DATA"
    [ -z "$(processes_marked "EENPLAN_RUN=$DATA")" ] || say "  but a start that was broken off left processes; $(stop_of "$DATA") ends them"
    return 1
  fi
  local name
  MODE="$(info mode)" URL="$(info url)"
  say "EenPlan ($MODE, pid $(info pid)) at $URL: $(info state)"
  for name in $(names_of_run); do say "  $name: $(own_pid "$name" | sed 's/^/running, pid /' | grep . || printf 'down')"; done
}

service_command() {
  local name="${1:-}" deed="${2:-}" pid
  [ $# -ge 2 ] || die "say which and what: ./eenplan service NAME kill|stop|up"
  shift 2
  data_argument "$@"
  [ -f "$RUN/$name.pid" ] || die "there is no '$name' on $DATA"
  pid="$(own_pid "$name")"
  case "$deed" in
    kill) touch "$RUN/$name.hold" && [ -n "$pid" ] && kill -KILL "$pid" ;;
    stop) touch "$RUN/$name.hold" && [ -n "$pid" ] && end_processes 20 "$pid" ;;
    up) rm -f "$RUN/$name.hold" ;;
    *) die "a service can be told: kill, stop or up" ;;
  esac
}
