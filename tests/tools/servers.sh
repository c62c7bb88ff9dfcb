# servers.sh: a team server in memory, or a case portal with a year of tickets, until Ctrl+C. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

if [ "${1:-}" = --portal ]; then
  shift
  compile tests/servers/portal.sqlite
  exec python3 "$here/tests/servers/portal.py" serve "$build/tests/servers/portal.sqlite" "$@"
fi

modules=$(sh "$here/tests/servers/install.sh")
exec env NODE_PATH="$modules" node "$here/tests/servers/servers.js" "$@"
