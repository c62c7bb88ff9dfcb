# pptx_masters.py: slide masters as companies have them, and as nobody should.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import zipfile

LOGO = bytes.fromhex('89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de'
                     '0000000c4944415478da63f8cfc000000301010018dd8db00000000049454e44ae426082')
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
LOGO_PICTURE = ('<p:pic><p:nvPicPr><p:cNvPr id="40" name="Logo"><a:hlinkClick r:id="rId42"/></p:cNvPr><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
                '<p:blipFill><a:blip r:embed="rId41"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>'
                '<a:off x="11000000" y="200000"/><a:ext cx="600000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>')


def relation(ident, kind, target, mode=''):
    return f'<Relationship Id="{ident}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def read(path):
    with zipfile.ZipFile(path) as file:
        return {n: file.read(n) for n in file.namelist()}


def write(path, parts, extra=()):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
        for name, data in list(parts.items()) + list(extra):
            file.writestr(zipfile.ZipInfo(name), data)
    return path


def edit(parts, name, *changes):
    text = parts[name].decode()
    for old, new in changes:
        assert old in text, (name, old)
        text = text.replace(old, new)
    parts[name] = text.encode()


MASTER, MASTER_LINKS = 'ppt/slideMasters/slideMaster1.xml', 'ppt/slideMasters/_rels/slideMaster1.xml.rels'
THEME = 'ppt/theme/theme1.xml'


def make_good(source, path):
    """A master with a logo, a link to the web, tags of an add-in, and fonts and colours of its own."""
    parts = read(source)
    edit(parts, THEME, ('<a:latin typeface="Inter"/>', '<a:latin typeface="Georgia"/>'))
    edit(parts, THEME, ('17508F', '9A1B4F'))
    edit(parts, MASTER, ('</p:spTree>', LOGO_PICTURE + '</p:spTree>'
                         '<p:custDataLst><p:tags r:id="rId43"/></p:custDataLst>'))
    edit(parts, MASTER_LINKS, ('</Relationships>', relation('rId41', 'image', '../media/logo.PNG')
                               + relation('rId42', 'hyperlink', 'https://example.invalid/', ' TargetMode="External"')
                               + relation('rId43', 'tags', '../tags/tag1.xml') + '</Relationships>'))
    parts['ppt/media/logo.PNG'] = LOGO
    parts['ppt/tags/tag1.xml'] = b'<x/>'
    return write(path, parts)


def changed(source, name, *changes):
    parts = read(source)
    edit(parts, name, *changes)
    return parts


def without(source, name):
    parts = read(source)
    del parts[name]
    return parts


def make_bad(source, folder):
    """Pairs of what is wrong and a file that is so."""
    laughs = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    bad = {
        'a path upwards': (read(source), [('../evil.xml', b'<x/>')]),
        'a path from the root': (read(source), [('/etc/evil.xml', b'<x/>')]),
        'a path of windows': (read(source), [('C:\\evil.xml', b'<x/>')]),
        'a part twice': (read(source), [(THEME, b'<x/>')]),
        'a bomb': (read(source), [('ppt/media/bomb.png', b'\0' * (40 * 1024 * 1024))]),
        'a bomb of many': (read(source), [(f'ppt/media/{i}.png', b'\0' * (16 * 1024 * 1024)) for i in range(8)]),
        'no theme': (without(source, THEME), []),
        'no layout': (without(source, 'ppt/slideLayouts/slideLayout2.xml'), []),
        'no master': (without(source, MASTER), []),
        'no presentation': (without(source, 'ppt/presentation.xml'), []),
        'a document type': (changed(source, THEME, ('<a:theme', laughs + '<a:theme')), []),
        'a document type of links': (changed(source, MASTER_LINKS, ('<Relationships', laughs + '<Relationships')), []),
        'no XML': (changed(source, MASTER, ('</p:sldMaster>', '')), []),
        'another root': (changed(source, MASTER, ('p:sldMaster', 'p:sld')), []),
        'a link out of the file': (changed(source, MASTER_LINKS, ('/ppt/theme/theme1.xml', '../../../../etc/passwd')), []),
        'other slides': (changed(source, 'ppt/presentation.xml', ('cx="12192000"', 'cx="9144000"')), []),
        'a picture that is not there': (changed(source, MASTER_LINKS, ('</Relationships>', relation('rId9', 'image', '../media/no.png') + '</Relationships>')), []),
    }
    for number, (name, (parts, extra)) in enumerate(bad.items()):
        yield name, write(os.path.join(folder, f'bad-{number}.pptx'), parts, extra)
    for name, data in (('nothing', b''), ('no zip', b'%PDF-1.4\n'), ('half a file', open(source, 'rb').read()[:20000])):
        path = os.path.join(folder, f'bad-{name.replace(" ", "-")}.pptx')
        with open(path, 'wb') as file:
            file.write(data)
        yield name, path
