#!/usr/bin/env python3
# check-maps.py: the maps that ship, and the documented example, against the schema.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: check-maps.py DATA_FOLDER [FOLDER SCHEMA]

import json
import pathlib
import re
import sys

import jsonschema

data = pathlib.Path(sys.argv[1])
folder, schema_name = sys.argv[2:] or ('maps', 'import-map.schema.json')
schema = json.loads((data / 'schemas' / schema_name).read_text(encoding='utf-8'))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

maps = {path.name: path.read_text(encoding='utf-8') for path in sorted((data / folder).glob('*.json'))}
example = re.search(r'```json\n(.*?)```', (data / folder / 'README.md').read_text(encoding='utf-8'), re.S)
maps['README.md'] = example[1]
wrong = dict(json.loads(example[1]), feilds={})

print(f'1..{len(maps) + 1}')
failed = False
for number, (name, text) in enumerate(maps.items(), 1):
    errors = [f'{error.json_path}: {error.message}' for error in validator.iter_errors(json.loads(text))]
    failed = failed or bool(errors)
    for error in errors:
        print('#', error)
    print('not ok' if errors else 'ok', number, f'{name} keeps to the schema')

refused = not validator.is_valid(wrong)
print('ok' if refused else 'not ok', len(maps) + 1, 'a key that means nothing is refused')
sys.exit(failed or not refused)
