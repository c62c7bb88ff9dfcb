# SPDX-License-Identifier: GPL-3.0-or-later
"""Portfolios and records on the command line: forms, exit statuses, one-line errors."""

import json
import os

from ctl import check, equal, folder, lines, main, run, test


def portfolio(at):
    path = os.path.join(at, "p.tambour")
    run("create", path)
    return path


def add(path, *words):
    return run("add", *words, "--portfolio", path).stdout.strip()


def fails(*words, status=1, says=""):
    result = run(*words, status=status)
    equal(result.stdout, "", "nothing goes to standard output")
    equal(len(result.stderr.strip().splitlines()), 1, f"one line on standard error: {result.stderr!r}")
    check(says in result.stderr, f"{says!r} is not in {result.stderr!r}")


@test
def an_empty_portfolio_is_made_once():
    with folder() as at:
        path = portfolio(at)
        fails("create", path, says="p.tambour")
        equal(run("list", "accounts", "--portfolio", path).stdout, "")
        equal(run("check", "--portfolio", path).stdout, "Clean.\n")


@test
def what_was_added_is_shown_listed_changed_and_removed():
    with folder() as at:
        path = portfolio(at)
        account = add(path, "account", "name=Kestrel Rail", "short_code=KR", "report_tz=Europe/London")
        case = add(path, "case", "number=1001", "title=Signal box offline", "priority=P1", "account_id=Kestrel Rail",
                   "opened_at=2026-11-20T08:00:00Z")
        shown = lines(run("show", case, "--json", "--portfolio", path))[0]
        equal(shown["account_id"], account)
        equal(shown["priority"], "P1")
        run("set", case, "priority=P2", "title=Signal box slow", "--portfolio", path)
        listed = lines(run("list", "cases", "--account", "KR", "--where", "priority = P2", "--json", "--portfolio", path))
        equal([one["id"] for one in listed], [case])
        history = lines(run("show", case, "--history", "--json", "--portfolio", path))[1:]
        equal(sorted(one["action"] for one in history), ["changed", "created"])
        before = [one["before"] for one in history if one["action"] == "changed"][0]
        equal(before["priority"], "P1")
        run("remove", case, "--portfolio", path)
        equal(run("list", "cases", "--portfolio", path).stdout, "")
        run("undo", "--portfolio", path)
        equal(lines(run("list", "cases", "--json", "--portfolio", path))[0]["title"], "Signal box slow")


@test
def search_finds_the_beginning_of_a_word_and_nothing_that_is_gone():
    with folder() as at:
        path = portfolio(at)
        add(path, "account", "name=Kestrel Rail", "short_code=KR")
        note = add(path, "infra_note", "title=Failover runbook", "body=Two forwarders at Zürich", "account_id=KR")
        equal([hit["id"] for hit in lines(run("search", "forw", "--json", "--portfolio", path))], [note])
        equal([hit["id"] for hit in lines(run("search", "zuri", "--json", "--portfolio", path))], [note])
        run("remove", note, "--portfolio", path)
        equal(run("search", "forw", "--portfolio", path).stdout, "")


@test
def known_issues_are_matched_by_version_and_that_can_be_undone():
    with folder() as at:
        path = portfolio(at)
        add(path, "account", "name=Kestrel Rail", "short_code=KR")
        issue = add(path, "known_issue", "title=KI-88 Log rotation", "product=Forwarder", "version_range=4.1.0 to 4.1.3", "fixed_in=4.2")
        old = add(path, "component", "type=Appliance", "product=forwarder", "version=4.1.2", "account_id=KR")
        add(path, "component", "type=Appliance", "product=Forwarder", "version=4.2", "account_id=KR")
        seen = lines(run("match-issues", "--dry-run", "--json", "--portfolio", path))
        equal([(hit["state"], hit["known_issue_id"], hit["component_id"]) for hit in seen], [("exposed", issue, old)])
        equal(lines(run("list", "exposures", "--json", "--portfolio", path)), [])
        equal(lines(run("match-issues", "--account", "KR", "--json", "--portfolio", path)), seen)
        made = lines(run("list", "exposures", "--json", "--portfolio", path))
        equal([(one["state"], one["known_issue_id"], one["component_id"]) for one in made], [("exposed", issue, old)])
        equal(run("match-issues", "--portfolio", path).stdout, "")
        run("undo", "--portfolio", path)
        equal(lines(run("list", "exposures", "--json", "--portfolio", path)), [])
        fails("match-issues", "--account", "Nobody", "--portfolio", path, says="Nobody")


