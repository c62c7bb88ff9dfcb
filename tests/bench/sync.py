# sync.py: replication, against PouchDB and the loops of PERFORMANCE.md on the same server. Used by run.py.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# TAMBOUR_BENCH_DOCUMENTS says how many documents are pulled (50,000); a fifth of them is pushed.

import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

from measure import remove, run

RUNS = int(os.environ.get('TAMBOUR_BENCH_RUNS', '3'))
PULLED = int(os.environ.get('TAMBOUR_BENCH_DOCUMENTS', '50000'))
PUSHED = PULLED // 5
BATCH_SIZES = (500, 1000, 2000, 5000)
IDLE_SECONDS = 20
SETTLE_SECONDS = 10
WORDS = 'customer health adoption region service level agreement escalation '


class Server:
    """A team server of the bench's own, and the proxy that counts what goes through."""

    def __init__(self, bench):
        folder = os.path.join(bench.source, 'tests', 'servers')
        modules = subprocess.run(['sh', os.path.join(folder, 'install.sh')], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
        self.environment = dict(os.environ, NODE_PATH=modules)
        self.process = subprocess.Popen(['node', os.path.join(folder, 'servers.js'), '--faults', '--until-input-ends'],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment)
        urls = json.loads(self.process.stdout.readline())
        self.url, self.proxy = urls['server'], urls['proxy']

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def call(self, method, url, body=None):
        request = urllib.request.Request(url, method=method, data=None if body is None else json.dumps(body).encode(),
                                         headers={'Content-Type': 'application/json', 'Accept': 'application/json'})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=120) as answer:
            return json.load(answer)

    def make(self, name):
        """The address of a database that is empty."""
        url = f'{self.url}/{name}'
        try:
            self.call('DELETE', url)
        except urllib.error.HTTPError:
            pass
        self.call('PUT', url)
        return url


def make_documents(count):
    """Cases of 1 KB, as ours are."""
    stamp = '2026-01-05T09:00:00Z'
    for i in range(count):
        yield {'_id': f'019b0000-0000-7000-8000-{i:012x}', '_rev': f'1-{i:032x}', 'record': 'case',
               'created_at': stamp, 'created_by': 'bench', 'updated_at': stamp, 'updated_by': 'bench',
               'opened_at': stamp, 'number': str(i), 'title': f'Renewal support case {i}', 'note': WORDS * 10}


def fill(server, url, count):
    """Piece by piece: what this process holds counts as memory of those that it starts."""
    documents = make_documents(count)
    while piece := list(itertools.islice(documents, 1000)):
        refused = server.call('POST', f'{url}/_bulk_docs', {'new_edits': False, 'docs': piece})
        if refused:
            sys.exit(f'the server refused {refused[0]}')


def build_loop(bench, name):
    """One of the loops of PERFORMANCE.md, if it can be built here."""
    source, program = os.path.join(bench.shared, 'floors', f'sync-{name}.c'), bench.path(f'sync-{name}')
    words = ['cc', '-O2', '-o', program, source, '-lcurl', '-lsqlite3', '-lyyjson', '-lpthread']
    built = subprocess.run(words, capture_output=True, text=True)
    if built.returncode != 0:
        print(f'the loop {name} cannot be built: {built.stderr.splitlines()[0]}', file=sys.stderr)
        return None
    return program


def median(measure):
    """Medians, column by column; what is not there stays so."""
    columns = zip(*(measure() for _ in range(RUNS)))
    return [None if None in column else statistics.median(column) for column in columns]


def fresh(path):
    remove(path)
    os.makedirs(path)
    return path


class Peers:
    """What others need for the same work, in milliseconds and MiB."""

    def __init__(self, bench, server):
        self.bench, self.server = bench, server
        self.loops = {name: build_loop(bench, name) for name in ('cpull', 'ppull', 'cpush')}

    def pouchdb(self, what, url, folder, *batch_size):
        script = os.path.join(self.bench.source, 'tests', 'bench', 'pouchdb.js')
        done = subprocess.run(['node', script, what, url, folder, *map(str, batch_size)], capture_output=True, text=True,
                              env=self.server.environment)
        if done.returncode != 0:
            sys.exit(f'PouchDB: {done.stderr}')
        told = json.loads(done.stdout)
        return told['milliseconds'], told['memory'] / 1024

    def pouchdb_pull(self, url, *batch_size):
        return self.pouchdb('pull', url, fresh(self.bench.path('pouchdb')), *batch_size)

    def loop(self, name, *words):
        """The loop's own time, without the start of its process."""
        if not self.loops[name]:
            return (None,)
        told = run(self.loops[name], *words)[2]
        return (1000 * float(next(word for word in told.split() if word.endswith('s') and word[:-1].replace('.', '').isdigit())[:-1]),)


