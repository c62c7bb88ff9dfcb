# shots.sh: a PNG of every page of the demonstration's reviews, in out/shots. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/reviews.sh"

make_demonstration
rm -rf "$out/shots"
mkdir -p "$out/shots"

list_reviews | while IFS= read -r review; do
  name=$(basename "$review" .pdf)
  pdftoppm -r 96 -png "$review" "$out/shots/$name"
done
find "$out/shots" -name '*.png' | LC_ALL=C sort
