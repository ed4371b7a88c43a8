#!/usr/bin/env bash
# What a member's node holds of cases goes when the help ends, and the region has that signed. Minutes, because a list without news is taken once a minute.
set -uo pipefail

ROOT="${EENPLAN_REPO:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}"
WHAT="a member forgets a case that ended, from its files too, and the region has that signed"
if said="$(EENPLAN_REPO="$ROOT" dotnet "$ROOT/artifacts/bin/EenPlan.Nodes.Tests/release/EenPlan.Nodes.Tests.dll" -noLogo -noColor -explicit only -method '*Her_node_holds*' 2>&1)" \
  && grep -q 'Total: 1, Errors: 0, Failed: 0' <<<"$said"; then
  echo "ok $WHAT"
else
  echo "not ok $WHAT"
  tail -40 <<<"$said"
  exit 1
fi
