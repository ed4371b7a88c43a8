# shellcheck shell=bash
# ./eenplan parked: what services could not handle, by their internal routes and with the key of the operator.

# Where a service listens: as the caller says, or as the processes on this data folder were told.
address_of() {
  local name="$1" key="Services__$1" pid
  if [ -n "${!key:-}" ]; then
    printf '%s' "${!key}"
  elif pid="$(own_pid gateway)"; then
    tr '\0' '\n' <"/proc/$pid/environ" | sed -n "s/^$key=//p"
  elif [ -s "$DATA/standalone.lock" ]; then
    printf 'unix:%s' "$(cat "$DATA/standalone.lock")"
  fi
}

is_service() {
  local name
  for name in "${SERVICES[@]}"; do [ "$name" = "$1" ] && return 0; done
  die "I know no service '$1'. There are: ${SERVICES[*]}"
}

read_parked_arguments() {
  GIVEN_DATA="" REASON="" WORDS=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --data | --reason) [ $# -ge 2 ] || die "$1 needs a value" ;;&
      --data) GIVEN_DATA="$2" && shift ;;
      --reason) REASON="$2" && shift ;;
      -*) die "parked doesn't know '$1'. See ./eenplan help" ;;
      *) WORDS+=("$1") ;;
    esac
    shift
  done
}

parked_command() {
  local deed="${1:-}" usage="say: ./eenplan parked list|retry [SERVICE], or ./eenplan parked drop SERVICE ID --reason TEXT" asked=() name address
  [ $# -gt 0 ] && shift
  read_parked_arguments "$@"
  case "$deed:${#WORDS[@]}" in
    list:0 | retry:0) asked=("${SERVICES[@]}") ;;
    list:1 | retry:1) is_service "${WORDS[0]}" && asked=("${WORDS[0]}") ;;
    drop:2)
      is_service "${WORDS[0]}" && asked=("${WORDS[0]}")
      [[ "${WORDS[1]}" =~ ^[0-9]+$ ]] || die "'${WORDS[1]}' is no number of a parked event; ./eenplan parked list has them"
      [ -n "$REASON" ] || die "say why: --reason 'what was decided' (it goes to the log of the service: no names in it)"
      ;;
    *) die "$usage" ;;
  esac
  command -v node >/dev/null 2>&1 || die "this needs Node.js (the command node)"
  use_data_folder "$GIVEN_DATA"
  [ -d "$DATA/keys/public" ] || die "$DATA has no keys: EenPlan was never started there."
  local targets=()
  for name in "${asked[@]}"; do
    address="$(address_of "$name")"
    [ -n "$address" ] || die "I don't know where $name listens. Does EenPlan run on $DATA? Otherwise say it: Services__$name=http://host:port"
    targets+=("$name=$address")
  done
  node "$LIBRARY/parked.mjs" "$DATA/keys" "$deed" "${WORDS[1]:-}" "$REASON" "${targets[@]}"
}
