# shellcheck shell=bash
# ./eenplan chaos: the product hurt while people work. It only prepares and tidies up; EenPlan.Chaos hurts and counts.

chaos_command() {
  need_tools
  mkdir -p "$NOTES/chaos"
  exec 7>>"$NOTES/chaos.lock"
  flock -n 7 || die "another ./eenplan chaos is busy in this clone."
  need_packages rabbitmq-server
  build_parts backend frontend || die "the build failed; see above."
  CHAOS_MARK="$ROOT/$$-$(date +%s)"
  # Short, because Unix sockets of the product live in it and their names may not be long.
  CHAOS_TMP="$(mktemp -d /tmp/eenplan-chaos-XXXXXX)"
  ON_EXIT+=(tidy_chaos)
  attended env -u PORT -u EENPLAN_DATA EENPLAN_CHAOS="$CHAOS_MARK" EENPLAN_REPO="$ROOT" EENPLAN_RESULTS="$NOTES/chaos" TMPDIR="$CHAOS_TMP" \
    dotnet "$ROOT/artifacts/bin/EenPlan.Chaos/release/EenPlan.Chaos.dll" "$@" 7>&-
}

tidy_chaos() {
  local left disk
  mapfile -t left < <(processes_marked "EENPLAN_CHAOS=$CHAOS_MARK")
  [ ${#left[@]} -gt 0 ] && end_processes 10 "${left[@]}"
  for disk in "$CHAOS_TMP"/*/small; do mountpoint -q "$disk" && umount "$disk"; done
  rm -rf "$CHAOS_TMP"
}
