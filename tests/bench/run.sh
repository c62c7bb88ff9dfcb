#!/bin/sh
# run.sh: ours against the floors, in one run.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: run.sh BUILD SOURCE_FOLDER [NAME...]
set -eu

exec env PYTHONDONTWRITEBYTECODE=1 python3 "$(dirname "$0")/run.py" "$@"
