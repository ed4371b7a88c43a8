#!/usr/bin/env bash
# ./eenplan organisation add: the first organisation of a node, by the key of the operator.
. "$(dirname "${BASH_SOURCE[0]}")/fixture.sh"
make_clone
PORT_HERE="$(free_port)"
export Services__directory="http://127.0.0.1:$PORT_HERE"

add() { ./eenplan organisation add "$@" >"$PLACE/out" 2>&1; }
whole=(--name "Jeugdhulp Droomhaven" --kind youth-care --administrator "Coen Verzonnen" --account coen@droomhaven.example)

add "${whole[@]}"
check "a folder where EenPlan never ran is told so" said "has no keys"
mkdir -p data/keys/public
add "${whole[@]}"
check "a directory that does not answer is named, with its address" said "directory cannot be reached at $Services__directory"

DataFolder="$CLONE/data" ASPNETCORE_URLS="$Services__directory" node "$PLACE/bin/stand-in-program.mjs" EenPlan.Directory.dll >"$PLACE/directory.log" 2>&1 &
standing_in=$!
disown "$standing_in"
wait_until 20 answers "$Services__directory"

add "${whole[@]}" --phone "06 00 00 01 12" --node-administrator
check "adding succeeds" is $? 0
check "it says the id, and who goes on" said "Added Jeugdhulp Droomhaven: 01920000-0000-7000-8000-000000000112"
check "the account with which to sign in too" said "Coen Verzonnen signs in as coen@droomhaven.example"
check "the directory hears all of it" grep -qF '{"name":"Jeugdhulp Droomhaven","kind":"youth-care","administrator":"Coen Verzonnen","account":"coen@droomhaven.example","phone":"06 00 00 01 12","nodeAdministrator":true}' "$PLACE/directory.log"
add --name Known --kind youth-care --administrator A --account a
check "what the directory refuses fails" is $? 1
check "with its reason" said "There is an organisation with this name already."
add --name New --kind shop --administrator A --account a
check "and names the field" said "kind: This choice is not in the list."
add --name New --kind youth-care --administrator A
check "what is missing is named" said "--account is missing"
./eenplan organisation dance >"$PLACE/out" 2>&1
check "an unknown deed is answered with what there is" said "organisation add --name"

kill -TERM "$standing_in"
[ "$FAILURES" -eq 0 ]
