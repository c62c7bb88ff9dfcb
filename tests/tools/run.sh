# run.sh: the workbench on the demonstration portfolio; where there is no display, that portfolio,
# its reviews and pictures of its pages. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/reviews.sh"
. "$here/tests/tools/window-shots.sh"

# The program may be installed as well: what is run is what was built.
open_workbench () {
  say "Opening $portfolio"
  "$build/src/app/tambour" "$portfolio"
}

show_without_display () {
  write_reviews
  mkdir -p "$out/shots"
  shoot_window light
  say "There is no display. The demonstration portfolio is $portfolio"
  say "Its reviews, and pictures of its pages:"
  list_reviews
  find "$out/shots" -name '*-light.png' | LC_ALL=C sort
}

make_demonstration "${1:-}"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  open_workbench
else
  show_without_display
fi
