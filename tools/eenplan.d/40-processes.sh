# shellcheck shell=bash
# Processes of a run. Each carries two marks in its environment, so that we find ours and never another's.

# processes_marked NAME=VALUE: the ids of the living processes that were started with it.
processes_marked() {
  local file
  grep -lzxF -- "$1" /proc/[0-9]*/environ 2>/dev/null | while read -r file; do
    file="${file#/proc/}"
    printf '%s\n' "${file%/environ}"
  done
}

alive() { [ -n "${1:-}" ] && kill -0 "$1" 2>/dev/null && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }

# A pid file is only believed when the process behind it is marked as ours: ids are used again.
own_pid() {
  local pid
  pid="$(cat "$RUN/$1.pid" 2>/dev/null)"
  alive "$pid" && grep -qzxF -- "EENPLAN_RUN=$DATA" "/proc/$pid/environ" 2>/dev/null && printf '%s' "$pid"
}

# launch NAME FOLDER command...: starts it in FOLDER with its own log and pid file. Sets LAUNCHED.
launch() {
  local name="$1" folder="$2" log="$DATA/logs/$1.log"
  shift 2
  [ -f "$log" ] && [ ! -e "$RUN/$name.pid" ] && mv -f "$log" "$log.1"
  (
    cd "$folder" || exit 1
    exec setsid env EENPLAN_RUN="$DATA" EENPLAN_ROOT="$ROOT" "$@" </dev/null >>"$log" 2>&1 8>&- 9>&-
  ) &
  LAUNCHED=$!
  # Or bash tells about every process that is killed; the watcher says it in better words.
  disown "$LAUNCHED"
  printf '%s\n' "$LAUNCHED" >"$RUN/$name.pid"
}

# Asks kindly, waits, then insists.
end_processes() {
  local wait="$1" pid i left
  shift
  for pid in "$@"; do kill -TERM "$pid" 2>/dev/null; done
  for ((i = 0; i < wait * 10; i++)); do
    left=no
    for pid in "$@"; do alive "$pid" && left=yes; done
    [ "$left" = no ] && return 0
    sleep 0.1
  done
  for pid in "$@"; do kill -KILL "$pid" 2>/dev/null; done
  return 0
}

end_marked() {
  local pids
  mapfile -t pids < <(processes_marked "$1")
  if [ ${#pids[@]} -gt 0 ]; then end_processes 15 "${pids[@]}"; fi
}

use_data_folder() {
  DATA="${1:-${EENPLAN_DATA:-$ROOT/data}}"
  # Families live in it: a folder that we make is for this user alone. One that is there keeps its rights.
  if ! mkdir -p -m 700 "$DATA" 2>/dev/null || [ ! -w "$DATA" ]; then die "I can't write in the data folder $DATA."; fi
  DATA="$(cd "$DATA" && pwd -P)"
  RUN="$DATA/run"
  mkdir -p "$RUN" "$DATA/logs"
}

# What to type to stop what runs on a data folder: it works in a shell that knows nothing of EENPLAN_DATA, too.
stop_of() {
  if [ "$1" = "$(cd "$ROOT" && pwd -P)/data" ] && [ -z "${EENPLAN_DATA:-}" ]; then printf './eenplan stop'; else printf './eenplan stop --data %q' "$1"; fi
}
# The data folders on which something runs from this clone.
folders_of_runs() {
  local pid
  for pid in $(processes_marked "EENPLAN_ROOT=$ROOT"); do tr '\0' '\n' 2>/dev/null <"/proc/$pid/environ" | sed -n 's/^EENPLAN_RUN=//p'; done | sort -u
}

# The lock says whether a start is alive on this data folder; the info file says which one.
take_run_lock() {
  exec 9>>"$RUN/start.lock"
  flock -n 9 && return 0
  # A killed script's last little command may still hold it for a moment.
  ! alive "$(info pid)" && flock -w 5 9
}
info() { sed -n "s/^$1=//p" "$RUN/start.info" 2>/dev/null; }
write_info() {
  printf '%s\n' "pid=$$" "url=$URL" "mode=$MODE" "state=$1" >"$RUN/start.info.new"
  mv -f "$RUN/start.info.new" "$RUN/start.info"
}
run_is_alive() { ! flock -n "$RUN/start.lock" true 2>/dev/null; }
