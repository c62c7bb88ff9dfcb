# peers.py: other programs that print what a review says, for comparison. Used by review.py.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# TAMBOUR_BENCH_PEERS=install installs those that are not there; without, their rows say so.

import html.parser
import json
import os
import re
import shutil
import subprocess

from measure import median, run

DECKS = 10
PACKAGES = ('libreoffice-impress', 'libreoffice-writer', 'chromium', 'nodejs', 'npm')
TYPST = '@myriaddreamin/typst-ts-node-compiler'
COMPILE = """
const fs = require('fs'), { NodeCompiler } = require(process.argv[2]), fonts = [{ fontPaths: ['/usr/share/fonts/opentype/inter'] }];
const compiler = NodeCompiler.create({ workspace: process.argv[3], fontArgs: fonts });
for (const path of process.argv.slice(4))
  fs.writeFileSync(path + '.pdf', compiler.pdf({ mainFilePath: path }));
"""


class TypstWriter(html.parser.HTMLParser):
    """Writes a web page of ours as a Typst document: its words, tables and charts."""

    BLOCKS = {'h1': 'heading(level: 1, ', 'h2': 'heading(level: 2, ', 'h3': 'heading(level: 3, ', 'p': 'par(', 'li': 'list.item(',
              'summary': 'par('}

    def __init__(self, base):
        super().__init__()
        self.base, self.charts = base, 0
        self.lines = ['#set page(width: 960pt, height: 540pt, margin: 48pt)', '#set text(font: "Inter", size: 11pt)']
        self.words, self.rows, self.chart = [], None, None

    def handle_starttag(self, tag, attributes):
        if self.chart is not None or tag == 'svg':
            self.chart = (self.chart or []) + [self.get_starttag_text()]
        elif tag == 'section':
            self.lines.append('#pagebreak()')
        elif tag == 'table':
            self.rows = []
        elif tag == 'tr':
            self.rows.append([])
        elif tag in ('style', 'title') or tag in self.BLOCKS or tag in ('td', 'th'):
            self.words = []

    def handle_startendtag(self, tag, attributes):
        if self.chart is not None:
            self.chart.append(self.get_starttag_text())

    def handle_data(self, data):
        if self.chart is not None:
            self.chart.append(data.replace('&', '&amp;').replace('<', '&lt;'))
        else:
            self.words.append(data)

    def handle_endtag(self, tag):
        if self.chart is not None:
            self.chart.append(f'</{tag}>')
            if tag == 'svg':
                self.end_chart()
        elif tag in ('td', 'th') and self.rows:
            self.rows[-1].append(self.take_words())
        elif tag == 'table':
            self.end_table()
        elif tag in self.BLOCKS and self.rows is None:
            self.lines.append(f'#{self.BLOCKS[tag]}{self.take_words()})')

    def take_words(self):
        text, self.words = re.sub(r'\s+', ' ', ''.join(self.words)).strip(), []
        return json.dumps(text, ensure_ascii=False)

    def end_table(self):
        columns = max((len(row) for row in self.rows), default=0)
        cells = [cell for row in self.rows for cell in row + ['""'] * (columns - len(row))]
        if columns > 0:
            self.lines.append(f'#table(columns: {columns}, {", ".join(cells)})')
        self.rows = None

    def end_chart(self):
        self.charts += 1
        name = f'{self.base}-{self.charts}.svg'
        text = ''.join(self.chart).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        with open(name, 'w', encoding='utf-8') as file:
            file.write(text)
        self.lines.append(f'#image({json.dumps(os.path.basename(name))}, height: 200pt)')
        self.chart = None


class Peers:
    def __init__(self, bench, reviews):
        self.bench, self.reviews, self.folder = bench, reviews, bench.path('peers')
        self.modules = os.path.join(os.environ.get('XDG_CACHE_HOME') or os.path.expanduser('~/.cache'), 'tambour', 'bench-modules')
        self.typst = os.path.join(self.modules, 'node_modules', TYPST)
        os.makedirs(self.folder, exist_ok=True)
        if os.environ.get('TAMBOUR_BENCH_PEERS') == 'install':
            self.install()

    def install(self):
        subprocess.run(['apt-get', '-qq', 'install', '-y', '--no-install-recommends', *PACKAGES], check=True, stdout=subprocess.DEVNULL)
        os.makedirs(self.modules, exist_ok=True)
        subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', '--prefix', self.modules, TYPST], check=True)

    def decks(self, form):
        """The first decks in @form."""
        self.reviews.write_some(form, DECKS)
        folder = self.reviews.output
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith('.' + form) and name != 'portfolio.' + form]

    def typst_files(self):
        for number, path in enumerate(self.decks('html')):
            base = os.path.join(self.folder, f'deck-{number}')
            with open(path, encoding='utf-8') as file:
                writer = TypstWriter(base)
                writer.feed(file.read().split('</head>', 1)[1])
            with open(base + '.typ', 'w', encoding='utf-8') as file:
                file.write('\n'.join(writer.lines))
            yield base + '.typ'

    def one_page(self):
        """All decks as one web page: a browser prints only one in a process."""
        pages = [open(path, encoding='utf-8').read() for path in self.decks('html')]
        path = os.path.join(self.folder, 'decks.html')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(pages[0].replace('</body>', ''.join(page.split('<body>', 1)[1].split('</body>')[0] for page in pages[1:]) + '</body>'))
        return path

    def row(self, name, is_there, measure, ours, limit):
        if not is_there:
            self.bench.row(f'review, a deck by {name}: not installed', None, ours, limit)
            return
        self.bench.row(f'review, a deck by {name}, one of a batch of {DECKS}', median(lambda: (measure() / DECKS,))[0], ours, limit)

    def measure(self, ours):
        """@ours: milliseconds for a deck in a batch of ours"""
        typst, office, browser = os.path.isdir(self.typst) and shutil.which('node'), shutil.which('soffice'), shutil.which('chromium')
        files = list(self.typst_files()) if typst else []
        script = os.path.join(self.folder, 'compile.cjs')
        with open(script, 'w', encoding='utf-8') as file:
            file.write(COMPILE)
        self.row('Typst', typst, lambda: run('node', script, self.typst, self.folder, *files)[0], ours, 'above ours')
        for form in ('pptx', 'html'):
            decks = self.decks(form) if office else []
            self.row(f'LibreOffice from its {form}', office,
                     lambda: run('soffice', '--headless', '--convert-to', 'pdf', '--outdir', self.folder, *decks)[0], ours, '4 x ours or more')
        page = self.one_page() if browser else None
        self.row('Chromium', browser,
                 lambda: run('chromium', '--headless', '--no-sandbox', '--disable-gpu',
                             '--print-to-pdf=' + os.path.join(self.folder, 'chromium.pdf'), page)[0], ours, '4 x ours or more')
