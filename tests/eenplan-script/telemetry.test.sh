#!/usr/bin/env bash
# The alert rules and the example for Prometheus, checked by Prometheus' own tool; each alert is heard when it should be, and quiet when not.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
mkdir -p "$CLONE"
cp "$REPO/deploy/telemetry"/*.yml "$CLONE/"
cd "$CLONE" || exit 1

promtool check rules eenplan.rules.yml >"$PLACE/out" 2>&1
check "the alert rules can be read" is $? 0
promtool check config prometheus.yml >"$PLACE/out" 2>&1
check "the example for Prometheus can be read, with the rules" is $? 0
promtool test rules eenplan.rules.test.yml >"$PLACE/out" 2>&1
check "each alert is heard when it should be" is $? 0

sed -i 's/eenplan_relay_delay_seconds) > 60/eenplan_relay_delay_seconds) > 60000/' eenplan.rules.yml
promtool test rules eenplan.rules.test.yml >"$PLACE/out" 2>&1
check "and a rule that is never heard is found" said "EenPlanRelayStuck"
[ "$FAILURES" -eq 0 ]
