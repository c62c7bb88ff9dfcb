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
import statistics
import subprocess
import sys
import tempfile
import time

import window

RUNS = int(os.environ.get('TAMBOUR_BENCH_RUNS', '5'))
PERIOD = '2025-11-01..2026-11-01'


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
        ratio = '-' if not floor else f'{ours / floor:.2f}'
        self.rows.append((work, show(ours), show(floor), ratio, limit))
        print(f'{work}: {show(ours)}', file=sys.stderr, flush=True)


def run(*words):
    """Milliseconds, peak MiB and output of one process; it must succeed, be it in part."""
    start = time.monotonic()
    process = subprocess.Popen([str(w) for w in words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = 1000 * (time.monotonic() - start)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        sys.exit(f'{" ".join(str(w) for w in words)}: {output}')
    return elapsed, usage.ru_maxrss / 1024, output


def median(measure):
    """Medians of what @measure returns, column by column."""
    return [statistics.median(column) for column in zip(*(measure() for _ in range(RUNS)))]


def remove(*paths):
    for path in paths:
        for end in ('', '-wal', '-shm'):
            if os.path.isdir(path):
                shutil.rmtree(path)
            elif os.path.exists(path + end):
                os.remove(path + end)


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


def pdf_floor(bench):
    """The floor's program, compiled with what its comment says."""
    source, program = os.path.join(bench.shared, 'floors', 'pdf-rep.c'), bench.path('pdf-rep')
    if not os.path.exists(source):
        return None
    flags = subprocess.run(['pkg-config', '--cflags', '--libs', 'pangocairo', 'cairo-pdf'], capture_output=True, text=True, check=True)
    subprocess.run(['cc', '-O2', '-o', program, source, *flags.stdout.split(), '-lm'], check=True, stderr=subprocess.DEVNULL)
    return program


def own_floor(bench):
    """Where the shared floor is not there: ours of the same kind, which keeps no memory figure."""
    program = bench.program('floor-pdf')
    return (float(run(program, 100, bench.folder)[2]), None) if program else (None, None)


def count_pages(folder):
    pages = 0
    for base, _, files in os.walk(folder):
        for name in files:
            if name.endswith('.pdf'):
                info = subprocess.run(['pdfinfo', os.path.join(base, name)], capture_output=True, text=True, check=True)
                pages += next(int(line.split()[1]) for line in info.stdout.split('\n') if line.startswith('Pages:'))
    return pages


def bench_review(bench):
    portfolio, output, floor_output = bench.path('demo.tambour'), bench.path('reviews'), bench.path('floor-reviews')
    floor = pdf_floor(bench)
    run(bench.ctl, 'demo', portfolio, '--accounts', 100)
    account = run(bench.ctl, 'list', 'accounts', '--portfolio', portfolio, '--limit', 1, '--json')[2]
    account = account.split('"id":"')[1].split('"')[0]

    def alone():
        return run(bench.ctl, 'review', account, '--portfolio', portfolio, '--period', PERIOD, '--format', 'pdf',
                   '--output', bench.path('one.pdf'))[:2]

    def batch():
        remove(output)
        elapsed, memory, _ = run(bench.ctl, 'reports', '--portfolio', portfolio, '--period', PERIOD, '--all', '--jobs', 1,
                                 '--format', 'pdf', '--output', output)
        return elapsed / count_pages(output) * 12, memory

    def floor_of(count):
        os.makedirs(floor_output, exist_ok=True)
        elapsed, memory, _ = run(floor, 0, count, floor_output)
        return elapsed / count, memory

    floors = median(lambda: floor_of(1)) if floor else (None, None)
    times = median(alone)
    bench.row('review, one PDF in a process of its own', times[0], floors[0], '80 ms')
    floors = median(lambda: floor_of(100)) if floor else own_floor(bench)
    times = median(batch)
    bench.row('review, 12 pages of a batch of 100', times[0], floors[0], '1.25 x floor')
    bench.row('review, batch of 100, peak memory', times[1], floors[1], '60 MiB', 'MiB')


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
            bench_review(bench)
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