@test
def a_wrong_word_is_wrong_usage_and_says_what_is_right():
    with folder() as at:
        path = portfolio(at)
        fails("nonsense", status=2, says="nonsense")
        fails("list", "--portfolio", path, status=2, says="list KIND")
        fails("list", "unicorns", "--portfolio", path, status=2, says="unicorns")
        fails("undo", "x", "--portfolio", path, status=2)
        fails("search", "x", "--limit", "0", "--portfolio", path, status=2)


@test
def bad_input_gives_one_clear_line_and_changes_nothing():
    with folder() as at:
        path = portfolio(at)
        fails("add", "account", "name=A", "status=happy", "--portfolio", path, says="onboarding")
        fails("add", "account", "short_code=A", "--portfolio", path, says="name")
        fails("add", "account", "name=A", "colour=red", "--portfolio", path, says="colour")
        fails("add", "case", "number=1", "opened_at=yesterday", "--portfolio", path, says="2026-11-23T10:00:00Z")
        fails("add", "case", "number=1", "opened_at=2026-01-01T00:00:00Z", "account_id=Nobody", "--portfolio", path, says="Nobody")
        fails("list", "cases", "--where", "priority ==", "--portfolio", path)
        fails("show", "00000000-0000-7000-8000-000000000000", "--portfolio", path)
        fails("list", "cases", "--portfolio", os.path.join(at, "none.tambour"), says="none.tambour")
        equal(run("export", "--all", "--format", "json", "--portfolio", path).stdout.strip(), "")


@test
def something_that_is_no_portfolio_is_refused_untouched():
    with folder() as at:
        path = os.path.join(at, "letter.tambour")
        with open(path, "w", encoding="utf-8") as file:
            file.write("Dear customer,\n" * 400)
        fails("list", "cases", "--portfolio", path, says="letter.tambour")
        fails("add", "account", "name=A", "--portfolio", path, says="letter.tambour")
        with open(path, encoding="utf-8") as file:
            equal(file.read(), "Dear customer,\n" * 400)


@test
def a_backup_is_put_back_and_what_was_there_is_kept():
    with folder() as at:
        path = portfolio(at)
        backup = os.path.join(at, "copy.tambour")
        add(path, "account", "name=First", "short_code=FI")
        run("backup", backup, "--portfolio", path)
        add(path, "account", "name=Second", "short_code=SE")
        run("restore", backup, "--portfolio", path)
        equal([one["name"] for one in lines(run("list", "accounts", "--json", "--portfolio", path))], ["First"])
        others = [name for name in os.listdir(at) if name not in ("p.tambour", "copy.tambour")
                  and not name.endswith(("-wal", "-shm"))]
        equal(len(others), 1, f"the old portfolio stays: {others}")


@test
def everything_that_goes_out_comes_in_again():
    with folder() as at:
        path, other = portfolio(at), os.path.join(at, "q.tambour")
        run("demo", os.path.join(at, "d.tambour"), "--accounts", "1")
        demo = os.path.join(at, "d.tambour")
        dump = os.path.join(at, "all.jsonl")
        run("export", "--all", "--format", "json", "--output", dump, "--portfolio", demo)
        run("create", other)
        counts = json.loads(run("import", "all", dump, "--portfolio", other).stdout)
        equal(counts["rejected"], 0)
        again = os.path.join(at, "again.jsonl")
        run("export", "--all", "--format", "json", "--output", again, "--portfolio", other)
        with open(dump, encoding="utf-8") as first, open(again, encoding="utf-8") as second:
            equal(sorted(first), sorted(second), "the same records")
        run("check", "--portfolio", other)


@test
def a_csv_export_is_safe_in_a_spreadsheet_and_comes_in_unchanged():
    with folder() as at:
        path = portfolio(at)
        add(path, "account", "name=Kestrel Rail", "short_code=KR")
        add(path, "infra_note", "title==HYPERLINK(1)", "body=@SUM(A1)\nsecond line", "account_id=KR")
        out = os.path.join(at, "notes.csv")
        run("export", "infra_notes", "--format", "csv", "--output", out, "--portfolio", path)
        with open(out, encoding="utf-8-sig", newline="") as file:
            text = file.read()
        check(",=HYPERLINK" not in text and ",\"=" not in text, f"a formula went out: {text}")
        counts = json.loads(run("import", "infra_notes", out, "--portfolio", path).stdout)
        equal((counts["unchanged"], counts["updated"], counts["rejected"]), (1, 0, 0), str(counts))


main()
