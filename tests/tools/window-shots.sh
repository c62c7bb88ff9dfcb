# window-shots.sh: pictures of the window, for shots.sh and run.sh. Sourced by them.
#
# SPDX-License-Identifier: GPL-3.0-or-later

# shoot_variant VARIANT DEMONSTRATION: every page of the window as the variant has it, of a copy of
# a demonstration, so that no picture shows what the one before did.
shoot_variant () (
  copy=$(mktemp -d)
  trap 'rm -rf "$copy"' EXIT
  cp "$2" "$copy/demonstration.tambour"

  LC_ALL= LANG=en_US.UTF-8 LC_TIME=C.UTF-8 LANGUAGE=
  case $1 in
    dark) export ADW_DEBUG_COLOR_SCHEME=prefer-dark ;;
    contrast) export ADW_DEBUG_HIGH_CONTRAST=1 ;;
    german) LANG=de_DE.UTF-8 LC_TIME=de_DE.UTF-8 LANGUAGE=de ;;
  esac
  export LC_ALL LANG LC_TIME LANGUAGE

  TZ=America/Los_Angeles GSETTINGS_BACKEND=memory GIO_USE_PROXY_RESOLVER=dummy GTK_A11Y=none GDK_BACKEND=x11 \
    GSK_RENDERER=cairo GDK_DISABLE=gl,vulkan XDG_DATA_HOME="$copy/data" XDG_CONFIG_HOME="$copy/config" \
    "$build/tests/shots/tambour-shots" "$copy/demonstration.tambour" "$out/shots" "$1" >&2
)

# shoot_window [VARIANT...]: on a display of its own.
shoot_window () {
  [ $# -gt 0 ] || set -- light dark contrast narrow german rtl large
  made=$(mktemp -d)
  number=$made/display
  "$build/src/ctl/tambourctl" demo "$made/demonstration.tambour" >&2
  Xvfb -displayfd 5 -screen 0 1600x1200x24 -nolisten tcp 5>"$number" 2>/dev/null &
  server=$!
  trap 'kill $server 2>/dev/null || :; rm -rf "$made"' EXIT
  attempts=0
  while [ ! -s "$number" ] && [ $attempts -lt 100 ]; do
    attempts=$((attempts + 1))
    sleep 0.3
  done
  DISPLAY=:$(cat "$number")
  export DISPLAY
  for variant in "$@"; do
    say "Pictures of the window: $variant"
    shoot_variant "$variant" "$made/demonstration.tambour" || die "the pictures of the variant $variant could not be made"
  done
  kill $server
  wait $server 2>/dev/null || :
}
