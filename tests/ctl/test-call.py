# SPDX-License-Identifier: GPL-3.0-or-later
"""A call is logged from text, on the command line."""

import os

from ctl import check, equal, folder, lines, main, run, test

MINUTES = """Ruth opened with the renewal.

- [ ] Send query volume @me !fri
? Alert when a forwarder goes silent
> Numbers by then !2026-12-04
"""


def new_portfolio(at):
    path = os.path.join(at, "p.tambour")
    run("create", path)
    run("add", "account", "name=Kestrel Rail", "short_code=KR", "--portfolio", path)
    run("add", "contact", "name=Ruth Adeyemi", "account_id=KR", "--portfolio", path)
    return path


def log(path, *words, **options):
    return run("log-call", "KR", *words, "--at", "2026-11-23T19:30:00Z", "--portfolio", path, **options)


@test
def minutes_from_a_file_become_records():
    with folder() as at:
        path, minutes = new_portfolio(at), os.path.join(at, "call.md")
        with open(minutes, "w", encoding="utf-8") as file:
            file.write(MINUTES)
        made = log(path, minutes, "--minutes", "30", "--attendee", "ruth", "--json")
        records = lines(made)
        equal([record["kind"] if record["record"] == "engagement" else record["record"] for record in records],
              ["ad_hoc_call", "attendance", "action_item", "feature_request", "fr_event", "fr_evidence", "commitment"])
        equal(records[0]["minutes"], 30)
        equal(records[1]["name"], "Ruth Adeyemi")
        equal(records[2]["due"], "2026-11-27")
        check("“me” is not in People" in made.stderr, "who nobody knows is said")
        equal(len(lines(run("list", "action_items", "--json", "--portfolio", path))), 1)


@test
def minutes_come_from_standard_input_without_a_file():
    with folder() as at:
        path = new_portfolio(at)
        made = log(path, stdin=MINUTES).stdout.splitlines()
        equal([line.split("\t")[0] for line in made],
              ["engagement", "action_item", "feature_request", "fr_event", "fr_evidence", "commitment"])
        equal(made[1].split("\t")[2], "Send query volume")


@test
def what_could_only_be_kept_in_the_minutes_is_said():
    with folder() as at:
        path = new_portfolio(at)
        made = log(path, stdin="Hello\n#41 is slow\n- [ ] Do it @me\n", status=3)
        check("Line 2: The account has no case #41" in made.stderr, made.stderr)
        equal(len(lines(run("list", "engagements", "--json", "--portfolio", path))), 1)


@test
def what_is_wrong_is_said_and_nothing_is_recorded():
    with folder() as at:
        path, wrong = new_portfolio(at), os.path.join(at, "wrong.md")
        with open(wrong, "wb") as file:
            file.write(b"caf\xe9")
        for words, status, said in (
            ((wrong,), 1, "Byte 4 of the minutes is not UTF-8"),
            ((os.path.join(at, "none.md"),), 1, "none.md"),
            (("--kind", "chat"), 2, "cadence_call"),
            (("--status", "late"), 2, "no_show"),
            (("--minutes", "-5"), 2, "--minutes"),
        ):
            check(said in log(path, *words, stdin="", status=status).stderr, f"{words} says {said}")
        check("noon" in run("log-call", "KR", "--at", "noonish", "--portfolio", path, stdin="", status=2).stderr, "the time")
        run("log-call", "Nobody", "--portfolio", path, stdin="", status=1)
        equal(run("list", "engagements", "--portfolio", path).stdout, "")


@test
def a_call_that_was_not_held_has_no_length():
    with folder() as at:
        path = new_portfolio(at)
        record = lines(log(path, "--status", "no_show", "--json", stdin="Nobody came"))[0]
        equal((record["status"], record.get("minutes"), record["summary"]), ("no_show", None, "Nobody came"))


main()
