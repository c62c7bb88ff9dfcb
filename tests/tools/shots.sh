# shots.sh: a PNG of every page of the window and of the reviews, in out/shots. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/reviews.sh"
. "$here/tests/tools/window-shots.sh"

ctl=$build/src/ctl/tambourctl
varnholt=$out/varnholt.tambour

# shoot_reviews: the demonstration's reviews, and the one that design/report draws.
shoot_reviews () {
  write_reviews
  rm -f "$varnholt" "$varnholt-wal" "$varnholt-shm"
  "$ctl" create "$varnholt" >&2
  "$ctl" import all "$here/tests/fixtures/varnholt.jsonl" --portfolio "$varnholt" >&2
  for layout in deck report; do
    "$ctl" review "Varnholt Maritime Group" --portfolio "$varnholt" --period 2025-10-01..2026-10-01 \
      --as-of 2026-10-02T06:00:00Z --layout "$layout" --format pdf --output "$out/shots/varnholt-$layout.pdf" >&2
  done

  { list_reviews; echo "$out/shots/varnholt-deck.pdf"; echo "$out/shots/varnholt-report.pdf"; } | while IFS= read -r review; do
    pdftoppm -r 96 -png "$review" "$out/shots/$(basename "$review" .pdf)"
  done
}

make_demonstration
rm -rf "$out/shots"
mkdir -p "$out/shots"
shoot_window "$@"
[ $# -gt 0 ] || shoot_reviews
find "$out/shots" -name '*.png' | LC_ALL=C sort
