#!/usr/bin/env python3
# check-flatpak.py: the manifest has the shape that flatpak-builder takes, pins what it fetches, and
# brings every library that the build asks for and the runtime has not.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-flatpak.py MANIFEST SCHEMA MESON.BUILD

import json
import re
import sys

import jsonschema

# What org.gnome.Platform 48 brings, by the names that the build asks for; m is the C library's.
RUNTIME = {'gio-unix-2.0', 'json-glib-1.0', 'sqlite3', 'libxml-2.0', 'm', 'libadwaita-1', 'icu-i18n', 'gtksourceview-5', 'libarchive',
           'pangocairo', 'pangoft2', 'cairo-pdf', 'cairo-ft', 'harfbuzz-subset', 'fontconfig', 'libsoup-3.0', 'libsecret-1'}
# What a module brings, where that is called otherwise.
BROUGHT = {'csv': 'libcsv', 'gmime-3.0': 'gmime', 'libspelling-1': 'libspelling', 'xlsxwriter': 'libxlsxwriter'}


def missing(meson_path, names):
    with open(meson_path, encoding='utf-8') as file:
        asked = re.findall(r"(?:dependency|find_library) ?\('([^']+)'", file.read())
    return [f'{one} is neither in the runtime nor in a module' for one in asked
            if one not in RUNTIME and BROUGHT.get(one, one) not in names]


def main(manifest_path, schema_path, meson_path):
    with open(manifest_path, encoding='utf-8') as file:
        manifest = json.load(file)
    with open(schema_path, encoding='utf-8') as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    wrong = [f'{error.json_path}: {error.message}' for error in jsonschema.Draft202012Validator(schema).iter_errors(manifest)]
    names = [module['name'] for module in manifest.get('modules', []) if isinstance(module, dict) and 'name' in module]
    wrong += [f'module {name} is there twice' for name in sorted(set(names)) if names.count(name) > 1]
    if names and names[-1] != 'tambour':
        wrong.append('the last module is the program')
    wrong += missing(meson_path, names)
    print('\n'.join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main(*sys.argv[1:])
