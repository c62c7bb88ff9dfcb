#!/usr/bin/env python3
# check-plans.py: the plan catalogue that ships is valid by its schema, and the
# schema refuses what the loader refuses.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import copy
import json
import sys

import jsonschema

LONDON = {"zone": "Europe/London", "weekly": [["Mon 09:00", "Mon 17:00"]]}
TARGET = {"kind": "restore", "priority": "P1", "minutes": 30, "calendar": "24x5"}


def changed(catalogue, path, value):
    """The catalogue with something put in, or taken out where value is None."""
    copied = copy.deepcopy(catalogue)
    place = copied
    for step in path[:-1]:
        place = place[step]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return copied


RIGHT = [
    (["calendars", "tam"], LONDON),
    (["calendars", "tam"], {"always": True, "zone": "Europe/London"}),
    (["calendars", "tam"], dict(LONDON, weekly=[["Mon 00:00", "Sun 24:00"]], business_weekdays=["Mon"])),
    (["plans", 0, "named_contacts"], None),
    (["plans", 0, "targets", 0], TARGET),
    (["valid_from"], None),
]

WRONG = [
    (["calendars"], None),
    (["plans"], None),
    (["extra"], 1),
    (["valid_from"], "2025"),
    (["calendars", ""], LONDON),
    (["calendars", "tam"], {"weekly": []}),
    (["calendars", "tam"], dict(LONDON, always=True)),
    (["calendars", "tam"], dict(LONDON, zone="+01:00")),
    (["calendars", "tam"], dict(LONDON, colour="red")),
    (["calendars", "tam"], dict(LONDON, weekly=[["Mon 24:00", "Tue 17:00"]])),
    (["calendars", "tam"], dict(LONDON, weekly=[["Mon 9:00", "Tue 17:00"]])),
    (["calendars", "tam"], dict(LONDON, weekly=[["Mon 09:00"]])),
    (["calendars", "tam"], dict(LONDON, weekly=[["Mon 09:00", "Mon 10:00", "Mon 11:00"]])),
    (["calendars", "tam"], dict(LONDON, holidays=["26/11/2026"])),
    (["calendars", "tam"], dict(LONDON, business_weekdays=["Monday"])),
    (["calendars", "tam"], dict(LONDON, business_day_minutes=0)),
    (["plans", 0, "id"], None),
    (["plans", 0, "named_contacts"], -1),
    (["plans", 0, "channels"], ["fax"]),
    (["plans", 0, "targets", 0], dict(TARGET, business_days=1)),
    (["plans", 0, "targets", 0], dict(TARGET, rule="covered")),
    (["plans", 0, "targets", 0], dict(TARGET, minutes=0)),
    (["plans", 0, "targets", 0], dict(TARGET, priority="P4")),
    (["plans", 0, "targets", 0], dict(TARGET, kind="reply")),
    (["plans", 0, "targets", 0], dict(TARGET, channels=[])),
]


def main(data):
    with open(f"{data}/schemas/plan-catalogue.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    with open(f"{data}/plans/default.json", encoding="utf-8") as file:
        shipped = json.load(file)

    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(shipped)
    for path, value in RIGHT:
        validator.validate(changed(shipped, path, value))
    for path, value in WRONG:
        if validator.is_valid(changed(shipped, path, value)):
            sys.exit(f"the schema lets {path} be {value}")


if __name__ == "__main__":
    main(sys.argv[1])
