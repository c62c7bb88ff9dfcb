#!/bin/sh
# check-translations.sh: every language is complete, and fits the strings of the sources.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-translations.sh SOURCE_FOLDER
set -eu

cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

grep -v '^#' po/POTFILES.in >"$work/files"
xgettext --from-code=UTF-8 --add-comments --files-from="$work/files" --output="$work/tambour.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 --keyword=g_dngettext:2,3 \
  --keyword=g_dpgettext2:2c,3 --flag=N_:1:pass-c-format --flag=_:1:pass-c-format --flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format \
  2>"$work/log" || { cat "$work/log"; exit 1; }

wrong=0
for language in $(grep -v '^#' po/LINGUAS); do
  msgfmt --check --output-file=/dev/null "po/$language.po" || wrong=1
  msgcmp "po/$language.po" "$work/tambour.pot" || wrong=1
  python3 tests/tools/check-placeholders.py "po/$language.po" || wrong=1
  statistics=$(LC_ALL=C msgfmt --statistics --output-file=/dev/null "po/$language.po" 2>&1)
  case $statistics in *fuzzy* | *untranslated*) echo "po/$language.po: $statistics"; wrong=1 ;; esac
done
exit $wrong
