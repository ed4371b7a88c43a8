# shellcheck shell=bash
# ./eenplan bench: the product beside its references, measured in turns on this machine. It only prepares; EenPlan.Bench measures, and EenPlan.Load the row that needs regions.

bench_command() {
  need_tools
  local mark program=EenPlan.Bench words=("$@")
  if [[ " $* " == *" scale "* ]]; then
    program=EenPlan.Load
    read_scale_arguments "$@"
    words=("${SCALE_WORDS[@]}")
  fi
  mkdir -p "$NOTES"
  exec 7>>"$NOTES/bench.lock"
  flock -n 7 || die "another ./eenplan bench is busy in this clone."
  need_packages rabbitmq-server nginx wrk chromium
  build_parts backend frontend || die "the build failed; see above."
  # Thousands of open streams need as many open files, in every process that we start.
  ulimit -n "$(ulimit -Hn)" 2>/dev/null
  mark="$ROOT/$$-$(date +%s)"
  BENCH_TMP="$(mktemp -d /tmp/eenplan-bench-XXXXXX)"
  BENCH_MARK="$mark"
  ON_EXIT+=(tidy_bench)
  attended env -u PORT -u EENPLAN_DATA EENPLAN_BENCH="$mark" EENPLAN_REPO="$ROOT" TMPDIR="$BENCH_TMP" DOTNET_gcServer=0 \
    timeout -k 20 25m dotnet "$ROOT/artifacts/bin/$program/release/$program.dll" "${words[@]}" 7>&-
}

# ./eenplan bench scale [--quick] [--large DIR] [--small DIR] [--plans N] [--small-plans N]: two regions, kept between runs as ./eenplan load keeps its own.
read_scale_arguments() {
  local large=/var/tmp/eenplan-load/national small=/var/tmp/eenplan-load/small
  SCALE_WORDS=(scale)
  while [ $# -gt 0 ]; do
    case "$1" in
      scale) ;;
      --quick) SCALE_WORDS+=(--quick 1) ;;
      --large | --small | --plans | --small-plans) [ $# -ge 2 ] || die "$1 needs a value" ;;&
      --large) large="$2" && shift ;;
      --small) small="$2" && shift ;;
      --plans | --small-plans) SCALE_WORDS+=("$1" "$2") && shift ;;
      *) die "row scale is measured by itself and doesn't know '$1'. See docs/performance.md" ;;
    esac
    shift
  done
  SCALE_WORDS+=(--large "$large" --small "$small")
}

tidy_bench() {
  local left
  mapfile -t left < <(processes_marked "EENPLAN_BENCH=$BENCH_MARK")
  [ ${#left[@]} -gt 0 ] && end_processes 10 "${left[@]}"
  rm -rf "$BENCH_TMP"
}
