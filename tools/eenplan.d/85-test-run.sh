# shellcheck shell=bash
# One run of the tests: set up, build, the suites that were asked for, tidy up.

needed_packages() {
  local suite
  for suite in "${SUITES[@]}"; do
    case "$suite" in
      scripts) printf 'rabbitmq-server\nprometheus\n' ;;
      distributed) printf 'rabbitmq-server\npython3-pika\n' ;;
      journeys) printf 'rabbitmq-server\nchromium\n' ;;
    esac
  done | sort -u
}

# The script's own tests need no build: they bring stand-ins.
needed_parts() {
  case " ${SUITES[*]} " in *" dotnet "* | *" distributed "* | *" journeys "*) printf 'backend\n' ;; esac
  case " ${SUITES[*]} " in *" frontend "* | *" distributed "* | *" journeys "*) printf 'frontend\n' ;; esac
}

read_test_arguments() {
  ALL="" SUITES=()
  local word known
  for word in "$@"; do
    if [ "$word" = --all ]; then
      ALL=1
      continue
    fi
    for known in "${ALL_SUITES[@]}"; do [ "$word" = "$known" ] && SUITES+=("$word") && continue 2; done
    die "I know no suite '$word'. There are: ${ALL_SUITES[*]}"
  done
  [ ${#SUITES[@]} -gt 0 ] || SUITES=("${ALL_SUITES[@]}")
}

tidy_tests() {
  local left
  mapfile -t left < <(processes_marked "EENPLAN_TEST_RUN=$TEST_MARK")
  [ ${#left[@]} -gt 0 ] && end_processes 10 "${left[@]}"
  rm -rf "$TEST_TMP"
}

test_command() {
  read_test_arguments "$@"
  local began=$SECONDS suite line packages parts
  ON_EXIT=(print_final_line "${ON_EXIT[@]}")
  need_tools
  mkdir -p "$NOTES"
  exec 9>>"$NOTES/test.lock"
  flock -n 9 || die "another ./eenplan test is busy in this clone."
  TEST_MARK="$ROOT/$$-$(date +%s)"
  # Short, because Unix sockets of the product live in it and their names may not be long.
  TEST_TMP="$(mktemp -d /tmp/eenplan-test-XXXXXX)"
  RESULTS="$NOTES/results"
  rm -rf "$RESULTS"
  mkdir -p "$RESULTS"
  ON_EXIT+=(tidy_tests)
  mapfile -t packages < <(needed_packages)
  need_packages "${packages[@]}"
  say "    set-up: $((SECONDS - began)) s"
  mapfile -t parts < <(needed_parts)
  build_parts "${parts[@]}" || die "the build failed; see above."
  say "    set-up and build together: $((SECONDS - began)) s"
  for suite in "${SUITES[@]}"; do run_suite "$suite"; done
  for suite in "${ALL_SUITES[@]}"; do
    case " ${SUITES[*]} " in *" $suite "*) ;; *) SUMMARY+=("$(printf '%-12s skipped: not asked for' "$suite")") ;; esac
  done
  say ""
  say "Summary after $((SECONDS - began)) s$([ -n "$ALL" ] || printf ' (--all makes the long runs longer)')"
  for line in "${SUMMARY[@]}"; do say "  $line"; done
  COUNTED=yes
  [ "$FAILED" -eq 0 ]
}

# First in the list, so last to run: nothing may be printed after it.
print_final_line() {
  if [ "$COUNTED" = no ]; then
    FAILED=$((FAILED + 1))
    say "The run did not get to its end: that counts as one failure."
  elif [ $((PASSED + FAILED)) -eq 0 ]; then
    FAILED=1
    say "Not one test was run: that counts as one failure."
  fi
  printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
  [ "$FAILED" -eq 0 ] || exit 1
}
