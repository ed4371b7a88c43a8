# shellcheck shell=bash
# Building, and knowing when nothing has to be built.

ask() { node "$LIBRARY/ask.mjs" "$@"; }

sources() {
  if git -C "$ROOT" rev-parse --is-inside-work-tree >/dev/null 2>&1; then
    git -C "$ROOT" ls-files -z --cached --others --exclude-standard
  else
    (cd "$ROOT" && find . -type f -not -path '*/node_modules/*' -not -path './artifacts/*' -not -path './data/*' -not -path './.git/*' \
      -not -path './.eenplan/*' -not -path './frontend/dist/*' -print0)
  fi
}

# A hash over the contents of every source file of one part, so a checkout, an edit and an undo are all seen.
# Parts: product (what a start needs), backend (that and the tests), frontend.
source_hash() {
  local pattern
  case "$1" in
    product) pattern='^(\./)?(frontend/|docs/|tools/|tests/|\.ci/|eenplan$|[^/]*\.md$)' ;;
    backend) pattern='^(\./)?(frontend/|docs/|tools/|\.ci/|eenplan$|[^/]*\.md$)' ;;
    # The front end reads some of the services' data files, such as the reference lists; never their code.
    frontend) pattern='^(\./)?(tests/|docs/(adr|guides)/|tools/|\.ci/|eenplan$|[^/]*\.md$)|\.(cs|csproj|props|slnx)$' ;;
  esac
  {
    dotnet --list-sdks
    node --version
    cd "$ROOT" && sources | LC_ALL=C sort -zu | grep -zvE "$pattern" | xargs -0 sha256sum 2>/dev/null
  } | sha256sum | cut -d' ' -f1
}

# What the build left behind; if someone built something else in between, this differs and we build again.
outputs_hash() {
  case "$1" in
    product) find "$ROOT/artifacts/bin" -path '*/release/EenPlan*.dll' -not -path '*.Test*/*' -not -path '*/EenPlan.Story/*' -not -path '*/EenPlan.Bench/*' -not -path '*/EenPlan.Load/*' -not -path '*/EenPlan.Chaos/*' -printf '%p %s %T@\n' 2>/dev/null ;;
    backend) find "$ROOT/artifacts/bin" -path '*/release/EenPlan*.dll' -printf '%p %s %T@\n' 2>/dev/null ;;
    frontend) find "$ROOT/frontend/dist" -type f -printf '%p %s %T@\n' 2>/dev/null ;;
  esac | LC_ALL=C sort | sha256sum | cut -d' ' -f1
}
stamp() { printf '%s %s' "$(source_hash "$1")" "$(outputs_hash "$1")"; }

build_needed() { [ "$(cat "$NOTES/$1.stamp" 2>/dev/null)" != "$(stamp "$1")" ]; }

dotnet_build() {
  local what="$ROOT/EenPlan.slnx"
  if [ "$1" = product ]; then
    what="$NOTES/product.slnf"
    ask product-filter "$ROOT/EenPlan.slnx" "$what" || return 1
  fi
  # The compiler server of this build alone, so that it can be stopped without touching another's.
  dotnet build "$what" -c Release -v q -nologo -clp:NoSummary -nodeReuse:false "-p:SharedCompilationId=$COMPILER_ID"
}
COMPILER_ID="eenplan-$(printf '%s' "$ROOT" | sha256sum | cut -c1-12)"

NATIVE="$ROOT/artifacts/bin/EenPlan.Native/release"
native_build() {
  dotnet build "$ROOT/services/native/EenPlan.Native.csproj" -t:Native -c Release -v q -nologo -clp:NoSummary -nodeReuse:false
}

# The same programs with native code in them (docs/adr/0022). Without it everything works as well, it only starts more slowly.
make_native() {
  [ -f "$ROOT/services/native/EenPlan.Native.csproj" ] || return 0
  EENPLAN_BUILD="$ROOT" step "Making native code" native_build && return 0
  rm -rf "$NATIVE"
  warn "    going on without native code: every start compiles its own, which takes a few seconds more"
}

# The compiler server detaches itself from the build, but keeps its mark.
stop_compiler() {
  local pids
  mapfile -t pids < <(processes_marked "EENPLAN_BUILD=$ROOT")
  if [ ${#pids[@]} -gt 0 ]; then kill -KILL "${pids[@]}" 2>/dev/null; fi
  return 0
}

# One build at a time per clone. The lock dies with us; a build that outlived a killed script is ended here.
lock_build() {
  mkdir -p "$NOTES"
  exec 8>"$NOTES/build.lock"
  if ! flock -n 8; then
    say "  another build is busy in this clone; waiting for it ..."
    flock -w 900 8 || die "the other build did not end in 15 minutes."
  fi
  stop_compiler
}

build_dotnet() {
  local part="$1" code
  if [ -n "$(processes_marked "EENPLAN_ROOT=$ROOT")" ]; then
    warn "eenplan: the sources changed while EenPlan is running from this clone; building would pull its files away. Stop it first:"
    folders_of_runs | while read -r folder; do warn "  $(stop_of "$folder")"; done
    exit 1
  fi
  # A build that was broken off may leave half-written files that look finished: then start from nothing.
  [ -e "$NOTES/build.busy" ] && rm -rf "$ROOT/artifacts/obj" "$ROOT/artifacts/bin"
  touch "$NOTES/build.busy"
  ON_EXIT+=(stop_compiler)
  EENPLAN_BUILD="$ROOT" step "Building the $([ "$part" = product ] && printf services || printf 'services and their tests')" dotnet_build "$part"
  code=$?
  stop_compiler
  [ "$code" -eq 0 ] && make_native
  # Also after a build with errors: the compiler ended by itself, so nothing is half-written.
  rm -f "$NOTES/build.busy"
  [ "$code" -eq 0 ] || return 1
  if [ "$part" = backend ]; then stamp backend >"$NOTES/backend.stamp"; fi
  stamp product >"$NOTES/product.stamp"
}

npm_in_frontend() { cd "$ROOT/frontend" && npm --no-fund --no-audit --loglevel=error "$@"; }

build_frontend() {
  [ -f "$ROOT/frontend/package.json" ] || return 0
  local lock
  lock="$(sha256sum <"$ROOT/frontend/package-lock.json")"
  if [ "$(cat "$ROOT/frontend/node_modules/.eenplan" 2>/dev/null)" != "$lock" ]; then
    EENPLAN_BUILD="$ROOT" step "Fetching the front end's packages" npm_in_frontend ci || return 1
    printf '%s' "$lock" >"$ROOT/frontend/node_modules/.eenplan"
  fi
  EENPLAN_BUILD="$ROOT" step "Building the front end" npm_in_frontend run build || return 1
  stamp frontend >"$NOTES/frontend.stamp"
}

# build_parts part...: those of product, backend and frontend that changed. Sets BUILT when there were any.
BUILT=""
build_parts() {
  local part code=0
  lock_build
  for part in "$@"; do
    build_needed "$part" || continue
    BUILT=yes
    if [ "$part" = frontend ]; then build_frontend || code=1; else build_dotnet "$part" || code=1; fi
    [ "$code" -eq 0 ] || break
  done
  exec 8>&-
  return "$code"
}

build_command() {
  need_tools
  build_parts backend frontend || die "the build failed; see above."
  say "Everything is built."
}
