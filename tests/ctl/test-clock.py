# SPDX-License-Identifier: GPL-3.0-or-later
"""Due times on the command line: RESPONSE-CLOCK.md's examples, its refusals, and what a pipe expects."""

import datetime
import json
import os
import zoneinfo

from ctl import check, equal, folder, lines, main, run, test

PACIFIC = zoneinfo.ZoneInfo("America/Los_Angeles")


def utc(text, fold=0):
    local = datetime.datetime.fromisoformat(text).replace(tzinfo=PACIFIC, fold=fold)
    return local.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def catalogue(**target):
    """Platinum and its calendars, with one target changed."""
    return {
        "valid_from": "2025-01-01",
        "calendars": {
            "24x7": {"always": True},
            "24x5": {"zone": "America/Los_Angeles", "weekly": [["Sun 16:00", "Fri 17:00"]],
                     "holidays": target.pop("holidays", [])}},
        "plans": [{"id": "platinum", "name": "Platinum", "dedicated_tam": True, "named_contacts": 5,
                   "channels": ["phone", "email", "portal"],
                   "targets": [{"kind": "first_response", "priority": "P2", "business_days": 1, "calendar": "24x5", **target},
                               {"kind": "first_response", "priority": "P3", "business_days": 2, "calendar": "24x5"}]}]}


def ask(questions, *words):
    text = "".join(json.dumps(question) + "\n" for question in questions)
    return lines(run("clock", *words, stdin=text))


def question(priority, channel, received, **more):
    return {"plan": "platinum", "priority": priority, "channel": channel, "received": received, **more}


@test
def the_examples_of_the_plan_come_out():
    table = [
        ("P1", "phone", utc("2026-11-21T03:00"), utc("2026-11-21T03:30")),
        ("P1", "phone", utc("2026-11-01T01:45", 0), utc("2026-11-01T01:15", 1)),
        ("P1", "email", utc("2026-11-21T03:00"), utc("2026-11-22T18:00")),
        ("P1", "email", utc("2026-11-20T16:00"), utc("2026-11-22T17:00")),
        ("P1", "email", utc("2026-11-20T15:00"), utc("2026-11-20T17:00")),
        ("P2", "email", utc("2026-11-19T10:00"), utc("2026-11-20T10:00")),
        ("P2", "portal", utc("2026-11-20T16:30"), utc("2026-11-23T16:30")),
        ("P2", "phone", utc("2026-11-20T18:00"), utc("2026-11-23T16:00")),
    ]
    answers = ask([question(priority, channel, received) for priority, channel, received, _ in table])
    for row, answer in zip(table, answers, strict=True):
        equal(answer.get("due"), row[3], str(row))
        equal(list(answer)[:4], ["plan", "priority", "channel", "received"], "the members stay in order")
    equal(answers[2]["start"], utc("2026-11-22T16:00"))


@test
def other_rules_holidays_and_pauses_are_data():
    with folder() as at:
        path = os.path.join(at, "catalogue.json")

        def due(document, asked):
            with open(path, "w", encoding="utf-8") as file:
                json.dump(document, file)
            return ask([asked], "--catalogue", path)[0]["due"]

        friday = question("P2", "email", utc("2026-02-06T16:00"))
        equal(due(catalogue(rule="covered"), friday), utc("2026-02-09T15:00"))
        equal(due(catalogue(rule="end_of_day"), friday), utc("2026-02-10T00:00"))
        paused = question("P2", "email", utc("2026-02-06T10:00"), pauses=[[utc("2026-02-06T12:00"), utc("2026-02-09T09:00")]])
        equal(due(catalogue(rule="covered"), paused), utc("2026-02-10T07:00"))
        holidays = catalogue(holidays=["2026-11-26", "2026-11-27"])
        equal(due(holidays, question("P3", "email", utc("2026-11-25T09:00"))), utc("2026-12-01T09:00"))


@test
def what_is_not_promised_is_refused_by_name_and_the_next_line_is_answered():
    asked = [dict(question("P1", "phone", "2026-11-21T11:00:00Z"), plan="basic"),
             {"plan": "platinum"}, dict(question("P2", "email", "never")),
             question("P1", "phone", "2026-11-21T11:00:00Z", ticket={"id": 7})]
    answers = ask(asked)
    equal(len(answers), 4)
    for word in ("basic", "P1", "phone"):
        check(word.lower() in answers[0]["error"].lower(), answers[0]["error"])
    check("error" in answers[1] and "error" in answers[2], str(answers))
    equal(answers[3]["due"], "2026-11-21T11:30:00Z")
    equal(answers[3]["ticket"], {"id": 7}, "other members stay")


@test
def a_line_that_is_no_json_is_answered_in_its_place():
    result = run("clock", stdin="{\n\n" + json.dumps(question("P1", "phone", "2026-11-21T11:00:00Z")) + "\n")
    answers = lines(result)
    equal(len(answers), 2)
    check("error" in answers[0] and "due" in answers[1], str(answers))


@test
def a_catalogue_with_a_fault_is_refused_with_its_place():
    faults = {
        "zone": lambda d: d["calendars"]["24x5"].update(zone="Mars/Olympus"),
        "weekly": lambda d: d["calendars"]["24x5"].update(weekly=[["Mon 09:00", "Mon 17:00"], ["Mon 16:00", "Mon 18:00"]]),
        "colour": lambda d: d["plans"][0].update(colour="red"),
        "targets": lambda d: d["plans"][0]["targets"].append(dict(d["plans"][0]["targets"][0])),
        "calendar": lambda d: d["plans"][0]["targets"][0].update(calendar="moon"),
    }
    with folder() as at:
        path = os.path.join(at, "catalogue.json")
        for place, spoil in faults.items():
            document = catalogue()
            spoil(document)
            with open(path, "w", encoding="utf-8") as file:
                json.dump(document, file)
            result = run("clock", "--catalogue", path, stdin="", status=1)
            check(place in result.stderr, f"{place}: {result.stderr}")
            equal(len(result.stderr.strip().splitlines()), 1)


main()
