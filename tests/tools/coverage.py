#!/usr/bin/env python3
# coverage.py: line coverage of src/, a line per file and per layer.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: coverage.py BUILD SOURCE_FOLDER

import collections
import json
import os
import subprocess
import sys


def read_lines(build, source):
    """path -> line -> whether it was run, over all objects that hold the file."""
    covered = collections.defaultdict(dict)
    for folder, _, files in os.walk(os.path.join(build, 'src')):
        for name in sorted(f for f in files if f.endswith('.gcno')):
            done = subprocess.run(['gcov', '--json-format', '--stdout', os.path.join(folder, name)],
                                  cwd=build, capture_output=True, text=True)
            for document in done.stdout.split('\n'):
                for file in json.loads(document)['files'] if document.startswith('{') else []:
                    path = os.path.relpath(os.path.normpath(os.path.join(build, file['file'])), source)
                    if path.startswith('src' + os.sep):
                        for line in file['lines']:
                            seen = covered[path].get(line['line_number'], False)
                            covered[path][line['line_number']] = seen or line['count'] > 0
    return covered


def show(name, lines):
    run = sum(lines)
    print(f'{100 * run / len(lines):6.1f} %  {run:6} of {len(lines):6}  {name}')


def main(build, source):
    covered = read_lines(os.path.abspath(build), os.path.abspath(source))
    layers = collections.defaultdict(list)
    for path in sorted(covered):
        show(path, list(covered[path].values()))
        layers[os.path.dirname(path)] += covered[path].values()
    print()
    for layer in sorted(layers):
        show(layer, layers[layer])
    if layers:
        show('all', [line for lines in layers.values() for line in lines])


if __name__ == '__main__':
    main(*sys.argv[1:])
