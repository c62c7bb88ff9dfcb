# servers.sh: a team server in memory, until Ctrl+C. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

modules=$(sh "$here/tests/servers/install.sh")
exec env NODE_PATH="$modules" node "$here/tests/servers/servers.js" "$@"
