#!/usr/bin/env python3
# check-sources.py: what no compiler checks (STYLE-GUIDE.md).
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-sources.py SOURCE_FOLDER CHECK

import os
import re
import sys

MAX_FILE = 600
MAX_FUNCTION = 60

# Who may say a word; every other layer may not.
WALLS = {
    r'\bsqlite3_\w': ('store',),
    r'\bsoup_\w': ('net', 'sync', 'connect'),
    r'\b(gtk|adw)_\w': ('ui', 'app'),
}
LAYERS = ('model', 'support', 'store', 'net', 'sync', 'connect', 'exchange', 'review', 'desk', 'ui', 'app', 'ctl')

SKIPPED = re.compile(r'(^|/)(\.git|out|_build[^/]*|__pycache__)(/|$)')
CODE = ('.c', '.h', '.blp', '.py', '.sh', '.js')
STRINGS = re.compile(r'(?<!\w)(_|N_|C_|NC_|ngettext|g_dngettext|dngettext|g_dpgettext2?) ?\(\s*"|_\("')


def walk(folder, *endings):
    """Relative paths of the files in @folder, sorted."""
    found = []
    for base, folders, files in os.walk(folder):
        folders[:] = [f for f in folders if not SKIPPED.search(f)]
        for name in files:
            if not endings or name.endswith(endings):
                found.append(os.path.relpath(os.path.join(base, name)))
    return sorted(found)


def read(path):
    with open(path, encoding='utf-8', errors='replace') as file:
        return file.read()


def tracked():
    """Every file of ours, whatever its kind, but pictures and data of others."""
    own = [p for p in os.listdir('.') if os.path.isfile(p)]
    for folder in ('src', 'tests', 'data', 'po', 'flatpak', '.ci'):
        own += walk(folder)
    return [p for p in own if p.endswith(CODE + ('.build', '.options', '.md', '.in', '.json', '.xml', '.desktop', '.po'))
            or '.' not in os.path.basename(p)]


def check_walls():
    for path in walk('src', '.c', '.h'):
        layer = path.split(os.sep)[1]
        for number, line in enumerate(read(path).split('\n'), 1):
            for word, allowed in WALLS.items():
                if layer not in allowed and re.search(word, line):
                    yield f'{path}:{number}: “{re.search(word, line)[0]}…” belongs to {" or ".join(allowed)}'
            if re.match(r'#\s*include\s+"[^"]*/', line):
                yield f'{path}:{number}: headers are included by bare name'
    for path in walk('tests', '.c', '.h'):
        if re.search(r'^#\s*include\s+"\.\.', read(path), re.M):
            yield f'{path}: headers are included by bare name'


def check_layers():
    for folder in sorted(os.listdir('src')):
        if folder not in LAYERS:
            yield f'src/{folder}: is no layer of ARCHITECTURE.md'
    for path in walk('src', '.c', '.h'):
        if not re.match(r'(tambour-[a-z0-9-]+\.[ch]|main\.c)$', os.path.basename(path)):
            yield f'{path}: is not named tambour-….c'


def check_sizes():
    for path in walk('src', '.c', '.h', '.blp') + walk('tests', '.c', '.h', '.py', '.sh', '.js'):
        lines = read(path).count('\n')
        if lines > MAX_FILE:
            yield f'{path}: {lines} lines, at most {MAX_FILE}'


def functions(text):
    """(name, line, lines of its body) of each function defined in @text."""
    lines = text.split('\n')
    name = start = None
    for number, line in enumerate(lines):
        match = re.match(r'(\w+) ?\(', line)
        if match:
            name = match[1]
        if line == '{':
            start = number
        elif line == '}' and start is not None:
            yield name, start + 1, number - start - 1
            start = None


def check_functions():
    for path in walk('src', '.c', '.h') + walk('tests', '.c', '.h'):
        for name, line, length in functions(read(path)):
            if length > MAX_FUNCTION:
                yield f'{path}:{line}: {name} has {length} lines, at most {MAX_FUNCTION}'


def public_functions(text):
    text = re.sub(r'/\*.*?\*/', '', text, flags=re.S)
    text = re.sub(r'^#(?:.*\\\n)*.*$', '', text, flags=re.M)
    text = re.sub(r'^\{.*?^\}', ';', text, flags=re.S | re.M)
    for statement in text.split(';'):
        match = re.search(r'^\w[\w \n]*?[ *\n]\s*(tambour_\w+) \(', statement, re.M)
        if match and not statement.strip().startswith('typedef'):
            yield match[1]


