#!/usr/bin/env python3
# test-counts.py: the line that ./dev test ends with.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import subprocess
import sys
import tempfile

COUNT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tools', 'count-tests.py')

# what is tested: the entries of one or more logs, the last line, the exit status
CASES = {
    'cases of TAP are counted': ([[('OK', '1..2\nok 1 /a\nok 2 /b\n')]], '2 passed, 0 failed', 0),
    'comments and subtests of GLib are not cases': ([[('OK', '# random seed\n1..1\n# Start of x tests\nok 1 /x/a\n')]], '1 passed, 0 failed', 0),
    'a program without TAP is one case': ([[('OK', 'ok, all is well\n'), ('FAIL', 'oh\n')]], '1 passed, 1 failed', 1),
    'a case that fails': ([[('FAIL', '1..2\nok 1 /a\nnot ok /b - assertion\n')]], '1 passed, 1 failed', 1),
    'a crash is one failed case': ([[('FAIL', '1..3\nok 1 /a\n')]], '1 passed, 1 failed', 1),
    'running out of time is one failed case': ([[('TIMEOUT', '1..3\nok 1 /a\n')]], '1 passed, 1 failed', 1),
    'a skipped case has failed': ([[('OK', '1..2\nok 1 /a # SKIP no display\nok 2 /b\n')]], '1 passed, 1 failed', 1),
    'a skipped program has failed': ([[('SKIP', '1..0 # SKIP nothing here\n')]], '0 passed, 1 failed', 1),
    'a case of two logs is one case': ([[('OK', '1..1\nok 1 /a\n')], [('FAIL', '1..1\nnot ok /a - ERROR: x\n')]], '0 passed, 1 failed', 1),
    'an empty log has failed': ([[]], '0 passed, 1 failed', 1),
}


def run(logs):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, log in enumerate(logs):
            paths.append(os.path.join(folder, f'{number}.json'))
            with open(paths[-1], 'w', encoding='utf-8') as file:
                for entry, (result, stdout) in enumerate(log):
                    file.write(json.dumps({'name': f'tambour:headless / program-{entry}', 'result': result, 'stdout': stdout}) + '\n')
        done = subprocess.run([sys.executable, COUNT, *paths], capture_output=True, text=True)
    return done.stdout.rstrip('\n').split('\n')[-1], done.returncode


def main():
    print(f'1..{len(CASES)}')
    failed = 0
    for number, (name, (logs, line, status)) in enumerate(CASES.items(), 1):
        found = run(logs)
        passed = found == (line, status)
        failed += not passed
        print(f'{"" if passed else "not "}ok {number} - {name}' + ('' if passed else f'\n# {found}'))
    sys.exit(1 if failed else 0)


main()
