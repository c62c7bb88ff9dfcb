# format.sh: brings the sources into the format that lint checks. Sourced by dev.
#
# SPDX-License-Identifier: GPL-3.0-or-later

python3 "$here/tests/tools/format.py" "$here/src" "$here/tests"
find "$here/src" -name '*.blp' -exec blueprint-compiler format --fix {} +
