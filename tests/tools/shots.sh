# shots.sh: a PNG of every page of the demonstration's reviews, and of the review that
# design/report draws, in out/shots. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/reviews.sh"

ctl=$build/src/ctl/tambourctl
varnholt=$out/varnholt.tambour

make_demonstration
rm -rf "$out/shots" "$varnholt" "$varnholt-wal" "$varnholt-shm"
mkdir -p "$out/shots"

"$ctl" create "$varnholt" >&2
"$ctl" import all "$here/tests/fixtures/varnholt.jsonl" --portfolio "$varnholt" >&2
"$ctl" review "Varnholt Maritime Group" --portfolio "$varnholt" --period 2025-10-01..2026-10-01 \
  --as-of 2026-10-02T06:00:00Z --format pdf --output "$out/shots/varnholt.pdf" >&2

{ list_reviews; echo "$out/shots/varnholt.pdf"; } | while IFS= read -r review; do
  pdftoppm -r 96 -png "$review" "$out/shots/$(basename "$review" .pdf)"
done
find "$out/shots" -name '*.png' | LC_ALL=C sort
