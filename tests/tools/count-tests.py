#!/usr/bin/env python3
# count-tests.py: counts the test cases in Meson's logs.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: count-tests.py TESTLOG.json...
#
# A case is a line of TAP; a test that speaks no TAP is one case. A case that is skipped has
# failed, and so has a program that crashed, ran out of time or stopped before its plan.
# A case that stands in several logs is one case, and failed if it failed in one.

import json
import re
import sys

LINE = re.compile(r'^(not )?ok\b\s*(\d+)?\s*(?:- )?([^#]*)(?:#\s*(\w+))?', re.I)
PLAN = re.compile(r'^1\.\.(\d+)')


def read_cases(entry):
    """(name, passed) of each case of one program."""
    seen, plan = [], None
    for line in entry.get('stdout', '').split('\n'):
        if match := PLAN.match(line):
            plan = int(match[1])
        elif match := LINE.match(line):
            directive = (match[4] or '').lower()
            name = match[3].strip() or f'case {match[2]}'
            name = name.split()[0] if name.startswith('/') else name
            seen.append((name, not match[1] and directive not in ('skip', 'todo')))
    if plan is None:
        return [('', entry['result'] == 'OK')]
    if entry['result'] != 'OK' and all(passed for _, passed in seen):
        seen.append((f'ended with {entry["result"]}', False))
    elif plan == 0 or len(seen) < plan and all(passed for _, passed in seen):
        seen.append((f'stopped after {len(seen)} of {plan}', False))
    return seen


def main(paths):
    cases = {}
    for path in paths:
        try:
            with open(path, encoding='utf-8') as file:
                entries = [json.loads(line) for line in file if line.strip()]
        except (OSError, ValueError) as error:
            entries = []
            print(f'{path}: {error}', file=sys.stderr)
        if not entries:
            cases[(path, 'no tests were run')] = False
        for entry in entries:
            program = entry['name'].split(' / ')[-1]
            for name, passed in read_cases(entry):
                cases[(program, name)] = cases.get((program, name), True) and passed
    failed = [' '.join(case).strip() for case, passed in cases.items() if not passed]
    if failed:
        print('\nFailed:\n  ' + '\n  '.join(failed))
    print(f'\n{len(cases) - len(failed)} passed, {len(failed)} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main(sys.argv[1:])
