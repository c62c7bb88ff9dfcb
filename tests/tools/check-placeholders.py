#!/usr/bin/env python3
# check-placeholders.py: a translation has the placeholders and marks of its original.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-placeholders.py FILE.po
#
# msgfmt --check sees to those of printf; this sees to {0}, {name} and <b>. A plural form may
# leave one out, where the number is a word, but none may be new.

import ast
import re
import sys

MARK = re.compile(r'\{\w+\}|</?\w+>')


def entries(path):
    """The msgids and the msgstrs of each entry, as two lists of texts."""
    originals, translations, last = [], [], None
    with open(path, encoding='utf-8') as file:
        for line in list(file) + ['']:
            match = re.match(r'(msgid|msgid_plural|msgstr(?:\[\d\])?) (".*")$', line)
            if match:
                last = translations if match[1].startswith('msgstr') else originals
                last.append(ast.literal_eval(match[2]))
            elif line.startswith('"'):
                last[-1] += ast.literal_eval(line.strip())
            elif not line.strip() and originals:
                yield originals, translations
                originals, translations = [], []


def main(path):
    wrong = 0
    for originals, translations in entries(path):
        known = {mark for text in originals for mark in MARK.findall(text)}
        for text in translations if originals[0] else []:
            found = set(MARK.findall(text))
            if found - known or (len(originals) == 1 and found != known):
                wrong += 1
                print(f'{path}: {originals[0]!r}: {" ".join(sorted(found ^ known))}')
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main(sys.argv[1])
