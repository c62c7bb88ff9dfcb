#!/usr/bin/env python3
# format.py: brings C sources into the layout of STYLE-GUIDE.md, or checks it.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: format.py [--check] FILE_OR_FOLDER...
#
# clang-format does what it can (.clang-format). What it has no option for is done
# here: no space in `_("…")` and `g_autoptr(Type)`, parameters of a definition aligned
# as GTK does, and the prototypes of a header aligned as one table. Alignment that an
# author chose inside structs, enumerations and macros is left alone.

import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

STYLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '.clang-format')
AUTO = re.compile(r'\b(g_autoptr|g_auto|g_autolist|g_autoslist|g_autoqueue) ?\((\w+)\)')
AUTO_HIDDEN = re.compile(r'\b(g_autoptr|g_auto|g_autolist|g_autoslist|g_autoqueue)_(\w+?)_(?!\w)')
# Names in C that are words of C++, which is what clang-format reads.
WORDS = ('catch', 'class', 'delete', 'explicit', 'export', 'friend', 'mutable', 'namespace', 'new', 'operator',
         'private', 'public', 'template', 'this', 'throw', 'try', 'typename', 'using', 'virtual')
HIDDEN_WORDS = {word[:-1] + 'Q': word for word in WORDS}
MAX_COLUMNS = 100
MACRO = re.compile(r'^#define .*\\\n(?:.*\\\n)*.*\n', re.M)
TIGHT = re.compile(r'(?<![\w])(_|N_|C_|NC_) \(')
PARAMETER = re.compile(r'^(?P<type>(?:[\w]+(?:\(\w+\))?|\*(?= const))(?: (?:[\w]+|\*(?= const)))*?) ?(?P<stars>\**)(?P<name>\w+(?:\[\w*\])*(?: G_GNUC_\w+)?)$')
RETURN = re.compile(r'^(?P<type>[\w ]+?) ?(?P<stars>\**)(?P<name>\w+) \((?P<parameters>.*)\)(?P<tail>[^()]*(?:\([\d, ]+\))?);$')


def hide(text):
    """@text as clang-format can read it: macros of several lines and words of C++ stand for themselves."""
    hidden = MACRO.sub('#define HIDDEN_MACRO\n', text)
    hidden = AUTO.sub(r'\1_\2_', hidden)
    return re.sub(r'\b(' + '|'.join(WORDS) + r')\b', lambda m: m[1][:-1] + 'Q', hidden)


def show(formatted, text):
    """The lines of what clang-format made of @text once it was hidden."""
    macros = MACRO.findall(text)
    shown = re.sub(r'\b(' + '|'.join(HIDDEN_WORDS) + r')\b', lambda m: HIDDEN_WORDS[m[1]], formatted)
    shown = AUTO_HIDDEN.sub(r'\1(\2)', shown)
    shown = re.sub(r'^#define HIDDEN_MACRO\n', lambda m: macros.pop(0), shown, flags=re.M)
    return tighten(shown.split('\n'))


