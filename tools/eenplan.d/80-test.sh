# shellcheck shell=bash
# ./eenplan test: the suites, fast ones first, and one plain line at the end.

ALL_SUITES=(dotnet frontend scripts distributed journeys)
PASSED=0 FAILED=0 SKIPPED=0
SUITE_PASSED=0 SUITE_FAILED=0 SUITE_SKIPPED=0
SUMMARY=()
COUNTED=no

add_counts() {
  SUITE_PASSED=$((SUITE_PASSED + $1)) SUITE_FAILED=$((SUITE_FAILED + $2)) SUITE_SKIPPED=$((SUITE_SKIPPED + $3))
}
fail_one() {
  say "    FAILED $1"
  add_counts 0 1 0
}

# Runs one runner with a time limit, its output in a log; what it started and left behind is ended afterwards.
run_runner() {
  local limit="$1" log="$2" code left
  shift 2
  attended env -u PORT -u EENPLAN_DATA EENPLAN_TEST_RUN="$TEST_MARK" TMPDIR="$TEST_TMP" EENPLAN_REPO="$ROOT" \
    EENPLAN_CHROMIUM="${EENPLAN_CHROMIUM:-/usr/bin/chromium}" ${ALL:+EENPLAN_ALL=1} \
    timeout -k 20 "$limit" "$@" >"$log" 2>&1
  code=$?
  mapfile -t left < <(processes_marked "EENPLAN_TEST_RUN=$TEST_MARK")
  if [ ${#left[@]} -gt 0 ]; then
    say "    ending ${#left[@]} process(es) that the tests left behind"
    end_processes 10 "${left[@]}"
  fi
  [ "$code" -eq 124 ] && say "    broken off after $limit"
  return "$code"
}

# count_results NAME KIND FILE CODE LOG: a crash, or a runner that found nothing, is a failure too.
count_results() {
  local name="$1" kind="$2" file="$3" code="$4" log="$5" told numbers passed failed skipped
  if [ ! -s "$file" ] || ! told="$(node "$LIBRARY/counts.mjs" "$kind" "$file" 2>&1)"; then
    fail_one "$name: it crashed (exit $code) before it wrote its results. The end of what it said:"
    tail -20 "$log" | sed 's/^/        /'
    return
  fi
  numbers="${told##*$'\n'}"
  read -r passed failed skipped <<<"$numbers"
  [ "$told" = "$numbers" ] || say "${told%$'\n'*}"
  add_counts "$passed" "$failed" "$skipped"
  if [ $((passed + failed)) -eq 0 ] && [ "$skipped" -eq 0 ]; then fail_one "$name: no tests were found in it"; fi
  if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
    fail_one "$name: it ended with exit $code although no test failed. The end of what it said:"
    tail -20 "$log" | sed 's/^/        /'
  fi
}

run_dotnet_project() {
  local project="$1" limit="$2" name dll result began=$SECONDS code before
  name="$(basename "$project")"
  dll="$ROOT/artifacts/bin/$name/release/$name.dll"
  result="$RESULTS/$name.trx"
  if [ ! -f "$dll" ]; then
    fail_one "$name: it was not built. Is it in EenPlan.slnx?"
    return
  fi
  before="$SUITE_PASSED $SUITE_FAILED $SUITE_SKIPPED"
  run_runner "$limit" "$RESULTS/$name.log" dotnet "$dll" -noLogo -noColor -trx "$result"
  code=$?
  count_results "$name" trx "$result" "$code" "$RESULTS/$name.log"
  # shellcheck disable=SC2086
  set -- $before
  say "    $name: $((SUITE_PASSED - $1)) passed, $((SUITE_FAILED - $2)) failed, $((SUITE_SKIPPED - $3)) skipped in $((SECONDS - began)) s"
}

fast_projects() {
  local file
  for file in "$ROOT"/tests/EenPlan.*.Tests/*.csproj; do
    case "$file" in *EenPlan.Distributed.Tests/* | *EenPlan.Nodes.Tests/* | *EenPlan.Journeys.Tests/* | *'*'*) ;; *) dirname "$file" ;; esac
  done
}

suite_dotnet() {
  local projects project
  mapfile -t projects < <(fast_projects)
  [ ${#projects[@]} -gt 0 ] || return 9
  for project in "${projects[@]}"; do run_dotnet_project "$project" "$([ -n "$ALL" ] && printf 60m || printf 8m)"; done
}

suite_frontend() {
  [ -f "$ROOT/frontend/package.json" ] || return 9
  local code
  run_runner 6m "$RESULTS/frontend.log" npm --prefix "$ROOT/frontend" test -- --reporter=json "--outputFile=$RESULTS/frontend.json"
  code=$?
  count_results frontend vitest "$RESULTS/frontend.json" "$code" "$RESULTS/frontend.log"
  grep -q '"check"[[:space:]]*:' "$ROOT/frontend/package.json" || return 0
  if run_runner 6m "$RESULTS/frontend-check.log" npm --prefix "$ROOT/frontend" run check; then
    add_counts 1 0 0
  else
    fail_one "frontend: npm run check"
    tail -30 "$RESULTS/frontend-check.log" | sed 's/^/        /'
  fi
}

# A shell test says one line per case: "ok what", "not ok what" or "skip what".
suite_scripts() {
  local file name log passed failed skipped code
  local files=("$ROOT"/tests/eenplan-script/*.test.sh)
  # Builds everything from nothing.
  [ -z "$ALL" ] || files+=("$ROOT"/tests/eenplan-script/*.long.sh)
  for file in "${files[@]}"; do
    [ -f "$file" ] || return 9
    name="$(basename "$file")"
    log="$RESULTS/$name.log"
    run_runner "$(if [[ "$file" = *.long.sh ]]; then printf 15m; else printf 5m; fi)" "$log" bash "$file"
    code=$?
    passed="$(grep -c '^ok ' "$log")" failed="$(grep -c '^not ok ' "$log")" skipped="$(grep -c '^skip ' "$log")"
    add_counts "$passed" "$failed" "$skipped"
    grep '^skip ' "$log" | sed 's/^skip /    skipped /'
    if [ "$failed" -gt 0 ]; then grep -A12 '^not ok ' "$log" | sed 's/^not ok /    FAILED /'; fi
    if { [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; } || [ $((passed + failed + skipped)) -eq 0 ]; then
      fail_one "$name: it broke off (exit $code)"
      tail -20 "$log" | sed 's/^/        /'
    fi
  done
}

limit_of_long_suites() { if [ -n "$ALL" ]; then printf 60m; else printf 10m; fi; }

suite_distributed() {
  [ -d "$ROOT/tests/EenPlan.Distributed.Tests" ] || return 9
  local project
  for project in "$ROOT"/tests/EenPlan.{Nodes,Distributed}.Tests; do [ ! -d "$project" ] || run_dotnet_project "$project" "$(limit_of_long_suites)"; done
}
suite_journeys() {
  [ -d "$ROOT/tests/EenPlan.Journeys.Tests" ] || return 9
  run_dotnet_project "$ROOT/tests/EenPlan.Journeys.Tests" "$(limit_of_long_suites)"
}

run_suite() {
  local suite="$1" began=$SECONDS
  SUITE_PASSED=0 SUITE_FAILED=0 SUITE_SKIPPED=0
  say ""
  say "Suite $suite"
  "suite_$suite"
  if [ $? -eq 9 ]; then
    say "    skipped: there are no such tests in this clone"
    SUMMARY+=("$(printf '%-12s skipped: not in this clone' "$suite")")
    return
  fi
  say "    $suite: $SUITE_PASSED passed, $SUITE_FAILED failed, $SUITE_SKIPPED skipped in $((SECONDS - began)) s"
  PASSED=$((PASSED + SUITE_PASSED)) FAILED=$((FAILED + SUITE_FAILED)) SKIPPED=$((SKIPPED + SUITE_SKIPPED))
  SUMMARY+=("$(printf '%-12s %4d passed, %d failed, %d skipped  (%d s)' "$suite" "$SUITE_PASSED" "$SUITE_FAILED" "$SUITE_SKIPPED" $((SECONDS - began)))")
}