def check_docs():
    for header in walk('src', '.h') + walk('tests/lib', '.h'):
        folder = os.path.dirname(header)
        documented = set(re.findall(r'^ \* (tambour_\w+):', '\n'.join(read(p) for p in walk(folder, '.c', '.h')), re.M))
        for name in public_functions(read(header)):
            if name not in documented and not name.endswith(('_get_type', '_error_quark')):
                yield f'{header}: {name} () has no doc comment'


def check_spdx():
    for path in walk('src', *CODE) + walk('tests', *CODE) + ['dev', '.ci/run']:
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in '\n'.join(read(path).split('\n')[:8]):
            yield f'{path}: has no SPDX line at its start'


def check_words():
    for path in tracked():
        if os.path.basename(path) in ('LICENSE', 'check-sources.py'):
            continue
        for number, line in enumerate(read(path).split('\n'), 1):
            if re.search(r'\b(TODO|FIXME|XXX)\b(?!.*#\d)', line):
                yield f'{path}:{number}: a TODO carries an issue number'
            if re.search(r'(?<![\w.])/(work|root|home)/\w', line):
                yield f'{path}:{number}: a path of one machine'
            if re.search(r'\t', line) and path.endswith(CODE):
                yield f'{path}:{number}: a tab'
            if re.search(r'[ \t]$', line) and not path.endswith('.md'):
                yield f'{path}:{number}: spaces at the end'


def check_hosts():
    """Packages come from where the machine's own configuration says: scripts name no host."""
    for path in ['dev', '.ci/run', 'meson.build'] + walk('tests/tools') + walk('src', '.build') + \
            walk('tests', '.build', '.sh', '.js', '.npmrc'):
        if os.path.exists(path) and path.endswith('check-sources.py'):
            continue
        for number, line in enumerate(read(path).split('\n') if os.path.exists(path) else [], 1):
            if re.search(r'\w+://(?!localhost|127\.|\$|%)[\w-]+\.', line):
                yield f'{path}:{number}: names a host'
    for path in walk('tests', 'package-lock.json'):
        if '"resolved"' in read(path):
            yield f'{path}: names where packages were fetched (npm config omit-lockfile-registry-resolved)'


def check_strings():
    listed = [l for l in read('po/POTFILES.in').split('\n') if l and not l.startswith('#')]
    for path in listed:
        if not os.path.exists(path):
            yield f'po/POTFILES.in: {path} does not exist'
    if listed != sorted(set(listed)):
        yield 'po/POTFILES.in: is not sorted, or names a file twice'
    for path in walk('src', '.c', '.h', '.blp') + walk('data', '.desktop.in', '.metainfo.xml.in', '.gschema.xml'):
        text = re.sub(r'/\*.*?\*/', '', read(path), flags=re.S)
        if (not path.endswith(('.c', '.h', '.blp')) or STRINGS.search(text)) and path not in listed:
            yield f'po/POTFILES.in: lacks {path}'
        for line in re.findall(r'\b(?:N_|_|ngettext) ?\([^;]*?%" G_G\w+_FORMAT', text):
            yield f'{path}: a translator sees only half of {line[:60]!r}…: PRId64 and %zu are known to xgettext'


def check_style():
    rules = {
        r'\bgoto\b': 'goto belongs nowhere',
        r'\bPROP_0\b': 'property enums start at 1',
        r'\bg_warning \(': 'what the world does wrong is a GError',
    }
    for path in walk('src', '.c', '.h'):
        code = re.sub(r'/\*.*?\*/', lambda m: '\n' * m[0].count('\n'), read(path), flags=re.S)
        for number, line in enumerate(code.split('\n'), 1):
            for rule, why in rules.items():
                if re.search(rule, re.sub(r'"(\\.|[^"\\])*"', '', line)):
                    yield f'{path}:{number}: {why}'


CHECKS = {name[6:]: function for name, function in list(globals().items()) if name.startswith('check_')}


def main(arguments):
    if len(arguments) != 2 or arguments[1] not in CHECKS:
        sys.exit(f'usage: check-sources.py SOURCE_FOLDER {"|".join(CHECKS)}')
    os.chdir(arguments[0])
    found = list(CHECKS[arguments[1]]())
    print('\n'.join(found))
    sys.exit(1 if found else 0)


if __name__ == '__main__':
    main(sys.argv[1:])
