# SPDX-License-Identifier: GPL-3.0-or-later
"""What needs attention, on the command line."""

import json
import os

from ctl import check, equal, folder, lines, main, run, test


def add(path, *words):
    return run("add", *words, "--portfolio", path).stdout.strip()


def agenda(path, at, *words):
    return lines(run("agenda", "--at", at, "--json", "--portfolio", path, *words))


@test
def a_case_that_nobody_answered_is_there_until_it_is_answered():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        add(path, "plan", "code=platinum", "name=Platinum")
        add(path, "account", "name=Kestrel Rail", "short_code=KR", "plan_id=platinum", "report_tz=Europe/London")
        case = add(path, "case", "number=1001", "title=Signal box offline", "priority=P1", "channel=phone",
                   "account_id=KR", "opened_at=2026-11-20T08:00:00Z")
        add(path, "case_event", f"case_id={case}", "kind=opened", "at=2026-11-20T08:00:00Z", "actor=customer", "account_id=KR")
        found = [one for one in agenda(path, "2026-11-20T08:10:00Z") if one["what"] == "clock"]
        equal([(one["id"], one["due"], one["overdue"]) for one in found], [(case, "2026-11-20T08:30:00Z", False)])
        check(found[0]["text"], "it says why in a sentence")
        late = [one for one in agenda(path, "2026-11-20T09:00:00Z") if one["what"] == "clock"]
        equal([one["overdue"] for one in late], [True])
        add(path, "case_event", f"case_id={case}", "kind=our_msg", "at=2026-11-20T08:20:00Z", "actor=us",
            "public_update=true", "account_id=KR")
        equal([one for one in agenda(path, "2026-11-20T09:00:00Z") if one["what"] == "clock"], [])


@test
def what_a_person_is_told_is_told_here_too():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        plans = os.path.join(at, "plans.json")
        run("create", path)
        with open(plans, "w", encoding="utf-8") as file:
            json.dump({"valid_from": "2026-01-01",
                       "calendars": {"24x7": {"always": True},
                                     "london": {"zone": "Europe/London", "weekly": [["Mon 09:00", "Mon 17:00"]]}},
                       "plans": [{"id": "platinum", "targets": [
                           {"kind": "first_response", "priority": "P1", "minutes": 100, "calendar": "24x7"},
                           {"kind": "first_response", "priority": "P2", "minutes": 1000, "calendar": "24x7"}]}]}, file)
        with open(plans, encoding="utf-8") as file:
            add(path, "plan_catalogue", "name=Plans", "valid_from=2026-01-01", "document=" + file.read(), "warn_at=40\n80")
        add(path, "plan", "code=platinum", "name=Platinum")
        add(path, "account", "name=Kestrel Rail", "short_code=KR", "plan_id=platinum", "report_tz=Europe/London")
        add(path, "person", "name=Mira Solberg", "role=tam", "calendar=london")
        add(path, "team_role", "person_id=Mira Solberg", "account_id=KR", "role=tam", "from=2025-01-01")
        for number, priority in (("1", "P1"), ("2", "P2")):
            add(path, "case", f"number={number}", f"title=Case {number}", f"priority={priority}", "channel=email", "account_id=KR",
                "opened_at=2026-11-21T08:00:00Z")

        def told(moment, what, name):
            return {one["title"]: one.get(name) for one in agenda(path, moment, "--person", "Mira Solberg") if one["what"] == what}

        equal(told("2026-11-21T08:39:59Z", "clock", "warned_at"), {"Case 1": None, "Case 2": None})
        equal(told("2026-11-21T08:40:00Z", "clock", "warned_at"), {"Case 1": 40, "Case 2": None})
        equal(told("2026-11-21T09:30:00Z", "clock", "warned_at"), {"Case 1": 80, "Case 2": None})
        equal(told("2026-11-21T15:00:00Z", "clock", "warned_at"), {"Case 1": None, "Case 2": 40}, "what is late is overdue")
        equal(told("2026-11-21T08:10:00Z", "after_hours", "tell_at"),
              {"Case 1": "2026-11-21T08:10:00Z", "Case 2": "2026-11-23T09:00:00Z"})
        text = run("agenda", "--at", "2026-11-21T09:30:00Z", "--portfolio", path).stdout
        check("80 %" in text, text)


