# window.py: the window on 1,000,000 records, measured on a display of its own. Used by run.py.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import os
import statistics
import subprocess
import sys
import time

RECORDS = 1000000
PAIRS = 5  # starts of a run
ENVIRONMENT = {
    'GDK_BACKEND': 'x11', 'GDK_DISABLE': 'gl,vulkan', 'GIO_USE_PROXY_RESOLVER': 'dummy', 'GSETTINGS_BACKEND': 'memory',
    'GSK_RENDERER': 'cairo', 'GTK_A11Y': 'none', 'LC_ALL': 'C.UTF-8', 'TAMBOUR_NOW': '2026-11-23T17:12:00Z',
    'TZ': 'America/Los_Angeles',
}

# What window-bench says of a use of the window, and how much is allowed.
LIMITS = {
    'page switch to an account': '100 ms',
    'page switch to Today': '100 ms',
    'page switch to a list': '100 ms',
    'page switch to the cases': '100 ms',
    'page switch to a case': '100 ms',
    'page switch to the actions': '100 ms',
    'page switch to the notes': '100 ms',
    'page switch to the calls': '100 ms',
    'opening a prep sheet': '100 ms',
    'page switch to the section cases': '100 ms',
    'page switch to the section roadmap': '100 ms',
    'page switch to the section audits': '100 ms',
    'page switch to the section enablement': '100 ms',
    'page switch to the section review': '100 ms',
    'page switch to the place requests': '100 ms',
    'page switch to the place library': '100 ms',
    'page switch to the usage': '100 ms',
    'page switch to the known issues': '100 ms',
    'from the key to its rows, 95th percentile': '16 ms',
    'from the key to the frame with rows, median': '-',
    'from the key to the frame with rows, 95th percentile': '16 ms',
    'from a key in a review to its page, half': '-',
    'from a key in a review to its page': '50 ms',
    'longest list': '-',
    'longest stall while scrolling': '16 ms',
    'memory after use': '150 MiB',
    'memory after use, peak': '150 MiB',
    'idle, wakeups a second': '1',
    'idle, bytes read from disk': '0',
}


@contextlib.contextmanager
def display(build):
    """An X server that nobody else uses, and the environment of programs of @build on it."""
    read, write = os.pipe()
    server = subprocess.Popen(['Xvfb', '-displayfd', str(write), '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'],
                              pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        number = os.read(read, 16).decode().strip()
        if not number:
            sys.exit('Xvfb did not start')
        environment = {**os.environ, **ENVIRONMENT, 'DISPLAY': f':{number}', 'GSETTINGS_SCHEMA_DIR': os.path.join(build, 'data')}
        environment.pop('WAYLAND_DISPLAY', None)
        yield environment
    finally:
        os.close(read)
        server.terminate()
        server.wait()


def portfolio(bench):
    """Made once for a build, since it takes minutes."""
    path = os.environ.get('TAMBOUR_BENCH_PORTFOLIO') or os.path.join(bench.build, 'window-bench.tambour')
    if not os.path.exists(path):
        print(f'window: making a portfolio of {RECORDS:,} records', file=sys.stderr, flush=True)
        unfinished = path + '.new'
        for end in ('', '-wal', '-shm'):
            with contextlib.suppress(FileNotFoundError):
                os.remove(unfinished + end)
        subprocess.run([bench.ctl, 'demo', unfinished, '--records', str(RECORDS), '--accounts', '40'], check=True,
                       stdout=subprocess.DEVNULL)
        os.rename(unfinished, path)
    return path


def measure(bench, environment, program, *words):
    """What one run prints: work, value and unit."""
    start = {'TAMBOUR_BENCH_START': str(time.monotonic_ns() // 1000)}
    run = subprocess.run([bench.program(program), *words], env={**environment, **start}, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f'{program} {" ".join(words)} ended with {run.returncode}: {run.stdout[-1000:]}{run.stderr}')
    lines = [line.split('\t') for line in run.stdout.splitlines()]
    return [(cells[0], float(cells[1]), cells[2]) for cells in lines if len(cells) == 3]


def bench_start(bench, environment, path, runs):
    """In turns, so that what else the machine does befalls both: two series of five pairs can differ by a tenth."""
    kinds = {'floor': ['floor'], 'ours': ['start', path]}
    values = {kind: {} for kind in kinds}
    for words in kinds.values():
        measure(bench, environment, 'window-bench', *words)
    for _ in range(PAIRS * runs):
        for kind, words in kinds.items():
            for work, value, _ in measure(bench, environment, 'window-bench', *words):
                values[kind].setdefault(work, []).append(value)

    middle = {kind: {work: statistics.median(all) for work, all in works.items()} for kind, works in values.items()}
    for work, limit, unit in (('start', '1.25 x floor', 'ms'), ('start, time of the processor', '-', 'ms'),
                              ('memory after start', '-', 'MiB'), ('memory after start, peak', '150 MiB', 'MiB')):
        bench.row(f'window, {work}', middle['ours'][work], middle['floor'][work], limit, unit)


def bench_use(bench, environment, path):
    """A work that is done several times is shown as its median and its longest."""
    for program, *words in (('window-bench', 'use', path), ('window-typing', path), ('window-bench', 'idle', path)):
        works = {}
        for work, value, unit in measure(bench, environment, program, *words):
            works.setdefault((work, unit), []).append(value)
        for (work, unit), values in works.items():
            limit = LIMITS.get(work, '-')
            if len(values) == 1:
                bench.row(f'window, {work}', values[0], None, limit, unit)
            else:
                bench.row(f'window, {work}, median', statistics.median(values), None, limit, unit)
                bench.row(f'window, {work}, longest', max(values), None, limit, unit)


def bench_window(bench, runs):
    path = portfolio(bench)
    with display(bench.build) as environment:
        bench_start(bench, environment, path, runs)
        bench_use(bench, environment, path)
