#!/usr/bin/env bash
# The last line of ./eenplan test must be true: a crash, a silent end and a suite without tests are failures too.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone

# project NAME: a test project whose "program" is what stands on the input; its first argument is the result file.
project() {
  rm -rf tests/EenPlan.* artifacts
  mkdir -p "tests/EenPlan.$1.Tests"
  touch "tests/EenPlan.$1.Tests/EenPlan.$1.Tests.csproj"
  cat >"tests/EenPlan.$1.Tests/run"
}
run() {
  ./eenplan test "$@" >"$PLACE/out" 2>&1 </dev/null
  CODE=$?
}
last_line() { tail -1 "$PLACE/out"; }

project Good <<'RUN'
echo '<TestRun><Results><UnitTestResult testName="A.B" outcome="Passed" /><UnitTestResult testName="A.C" outcome="Passed"/></Results></TestRun>' >"$1"
RUN
run dotnet
check "tests that pass are counted" is "$(last_line)" "2 passed, 0 failed"
check "and the run succeeds" is "$CODE" 0
check "suites that did not run are named" said "journeys     skipped: not asked for"
run dotnet
check "a second run in a row says the same" is "$(last_line)" "2 passed, 0 failed"

project Mixed <<'RUN'
cat >"$1" <<'TRX'
<TestRun><Results>
<UnitTestResult testName="A &gt; &quot;B&quot;" outcome="Failed"><Output><ErrorInfo><Message>expected &lt;1&gt;</Message><StackTrace>at A.B()</StackTrace></ErrorInfo></Output></UnitTestResult>
<UnitTestResult testName="A.C" outcome="Passed" />
<UnitTestResult testName="A.D" outcome="NotExecuted"></UnitTestResult>
<UnitTestResult testName="A.E" outcome="NotRunnable"></UnitTestResult>
</Results></TestRun>
TRX
exit 1
RUN
run dotnet
check "failed and skipped tests are counted" is "$(last_line)" "1 passed, 1 failed"
check "a long test that is started by name only is named" said "not in this run, only by name: A.E"
check "a failed test is named" said 'FAILED A > "B"'
check "with its message" said "expected <1>"
check "a skipped test is named" said "skipped A.D"
check "a run with a failure fails" is "$CODE" 1

project Crash <<<'echo "out of memory"; exit 134'
run dotnet
check "a crash is a failure" is "$(last_line)" "0 passed, 1 failed"
check "with what it said" said "out of memory"

project Empty <<<'echo "<TestRun><Results></Results></TestRun>" >"$1"'
run dotnet
check "a project without tests is a failure" is "$(last_line)" "0 passed, 1 failed"

project Silent <<<'echo "<TestRun><Results><UnitTestResult testName=\"A\" outcome=\"Passed\" /></Results></TestRun>" >"$1"; exit 3'
run dotnet
check "a bad end after good tests is a failure" is "$(last_line)" "1 passed, 1 failed"

project Litter <<<'sleep 300 & echo "<TestRun><Results><UnitTestResult testName=\"A\" outcome=\"Passed\" /></Results></TestRun>" >"$1"'
run dotnet
check "what tests leave running is ended" said "ending 1 process(es)"
check "and nothing of it lives" is "$(grep -lzF "EENPLAN_TEST_RUN=$CLONE" /proc/[0-9]*/environ 2>/dev/null | wc -l)" 0

project Unbuilt <<<''
rm tests/EenPlan.Unbuilt.Tests/run
run dotnet
check "a project that was not built is a failure" is "$(last_line)" "0 passed, 1 failed"

rm -rf tests
run journeys
check "a run in which nothing was tested is a failure" is "$(last_line)" "0 passed, 1 failed"

[ "$FAILURES" -eq 0 ]
