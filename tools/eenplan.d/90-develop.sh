# shellcheck shell=bash
# Helpers for people who change EenPlan: migrations and API descriptions.

project_of() {
  case "$1" in
    cases | network | reporting | subscriptions) printf 'services/%s' "$1" ;;
    directory) printf 'services/professional-directory' ;;
    gateway) printf 'gateway' ;;
    audit) printf 'services/kit' ;;
    *) die "I know no service '$1'" ;;
  esac
}

# The audit store is a library's; the tool needs a program to start from.
startup_of() { if [ "$1" = audit ]; then printf services/cases; else project_of "$1"; fi; }
context_of() {
  local name
  name="$(program_of "$1")"
  if [ "$1" = audit ]; then printf Audit; else printf '%s' "${name#EenPlan.}"; fi
}
migrations_folder_of() { if [ "$1" = audit ]; then printf Audit/Migrations; else printf Persistence/Migrations; fi; }

quiet_build() {
  dotnet build "$1" -v q -nologo -clp:NoSummary -nodeReuse:false "-p:SharedCompilationId=$COMPILER_ID"
}

# The same change for both databases; the context of each names its provider.
migrations_command() {
  local name="${2:-}" services service context provider project
  if [ "${1:-}" != add ] || [ -z "$name" ]; then die "say: ./eenplan migrations add NAME [service...]"; fi
  shift 2
  need_tools
  services=("$@")
  if [ ${#services[@]} -eq 0 ]; then
    for service in "${SERVICES[@]}" gateway; do
      [ -d "$ROOT/$(project_of "$service")/Persistence" ] && services+=("$service")
    done
    [ ${#services[@]} -gt 0 ] || die "no service has a folder Persistence yet"
  fi
  cd "$ROOT" || exit 1
  lock_build
  ON_EXIT+=(stop_compiler)
  step "Fetching the migration tool" dotnet tool restore || exit 1
  for service in "${services[@]}"; do
    project="$(project_of "$service")" || exit 1
    EENPLAN_BUILD="$ROOT" step "Building $service" quiet_build "$(startup_of "$service")" || exit 1
    for provider in Sqlite SqlServer; do
      context="$(context_of "$service")$([ "$provider" = SqlServer ] && printf SqlServer)Db"
      step "Migration $name of $service for $provider" dotnet ef migrations add "$name" --no-build --project "$project" \
        --startup-project "$(startup_of "$service")" --context "$context" \
        --output-dir "$(migrations_folder_of "$service")/$provider" || exit 1
    done
  done
}

openapi_command() {
  need_tools
  data_argument "$@"
  if ! run_is_alive || [ "$(info state)" != ready ]; then die "EenPlan is not running on $DATA. Start it first: ./eenplan start"; fi
  local prefix url
  url="$(info url)"
  mkdir -p "$ROOT/docs/api"
  for prefix in "${SERVICES[@]}"; do
    ask document "$url/api/$prefix/v1/openapi.json" "$ROOT/docs/api/$prefix.json" || die "could not read the description of $prefix"
    say "docs/api/$prefix.json"
  done
  # The gateway's own: what a node's administrator does, and what nodes ask of each other.
  ask document "$url/api/node/v1/openapi.json" "$ROOT/docs/api/node.json" && ask document "$url/nodes/v1/openapi.json" "$ROOT/docs/api/nodes.json" \
    || die "could not read the descriptions of the gateway"
  say "docs/api/node.json, docs/api/nodes.json"
}
