# lint.sh: what is checked without running the program. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/builds.sh"

compile data/io.github.tambour.Tambour.desktop data/io.github.tambour.Tambour.metainfo.xml
run_tests "$build" --suite lint "$@"