def clang_format(texts):
    """The lines of each of @texts, by path, as clang-format lays them out. To start it costs more than its work."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(STYLE, folder)
        copies = {}
        for number, (path, text) in enumerate(texts.items()):
            os.mkdir(os.path.join(folder, str(number)))
            copies[path] = os.path.join(folder, str(number), os.path.basename(path))
            with open(copies[path], 'w', encoding='utf-8') as file:
                file.write(hide(text))
        done = subprocess.run(['clang-format', '-i', *copies.values()], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stderr)
        lines = {}
        for path, copy in copies.items():
            with open(copy, encoding='utf-8') as file:
                lines[path] = show(file.read(), texts[path])
    return lines


def tighten(lines):
    """Takes the space out of `_ (`, and moves what is aligned to that parenthesis."""
    for number, line in enumerate(lines):
        start = 0
        while match := TIGHT.search(lines[number], start):
            column = match.end() - 1
            line = lines[number]
            lines[number] = line[:column - 1] + line[column:]
            start = column
            depth = 0
            for following in range(number, len(lines)):
                text = lines[following][column - 1:] if following == number else lines[following]
                if following > number:
                    if depth <= 0:
                        break
                    if len(text) - len(text.lstrip()) > column:
                        lines[following] = text[1:]
                bare = re.sub(r'"(\\.|[^"\\])*"', '', text)
                for c in bare:
                    depth += (c == '(') - (c == ')')
                    if depth == 0 and c == ')':
                        break
                else:
                    continue
                break
    return lines


def split_parameters(text):
    parts, depth, part = [], 0, ''
    for c in text:
        depth += (c == '(') - (c == ')')
        if c == ',' and depth == 0:
            parts.append(part.strip())
            part = ''
        else:
            part += c
    return parts + [part.strip()]


def parse_parameters(text):
    """A list of (type, stars, name), or None where one has another form."""
    found = []
    for part in split_parameters(re.sub(r'\s+', ' ', text)):
        if part in ('void', '...'):
            found.append((part, None, ''))
            continue
        match = PARAMETER.match(part)
        if not match or match['type'] == 'void' and not match['stars']:
            return None
        found.append((match['type'], match['stars'], match['name']))
    return found


def parameter_columns(lists):
    named = [p for parameters in lists for p in parameters if p[1] is not None]
    return max((len(p[0]) for p in named), default=0), max((len(p[1]) for p in named), default=0)


def write_parameters(parameters, column, types, stars):
    out = []
    for kind, star, name in parameters:
        out.append(kind if star is None else kind.ljust(types) + ' ' + (star.rjust(stars) + name))
    return (',\n' + ' ' * column).join(out)


def align_definitions(lines):
    """Aligns the parameters of each function definition. Returns lines and the numbers of those it wrote."""
    out, fixed, i = [], set(), 0
    while i < len(lines):
        match = re.match(r'^([a-z_]\w*) \((.*)$', lines[i])
        end = i
        if match and i > 0 and re.match(r'^[\w][\w *]*$', lines[i - 1]):
            while end < len(lines) - 1 and not lines[end].endswith(')') and lines[end].endswith(','):
                end += 1
        if match and end > i and lines[end].endswith(')') and end + 1 < len(lines) and lines[end + 1] == '{':
            head = match[1] + ' ('
            text = ' '.join(l.strip() for l in lines[i:end + 1])[len(head):-1]
            parameters = parse_parameters(text)
            if parameters:
                written = (head + write_parameters(parameters, len(head), *parameter_columns([parameters])) + ')').split('\n')
                fixed.update(range(len(out), len(out) + len(written)))
                out += written
                i = end + 1
                continue
        out.append(lines[i])
        i += 1
    return out, fixed


def read_prototype(lines, i):
    """The prototype that starts at line i as a match and the line after it, or None."""
    if lines[i].startswith(('typedef', 'static', '#', 'G_DECLARE', 'TAMBOUR_')):
        return None
    end = i
    if re.match(r'^[A-Za-z_][\w ]*\**$', lines[i]) and i + 1 < len(lines) and re.match(r'^\s*\w+ \(', lines[i + 1]):
        end = i + 1
    elif not re.match(r'^[A-Za-z_][\w ]*[ *]\**\w+ *\(', lines[i]):
        return None
    while not lines[end].endswith(';'):
        end += 1
        if end >= len(lines) or not lines[end].startswith(' '):
            return None
    text = re.sub(r'\s+', ' ', ' '.join(l.strip() for l in lines[i:end + 1])).replace('( ', '(')
    text = re.sub(r'\* (?!const)', '*', text)
    match = RETURN.match(text)
    parameters = match and parse_parameters(match['parameters'])
    return (match, parameters, end + 1) if parameters else None


def write_prototypes(block):
    """One table of prototypes; None in @block is an empty line."""
    rows = [b for b in block if b]
    types = max(len(m['type']) + 1 + len(m['stars']) for m, _ in rows)
    names = max(len(m['name']) for m, _ in rows)
    columns = parameter_columns([p for _, p in rows])
    out = []
    for row in block:
        if row is None:
            out.append('')
            continue
        match, parameters = row
        head = match['type'].ljust(types - len(match['stars'])) + match['stars'] + match['name'].ljust(names) + ' ('
        out += (head + write_parameters(parameters, len(head), *columns) + ')' + match['tail'] + ';').split('\n')
    return out


def align_prototypes(lines):
    """Aligns each run of prototypes of a header. Returns lines and the numbers of those it wrote."""
    out, fixed, i = [], set(), 0
    while i < len(lines):
        block, j = [], i
        while j < len(lines):
            found = read_prototype(lines, j) if lines[j] else None
            if found:
                block.append(found[:2])
                j = found[2]
            elif block and lines[j] == '':
                block.append(None)
                j += 1
            else:
                break
        while block and block[-1] is None:
            block.pop()
            j -= 1
        if block:
            written = write_prototypes(block)
            fixed.update(range(len(out), len(out) + len(written)))
            out += written
            i = j
        else:
            out.append(lines[i])
            i += 1
    return out, fixed


def collapse(line):
    """The line as far as it matters: spaces that clang-format has no option for do not."""
    indent = line[:len(line) - len(line.lstrip())]
    text = re.sub(r' +', ' ', line.strip())
    return indent + text.replace('] (', '](').replace('; ;', ';;')


def indent_of(line):
    return len(line) - len(line.lstrip())


def is_same_list(source, formatted):
    """Whether both are rows of one list, with other line breaks."""
    squeezed = [re.sub(r'\s+', '', ''.join(lines)) for lines in (source, formatted)]
    return (squeezed[0] == squeezed[1] and all(l.endswith(',') for l in source) and
            {indent_of(l) for l in source} == {indent_of(formatted[0])})


def is_joined_too_long(source, formatted):
    """Whether what the author broke into lines would become one that nobody can read."""
    squeezed = [re.sub(r'\s+', '', ''.join(lines)) for lines in (source, formatted)]
    return (squeezed[0] == squeezed[1] and len(source) > len(formatted) and
            max(map(len, formatted)) > max(MAX_COLUMNS, max(map(len, source))) and
            indent_of(source[0]) == indent_of(formatted[0]))


def keep_alignment(source, formatted, fixed):
    """Lines that differ only in spaces between words, lists of several values a line, and lines
    that clang-format would join to a very long one, stay as their author wrote them."""
    matcher = difflib.SequenceMatcher(a=[collapse(l) for l in source], b=[collapse(l) for l in formatted], autojunk=False)
    out = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag == 'replace' and (is_same_list(source[a1:a2], formatted[b1:b2]) or
                                 is_joined_too_long(source[a1:a2], formatted[b1:b2])):
            out += source[a1:a2]
            continue
        for k in range(b2 - b1):
            keep = tag == 'equal' and b1 + k not in fixed and not re.search(r'\S  +=.*;$', source[a1 + k])
            out.append(source[a1 + k].rstrip() if keep else formatted[b1 + k])
    return out


def lay_out(path, text, lines):
    """@text as it should be, by what clang-format makes of it."""
    lines, fixed = align_prototypes(lines) if path.endswith('.h') else align_definitions(lines)
    if '\n'.join(lines) == text:
        return text
    formatted = '\n'.join(keep_alignment(text.split('\n'), lines, fixed))
    if re.sub(r'\s+', '', formatted) != re.sub(r'\s+', '', text):
        sys.exit(f'{path}: formatting would change more than spaces')
    return formatted


def sources(path):
    if os.path.isfile(path):
        return [path]
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names
                  if name.endswith(('.c', '.h')))


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def main(arguments):
    check = '--check' in arguments
    texts = {path: read(path) for a in arguments if not a.startswith('--') for path in sources(a)}
    wrong = 0
    for path, lines in clang_format(texts).items():
        text = texts[path]
        formatted = lay_out(path, text, lines)
        if formatted == text:
            continue
        wrong += 1
        if check:
            sys.stdout.writelines(l + '\n' for l in difflib.unified_diff(
                text.split('\n'), formatted.split('\n'), path, path + ' (formatted)', lineterm='', n=1))
        else:
            with open(path, 'w', encoding='utf-8') as file:
                file.write(formatted)
    if check and wrong:
        sys.exit(f'{wrong} files are not in the format: run ./dev format')


if __name__ == '__main__':
    main(sys.argv[1:])
