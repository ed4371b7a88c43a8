#!/usr/bin/env bash
# Two nodes agree again after either went back to a copy. Half a minute that not every run has.
set -uo pipefail

ROOT="${EENPLAN_REPO:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}"
WHAT="a region and a member agree again after either went back to a copy"
if said="$(EENPLAN_REPO="$ROOT" dotnet "$ROOT/artifacts/bin/EenPlan.Distributed.Tests/release/EenPlan.Distributed.Tests.dll" -noLogo -noColor -explicit only -class '*NodesBackAgain' 2>&1)" \
  && grep -q 'Total: 1, Errors: 0, Failed: 0' <<<"$said"; then
  echo "ok $WHAT"
else
  echo "not ok $WHAT"
  tail -40 <<<"$said"
  exit 1
fi
