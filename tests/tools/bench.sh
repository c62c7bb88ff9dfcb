# bench.sh: ours against the floors. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

build=$build-bench
configure --buildtype=release
compile benches data/gschemas.compiled
exec sh "$here/tests/bench/run.sh" "$build" "$here" "$@"
