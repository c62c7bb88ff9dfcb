# builds.sh: the builds beside the usual one, and running tests in any of them.
# Sourced by the other tools.
#
# SPDX-License-Identifier: GPL-3.0-or-later

# compile_in BUILD OPTION...: configures a build folder once and compiles it, and what its tests need.
compile_in () (
  build=$1
  shift
  configure "$@"
  compile all meson-test-prereq
)

compile_sanitized () {
  compile_in "$build-sanitized" -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1
}

with_sanitizers () {
  ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:allocator_may_return_null=1 \
  UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
  LSAN_OPTIONS=suppressions="$here/tests/tools/lsan.supp":print_suppressions=0 \
  "$@"
}

# run_tests BUILD [ARGS]: machines that are busy get time; a test that hangs is still ended. Most of
# those of the window wait for frames, and leave room for others beside them.
run_tests () {
  folder=$1
  shift
  rm -f "$folder/meson-logs/testlog.json"
  meson test -C "$folder" --no-rebuild --print-errorlogs --timeout-multiplier 5 --num-processes $(($(nproc) * 2)) "$@" </dev/null
}
