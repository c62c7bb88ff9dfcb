# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviews that are frozen, finished and restated from the command line, and what never leaves."""

import json
import os
import subprocess

from ctl import SOURCE, check, equal, folder, lines, main, run, test

FIXTURE = os.path.join(SOURCE, "tests", "fixtures", "varnholt.jsonl")
NAME = "Varnholt Maritime Group"
PERIOD = "2025-10-01..2026-10-01"
AS_OF = "2026-10-02T06:00:00Z"
FORMS = ("pdf", "pptx", "html", "xlsx", "csv", "json")


def portfolio(at):
    path = os.path.join(at, "p.tambour")
    run("create", path)
    run("import", "all", FIXTURE, "--portfolio", path)
    return path


def begin(path):
    return run("report", "begin", NAME, "--period", PERIOD, "--as-of", AS_OF, "--portfolio", path).stdout.strip()


def report(path, *words, status=0):
    return run("report", *words, "--portfolio", path, status=status)


def read(path, at, form, *more, status=0):
    """The bytes of a review; None if none was written."""
    out = os.path.join(at, f"review.{form}")
    if os.path.exists(out):
        os.remove(out)
    result = run("review", NAME, "--format", form, "--output", out, "--portfolio", path, *more, status=status)
    if not os.path.exists(out):
        return None, result.stderr
    with open(out, "rb") as file:
        return file.read(), result.stderr


def find(path, kind, *where):
    return lines(run("list", kind, *where, "--json", "--portfolio", path))


def compose(path, at, id, chapters):
    outline = os.path.join(at, "outline.json")
    with open(outline, "w", encoding="utf-8") as file:
        json.dump({"document": "tambour-outline", "format": 1, "chapters": chapters}, file)
    report(path, "compose", id, "--outline", outline)


@test
def the_same_snapshot_is_the_same_bytes_whatever_happens_to_the_records():
    with folder() as at:
        path = portfolio(at)
        id = begin(path)
        before = {form: read(path, at, form, "--report", id)[0] for form in FORMS}
        live = read(path, at, "json", "--period", PERIOD, "--as-of", AS_OF)[0]
        equal(before["json"], live, "a snapshot says what the portfolio said")
        snapshot = find(path, "snapshots")[0]["id"]
        cases = find(path, "cases", "--where", "opened_at >= 2026-01-01T00:00:00Z", "--limit", "3")
        run("remove", cases[0]["id"], "--portfolio", path)
        run("set", cases[1]["id"], "priority=P1", "title=Another title", "--portfolio", path)
        account = find(path, "accounts")[0]["id"]
        run("set", account, "name=Varnholt Maritime Group", "brand_colour=#803010", "report_lang=de", "--portfolio", path)
        kept = find(path, "plan_catalogues")[0]
        run("set", kept["id"], "document=" + kept["document"].replace("Platinum", "Titanium"), "--portfolio", path)
        check(read(path, at, "json", "--period", PERIOD, "--as-of", AS_OF)[0] != live, "the portfolio says something else")
        for form in FORMS:
            check(read(path, at, form, "--report", id)[0] == before[form], f"{form} by the report")
            check(read(path, at, form, "--snapshot", snapshot)[0] == before[form], f"{form} by the snapshot")


@test
def a_finished_review_stays_as_it_is():
    with folder() as at:
        path = portfolio(at)
        id = begin(path)
        report(path, "begin", NAME, "--period", PERIOD, status=1)
        equal(find(path, "figures"), [])
        report(path, "finish", id)
        figures = find(path, "figures", "--where", f"report_id = {id}")
        check(len(figures) > 100 and all(one.get("text") for one in figures), f"{len(figures)} figures, each as it was shown")
        before = read(path, at, "pdf", "--report", id)[0]
        for words in (("set", id, "narrative=x"), ("set", id, "state=draft"), ("remove", id),
                      ("set", figures[0]["id"], "text=99"), ("remove", figures[0]["id"]),
                      ("set", find(path, "snapshots")[0]["id"], "hash=0"), ("remove", find(path, "snapshots")[0]["id"])):
            check("stays as it is" in run(*words, "--portfolio", path, status=1).stderr, str(words))
        for words in (("finish", id), ("refresh", id), ("discard", id)):
            check("finished" in report(path, *words, status=1).stderr, str(words))
        check("finished review" in report(path, "finish", begin(path), status=1).stderr, "no second truth about a period")
        check(read(path, at, "pdf", "--report", id)[0] == before, "and so do its bytes")


