#!/usr/bin/env bash
# The public interfaces beside the linter of the Dutch API Design Rules. Its rules are not ours to copy: EENPLAN_ADR_RULESET says where they are.
REPO="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
if [ -z "${EENPLAN_ADR_RULESET:-}" ]; then
  echo "skip the linter of the API Design Rules: EENPLAN_ADR_RULESET does not say where its rules are (docs/testing.md)"
  exit 0
fi

PLACE="$(mktemp -d "${TMPDIR:-/tmp}/eenplan-rules-XXXXXX")"
trap 'rm -rf "$PLACE"' EXIT
if ! npm install --prefix "$PLACE" --no-fund --no-audit --loglevel=error @stoplight/spectral-cli@6.16.3; then
  echo "not ok the linter can be fetched"
  exit 1
fi

FAILURES=0
lint() { "$PLACE/node_modules/.bin/spectral" lint -q -D --fail-severity error -r "$EENPLAN_ADR_RULESET" "$1"; }
for document in "$REPO"/docs/api/*.json; do
  if lint "$document"; then
    echo "ok $(basename "$document") passes the linter without errors"
  else
    FAILURES=$((FAILURES + 1))
    echo "not ok $(basename "$document") passes the linter without errors"
  fi
done

# A linter that finds nothing in anything proves nothing.
sed 's#"/indicators"#"/all_indicators"#' "$REPO/docs/api/reporting.json" >"$PLACE/broken.json"
if lint "$PLACE/broken.json"; then
  FAILURES=$((FAILURES + 1))
  echo "not ok the linter finds a path with an underscore"
else
  echo "ok the linter finds a path with an underscore"
fi
[ "$FAILURES" -eq 0 ]
