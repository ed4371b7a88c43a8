#!/usr/bin/env bash
# A node of now and one of before work together. Before is the last change of the product that came before this one; EENPLAN_OLD names another commit.
set -uo pipefail

ROOT="${EENPLAN_REPO:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}"
PLACE="$(mktemp -d)"
OLD="$PLACE/before"
WHAT="a node of before and one of now work together, whichever is the region"
tidy() {
  git -C "$ROOT" worktree remove --force "$OLD" >/dev/null 2>&1
  rm -rf "$PLACE"
}
trap tidy EXIT

commit="${EENPLAN_OLD:-$(git -C "$ROOT" log -2 --format=%H -- gateway services contracts 2>/dev/null | sed -n 2p)}"
if [ -z "$commit" ] || ! git -C "$ROOT" cat-file -e "$commit:gateway/Nodes" 2>/dev/null; then
  echo "skip $WHAT: this clone has no history with an older version that knows nodes"
  exit 0
fi
if ! git -C "$ROOT" worktree add --detach "$OLD" "$commit" >"$PLACE/log" 2>&1 \
  || ! dotnet build "$OLD/services/standalone" -c Release -v q -nologo -nodeReuse:false -m:1 >>"$PLACE/log" 2>&1; then
  echo "not ok $WHAT: the version of before ($commit) could not be built"
  tail -20 "$PLACE/log"
  exit 1
fi
if EENPLAN_BEFORE="$OLD" EENPLAN_REPO="$ROOT" dotnet "$ROOT/artifacts/bin/EenPlan.Nodes.Tests/release/EenPlan.Nodes.Tests.dll" -noLogo -noColor -explicit only -class EenPlan.Nodes.Tests.VersionTests >"$PLACE/log" 2>&1 \
  && grep -q 'Total: 2, Errors: 0, Failed: 0' "$PLACE/log"; then
  echo "ok $WHAT (before: $(git -C "$ROOT" log -1 --format='%h %s' "$commit"))"
else
  echo "not ok $WHAT"
  tail -40 "$PLACE/log"
  exit 1
fi
