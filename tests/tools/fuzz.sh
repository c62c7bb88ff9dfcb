# fuzz.sh: every fuzz target for some seconds each. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/builds.sh"

seconds=${1:-20}
case $seconds in *[!0-9]* | '') say "usage: ./dev fuzz [SECONDS]"; exit 2 ;; esac

build=$build-fuzz
CC=clang
export CC
configure -Dfuzzing=true -Db_lundef=false -Doptimization=1
compile fuzzers

wrong=
for target in "$build"/tests/fuzz/fuzz-*; do
  [ -x "$target" ] && [ -f "$target" ] || continue
  name=$(basename "$target")
  found=$here/out/fuzz/$name
  mkdir -p "$found/corpus"
  say "$name for $seconds s"
  with_sanitizers "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -verbosity=0 \
    -print_final_stats=1 -artifact_prefix="$found/" "$found/corpus" "$here/tests/fuzz/corpus/$name" || wrong="$wrong $name"
done

[ -z "$wrong" ] || die "found something:$wrong (see out/fuzz)"
