# shellcheck shell=bash
# ./eenplan organisation add: how a node that is no demo begins, by an internal route and with the key of the operator.

organisation_command() {
  local usage="say: ./eenplan organisation add --name NAME --kind KIND --administrator NAME --account ACCOUNT [--municipality CODE] [--phone NUMBER] [--node-administrator] [--data DIR]"
  local given_data="" deed="${1:-}" address needed name=() facts=()
  [ "$deed" = add ] || die "$usage"
  shift
  while [ $# -gt 0 ]; do
    case "$1" in
      --node-administrator) facts+=(nodeAdministrator true) ;;
      --name | --kind | --administrator | --account | --municipality | --phone | --data)
        [ $# -ge 2 ] || die "$1 needs a value"
        if [ "$1" = --data ]; then given_data="$2"; else facts+=("${1#--}" "$2") && name+=("$1"); fi
        shift
        ;;
      *) die "organisation doesn't know '$1'; $usage" ;;
    esac
    shift
  done
  for needed in --name --kind --administrator --account; do
    [[ " ${name[*]} " == *" $needed "* ]] || die "$needed is missing; $usage"
  done
  command -v node >/dev/null 2>&1 || die "this needs Node.js (the command node)"
  use_data_folder "$given_data"
  [ -d "$DATA/keys/public" ] || die "$DATA has no keys: EenPlan was never started there."
  address="$(address_of directory)"
  [ -n "$address" ] || die "I don't know where directory listens. Does EenPlan run on $DATA? Otherwise say it: Services__directory=http://host:port"
  node "$LIBRARY/organisation.mjs" "$DATA/keys" "directory=$address" "${facts[@]}"
}
