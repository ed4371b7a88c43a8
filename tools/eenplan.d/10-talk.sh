# shellcheck shell=bash
# Talking to the person at the terminal, and tidying up when we leave.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# A build must leave no process behind.
export MSBUILDDISABLENODEREUSE=1
# A cron job or a bare CI step may have no home; dotnet and npm can't do without.
export HOME="${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}"
# Settings of the machine that would make our programs listen elsewhere than where we look for them.
unset ASPNETCORE_URLS ASPNETCORE_HTTP_PORTS ASPNETCORE_HTTPS_PORTS DOTNET_URLS URLS
# Our programs talk to each other on this machine: never through a proxy.
export no_proxy="${no_proxy:+$no_proxy,}127.0.0.1,localhost,::1"
export NO_PROXY="$no_proxy"

# Where the script keeps its own notes: stamps, locks, logs of builds, results of tests.
NOTES="$ROOT/.eenplan"

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
die() {
  warn "eenplan: $*"
  exit 1
}

ON_EXIT=()
TIDIED=no
tidy_up() {
  local code=$? i
  [ "$TIDIED" = yes ] && return
  TIDIED=yes
  trap '' INT TERM HUP
  for ((i = ${#ON_EXIT[@]} - 1; i >= 0; i--)); do "${ON_EXIT[i]}"; done
  exit "$code"
}
trap tidy_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

BUSY_PID=""
stop_busy() {
  [ -n "$BUSY_PID" ] || return 0
  kill -TERM -- "-$BUSY_PID" 2>/dev/null
  local i
  for ((i = 0; i < 50; i++)); do
    kill -0 -- "-$BUSY_PID" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL -- "-$BUSY_PID" 2>/dev/null
  BUSY_PID=""
}
ON_EXIT+=(stop_busy)

# Its own process group, so that all it started can be stopped with it; the locks (8, 9) stay ours.
in_own_group() {
  set -m
  "$@" </dev/null 8>&- 9>&- &
  BUSY_PID=$!
  set +m
}

# Runs a command so that Ctrl-C and TERM are obeyed at once (bash holds them back while a foreground command runs).
attended() {
  local code
  in_own_group "$@"
  wait "$BUSY_PID"
  code=$?
  BUSY_PID=""
  return "$code"
}

# step "What we do" command...: shows the name, now and then a sign of life, and the seconds. Output goes to a log, shown when it fails.
step() {
  local title="$1" started=$SECONDS log shown=0 code
  shift
  mkdir -p "$NOTES/logs"
  log="$NOTES/logs/$(printf '%s' "$title" | tr -cs '[:alnum:]' '-' | tr '[:upper:]' '[:lower:]' | cut -c1-60).log"
  say "  $title ..."
  in_own_group "$@" >"$log" 2>&1
  while kill -0 "$BUSY_PID" 2>/dev/null; do
    sleep 0.2 8>&- 9>&-
    if ((SECONDS - started >= shown + 15)); then
      shown=$((SECONDS - started))
      say "    ... busy, $shown s"
    fi
  done
  wait "$BUSY_PID"
  code=$?
  BUSY_PID=""
  if [ "$code" -eq 0 ]; then
    say "    done in $((SECONDS - started)) s"
    return 0
  fi
  warn "    failed after $((SECONDS - started)) s (exit $code):"
  { grep -E '(error|ERR!|^E:)' "$log" | sort -u | head -25 | grep . || tail -25 "$log"; } | sed 's/^/    | /' >&2
  warn "    everything it said: $log"
  return "$code"
}
