# shellcheck shell=bash
# ./eenplan load: makes a region, starts the product on it, lets people work, and writes down what came of it. EenPlan.Load does the work.

read_load_arguments() {
  MODE=distributed TIER="" FACTOR=1 MINUTES=30 PORT=8090 GIVEN_DATA="" LOAD_OUT="" LOAD_RUN=() LOAD_MAKE=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --standalone) MODE=standalone ;;
      --tier | --factor | --minutes | --data | --out | --port | --plans | --seed | --streams | --feeds | --visitors | --reads) [ $# -ge 2 ] || die "$1 needs a value" ;;&
      --tier) TIER="$2" && shift ;;
      --factor) FACTOR="$2" && shift ;;
      --minutes) MINUTES="$2" && shift ;;
      --data) GIVEN_DATA="$2" && shift ;;
      --out) LOAD_OUT="$2" && shift ;;
      --port) PORT="$2" && shift ;;
      --plans | --seed) LOAD_MAKE+=("$1" "$2") && shift ;;
      --streams | --feeds | --visitors | --reads) LOAD_RUN+=("$1" "$2") && shift ;;
      *) die "load doesn't know '$1'. See ./eenplan help" ;;
    esac
    shift
  done
  case "$TIER" in twente | national) ;; *) die "say how large: ./eenplan load --tier twente|national" ;; esac
  local number
  for number in "$FACTOR" "$MINUTES"; do [[ "$number" =~ ^[0-9]+(\.[0-9]+)?$ ]] || die "'$number' is no number"; done
  URL="http://127.0.0.1:$PORT"
}

load_program() { attended env EENPLAN_RUN="$DATA" DOTNET_gcServer=0 ${LOAD_PIN:+taskset -c "$LOAD_PIN"} dotnet "$ROOT/artifacts/bin/EenPlan.Load/release/EenPlan.Load.dll" "$@"; }

load_command() {
  read_load_arguments "$@"
  need_tools
  [ "$MODE" = distributed ] && need_packages rabbitmq-server
  build_parts backend frontend || die "the build failed; see above."
  # Every live stream is an open file, twice in the gateway.
  ulimit -n 100000 2>/dev/null || ulimit -n "$(ulimit -Hn)"
  use_data_folder "${GIVEN_DATA:-/var/tmp/eenplan-load/$TIER}"
  case "$DATA/" in "$ROOT"/*) die "the data of a load run does not belong in the clone; choose another --data" ;; esac
  take_run_lock || die "something runs on $DATA already; stop it first: ./eenplan stop --data $DATA"
  load_program make --tier "$TIER" --data "$DATA" "${LOAD_MAKE[@]}" || exit 1
  start_under_load
  # The generator keeps to the last processor, so that it takes from the product what a fixed part of a machine is, and no more.
  LOAD_PIN="$(($(nproc) - 1))"
  load_program run --url "$URL" --data "$DATA" --factor "$FACTOR" --minutes "$MINUTES" --mode "$MODE" --processes "$(load_processes)" \
    --out "${LOAD_OUT:-$ROOT/docs/load/$(date -u +%F)-$TIER-x$FACTOR}" "${LOAD_RUN[@]}"
}

# The product as people have it, limits and all.
start_under_load() {
  check_port
  write_info starting
  ON_EXIT+=(forget_info end_run)
  start_processes
  write_info ready
}

load_processes() {
  local name pid all=()
  for name in $(names_of_run); do
    pid="$(own_pid "$name")" && all+=("$name=$pid")
  done
  (IFS=, && printf '%s' "${all[*]}")
}
