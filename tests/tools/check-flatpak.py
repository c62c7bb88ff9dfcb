#!/usr/bin/env python3
# check-flatpak.py: the manifest has the shape that flatpak-builder takes, and pins what it fetches.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-flatpak.py MANIFEST SCHEMA

import json
import sys

import jsonschema


def main(manifest_path, schema_path):
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
    print('\n'.join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == '__main__':
    main(*sys.argv[1:])
