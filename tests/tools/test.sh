# test.sh: every test, and without arguments those that need no display once more with
# sanitizers; the last line counts the test cases. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/builds.sh"

logs=

# A build that fails is one failed case: what comes after it cannot be counted.
must_compile () {
  ( "$@" ) || { printf '\n0 passed, 1 failed\n'; exit 1; }
}

must_compile compile all meson-test-prereq
run_tests "$build" "$@" || :
logs=$build/meson-logs/testlog.json

if [ $# = 0 ]; then
  say "The same again with address and undefined-behaviour sanitizers"
  must_compile compile_sanitized
  with_sanitizers run_tests "$build-sanitized" --suite headless --suite fuzz || :
  logs="$logs
$build-sanitized/meson-logs/testlog.json"
fi

# One path a line, since a path may hold spaces.
IFS='
'
exec python3 "$here/tests/tools/count-tests.py" $logs
