# coverage.sh: line coverage of the tests. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

. "$here/tests/tools/builds.sh"

covered=$build-coverage
compile_in "$covered" -Db_coverage=true -Doptimization=0
find "$covered" -name '*.gcda' -delete
run_tests "$covered" --suite headless --suite fuzz --suite display || :
python3 "$here/tests/tools/coverage.py" "$covered" "$here"
