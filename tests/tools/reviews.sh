# reviews.sh: the demonstration portfolio and its reviews, in out/. Sourced by the other tools.
#
# SPDX-License-Identifier: GPL-3.0-or-later

out=$here/out
portfolio=$out/demonstration.tambour
reviews=$out/reviews

# make_demonstration [--fresh]: the portfolio is kept, so that what was tried in it stays.
make_demonstration () {
  case ${1:-} in
    '') ;;
    --fresh) rm -rf "$portfolio" "$portfolio-wal" "$portfolio-shm" "$reviews" ;;
    *) say "usage: ./dev run [--fresh]"; exit 2 ;;
  esac
  mkdir -p "$out"
  if [ ! -e "$portfolio" ]; then
    say "Making the demonstration portfolio"
    "$build/src/ctl/tambourctl" demo "$portfolio" >&2
  fi
}

write_reviews () {
  say "Writing the reviews"
  mkdir -p "$reviews"
  for layout in deck report; do
    "$build/src/ctl/tambourctl" reports --portfolio "$portfolio" --period 2025-11-01..2026-11-01 --all \
      --layout "$layout" --format pdf --output "$reviews" >/dev/null
  done
}

list_reviews () {
  find "$reviews" -type f -name '*.pdf' | LC_ALL=C sort
}
