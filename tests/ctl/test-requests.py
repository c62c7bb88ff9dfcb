# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests to the product on the command line: votes that come in, and two that are the same."""

import csv
import json
import os

from ctl import SHARED, SOURCE, check, equal, folder, lines, main, run, test

VOTES = os.path.join(SHARED, "data", "requests", "voted-issues.json")
MAP = os.path.join(SOURCE, "data", "maps", "voted-issues.json")


def votes(path, file, *more, status=0):
    return json.loads(run("import", "requests", file, "--map", MAP, "--portfolio", path, *more, status=status).stdout)


def add(path, kind, *fields):
    return run("add", kind, *fields, "--portfolio", path).stdout.strip()


def listed(path, kind, *more):
    return lines(run("list", kind, *more, "--json", "--portfolio", path))


@test
def eighty_requests_come_in_and_a_second_run_changes_nothing():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        equal(votes(path, VOTES), {"read": 80, "created": 80, "updated": 0, "unchanged": 0, "rejected": 0})
        with open(VOTES, encoding="utf-8") as file:
            wanted = {row[3]: row[0] for row in json.load(file)["data"]}
        found = listed(path, "feature_requests")
        equal({one["title"]: one["votes"] for one in found}, wanted, "the titles are plain text")
        check(all(one["url"] == f"https://github.com/SciTools/iris/issues/{one['external_id'][1:]}" for one in found),
              "each leads to its page")
        equal(votes(path, VOTES)["unchanged"], 80)


@test
def a_row_that_makes_no_sense_is_rejected_with_line_and_reason():
    rows = [
        [1, "<a href='https://example.org/1'>#1</a>", "", "<b>Bold</b> &amp; <script>alert(1)</script>brave"],
        ["many", "<a href='https://example.org/2'>#2</a>", "", "Wrong votes"],
        [3, "<a href='https://example.org/3'>#3</a>"],
        "no row",
        [4, "", "", "No number"],
        [5, "<a href='javascript:alert(1)'>#5</a>", "", "=1+1"],
    ]
    with folder() as at:
        path, file, rejects = (os.path.join(at, name) for name in ("p.tambour", "votes.json", "rejects.csv"))
        run("create", path)
        with open(file, "w", encoding="utf-8") as stream:
            json.dump({"data": rows}, stream)
        counts = votes(path, file, "--rejects", rejects, status=3)
        equal((counts["read"], counts["created"], counts["rejected"]), (6, 2, 4))
        with open(rejects, encoding="utf-8-sig", newline="") as stream:
            refused = list(csv.DictReader(stream))
        equal([row["#"] for row in refused], ["2", "3", "4", "5"])
        check(all(row["reject_line"].isdigit() and row["reject_reason"] for row in refused), refused)
        found = {one["external_id"]: one for one in listed(path, "feature_requests")}
        equal(found["#1"]["title"], "Bold & brave")
        check("url" not in found["#5"] or not found["#5"]["url"], "a script is no address")
        equal(found["#5"]["title"], "=1+1")


@test
def html_is_only_of_a_file_that_is_json():
    with folder() as at:
        path, bad = os.path.join(at, "p.tambour"), os.path.join(at, "bad.json")
        run("create", path)
        with open(MAP, encoding="utf-8") as file:
            broken = json.load(file)
        del broken["rows"]
        with open(bad, "w", encoding="utf-8") as file:
            json.dump(broken, file)
        result = run("import", "requests", VOTES, "--map", bad, "--portfolio", path, status=1)
        check("html" in result.stderr, result.stderr)


@test
def two_that_are_the_same_become_one_and_undo_parts_them():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        add(path, "account", "name=Acme", "short_code=AC")
        one, two = (add(path, "feature_request", f"title={title}") for title in ("Pages", "A page for each building"))
        for request in (one, two):
            add(path, "fr_evidence", "account_id=Acme", f"request_id={request}", "quote=Ours", "on=2026-02-01")
        words = ("merge-requests", "A page for each building", one, "--reason", "The same page", "--portfolio", path)
        equal(run(*words).stdout, "A page for each building\tPages\t1\n")
        equal({said["request_id"] for said in listed(path, "fr_evidences")}, {one})
        merged = json.loads(run("show", two, "--json", "--portfolio", path).stdout)
        equal((merged["status"], merged["duplicate_of_id"]), ("duplicate", one))
        check("The same page" in run("list", "fr_events", "--json", "--portfolio", path).stdout, "the step says why")
        for request in (one, two):
            check("Merge requests" in run("show", request, "--history", "--portfolio", path).stdout, "both histories tell it")
        equal(run("merge-requests", one, two, "--portfolio", path, status=1).stdout, "", "no circle")
        equal(run("merge-requests", one, one, "--portfolio", path, status=1).stdout, "", "not into itself")
        check(run("merge-requests", one, "--portfolio", path, status=2).stderr, "wrong usage is said")
        run("undo", "--portfolio", path)
        equal({said["request_id"] for said in listed(path, "fr_evidences")}, {one, two})
        equal(json.loads(run("show", two, "--json", "--portfolio", path).stdout).get("status", "captured"), "captured")
        equal(run("check", "--portfolio", path).stdout, "Clean.\n")


main()