@test
def a_restatement_lists_what_changed_and_why():
    with folder() as at:
        path = portfolio(at)
        id = begin(path)
        report(path, "finish", id)
        case = find(path, "cases", "--where", "opened_at >= 2026-02-01T00:00:00Z and priority = P3", "--limit", "1")[0]
        goal = find(path, "goals", "--limit", "1")[0]
        run("set", case["id"], "priority=P2", "--portfolio", path, env={**os.environ, "TAMBOUR_AUTHOR": "Ruth Adeyemi"})
        new = report(path, "restate", id, "--reason", "A case was filed wrongly").stdout.strip()
        changes = {one["key"]: one for one in lines(report(path, "compare", new, "--json"))}
        for key, difference in (("cases.opened.p3", -1), ("cases.opened.p2", 1)):
            change = changes[key]
            equal(change["now_value"] - change["then_value"], difference, key)
            equal([(one["what"], one["record"], one["id"], one["fields"], one["by"]) for one in change["causes"]],
                  [("changed", "case", case["id"], ["priority"], "Ruth Adeyemi")], key)
        check(not any(key.startswith("cases.opened") and key.count(".") == 1 for key in changes), "the total is the same")
        causes = {one["id"] for change in changes.values() for one in change["causes"]}
        equal(causes, {case["id"]}, "nothing else is a reason")
        check(goal["id"] not in causes, "nor is what nobody touched")
        report(path, "finish", new)
        states = {one["id"]: one["state"] for one in lines(report(path, "list", NAME, "--json"))}
        equal(states, {id: "superseded", new: "final"})
        check("Only a finished" in report(path, "restate", id, status=1).stderr, "what was superseded is not restated")


@test
def a_draft_is_taken_back_and_refreshed():
    with folder() as at:
        path = portfolio(at)
        id = begin(path)
        before = read(path, at, "json", "--report", id)[0]
        case = find(path, "cases", "--where", "opened_at >= 2026-02-01T00:00:00Z", "--limit", "1")[0]
        run("remove", case["id"], "--portfolio", path)
        stale = [one for one in lines(report(path, "check", id, "--json")) if "changed since" in one["sentence"]]
        equal(len(stale), 1, "somebody says that the snapshot is old")
        report(path, "refresh", id, "--as-of", AS_OF)
        check(read(path, at, "json", "--report", id)[0] != before, "the snapshot was taken anew")
        run("undo", run_number(path, id), "--portfolio", path)
        check(read(path, at, "json", "--report", id)[0] == before, "and taken back")
        report(path, "discard", id)
        equal(lines(report(path, "list", "--json")), [])


def run_number(path, id):
    """The number of the last change of a record."""
    return lines(run("show", id, "--history", "--json", "--portfolio", path))[-1]["change"]


@test
def what_is_composed_is_written():
    with folder() as at:
        path = portfolio(at)
        id = begin(path)
        compose(path, at, id, [
            {"chapter": "cover"}, {"chapter": "year"}, {"chapter": "continuity"},
            {"chapter": "goals", "out": True, "narrative": "Kept for later"},
            {"chapter": "service", "title": "You opened {cases.opened} cases, {M01.P1} of them P1",
             "narrative": "Nobody waited for an answer."}])
        pdf = os.path.join(at, "review.pdf")
        read(path, at, "pdf", "--report", id)
        text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout
        check("You opened 146 cases" in " ".join(text.split()), text[:600])
        check("Nobody waited for an answer." in text, "the narrative is there")
        check("Kept for later" not in text, "a chapter that is left out is not")
        check(text.index("Continuity and escalations") < text.index("You opened"), "in the order that was asked for")


