# shellcheck shell=bash
# The processes of a start, by name: how each is started and when it is ready.

SERVICES=(cases directory network reporting subscriptions)

program_of() {
  case "$1" in
    cases) printf EenPlan.Cases ;;
    directory) printf EenPlan.Directory ;;
    network) printf EenPlan.Network ;;
    reporting) printf EenPlan.Reporting ;;
    subscriptions) printf EenPlan.Subscriptions ;;
    gateway) printf EenPlan.Gateway ;;
    standalone) printf EenPlan.Standalone ;;
  esac
}
# Where a program starts from: with native code when that could be made.
folder_of() {
  if [ -f "$NATIVE/$(program_of "$1").dll" ]; then printf '%s' "$NATIVE"; else printf '%s/artifacts/bin/%s/release' "$ROOT" "$(program_of "$1")"; fi
}

declare -A PORT_OF=() STARTED_PID=() STARTED_AT=() RESTARTS=()
COMMON=()

choose_ports() {
  local ports=("$PORT") name i=4
  # The gateway's own port is free too until the gateway runs.
  while [[ " ${ports[*]} " == *" $PORT "* ]]; do read -r -a ports <<<"$(ask free-ports $((4 + ${#SERVICES[@]})))"; done
  BUS_PORT="${ports[0]}" DIST_PORT="${ports[1]}" EPMD_PORT="${ports[2]}" MANAGEMENT_PORT="${ports[3]}"
  for name in "${SERVICES[@]}"; do
    PORT_OF[$name]="${ports[i]}"
    i=$((i + 1))
  done
}

common_settings() {
  # What a request needs is forgotten with it: 64 MiB before the first look for garbage took 7 % less processor under load than the default (docs/performance.md).
  COMMON=(DataFolder="$DATA" Demo__Enabled=true "Frontend__Folder=$ROOT/frontend/dist" PORT="$PORT"
    DOTNET_gcServer=0 DOTNET_GCgen0size=0x4000000 ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Demo}")
  COMMON+=(Node="$NODE")
  [ -z "$PEER" ] || COMMON+=(Runs="$(IFS=, && printf '%s' "${SERVICES[*]}")" Nodes__Host="$PEER")
  [ "$MODE" = distributed ] || return 0
  COMMON+=(Bus__Transport=RabbitMq Bus__Host=127.0.0.1 "Bus__Port=$BUS_PORT" "Bus__User=$BUS_USER" "Bus__Password=$BUS_PASSWORD"
    Amqp__Host=127.0.0.1 "Amqp__Port=$BUS_PORT" "Amqp__User=$BUS_USER" "Amqp__Password=$BUS_PASSWORD" "Amqp__Management=http://127.0.0.1:$MANAGEMENT_PORT")
  local name
  for name in "${SERVICES[@]}"; do COMMON+=("Services__$name=http://127.0.0.1:${PORT_OF[$name]}"); done
}

start_process() {
  local name="$1" folder extra=()
  if [ "$name" = rabbitmq ]; then
    launch_broker
  else
    folder="$(folder_of "$name")"
    [ -f "$folder/$(program_of "$name").dll" ] || die "$folder has no $(program_of "$name").dll; ./eenplan build should have made it."
    # The gateway chooses its own addresses from PORT; a service listens where the others are told it is.
    [ -n "${PORT_OF[$name]:-}" ] && extra=("ASPNETCORE_URLS=http://127.0.0.1:${PORT_OF[$name]}")
    launch "$name" "$folder" env "${COMMON[@]}" "${extra[@]}" dotnet "$(program_of "$name").dll"
  fi
  STARTED_PID[$name]=$LAUNCHED STARTED_AT[$name]=$SECONDS
}

health_of() {
  case "$1" in
    rabbitmq) printf '%s' "$BUS_PORT" ;;
    gateway | standalone) printf 'http://127.0.0.1:%s/health/ready' "$PORT" ;;
    *) printf 'http://127.0.0.1:%s/health/ready' "${PORT_OF[$1]}" ;;
  esac
}

