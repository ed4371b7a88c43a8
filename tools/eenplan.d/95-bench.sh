# shellcheck shell=bash
# ./eenplan bench: the product beside its references, measured in turns on this machine. It only prepares; EenPlan.Bench measures.

bench_command() {
  need_tools
  local mark
  mkdir -p "$NOTES"
  exec 7>>"$NOTES/bench.lock"
  flock -n 7 || die "another ./eenplan bench is busy in this clone."
  need_packages rabbitmq-server nginx wrk
  build_parts backend frontend || die "the build failed; see above."
  # Thousands of open streams need as many open files, in every process that we start.
  ulimit -n "$(ulimit -Hn)" 2>/dev/null
  mark="$ROOT/$$-$(date +%s)"
  BENCH_TMP="$(mktemp -d /tmp/eenplan-bench-XXXXXX)"
  BENCH_MARK="$mark"
  ON_EXIT+=(tidy_bench)
  attended env -u PORT -u EENPLAN_DATA EENPLAN_BENCH="$mark" EENPLAN_REPO="$ROOT" TMPDIR="$BENCH_TMP" DOTNET_gcServer=0 \
    timeout -k 20 25m dotnet "$ROOT/artifacts/bin/EenPlan.Bench/release/EenPlan.Bench.dll" "$@" 7>&-
}

tidy_bench() {
  local left
  mapfile -t left < <(processes_marked "EENPLAN_BENCH=$BENCH_MARK")
  [ ${#left[@]} -gt 0 ] && end_processes 10 "${left[@]}"
  rm -rf "$BENCH_TMP"
}
