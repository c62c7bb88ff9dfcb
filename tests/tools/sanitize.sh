# sanitize.sh: the tests that need no display, with sanitizers. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/builds.sh"

compile_sanitized
[ $# -gt 0 ] || set -- --suite headless --suite fuzz
with_sanitizers run_tests "$build-sanitized" "$@"