class Ours:
    def __init__(self, bench):
        self.bench, self.program = bench, bench.program('sync-desk')

    def once(self, portfolio, url, received, sent):
        _, memory, told = run(self.program, 'once', portfolio, url)
        n_received, n_sent, milliseconds = told.split()
        if (int(n_received), int(n_sent)) != (received, sent):
            sys.exit(f'{n_received} came and {n_sent} went instead of {received} and {sent}')
        return float(milliseconds), memory

    def pull(self, url, count):
        portfolio = self.bench.path('pulled.tambour')
        remove(portfolio)
        run(self.program, 'fill', portfolio, 0)
        return self.once(portfolio, url, count, 0)

    def push(self, server, count):
        portfolio = self.bench.path('pushed.tambour')
        remove(portfolio)
        run(self.program, 'fill', portfolio, count)
        return self.once(portfolio, server.make('pushed'), 0, count)

    def follow(self, server):
        """Milliseconds from laptop to laptop, median and worst, and what an idle one asks for."""
        server.make('followed')
        process = subprocess.Popen([self.program, 'pair', fresh(self.bench.path('pair')), f'{server.proxy}/followed', str(SETTLE_SECONDS + IDLE_SECONDS)],
                                   stdout=subprocess.PIPE, text=True)
        times = [float(word) for word in process.stdout.readline().split()]
        time.sleep(SETTLE_SECONDS)
        server.call('PUT', f'{server.proxy}/_faults', {})
        process.stdout.readline()
        asked = [one for one in server.call('GET', f'{server.proxy}/_faults')['requests'] if 'feed=longpoll' not in one['path']]
        process.wait()
        return times, asked


def ratio(ours, theirs):
    return f'{theirs / ours:.1f} times as fast' if theirs else 'not measured'


def bench_pull(bench, server, ours, peers):
    url = server.make('pulled')
    fill(server, url, PULLED)
    parallel = median(lambda: peers.loop('ppull', url, bench.path('loop.db'), 4, 500))[0]
    serial = median(lambda: peers.loop('cpull', url, bench.path('loop.db'), 1000, 0))[0]
    milliseconds, memory = median(lambda: ours.pull(url, PULLED))
    usual, usual_memory = peers.pouchdb_pull(url)
    best = min(peers.pouchdb_pull(url, size)[0] for size in BATCH_SIZES)
    work = f'sync: first pull of {PULLED:,} documents of 1 KB'
    bench.row(f'{work}, against one _changes and four parallel _bulk_get', milliseconds, parallel, '1.30')
    bench.row(f'{work}, against the serial loop', milliseconds, serial, '-')
    bench.row(f'{work}, against PouchDB 9 (LevelDB): {ratio(milliseconds, usual)}', milliseconds, usual, '0.33')
    bench.row(f'{work}, against its best batch size: {ratio(milliseconds, best)}', milliseconds, best, '0.56')
    bench.row(f'{work}, peak memory, against PouchDB', memory, usual_memory, '60 MiB', 'MiB')


def bench_push(bench, server, ours, peers):
    loop = median(lambda: peers.loop('cpush', server.url, 'pushed', PUSHED, 500))[0]
    milliseconds, memory = median(lambda: ours.push(server, PUSHED))
    source = server.make('source')
    fill(server, source, PUSHED)
    peers.pouchdb_pull(source)
    theirs = peers.pouchdb('push', server.make('pushed'), bench.path('pouchdb'))[0]
    work = f'sync: push of {PUSHED:,} documents'
    bench.row(f'{work}, against PouchDB 9 (LevelDB): {ratio(milliseconds, theirs)}', milliseconds, theirs, '0.40')
    bench.row(f'{work}, against the loop', milliseconds, loop, '-')
    bench.row(f'{work}, peak memory', memory, None, '60 MiB', 'MiB')


def bench_follow(bench, server, ours):
    (middle, worst), asked = ours.follow(server)
    bench.row('sync: from an edit on one laptop to another, median', middle, None, '500 ms')
    bench.row('sync: from an edit on one laptop to another, worst of 21', worst, None, '500 ms')
    bench.row(f'sync: requests of two idle laptops in {IDLE_SECONDS} s beside the long poll', len(asked), None, '0', '')
    for one in asked:
        print(f'  {one["method"]} {one["path"]}', file=sys.stderr)


def bench_sync(bench):
    if not shutil.which('node'):
        print('sync: node is not there', file=sys.stderr)
        return
    server = Server(bench)
    try:
        ours, peers = Ours(bench), Peers(bench, server)
        bench_follow(bench, server, ours)
        bench_push(bench, server, ours, peers)
        bench_pull(bench, server, ours, peers)
    finally:
        server.close()
