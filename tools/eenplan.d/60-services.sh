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
folder_of() { printf '%s/artifacts/bin/%s/release' "$ROOT" "$(program_of "$1")"; }

declare -A PORT_OF=() STARTED_PID=() STARTED_AT=() RESTARTS=()
COMMON=()

choose_ports() {
  local ports name i=3
  read -r -a ports <<<"$(ask free-ports $((3 + ${#SERVICES[@]})))"
  BUS_PORT="${ports[0]}" DIST_PORT="${ports[1]}" EPMD_PORT="${ports[2]}"
  for name in "${SERVICES[@]}"; do
    PORT_OF[$name]="${ports[i]}"
    i=$((i + 1))
  done
}

common_settings() {
  # What a request needs is forgotten with it: 64 MiB before the first look for garbage took 7 % less processor under load than the default (docs/performance.md).
  COMMON=(DataFolder="$DATA" Demo__Enabled=true "Frontend__Folder=$ROOT/frontend/dist" PORT="$PORT"
    DOTNET_gcServer=0 DOTNET_GCgen0size=0x4000000 ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Demo}")
  [ "$MODE" = distributed ] || return 0
  COMMON+=(Bus__Transport=RabbitMq Bus__Host=127.0.0.1 "Bus__Port=$BUS_PORT" "Bus__User=$BUS_USER" "Bus__Password=$BUS_PASSWORD")
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

# await_process NAME pid...: watches these too, because when another falls this one may wait for ever.
await_process() {
  local name="$1" target code other
  shift
  case "$name" in
    rabbitmq) target="$BUS_PORT" ;;
    gateway | standalone) target="http://127.0.0.1:$PORT/health/ready" ;;
    *) target="http://127.0.0.1:${PORT_OF[$name]}/health/ready" ;;
  esac
  attended node "$LIBRARY/ask.mjs" wait-ready "$target" "$(IFS=, && printf '%s' "$*")" "${EENPLAN_READY_SECONDS:-120}"
  code=$?
  if [ "$code" -eq 0 ]; then
    [ "$name" = rabbitmq ] && cp "$DATA/distributed/rabbitmq/pid" "$RUN/rabbitmq.pid" 2>/dev/null
    return 0
  fi
  for other in $(names_of_run); do
    [ "$code" -eq 2 ] && [ -n "${STARTED_PID[$other]:-}" ] && ! alive "${STARTED_PID[$other]}" && name="$other" && break
  done
  case "$code" in
    2) warn "eenplan: $name stopped while starting. The end of its log ($DATA/logs/$name.log):" ;;
    *) warn "eenplan: $name did not become ready. The end of its log ($DATA/logs/$name.log):" ;;
  esac
  tail -25 "$DATA/logs/$name.log" 2>/dev/null | sed 's/^/    | /' >&2
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
    start_process rabbitmq
    await_process rabbitmq "${STARTED_PID[@]}"
    for name in "${SERVICES[@]}"; do start_process "$name"; done
    for name in "${SERVICES[@]}"; do await_process "$name" "${STARTED_PID[@]}"; done
    start_process gateway
    await_process gateway "${STARTED_PID[@]}"
  else
    say "Starting EenPlan"
    common_settings
    start_process standalone
    await_process standalone "${STARTED_PID[@]}"
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
      if [ "$name" = rabbitmq ]; then (await_process rabbitmq "${STARTED_PID[rabbitmq]}") 9>&- & fi
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
