# shellcheck shell=bash
# A little clone to try ./eenplan in: the real script, with a stand-in for dotnet whose "programs" are small web servers.
# So these tests are about the script alone, and take seconds.

REPO="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
PLACE="$(mktemp -d "${TMPDIR:-/tmp}/eenplan-script-XXXXXX")"
# A path with spaces, on purpose.
CLONE="$PLACE/my family plan"

make_clone() {
  mkdir -p "$CLONE" "$PLACE/bin"
  cp -R "$REPO/eenplan" "$REPO/tools" "$CLONE/"
  cp "$REPO/tests/eenplan-script/stand-in-dotnet" "$PLACE/bin/dotnet"
  cp "$REPO/tests/eenplan-script"/stand-in-*.mjs "$PLACE/bin/"
  chmod +x "$PLACE/bin/dotnet" "$CLONE/eenplan"
  mkdir -p "$CLONE/services"
  echo '<Solution><Project Path="services/one.csproj" /></Solution>' >"$CLONE/EenPlan.slnx"
  echo "source" >"$CLONE/services/one.cs"
  printf 'artifacts/\ndata/\n.eenplan/\n' >"$CLONE/.gitignore"
  git -C "$CLONE" init -q
  export PATH="$PLACE/bin:$PATH"
  unset PORT EENPLAN_DATA
  cd "$CLONE" || exit 1
}
remove_clone() {
  cd / || exit 1
  "$CLONE/eenplan" stop >/dev/null 2>&1
  rm -rf "$PLACE"
}
trap remove_clone EXIT

free_port() { node "$CLONE/tools/eenplan.d/ask.mjs" free-ports 1; }
answers() { node "$CLONE/tools/eenplan.d/ask.mjs" wait-ready "$1/health/ready" $$ "${2:-1}"; }
builds_so_far() { grep -c build "$PLACE/bin/deeds.log" 2>/dev/null || true; }
left_over() { grep -lzF "EENPLAN_RUN=$CLONE" /proc/[0-9]*/environ 2>/dev/null | wc -l; }

# wait_until SECONDS command...: until it succeeds; fails when it never does.
wait_until() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $until ] || return 1
    sleep 0.1
  done
}

FAILURES=0
# check "what must be true" command...
check() {
  local what="$1"
  shift
  if "$@"; then
    echo "ok $what"
  else
    FAILURES=$((FAILURES + 1))
    echo "not ok $what"
    [ -f "$PLACE/out" ] && tail -10 "$PLACE/out"
  fi
}
said() { grep -qsF -- "$1" "$PLACE/out"; }
is() { [ "$1" = "$2" ]; }
