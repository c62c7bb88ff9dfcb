# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls from a calendar's file, from outside."""

import csv
import json
import os

from ctl import check, equal, folder, lines, main, run, test

ZONE = {**os.environ, "TZ": "Europe/Berlin"}

EVENTS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:weekly
SUMMARY:Weekly call
DTSTART;TZID=Europe/Berlin:20260316T100000
DURATION:PT30M
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=Europe/Berlin:20260323T100000
ATTENDEE;CN=Anna:mailto:anna@acme.example
END:VEVENT
BEGIN:VEVENT
UID:day
SUMMARY:On site
DTSTART;VALUE=DATE:20260401
ATTENDEE;CN=Anna:mailto:anna@acme.example
END:VEVENT
BEGIN:VEVENT
UID:broken
SUMMARY:Nowhen
END:VEVENT
BEGIN:VEVENT
UID:dentist
SUMMARY:Dentist
DTSTART:20260402T080000
END:VEVENT
END:VCALENDAR
"""


def portfolio(at):
    path = os.path.join(at, "p.tambour")
    run("create", path)
    run("add", "account", "name=Acme", "short_code=AC", "--portfolio", path)
    run("add", "contact", "account_id=Acme", "name=Anna", "email=anna@acme.example", "--portfolio", path)
    return path


def bring(path, text, *more, status=0):
    file = os.path.join(os.path.dirname(path), "calendar.ics")
    with open(file, "w", encoding="utf-8", newline="") as out:
        out.write(text.replace("\n", "\r\n"))
    result = run("import", "calls", file, *more, "--portfolio", path, status=status, env=ZONE)
    return json.loads(result.stdout), result.stderr


def calls(path):
    return [(one["planned_start"], one.get("title"), one.get("status", "planned"))
            for one in lines(run("list", "engagements", "--json", "--portfolio", path))]


@test
def events_become_planned_calls_and_a_second_run_changes_nothing():
    with folder() as at:
        path = portfolio(at)
        rejects = os.path.join(at, "rejects.csv")
        dry, _ = bring(path, EVENTS, "--dry-run", status=3)
        equal(calls(path), [])
        counts, said = bring(path, EVENTS, "--rejects", rejects, status=3)
        equal(counts, dry)
        equal(counts, {"read": 5, "created": 3, "updated": 0, "unchanged": 0, "rejected": 2})
        equal(sorted(calls(path)), [("2026-03-16T09:00:00Z", "Weekly call", "planned"),
                                    ("2026-03-30T08:00:00Z", "Weekly call", "planned"),
                                    ("2026-03-31T22:00:00Z", "On site", "planned")])
        with open(rejects, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        equal([(row["uid"], row["reject_line"]) for row in rows], [("dentist", "22"), ("broken", "18")])
        check("Dentist" in said and "Nowhen" in said, "what cannot be imported is said")
        again, _ = bring(path, EVENTS, status=3)
        equal(again, {"read": 5, "created": 0, "updated": 0, "unchanged": 3, "rejected": 2})
        whole, _ = bring(path, EVENTS, "--account", "Acme", "--from", "2026-03-30", "--until", "2026-04-03", status=3)
        equal(whole, {"read": 4, "created": 1, "updated": 0, "unchanged": 2, "rejected": 1})
        equal(run("check", "--portfolio", path).stdout, "Clean.\n")


@test
def a_held_call_is_logged_from_its_event_and_stays():
    with folder() as at:
        path = portfolio(at)
        bring(path, EVENTS, status=3)
        run("log-call", "Acme", "--at", "2026-03-16T09:05:00Z", "--portfolio", path, stdin="They are happy.\n", env=ZONE)
        counts, _ = bring(path, EVENTS.replace("Weekly call", "Other"), status=3)
        equal((counts["updated"], counts["unchanged"]), (1, 2))
        held = [one for one in lines(run("list", "engagements", "--json", "--portfolio", path)) if one.get("status") == "held"]
        equal([(one["title"], one["minutes"], one["body"]) for one in held], [("Weekly call", 30, "They are happy.\n")])
        there = lines(run("list", "attendances", "--json", "--portfolio", path))
        equal(sum(one["engagement_id"] == held[0]["id"] for one in there), 1, "whoever was asked was there")


@test
def a_day_that_is_none_is_refused():
    with folder() as at:
        path = portfolio(at)
        file = os.path.join(at, "calendar.ics")
        with open(file, "w", encoding="utf-8") as out:
            out.write(EVENTS)
        check("--from" in run("import", "calls", file, "--from", "soon", "--portfolio", path, status=2).stderr, "the option is named")


main()
