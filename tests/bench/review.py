# review.py: reviews as files, against the floor of PERFORMANCE.md and other programs. Used by run.py.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import concurrent.futures
import json
import os
import subprocess

from measure import median, remove, run
from peers import Peers

PERIOD = '2025-11-01..2026-11-01'
DECK_PAGES = 12
ACCOUNTS = 100
MANY = 1000


def make_floor(bench):
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


class Reviews:
    """A demonstration portfolio and what is written of it."""

    def __init__(self, bench, accounts):
        self.bench, self.portfolio, self.output = bench, bench.path(f'demo-{accounts}.tambour'), bench.path('reviews')
        run(bench.ctl, 'demo', self.portfolio, '--accounts', accounts)

    def first_account(self):
        line = run(self.bench.ctl, 'list', 'accounts', '--portfolio', self.portfolio, '--limit', 1, '--json')[2]
        return json.loads(line.split('\n')[0])['id']

    def one(self, account, layout, form):
        return run(self.bench.ctl, 'review', account, '--portfolio', self.portfolio, '--period', PERIOD, '--layout', layout,
                   '--format', form, '--output', self.bench.path('one.' + form))[:2]

    def all(self, layout, jobs):
        remove(self.output)
        return run(self.bench.ctl, 'reports', '--portfolio', self.portfolio, '--period', PERIOD, '--all', '--jobs', jobs,
                   '--layout', layout, '--format', 'pdf', '--output', self.output)[:2]

    def write_some(self, form, count):
        """The first @count decks, in another form."""
        lines = run(self.bench.ctl, 'list', 'accounts', '--portfolio', self.portfolio, '--limit', count, '--json')[2]
        names = [word for line in lines.split('\n') if line for word in ('--account', json.loads(line)['id'])]
        remove(self.output)
        run(self.bench.ctl, 'reports', '--portfolio', self.portfolio, '--period', PERIOD, *names, '--format', form, '--output', self.output)

    def twelve_pages(self):
        elapsed, memory = self.all('deck', 1)
        return elapsed / count_pages(self.output) * DECK_PAGES, memory


class Floor:
    def __init__(self, bench):
        self.program, self.output = make_floor(bench), bench.path('floor-reviews')
        os.makedirs(self.output, exist_ok=True)

    def write(self, count, processes=1):
        """Milliseconds for all, and MiB of one process."""
        with concurrent.futures.ThreadPoolExecutor(processes) as pool:
            share = count // processes
            parts = list(pool.map(lambda i: run(self.program, i, share, self.output), range(processes)))
        return max(part[0] for part in parts), max(part[1] for part in parts)


def bench_alone(bench, reviews, floor):
    account = reviews.first_account()
    floors = median(lambda: floor.write(1)) if floor.program else (None, None)
    for name, layout, form, limit in (('deck, one PDF', 'deck', 'pdf', '80 ms'), ('annual value report, one PDF', 'report', 'pdf', '80 ms'),
                                      ('deck, one PowerPoint file', 'deck', 'pptx', '150 ms'), ('deck, one web page', 'deck', 'html', '-'),
                                      ('deck, one spreadsheet', 'deck', 'xlsx', '-')):
        times = median(lambda: reviews.one(account, layout, form))
        bench.row(f'review, {name} in a process of its own', times[0], floors[0] if form == 'pdf' else None, limit)


def bench_batch(bench, reviews, floor):
    floors = median(lambda: tuple(value / (ACCOUNTS if i == 0 else 1) for i, value in enumerate(floor.write(ACCOUNTS)))) \
        if floor.program else own_floor(bench)
    times = median(reviews.twelve_pages)
    bench.row(f'review, {DECK_PAGES} pages of a batch of {ACCOUNTS} decks', times[0], floors[0], '1.25 x floor')
    bench.row(f'review, batch of {ACCOUNTS} decks, peak memory', times[1], floors[1], '60 MiB', 'MiB')


def bench_many(bench, floor):
    """As a manager does once a year: all accounts, on two cores."""
    reviews = Reviews(bench, MANY)
    floors = floor.write(MANY, 2) if floor.program else (None, None)
    times = reviews.all('report', 2)
    bench.row(f'review, {MANY:,} annual value reports, two at once', times[0], floors[0], '1.25 x floor')
    bench.row(f'review, {MANY:,} annual value reports, peak memory', times[1], floors[1], '60 MiB', 'MiB')


def bench_peers(bench, reviews):
    """Programs that print the same content, in the same run."""
    ours = median(lambda: (reviews.all('deck', 1)[0] / ACCOUNTS,))[0]
    Peers(bench, reviews).measure(ours)


def bench_review(bench):
    reviews, floor = Reviews(bench, ACCOUNTS), Floor(bench)
    bench_alone(bench, reviews, floor)
    bench_batch(bench, reviews, floor)
    bench_peers(bench, reviews)
    bench_many(bench, floor)
