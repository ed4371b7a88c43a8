# shellcheck shell=bash
# ./eenplan backup and restore: a node on SQLite, by the program in services/backup.

backup_program() {
  local program="$ROOT/artifacts/bin/EenPlan.Backup/release/EenPlan.Backup.dll"
  need_tools
  [ -f "$program" ] || die "the program that makes copies is not built yet. Run ./eenplan build first."
  attended env Node="$(name_of_node)" dotnet "$program" "$@"
}

# As the processes on this data folder were told, or as the caller says.
name_of_node() {
  local name pid
  for name in gateway standalone; do
    pid="$(own_pid "$name")" && tr '\0' '\n' <"/proc/$pid/environ" | sed -n 's/^Node=//p' | grep . && return 0
  done
  printf '%s' "${Node:-region}"
}

# read_folders COMMAND OPTION words...: sets FOLDER to the value of OPTION, made whole, and GIVEN_DATA.
read_folders() {
  local command="$1" option="$2"
  shift 2
  GIVEN_DATA="" FOLDER=""
  while [ $# -gt 0 ]; do
    case "$1" in
      --data | "$option") [ $# -ge 2 ] && [ -n "$2" ] || die "$1 needs a value" ;;&
      --data) GIVEN_DATA="$2" ;;
      "$option") FOLDER="$(realpath -m -- "$2")" ;;
      *) die "$command doesn't know '$1'. See ./eenplan help" ;;
    esac
    shift 2
  done
  [ -n "$FOLDER" ] || die "say which folder: ./eenplan $command $option DIR"
}

# The folder as it is written, without making it: a restore may be into nothing.
existing_data() {
  DATA="$(realpath -m -- "${1:-${EENPLAN_DATA:-$ROOT/data}}")"
  RUN="$DATA/run"
}

backup_command() {
  if [ "${1:-}" = --check ] && [ $# -eq 2 ]; then
    existing_data ""
    backup_program check --from "$(realpath -m -- "$2")"
    return
  fi
  read_folders backup --to "$@"
  existing_data "$GIVEN_DATA"
  [ -d "$DATA" ] || die "$DATA is not there. Say which node: --data DIR"
  backup_program backup --data "$DATA" --to "$FOLDER"
}

restore_command() {
  read_folders restore --from "$@"
  existing_data "$GIVEN_DATA"
  if [ -e "$RUN/start.lock" ] && run_is_alive || [ -n "$(processes_marked "EENPLAN_RUN=$DATA")" ]; then
    die "EenPlan runs on $DATA. Stop it first: $(stop_of "$DATA")"
  fi
  backup_program restore --data "$DATA" --from "$FOLDER"
}