@test
def what_must_not_leave_is_stopped_in_every_format():
    with folder() as at:
        path = portfolio(at)
        account = find(path, "accounts")[0]["id"]
        other = run("add", "account", "name=Greyfriars Mutual", "short_code=GM", "--portfolio", path).stdout.strip()
        plan = run("add", "roadmap_item", "title=Zephyr relay", "nda=true", "quarter=Q1 2027", "--portfolio", path).stdout.strip()
        note = run("add", "infra_note", f"account_id={account}", "title=Politics",
                   "body=Their new finance chief would rather move to a competitor by spring.", "--portfolio", path).stdout.strip()
        goal = find(path, "goals", "--limit", "1")[0]
        planted = {
            "Greyfriars Mutual": ("Keep up with GREYFRIARS mutual", other),
            "Zephyr relay": ("Wait for the Zephyr  relay", plan),
            "finance chief": ("their new finance chief would rather move to a competitor, by Spring", note),
        }
        for form in FORMS:
            check(read(path, at, form, "--period", PERIOD)[0] is not None, f"nothing is wrong with the {form} yet")
        for words, (text, record) in planted.items():
            run("set", goal["id"], f"statement={text}", "--portfolio", path)
            for form in FORMS:
                written, message = read(path, at, form, "--period", PERIOD, status=1)
                check(written is None, f"{words} is in the {form}")
                check(words in message and record in message, message)
            written, message = read(path, at, "pdf", "--period", PERIOD, "--layout", "report", status=1)
            check(written is None and words in message, f"{words} is in the annual value report")
        run("set", goal["id"], f"statement={goal['statement']}", "--portfolio", path)
        id = begin(path)
        for words, (text, record) in planted.items():
            compose(path, at, id, [{"chapter": "year", "narrative": text}])
            written, message = read(path, at, "pdf", "--report", id, status=1)
            check(written is None and words in message and record in message, f"{words}: {message}")
            check("page 2" in message or "page 3" in message, message)
        compose(path, at, id, [{"chapter": "year", "narrative": "The finance chief is new."}])
        check(read(path, at, "pdf", "--report", id)[0] is not None, "a few words are no sentence")
        run("set", plan, f"released_to={account}", "--portfolio", path)
        compose(path, at, id, [{"chapter": "year", "narrative": "Wait for the Zephyr relay"}])
        check(read(path, at, "pdf", "--report", id)[0] is not None, "what was released may leave")
        out = os.path.join(at, "all")
        run("set", goal["id"], "statement=Keep up with Greyfriars Mutual", "--portfolio", path)
        result = run("reports", "--period", PERIOD, "--all", "--format", "pdf", "--output", out, "--portfolio", path, status=3)
        check("Greyfriars Mutual" in result.stderr, result.stderr)
        equal([name for name in os.listdir(out) if "varnholt" in name], [], "a batch stops that one too")


@test
def a_demonstration_says_nothing_that_must_not_leave():
    with folder() as at:
        path, out = os.path.join(at, "p.tambour"), os.path.join(at, "reviews")
        run("demo", path, "--accounts", "8")
        for form in FORMS:
            run("reports", "--period", "2025-11-01..2026-11-01", "--all", "--format", form, "--output", out, "--portfolio", path)


@test
def a_report_survives_the_way_out_and_in():
    with folder() as at:
        path, copy = portfolio(at), os.path.join(at, "copy.tambour")
        id = begin(path)
        compose(path, at, id, [{"chapter": "year", "narrative": "As we said."}])
        report(path, "finish", id)
        before = {form: read(path, at, form, "--report", id)[0] for form in FORMS}
        dump = os.path.join(at, "all.jsonl")
        run("export", "--all", "--format", "json", "--output", dump, "--portfolio", path)
        run("create", copy)
        run("import", "all", dump, "--portfolio", copy)
        for form in FORMS:
            check(read(copy, at, form, "--report", id)[0] == before[form], form)
        counts = lines(run("import", "all", dump, "--portfolio", copy))[0]
        equal((counts["created"], counts["updated"], counts["rejected"]), (0, 0, 0), "twice changes nothing")


main()
