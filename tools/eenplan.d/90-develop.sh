# shellcheck shell=bash
# Helpers for people who change EenPlan: migrations and API descriptions.

project_of() {
  case "$1" in
    cases | network | reporting | subscriptions) printf 'services/%s' "$1" ;;
    directory) printf 'services/professional-directory' ;;
    gateway) printf 'gateway' ;;
    *) die "I know no service '$1'" ;;
  esac
}

# The same change for both databases; the context of each names its provider.
migrations_command() {
  local name="${2:-}" services service context provider folder
  if [ "${1:-}" != add ] || [ -z "$name" ]; then die "say: ./eenplan migrations add NAME [service...]"; fi
  shift 2
  need_tools
  services=("$@")
  if [ ${#services[@]} -eq 0 ]; then
    for service in "${SERVICES[@]}" gateway; do
      [ -d "$ROOT/$(project_of "$service")/Persistence" ] && services+=("$service")
    done
  fi
  cd "$ROOT" || exit 1
  step "Fetching the migration tool" dotnet tool restore || exit 1
  for service in "${services[@]}"; do
    folder="$(project_of "$service")" || exit 1
    context="$(program_of "$service")"
    context="${context#EenPlan.}"
    step "Building $service" dotnet build "$folder" -v q -nologo -clp:NoSummary || exit 1
    for provider in Sqlite SqlServer; do
      step "Migration $name of $service for $provider" dotnet ef migrations add "$name" --no-build --project "$folder" \
        --context "${context}$([ "$provider" = SqlServer ] && printf SqlServer)Db" --output-dir "Persistence/Migrations/$provider" || exit 1
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
}
