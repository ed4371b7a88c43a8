# shellcheck shell=bash
# One RabbitMQ node for this run alone: own name, ports, folder, cookie and epmd, all on loopback.

BROKER_PROGRAM=/usr/lib/rabbitmq/bin/rabbitmq-server

prepare_broker() {
  local folder="$DATA/distributed/rabbitmq"
  # Durable truth is in every service's journal; a broker with an old password would only be in the way.
  rm -rf "$folder"
  mkdir -p "$folder/home" "$folder/mnesia" "$folder/log"
  random_word >"$folder/home/.erlang.cookie"
  chmod 400 "$folder/home/.erlang.cookie"
  BUS_USER=eenplan
  BUS_PASSWORD="$(random_word)"
  : >"$folder/env.conf"
  # Organisations' own queues are made through the management interface.
  printf '[rabbitmq_management].\n' >"$folder/enabled_plugins"
  (
    umask 077
    cat >"$folder/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$BUS_PORT
management.tcp.ip = 127.0.0.1
management.tcp.port = $MANAGEMENT_PORT
default_user = $BUS_USER
default_pass = $BUS_PASSWORD
default_permissions.configure = .*
default_permissions.read = .*
default_permissions.write = .*
disk_free_limit.absolute = 200MB
log.file.level = warning
CONF
  )
  # Erlang dislikes long or odd paths; the node sees the folder through its own working directory's short link.
  BROKER_LINK="$(mktemp -d "${TMPDIR:-/tmp}/eenplan-mq-XXXXXX")"
  ln -s "$folder" "$BROKER_LINK/b"
}

random_word() { od -An -N18 -tx1 /dev/urandom | tr -d ' \n'; }

launch_broker() {
  local short="$BROKER_LINK/b"
  launch rabbitmq "$BROKER_LINK" env -u RABBITMQ_ALLOW_INPUT \
    HOME="$short/home" \
    RABBITMQ_NODENAME="eenplan-$BUS_PORT@localhost" \
    RABBITMQ_CONF_ENV_FILE="$short/env.conf" \
    RABBITMQ_CONFIG_FILE="$short/rabbitmq.conf" \
    RABBITMQ_ADVANCED_CONFIG_FILE="$short/advanced.config" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$short/enabled_plugins" \
    RABBITMQ_MNESIA_BASE="$short/mnesia" \
    RABBITMQ_LOG_BASE="$short/log" \
    RABBITMQ_PID_FILE="$short/pid" \
    RABBITMQ_GENERATED_CONFIG_DIR="$short/generated" \
    RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 \
    RABBITMQ_NODE_PORT="$BUS_PORT" \
    RABBITMQ_DIST_PORT="$DIST_PORT" \
    ERL_EPMD_PORT="$EPMD_PORT" \
    ERL_EPMD_ADDRESS=127.0.0.1 \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" \
    "$BROKER_PROGRAM"
}

remove_broker_link() {
  [ -n "${BROKER_LINK:-}" ] || return 0
  rm -f "$BROKER_LINK/b"
  rmdir "$BROKER_LINK" 2>/dev/null
  BROKER_LINK=""
}
