# measure.py: how the benchmarks run programs. Used by run.py and review.py.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import shutil
import statistics
import subprocess
import sys
import time

RUNS = int(os.environ.get('TAMBOUR_BENCH_RUNS', '5'))


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
