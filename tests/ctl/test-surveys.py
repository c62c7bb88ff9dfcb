# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to surveys and planned changes, from outside."""

import json
import os

from ctl import SOURCE, equal, folder, lines, main, run, test

MAP = os.path.join(SOURCE, "data", "maps", "survey-responses.json")
ROWS = """Response ID,Company,Email,Survey,Ticket,Sent,Answered,Score,Comment
r-1,Kestrel Rail,priya@kestrel.example,CSAT,4117,2026-11-02 09:00,2026-11-03 10:30,5,"Quick, and friendly"
r-2,Kestrel Rail,nobody@kestrel.example,CSAT,,2026-11-04 09:00,,,
r-3,KR,,NPS,,2026-11-05 09:00,2026-11-05 09:10,9,=1+1
r-4,Nobody,,NPS,,2026-11-05 09:00,2026-11-05 09:10,9,
r-5,Kestrel Rail,,Poll,,2026-11-05 09:00,2026-11-05 09:10,9,
"""


def put(path, *words):
    return run("add", *words, "--portfolio", path).stdout.strip()


def new(at):
    path = os.path.join(at, "p.tambour")
    run("create", path)
    put(path, "account", "name=Kestrel Rail", "short_code=KR", "report_tz=Europe/London")
    put(path, "contact", "name=Priya Raman", "email=priya@kestrel.example", "account_id=KR")
    put(path, "case", "number=4117", "title=Lookups", "account_id=KR", "opened_at=2026-11-01T08:00:00Z")
    return path


def surveys(path):
    return sorted(lines(run("list", "survey_responses", "--json", "--portfolio", path)), key=lambda one: one["external_id"])


@test
def answers_come_in_by_a_map_and_a_second_run_changes_nothing():
    with folder() as at:
        path = new(at)
        file = os.path.join(at, "answers.csv")
        with open(file, "w", encoding="utf-8") as out:
            out.write(ROWS)
        first = json.loads(run("import", "survey_responses", file, "--map", MAP, "--portfolio", path, status=3).stdout)
        equal((first["read"], first["created"], first["rejected"]), (5, 3, 2))
        found = surveys(path)
        equal([one.get("kind", "csat") for one in found], ["csat", "csat", "nps"])
        equal(found[0]["score"], 5)
        equal(found[0]["answered_at"], "2026-11-03T10:30:00Z")
        equal(run("show", found[0]["contact_id"], "--json", "--portfolio", path).stdout.count("Priya Raman") > 0, True)
        equal(run("show", found[0]["case_id"], "--json", "--portfolio", path).stdout.count("4117") > 0, True)
        equal((found[1].get("answered_at"), found[1].get("score"), found[1].get("contact_id")), (None, None, None))
        equal(found[2]["text"], "=1+1")
        second = json.loads(run("import", "survey_responses", file, "--map", MAP, "--portfolio", path, status=3).stdout)
        equal((second["created"], second["updated"], second["unchanged"]), (0, 0, 3))


@test
def who_answers_later_is_the_same_row():
    with folder() as at:
        path = new(at)
        file = os.path.join(at, "answers.csv")
        for answer, score in (("", ""), ("2026-11-06 09:00", "4")):
            with open(file, "w", encoding="utf-8") as out:
                out.write(ROWS.splitlines()[0] + f"\nr-2,Kestrel Rail,,CSAT,,2026-11-04 09:00,{answer},{score},\n")
            run("import", "survey_responses", file, "--map", MAP, "--portfolio", path)
        found = surveys(path)
        equal([(one["score"], one["answered_at"]) for one in found], [(4, "2026-11-06T09:00:00Z")])


@test
def a_score_stays_in_its_scale():
    with folder() as at:
        path = new(at)
        words = ("survey_response", "account_id=KR", "asked_at=2026-11-02T09:00:00Z")
        run("add", *words, "kind=csat", "score=7", "--portfolio", path, status=1)
        one = put(path, *words, "kind=nps", "score=7")
        run("set", one, "score=11", "--portfolio", path, status=1)
        run("set", one, "score=10", "--portfolio", path)


@test
def a_planned_change_is_listed_set_and_on_the_agenda():
    with folder() as at:
        path = new(at)
        one = put(path, "planned_change", "title=Firmware", "account_id=KR", "window_start=2026-11-30T22:00:00Z",
                  "window_end=2026-11-30T23:00:00Z", "risk=High", "lead_days=3")
        agenda = lines(run("agenda", "--at", "2026-11-23T10:00:00Z", "--json", "--portfolio", path))
        equal([(item["what"], item["title"], item["due"]) for item in agenda if item["record"] == "planned_change"],
              [("change", "Firmware", "2026-11-30T22:00:00Z")])
        run("set", one, "state=rolled_back", "outcome=Too slow", "--portfolio", path)
        equal([item["id"] for item in lines(run("list", "planned_changes", "--where", "state = rolled_back", "--json",
                                                "--portfolio", path))], [one])
        agenda = lines(run("agenda", "--at", "2026-11-23T10:00:00Z", "--json", "--portfolio", path))
        equal([item for item in agenda if item["record"] == "planned_change"], [])
        run("set", one, "window_end=2026-11-30T21:00:00Z", "--portfolio", path, status=1)


main()
