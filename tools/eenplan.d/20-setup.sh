# shellcheck shell=bash
# What must be on the machine. Starting needs .NET and Node only; tests, --distributed and bench need a few Debian packages.

MARK_POLICY="# made by eenplan for the time of one installation"
POLICY=/usr/sbin/policy-rc.d

need_tools() {
  local missing=() major folder
  if ! command -v dotnet >/dev/null 2>&1; then
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
      if [ -n "$folder" ] && [ -x "$folder/dotnet" ]; then
        export PATH="$folder:$PATH"
        break
      fi
    done
  fi
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then missing+=(".NET SDK 10 (the command dotnet)"); fi
  major="$(node --version 2>/dev/null | sed 's/^v//; s/\..*//')"
  if [ "${major:-0}" -lt 20 ]; then missing+=("Node.js 20 or newer (the command node)"); fi
  command -v npm >/dev/null 2>&1 || missing+=("npm, which comes with Node.js")
  for folder in flock setsid; do command -v "$folder" >/dev/null 2>&1 || missing+=("$folder (Debian's package util-linux)"); done
  if [ ${#missing[@]} -gt 0 ]; then
    warn "EenPlan needs these first; please install them and try again:"
    printf '  - %s\n' "${missing[@]}" >&2
    exit 1
  fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
can_be_root() {
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo >/dev/null 2>&1 || return 1
  sudo -n true 2>/dev/null && return 0
  # With a terminal sudo may ask for the password once, now; without one it must work straight away.
  [ -t 0 ] && sudo -v
}

# Debian starts a freshly installed service by itself. We want our own nodes only, so we forbid starting while we install.
forbid_autostart() {
  [ -e "$POLICY" ] && ! as_root grep -qF "$MARK_POLICY" "$POLICY" && return 0
  printf '#!/bin/sh\n%s\nexit 101\n' "$MARK_POLICY" | as_root tee "$POLICY" >/dev/null
  as_root chmod 755 "$POLICY"
}
allow_autostart() {
  [ -e "$POLICY" ] || return 0
  if grep -qF "$MARK_POLICY" "$POLICY" 2>/dev/null; then as_root rm -f "$POLICY"; fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=180 -o Acquire::Retries=3 "$@"
}
repair_packages() { as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a; }

need_packages() {
  local missing=() package
  for package in "$@"; do
    case "$package" in
      rabbitmq-server) [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=("$package") ;;
      chromium) [ -x "${EENPLAN_CHROMIUM:-/usr/bin/chromium}" ] || missing+=("$package") ;;
      python3-pika) /usr/bin/python3 -c 'import pika' 2>/dev/null || missing+=("$package") ;;
      nginx) [ -x /usr/sbin/nginx ] || missing+=("$package") ;;
      *) command -v "$package" >/dev/null 2>&1 || missing+=("$package") ;;
    esac
  done
  allow_autostart
  [ ${#missing[@]} -eq 0 ] && return 0
  say "Setting up: ${missing[*]} from Debian's packages"
  if ! command -v apt-get >/dev/null 2>&1; then
    die "this machine has no apt-get. Please install ${missing[*]} yourself and try again."
  fi
  if ! can_be_root; then
    die "installing needs root or sudo, and I have neither. Please have an administrator run: apt-get install ${missing[*]}. (A plain ./eenplan start needs none of this.)"
  fi
  ON_EXIT+=(allow_autostart)
  if [ -n "$(dpkg --audit 2>/dev/null)" ]; then
    step "Finishing an installation that was broken off" repair_packages || exit 1
  fi
  step "Fetching the list of packages" apt update || warn "    going on with the list that is here"
  forbid_autostart
  step "Installing ${missing[*]}" apt install -y --no-install-recommends "${missing[@]}" \
    || die "could not install ${missing[*]}; see above."
  allow_autostart
  for package in "${missing[@]}"; do
    case "$package" in rabbitmq-server | prometheus | nginx) ;; *) continue ;; esac
    if [ -d /run/systemd/system ] && as_root systemctl disable --now "$package" >/dev/null 2>&1; then
      say "    switched off Debian's own service $package: EenPlan needs its programs only"
    fi
  done
}

setup_command() {
  need_tools
  need_packages rabbitmq-server python3-pika prometheus chromium
  say "Everything that EenPlan needs is here."
}
