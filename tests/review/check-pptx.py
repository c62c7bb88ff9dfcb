#!/usr/bin/env python3
# check-pptx.py: what a presentation must keep to so that every program opens it as it is.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-pptx.py MAKE_PPTX

import os
import posixpath
import re
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as ET

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import pptx_masters  # noqa: E402

A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
C = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
P = '{http://schemas.openxmlformats.org/presentationml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
RELATIONS = '{http://schemas.openxmlformats.org/package/2006/relationships}'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
WIDTH, HEIGHT = 12192000, 6858000
SLACK = 40 * 12700


class Deck:
    """A presentation, taken apart."""

    def __init__(self, path):
        self.path = path
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        self.parts = {n: self.zip.read(n) for n in self.names}
        self.trees = {n: ET.fromstring(b) for n, b in self.parts.items() if n.endswith(('.xml', '.rels'))}

    def slides(self):
        listed = [n for n in self.names if re.fullmatch(r'ppt/slides/slide\d+\.xml', n)]
        return sorted(listed, key=lambda n: int(re.search(r'\d+', n)[0]))

    def relations(self, part):
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, '_rels', name + '.rels'))
        return {r.get('Id'): r for r in tree} if tree is not None else {}


def texts(tree):
    return [''.join(t.text or '' for t in p.iter(A + 't')) .replace('\xa0', ' ') for p in tree.iter(A + 'p')]


# --- the package ------------------------------------------------------------------


def check_types(deck):
    tree = deck.trees['[Content_Types].xml']
    overrides = [o.get('PartName').lstrip('/') for o in tree.iter(TYPES + 'Override')]
    assert deck.names[0] == '[Content_Types].xml'
    assert len(overrides) == len(set(overrides)) and len(deck.names) == len(set(deck.names))
    assert set(overrides) == {n for n in deck.names if n != '[Content_Types].xml' and not n.endswith('.rels')}


def check_relations(deck):
    for name, tree in deck.trees.items():
        if name.endswith('.rels'):
            ids = [r.get('Id') for r in tree]
            assert len(ids) == len(set(ids)), name
            for relation in tree:
                assert relation.get('TargetMode') is None, name
                assert relation.get('Target').lstrip('/') in deck.parts, (name, relation.get('Target'))
        else:
            used = {v for e in tree.iter() for k, v in e.attrib.items() if k.startswith(R)}
            assert used <= set(deck.relations(name)), (name, used)


def check_ids(deck):
    for name in deck.names:
        if re.match(r'ppt/(slides|slideLayouts|slideMasters|notesSlides)/[^/]+\.xml', name):
            ids = [e.get('id') for e in deck.trees[name].iter(P + 'cNvPr')]
            assert len(ids) == len(set(ids)), name
    presentation = deck.trees['ppt/presentation.xml']
    slides = [e.get('id') for e in presentation.iter(P + 'sldId')]
    masters = [e.get('id') for e in presentation.iter(P + 'sldMasterId')]
    layouts = [e.get('id') for n in deck.names if n.startswith('ppt/slideMasters/s') for e in deck.trees[n].iter(P + 'sldLayoutId')]
    assert len(slides) == len(set(slides)) == len(deck.slides()) and min(map(int, slides)) >= 256
    assert len(masters + layouts) == len(set(masters + layouts)) and min(map(int, masters + layouts)) >= 2 ** 31