@test
def promises_and_actions_come_with_their_account_and_only_mine_if_i_ask():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        add(path, "person", "name=Mira Solberg", "role=tam")
        for name, code in (("Kestrel Rail", "KR"), ("Alba Insurance", "AI")):
            add(path, "account", f"name={name}", f"short_code={code}", "report_tz=Europe/London")
            add(path, "action_item", f"title=Send minutes to {code}", "due=2026-11-24", f"account_id={code}")
            add(path, "action_item", f"title=Far away for {code}", "due=2027-06-01", f"account_id={code}")
            add(path, "commitment", f"text=Visit {code}", "due=2026-11-20", f"account_id={code}")
        add(path, "team_role", "person_id=Mira Solberg", "account_id=KR", "role=tam", "from=2025-01-01")
        everything = agenda(path, "2026-11-23T10:00:00Z")
        equal(sorted(one["title"] for one in everything),
              ["Send minutes to AI", "Send minutes to KR", "Visit AI", "Visit KR"])
        equal({one["title"]: one["overdue"] for one in everything}["Visit KR"], True)
        mine = agenda(path, "2026-11-23T10:00:00Z", "--person", "Mira Solberg")
        equal({one["account"] for one in mine}, {"Kestrel Rail"})


@test
def holidays_from_a_calendar_file_move_what_is_due_from_then_on():
    with folder() as at:
        path, ics = os.path.join(at, "p.tambour"), os.path.join(at, "holidays.ics")
        run("create", path)
        add(path, "plan", "code=platinum", "name=Platinum")
        add(path, "account", "name=Kestrel Rail", "short_code=KR", "plan_id=platinum", "report_tz=Europe/London")
        for number, opened in (("1001", "2026-11-25T18:00:00Z"), ("1002", "2026-12-23T18:00:00Z")):
            add(path, "case", f"number={number}", "title=Slow", "priority=P2", "channel=email", "account_id=KR", f"opened_at={opened}")
        with open(ics, "w", encoding="utf-8", newline="") as file:
            file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n")
            for day in ("20261126", "20261224", "20261225"):
                file.write(f"BEGIN:VEVENT\r\nUID:{day}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:{day}\r\n"
                           f"SUMMARY:Closed\r\nEND:VEVENT\r\n")
            file.write("END:VCALENDAR\r\n")

        def due(moment):
            return {one["due"] for one in agenda(path, moment) if one["what"] == "clock"}

        check("2026-11-26T18:00:00Z" in due("2026-11-25T19:00:00Z"), str(due("2026-11-25T19:00:00Z")))
        words = ("import", "holidays", ics, "--valid-from", "2026-12-01", "--calendar", "24x5", "--portfolio", path)
        equal(lines(run(*words))[0]["created"], 3)
        equal(lines(run(*words))[0]["unchanged"], 3, "the second time nothing changes")
        check("2026-11-26T18:00:00Z" in due("2026-11-25T19:00:00Z"), "what ran before keeps its due time")
        check("2026-12-28T18:00:00Z" in due("2026-12-23T19:00:00Z"), str(due("2026-12-23T19:00:00Z")))
        with open(ics, "w", encoding="utf-8") as file:
            file.write("no calendar\n")
        result = run("import", "holidays", ics, "--portfolio", path, status=1)
        equal(len(result.stderr.strip().splitlines()), 1)


@test
def calls_that_were_missed_and_customers_who_wait_are_there_too():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        add(path, "account", "name=Kestrel Rail", "short_code=KR", "report_tz=Europe/London")
        add(path, "cadence", "title=Weekly call", "kind=cadence_call", "interval_days=7", "account_id=KR")
        add(path, "engagement", "title=Weekly call", "kind=cadence_call", "status=held", "account_id=KR",
            "planned_start=2026-11-10T09:00:00Z")
        add(path, "engagement", "title=Roadmap review", "kind=roadmap_review", "account_id=KR",
            "planned_start=2026-12-08T09:00:00Z")
        add(path, "case", "number=1001", "title=Signal box offline", "account_id=KR",
            "opened_at=2026-11-02T08:00:00Z", "first_response_at=2026-11-02T09:00:00Z")
        found = [(one["what"], one["title"], one["due"]) for one in agenda(path, "2026-11-23T10:00:00Z")]
        equal(found, [("meeting", "Roadmap review", "2026-12-08T09:00:00Z"),
                      ("cadence", "Weekly call", "2026-11-17T09:00:00Z"),
                      ("silent", "Signal box offline", "2026-11-09T09:00:00Z")])


main()
