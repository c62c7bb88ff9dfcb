#!/usr/bin/env python3
# run.py: measures ours and the floors of PERFORMANCE.md in one run and prints a table of medians.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: run.py BUILD SOURCE_FOLDER [NAME...]
#
# Without names everything is measured; a name is the beginning of a work's name. A program
# bench-… prints rows of its own: work, ours, floor (or -) and limit, with tabs between.

import os
import shutil
import sys
import tempfile

import review
import sync
import window
from measure import RUNS, median, remove, run


class Bench:
    def __init__(self, build, source, names):
        self.build, self.source, self.names = build, source, names
        self.shared = os.environ.get('TAMBOUR_SHARED') or os.path.join(source, '..', 'shared')
        self.ctl = os.path.join(build, 'src', 'ctl', 'tambourctl')
        self.folder = tempfile.mkdtemp(prefix='tambour-bench-', dir=os.environ.get('TMPDIR', '/tmp'))
        self.rows = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def program(self, name):
        path = os.path.join(self.build, 'tests', 'bench', name)
        return path if os.path.exists(path) else None

    def wants(self, work):
        return not self.names or any(work.startswith(name) for name in self.names)

    def row(self, work, ours, floor, limit, unit='ms'):
        show = lambda value: '-' if value is None else f'{value:,.1f} {unit}'
        ratio = '-' if not floor or ours is None else f'{ours / floor:.2f}'
        self.rows.append((work, show(ours), show(floor), ratio, limit))
        print(f'{work}: {show(ours)}', file=sys.stderr, flush=True)


def bench_import(bench):
    cases = os.path.join(bench.shared, 'data', 'cases', 'service-desk-incidents.csv')
    portfolio, floor_file = bench.path('import.tambour'), bench.path('floor.db')
    if not os.path.exists(cases):
        print('import: the service-desk file is not there (TAMBOUR_SHARED)', file=sys.stderr)
        return

    def ours():
        remove(portfolio)
        run(bench.ctl, 'create', portfolio)
        return run(bench.ctl, 'import', 'cases', cases, '--map', os.path.join(bench.source, 'data', 'maps', 'service-desk-incidents.json'),
                   '--portfolio', portfolio, '--rejects', bench.path('rejects.csv'))[:2]

    def floor():
        remove(floor_file)
        return run(bench.program('floor-import'), cases, floor_file)[:2]

    floors = median(floor) if bench.program('floor-import') else (None, None)
    times = median(ours)
    bench.row('import of 24,918 cases (98,424 records) with history, index and events', times[0], floors[0], '1,000 ms')
    bench.row('import of 24,918 cases, peak memory', times[1], floors[1], 'flat', 'MiB')


def bench_programs(bench):
    folder = os.path.join(bench.build, 'tests', 'bench')
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        path = os.path.join(folder, name)
        if not name.startswith('bench-') or not os.path.isfile(path) or not os.access(path, os.X_OK):
            continue
        if bench.names and not any(n.startswith(name[6:]) or name[6:].startswith(n) for n in bench.names):
            continue
        for line in run(path)[2].split('\n'):
            cells = line.split('\t')
            if len(cells) == 4:
                ours, floor = (None if cell == '-' else float(cell) for cell in cells[1:3])
                bench.row(cells[0], ours, floor, cells[3])
            elif line:
                print(line, file=sys.stderr)


def main(build, source, *names):
    bench = Bench(os.path.abspath(build), os.path.abspath(source), names)
    try:
        if bench.wants('import'):
            bench_import(bench)
        if bench.wants('review'):
            review.bench_review(bench)
        if bench.wants('sync'):
            sync.bench_sync(bench)
        if bench.wants('window'):
            window.bench_window(bench, RUNS)
        bench_programs(bench)
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)

    titles = ('work', 'ours', 'floor', 'ratio', 'limit')
    widths = [max(len(row[i]) for row in bench.rows + [titles]) for i in range(len(titles))]
    for row in [titles] + bench.rows:
        print('  '.join(cell.ljust(width) if i == 0 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))))


if __name__ == '__main__':
    main(*sys.argv[1:])