# await_processes NAME...: in this order; watches all that were started, because when another falls these may wait for ever.
await_processes() {
  local name addresses=() code other
  for name in "$@"; do addresses+=("$(health_of "$name")"); done
  attended node "$LIBRARY/ask.mjs" wait-ready "$(IFS=, && printf '%s' "${addresses[*]}")" "$(IFS=, && printf '%s' "${STARTED_PID[*]}")" "${EENPLAN_READY_SECONDS:-120}"
  code=$?
  if [ "$code" -eq 0 ]; then
    # What starts the broker is not the broker.
    [ "$MODE" = distributed ] && cp "$DATA/distributed/rabbitmq/pid" "$RUN/rabbitmq.pid" 2>/dev/null
    return 0
  fi
  if [ "$code" -ge 100 ]; then
    shift $((code - 100))
    warn "eenplan: $1 did not become ready. The end of its log ($DATA/logs/$1.log):"
  else
    for other in $(names_of_run); do [ -n "${STARTED_PID[$other]:-}" ] && ! alive "${STARTED_PID[$other]}" && set -- "$other" && break; done
    warn "eenplan: $1 stopped while starting. The end of its log ($DATA/logs/$1.log):"
  fi
  tail -25 "$DATA/logs/$1.log" 2>/dev/null | sed 's/^/    | /' >&2
  exit 1
}

names_of_run() {
  if [ "$MODE" = distributed ]; then printf '%s\n' rabbitmq "${SERVICES[@]}" gateway; else printf 'standalone\n'; fi
}

start_processes() {
  local name began=$SECONDS
  if [ "$MODE" = distributed ]; then
    say "Starting RabbitMQ, ${SERVICES[*]} and the gateway, each its own process"
    choose_ports
    prepare_broker
    common_settings
    # All at once: nobody needs another to start, and the broker leaves the processors idle half of the time.
    for name in rabbitmq "${SERVICES[@]}" gateway; do start_process "$name"; done
    # The gateway last: it keeps for a second that a service was not there.
    await_processes "${SERVICES[@]}" rabbitmq gateway
  else
    say "Starting EenPlan"
    common_settings
    start_process standalone
    await_processes standalone
  fi
  say "    ready in $((SECONDS - began)) s"
}

# Stays until told to stop. One program: when it ends, so do we. Distributed: a fallen process is put up again.
watch_processes() {
  local name
  while :; do
    for name in $(names_of_run); do
      alive "${STARTED_PID[$name]:-}" && continue
      if [ "$MODE" = standalone ]; then
        warn "eenplan: EenPlan stopped by itself. The end of its log ($DATA/logs/standalone.log):"
        tail -25 "$DATA/logs/standalone.log" | sed 's/^/    | /' >&2
        exit 1
      fi
      # Somebody asked for it to stay down: ./eenplan service NAME kill|stop.
      [ -e "$RUN/$name.hold" ] && continue
      # Falling again and again right after its start is a fault of its own; falling once in a while is not.
      ((SECONDS - ${STARTED_AT[$name]:-0} > 20)) && RESTARTS[$name]=0
      RESTARTS[$name]=$((${RESTARTS[$name]:-0} + 1))
      say "$(date +%H:%M:%S) $name is down; starting it again (${RESTARTS[$name]})"
      if [ "${RESTARTS[$name]}" -gt 50 ]; then die "$name keeps falling; see $DATA/logs/$name.log"; fi
      start_process "$name"
      # Nobody waits here: while one gets up, another may fall. The broker writes its own pid file once it runs.
      if [ "$name" = rabbitmq ]; then (STARTED_PID=([rabbitmq]="$LAUNCHED") && await_processes rabbitmq) 9>&- & fi
    done
    sleep 0.5 9>&-
  done
}

end_run() {
  local name pid group=()
  pid="$(own_pid gateway)" && end_processes 15 "$pid"
  for name in standalone "${SERVICES[@]}"; do pid="$(own_pid "$name")" && group+=("$pid"); done
  [ ${#group[@]} -gt 0 ] && end_processes 20 "${group[@]}"
  pid="$(own_pid rabbitmq)" && end_processes 20 "$pid"
  # What is left: the broker's epmd and helpers, or what a killed start left behind.
  end_marked "EENPLAN_RUN=$DATA"
  rm -f "$RUN"/*.pid "$RUN"/*.hold "$RUN/start.info"
  remove_broker_link
}