def check_bytes(deck):
    assert {i.date_time for i in deck.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    with open(deck.path, 'rb') as one, open(deck.path + '.again', 'rb') as other:
        assert one.read() == other.read()


# --- slides --------------------------------------------------------------------------


def check_titles(deck):
    for name in deck.slides():
        titles = [s for s in deck.trees[name].iter(P + 'sp') if s.find(f'.//{P}ph') is not None and s.find(f'.//{P}ph').get('type') == 'title']
        assert len(titles) == 1 and ''.join(texts(titles[0])).strip(), name
        layout = [r for r in deck.relations(name).values() if r.get('Type').endswith('/slideLayout')]
        assert len(layout) == 1, name


def check_places(deck):
    for name in deck.slides():
        for place in list(deck.trees[name].iter(A + 'xfrm')) + list(deck.trees[name].iter(P + 'xfrm')):
            x, y = (int(place.find(A + 'off').get(k)) for k in 'xy')
            width, height = (int(place.find(A + 'ext').get(k)) for k in ('cx', 'cy'))
            assert x > -SLACK and y > -SLACK and x + width < WIDTH + SLACK and y + height < HEIGHT + SLACK, (name, x, y, width, height)


def check_boxes(deck):
    for name in deck.slides():
        for body in deck.trees[name].iter(P + 'txBody'):
            assert body.find(f'{A}bodyPr/{A}noAutofit') is not None, name
        for run in deck.trees[name].iter(A + 'rPr'):
            assert run.get('lang'), name
        for group in deck.trees[name].iter(P + 'grpSp'):
            properties = group.find(f'{P}nvGrpSpPr/{P}cNvPr')
            assert properties.get('descr') or properties.get('name').startswith('Sign'), name


def check_tables(deck):
    found = 0
    for name in deck.slides():
        for table in deck.trees[name].iter(A + 'tbl'):
            columns = len(table.findall(f'{A}tblGrid/{A}gridCol'))
            assert columns > 0 and all(len(row.findall(A + 'tc')) == columns for row in table.findall(A + 'tr')), name
            found += 1
    return found


def check_links(deck):
    for name in deck.slides():
        for link in deck.trees[name].iter(A + 'hlinkClick'):
            assert link.get('action') == 'ppaction://hlinksldjump'
            assert deck.relations(name)[link.get(R + 'id')].get('Type').endswith('/slide')


# --- charts ----------------------------------------------------------------------------


def read_cells(data):
    """The cells of a workbook's first sheet."""
    with tempfile.TemporaryFile() as file:
        file.write(data)
        book = zipfile.ZipFile(file)
        shared = [''.join(t.text or '' for t in s.iter(SHEET + 't')) for s in ET.fromstring(book.read('xl/sharedStrings.xml'))]
        cells = {}
        for cell in ET.fromstring(book.read('xl/worksheets/sheet1.xml')).iter(SHEET + 'c'):
            value = cell.findtext(SHEET + 'v')
            cells[cell.get('r')] = shared[int(value)] if cell.get('t') == 's' else float(value)
    return cells


def cells_of(reference):
    column, first, last = re.fullmatch(r'Sheet1!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?', reference).groups()
    return [f'{column}{row}' for row in range(int(first), int(last or first) + 1)]


def check_cache(name, reference, cells):
    cache = reference.find(C + 'strCache')
    cache = reference.find(C + 'numCache') if cache is None else cache
    wanted = cells_of(reference.findtext(C + 'f'))
    points = {int(p.get('idx')): p.findtext(C + 'v') for p in cache.iter(C + 'pt')}
    assert int(cache.find(C + 'ptCount').get('val')) == len(wanted), name
    for index, cell in enumerate(wanted):
        cached = points.get(index)
        if cache.tag == C + 'numCache' and cached is not None:
            cached = float(cached)
        assert cells.get(cell) == cached or (cached == '' and cell not in cells), (name, cell, cells.get(cell), cached)
    return len(wanted)


def check_charts(deck):
    charts = [n for n in deck.names if re.fullmatch(r'ppt/charts/chart\d+\.xml', n)]
    for name in charts:
        external = deck.trees[name].find(C + 'externalData')
        book = deck.relations(name)[external.get(R + 'id')].get('Target').lstrip('/')
        cells = read_cells(deck.parts[book])
        for series in deck.trees[name].iter(C + 'ser'):
            check_cache(name, series.find(f'{C}tx/{C}strRef'), cells)
            counts = [check_cache(name, series.find(f'{C}cat/{C}strRef'), cells), check_cache(name, series.find(f'{C}val/{C}numRef'), cells)]
            assert counts[0] == counts[1] > 0, name
        axes = {a.find(C + 'axId').get('val') for a in deck.trees[name].iter() if a.tag in (C + 'catAx', C + 'valAx')}
        assert {i.get('val') for i in deck.trees[name].iter(C + 'axId')} == axes, name
    return len(charts)


STRUCTURE = (check_types, check_relations, check_ids, check_titles, check_places, check_boxes, check_tables, check_links, check_charts)


# --- cases --------------------------------------------------------------------------------


def case_structure(folder):
    """every-part-is-declared-and-every-reference-leads-somewhere"""
    for name in ('design', 'mirrored', 'brand', 'review', 'thin', 'hostile'):
        deck = Deck(os.path.join(folder, name + '.pptx'))
        for check in STRUCTURE:
            check(deck)


def case_bytes(folder):
    """equal-documents-are-equal-files"""
    for name in ('design', 'mirrored', 'review', 'hostile'):
        check_bytes(Deck(os.path.join(folder, name + '.pptx')))


def case_native(folder):
    """charts-and-tables-are-native"""
    deck = Deck(os.path.join(folder, 'design.pptx'))
    assert check_charts(deck) == 8 and check_tables(deck) == 4
    formulas = [c for n in deck.names if n.endswith('.xlsx') for c in re.findall(rb'<f>', deck_sheet(deck.parts[n]))]
    assert len(formulas) > 20


def deck_sheet(data):
    with tempfile.TemporaryFile() as file:
        file.write(data)
        return zipfile.ZipFile(file).read('xl/worksheets/sheet1.xml')


def case_notes(folder):
    """notes-say-how-each-figure-was-computed"""
    deck = Deck(os.path.join(folder, 'review.pptx'))
    notes = {n: '\n'.join(texts(deck.trees[n])) for n in deck.names if n.startswith('ppt/notesSlides/notes')}
    assert len(notes) >= 4
    for name, text in notes.items():
        assert 'Data read on 2 October 2026, 06:00 UTC.' in text, name
        assert len(re.findall(r'From [\d,]+ records? \(', text)) >= 1, name
    assert any('Cases opened: 146; the year before: 187. Cases with opened date in the period. From 146 records (Cases).' in t for t in notes.values())


def case_hostile(folder):
    """texts-from-outside-stay-texts"""
    deck = Deck(os.path.join(folder, 'hostile.pptx'))
    last = deck.slides()[-1]
    said = '\n'.join(texts(deck.trees[last]))
    assert "<a:t>=1+1</a:t> & ]]>  '\"" in said and 'a < b & "c"' in said and '</p:sld>' in said
    assert not re.search(rb'[\x00-\x08\x0b\x0c\x0e-\x1f]', deck.parts[last])
    assert len(list(deck.trees[last].iter(A + 'hlinkClick'))) == 1


def case_direction(folder):
    """pages-read-from-right-to-left-say-so"""
    deck = Deck(os.path.join(folder, 'mirrored.pptx'))
    for name in deck.slides():
        assert {p.get('rtl') for p in deck.trees[name].iter(A + 'pPr')} == {'1'}, name


def case_brand(folder):
    """the-theme-has-the-brand-s-colour"""
    colours = Deck(os.path.join(folder, 'brand.pptx')).trees['ppt/theme/theme1.xml']
    assert colours.find(f'.//{A}accent1/{A}srgbClr').get('val') != '17508F'
    assert {f.get('typeface') for f in colours.iter(A + 'latin')} == {'Inter'}


def run_on_master(folder, master):
    path = os.path.join(folder, 'on-master.pptx')
    done = subprocess.run([MAKE, path, master], capture_output=True, text=True)
    return path, done


def case_master(folder):
    """a-company-s-master-gives-fonts-colours-and-logo"""
    master = pptx_masters.make_good(os.path.join(folder, 'design.pptx'), os.path.join(folder, 'master.pptx'))
    path, done = run_on_master(folder, master)
    assert done.returncode == 0, done.stderr
    deck = Deck(path)
    for check in STRUCTURE:
        check(deck)
    theme = deck.trees['ppt/theme/theme1.xml']
    assert theme.find(f'.//{A}accent1/{A}srgbClr').get('val') == '9A1B4F'
    assert theme.find(f'.//{A}majorFont/{A}latin').get('typeface') == 'Georgia'
    assert deck.parts['ppt/media/image1.png'] == pptx_masters.LOGO
    assert b'r:embed="rId41"' in deck.parts['ppt/slideMasters/slideMaster1.xml']
    assert b'custDataLst' not in deck.parts['ppt/slideMasters/slideMaster1.xml']
    assert b'hlinkClick' not in deck.parts['ppt/slideMasters/slideMaster1.xml']
    layouts = {r.get('Target') for n in deck.slides() for r in deck.relations(n).values() if r.get('Type').endswith('/slideLayout')}
    assert len(layouts) == 2


def case_bad_masters(folder):
    """hostile-masters-are-refused-with-one-error"""
    good = os.path.join(folder, 'design.pptx')
    for name, path in pptx_masters.make_bad(good, folder):
        written, done = run_on_master(folder, path)
        assert done.returncode == 1, (name, done)
        assert done.stderr.startswith('The master cannot be used: ') and done.stderr.count('\n') == 1, (name, done.stderr)


MAKE = os.path.abspath(sys.argv[1])
CASES = [case_structure, case_bytes, case_native, case_notes, case_hostile, case_direction, case_brand, case_master, case_bad_masters]


def main():
    print(f'1..{len(CASES)}')
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([MAKE, folder], check=True)
        for number, case in enumerate(CASES, 1):
            try:
                case(folder)
                print(f'ok {number} /pptx/{case.__doc__}', flush=True)
            except Exception as problem:  # noqa: BLE001: whatever breaks is the case's failure
                failed += 1
                print(f'not ok {number} /pptx/{case.__doc__}\n# {problem!r}', flush=True)
    sys.exit(1 if failed else 0)


main()
