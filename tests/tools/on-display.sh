#!/bin/sh
# on-display.sh COMMAND [ARGS]: runs it on a display, a session bus and a runtime folder of its own,
# so that tests that have a window and a keyboard can run beside each other.
#
# SPDX-License-Identifier: GPL-3.0-or-later

made=$(mktemp -d) || exit 1
server=

clean_up () {
  [ -z "$server" ] || kill "$server" 2>/dev/null
  rm -rf "$made"
}

trap clean_up EXIT
trap 'exit 143' HUP INT TERM

mkfifo "$made/number" && mkdir -m 700 "$made/runtime" || exit 1
Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$made/number" 2>"$made/log" &
server=$!
read -r number <"$made/number"
if [ -z "$number" ]; then
  echo 'Xvfb did not start:' >&2
  cat "$made/log" >&2
  exit 1
fi

env -u WAYLAND_DISPLAY DISPLAY=":$number" XDG_RUNTIME_DIR="$made/runtime" dbus-run-session -- "$@"
