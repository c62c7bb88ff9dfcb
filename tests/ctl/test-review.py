# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviews from the command line: figures that agree with a count by another tool, the same bytes twice."""

import csv
import json
import os
import subprocess
import sys

from ctl import SHARED, SOURCE, check, equal, folder, lines, main, run, test

CASES = os.path.join(SHARED, "data", "cases", "service-desk-incidents.csv")
MAP = os.path.join(SOURCE, "data", "maps", "service-desk-incidents.json")
COUNT = os.path.join(SOURCE, "tests", "review", "count-service-desk.py")
FIXTURE = os.path.join(SOURCE, "tests", "fixtures", "varnholt.jsonl")


def review(path, account, period, form, output, *more):
    run("review", account, "--period", period, "--format", form, "--output", output, "--portfolio", path, *more)


@test
def the_service_desk_s_review_agrees_with_a_count_of_the_file():
    with folder() as at:
        path, out = os.path.join(at, "p.tambour"), os.path.join(at, "204.json")
        run("create", path)
        run("import", "cases", CASES, "--map", MAP, "--portfolio", path, status=3)
        review(path, "Location 204", "2016-03-01..2017-03-01", "json", out)
        result = subprocess.run([sys.executable, COUNT, CASES, out], capture_output=True, text=True)
        equal(result.returncode, 0, result.stdout + result.stderr)
        figures = {one["key"]: one for one in json.load(open(out, encoding="utf-8"))["figures"]}
        attainment = [one for key, one in figures.items() if key.startswith("response.met")]
        check(attainment and all(one["state"] != "measured" for one in attainment),
              "first responses are not in the file, and so not measured")
        pdf = os.path.join(at, "204.pdf")
        review(path, "Location 204", "2016-03-01..2017-03-01", "pdf", pdf)
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
        check("not measured" in text, "the pages say so")


@test
def the_same_review_twice_is_the_same_bytes():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        run("import", "all", FIXTURE, "--portfolio", path)
        for form in ("pdf", "json"):
            outputs = []
            for name in ("a", "b"):
                out = os.path.join(at, f"{name}.{form}")
                review(path, "Varnholt Maritime Group", "2025-10-01..2026-10-01", form, out)
                with open(out, "rb") as file:
                    outputs.append(file.read())
            check(outputs[0] == outputs[1], form)
            check(len(outputs[0]) > 2000, form)


@test
def the_annual_value_report_is_another_layout_of_the_same_figures():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        run("import", "all", FIXTURE, "--portfolio", path)
        sizes = {"a4": "595.2 x 841.8", "letter": "612 x 792"}
        for paper, size in sizes.items():
            outputs = []
            for name in ("a", "b"):
                out = os.path.join(at, f"{paper}-{name}.pdf")
                review(path, "Varnholt Maritime Group", "2025-10-01..2026-10-01", "pdf", out, "--layout", "report",
                       "--paper", paper)
                with open(out, "rb") as file:
                    outputs.append(file.read())
            check(outputs[0] == outputs[1], f"the same {paper} twice")
            info = subprocess.run(["pdfinfo", out], capture_output=True, text=True).stdout
            check(size in info, info)
            check("annual value report" in info, info)
            text = subprocess.run(["pdftotext", "-layout", out, "-"], capture_output=True, text=True).stdout
            for figure in ("€123,552", "143 of 146", "97.9%", "11.0", "Seven escalations"):
                check(figure in text.replace("\u00a0", " "), f"{figure} is in {paper}")
        default = os.path.join(at, "deck.pdf")
        review(path, "Varnholt Maritime Group", "2025-10-01..2026-10-01", "pdf", default, "--layout", "deck")
        info = subprocess.run(["pdfinfo", default], capture_output=True, text=True).stdout
        check("960 x 540" in info, info)


@test
def the_report_s_paper_is_that_of_its_language():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        run("import", "all", FIXTURE, "--portfolio", path)
        for language, size in (("en-US", "612 x 792"), ("en-GB", "595.2 x 841.8"), ("en", "595.2 x 841.8")):
            out = os.path.join(at, f"{language}.pdf")
            review(path, "Varnholt Maritime Group", "2025-10-01..2026-10-01", "pdf", out, "--layout", "report",
                   "--language", language)
            info = subprocess.run(["pdfinfo", out], capture_output=True, text=True).stdout
            check(size in info, info)


@test
def a_layout_or_a_paper_that_there_is_not_is_refused():
    with folder() as at:
        path, out = os.path.join(at, "p.tambour"), os.path.join(at, "x.pdf")
        run("create", path)
        words = ("--period", "2025-10-01..2026-10-01", "--format", "pdf", "--output", out, "--portfolio", path)
        for more, expected in ((("--layout", "poster"), "deck or report"),
                               (("--layout", "report", "--paper", "a5"), "a4 or letter"),
                               (("--paper", "a4"), "--layout report")):
            result = run("review", "Nobody", *words, *more, status=2)
            check(expected in result.stderr, result.stderr)
            result = run("reports", "--all", *words, *more, status=2)
            check(expected in result.stderr, result.stderr)
        text = run("review", "--help").stdout
        check("--layout=LAYOUT" in text and "--paper=PAPER" in text, text)
        check(not os.path.exists(out), "nothing was written")


@test
def the_page_of_cases_names_its_axis_and_its_promises():
    with folder() as at:
        path, out = os.path.join(at, "p.tambour"), os.path.join(at, "v.pdf")
        run("create", path)
        run("import", "all", FIXTURE, "--portfolio", path)

        def read():
            review(path, "Varnholt Maritime Group", "2025-10-01..2026-10-01", "pdf", out)
            return subprocess.run(["pdftotext", "-f", "4", "-l", "4", out, "-"], capture_output=True, text=True).stdout

        check("axis from 85%" in read(), "an axis that does not start at zero says so")
        kept = lines(run("list", "plan_catalogues", "--json", "--portfolio", path))[0]
        document = json.loads(kept["document"])
        for plan in document["plans"]:
            for target in plan["targets"]:
                if "business_days" in target:
                    target["rule"] = "covered"
        run("set", kept["id"], "document=" + json.dumps(document), "--portfolio", path)
        text = read()
        check("1 business day" in text and "2 business days" in text, text)


@test
def a_confidential_plan_is_in_nothing_for_a_customer():
    secret = "Zephyr relay"
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        run("import", "all", FIXTURE, "--portfolio", path)
        account = lines(run("list", "accounts", "--json", "--portfolio", path))[0]["id"]
        run("add", "roadmap_item", f"title={secret}", "nda=true", "quarter=Q1 2027", "--portfolio", path)
        run("add", "roadmap_review", f"account_id={account}", "on=2026-08-20", f"items_shown={secret}",
            f"reactions=They liked the {secret}", "--portfolio", path)
        for form in ("pdf", "json"):
            out = os.path.join(at, f"v.{form}")
            review(path, "Varnholt Maritime Group", "2025-10-01..2026-10-01", form, out)
            text = subprocess.run(["pdftotext", out, "-"], capture_output=True, text=True).stdout if form == "pdf" \
                else open(out, encoding="utf-8").read()
            check("Varnholt" in text, f"the {form} can be read")
            check(secret not in text, f"a confidential plan is in the {form}")


@test
def a_review_that_cannot_be_made_leaves_no_file():
    with folder() as at:
        path, out = os.path.join(at, "p.tambour"), os.path.join(at, "x.pdf")
        run("create", path)
        result = run("review", "Nobody", "--period", "2025-10-01..2026-10-01", "--format", "pdf", "--output", out,
                     "--portfolio", path, status=1)
        check("Nobody" in result.stderr, result.stderr)
        run("review", "Nobody", "--period", "2026-10-01..2025-10-01", "--format", "pdf", "--output", out,
            "--portfolio", path, status=2)
        run("review", "Nobody", "--period", "2025-10-01..2026-10-01", "--format", "cuneiform", "--output", out,
            "--portfolio", path, status=2)
        check(not os.path.exists(out), "nothing was written")


@test
def every_account_gets_its_report_and_one_failure_stops_no_other():
    with folder() as at:
        path, out = os.path.join(at, "p.tambour"), os.path.join(at, "reviews")
        run("demo", path, "--accounts", "4")
        run("reports", "--period", "2025-11-01..2026-11-01", "--all", "--format", "pdf", "--output", out,
            "--jobs", "2", "--portfolio", path)
        check(all(os.path.getsize(os.path.join(out, "portfolio." + form)) > 0 for form in ("csv", "xlsx", "pdf")), "the roll-up")
        names = sorted(name for name in os.listdir(out) if name != "portfolio.pdf")
        with open(os.path.join(out, "portfolio.csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        equal(sorted(row["review"] for row in rows), [name for name in names if name.endswith(".pdf")], "the roll-up")
        check(all(float(row["cases.opened"]) > 0 for row in rows), "each with its figures")
        equal(len([name for name in names if name.endswith(".pdf")]), 4, str(names))
        run("reports", "--period", "2025-11-01..2026-11-01", "--all", "--format", "pdf", "--output", out,
            "--layout", "report", "--portfolio", path)
        equal(len([name for name in os.listdir(out) if name.endswith("-report.pdf")]), 4, "beside the decks")
        for name in os.listdir(out):
            if name.endswith("-report.pdf"):
                os.remove(os.path.join(out, name))
        os.remove(os.path.join(out, [name for name in names if name.endswith(".pdf")][0]))
        blocked = [name for name in names if name.endswith(".pdf")][0]
        os.mkdir(os.path.join(out, blocked))
        result = run("reports", "--period", "2025-11-01..2026-11-01", "--all", "--format", "pdf", "--output", out,
                     "--portfolio", path, status=3)
        check(blocked in result.stderr or "failed" in result.stderr, result.stderr)
        equal(len([name for name in os.listdir(out) if name.endswith(".pdf") and name != "portfolio.pdf"]), 4)


@test
def the_portfolio_for_managers_is_one_sound_document():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("demo", path, "--accounts", "3")
        words = ("reports", "--period", "2025-11-01..2026-11-01", "--all", "--format", "json", "--portfolio", path)
        pages = {}
        for name, language in (("one", "en-GB"), ("two", "en-GB"), ("letter", "en-US")):
            out = os.path.join(at, name)
            run(*words, "--language", language, "--output", out)
            pages[name] = os.path.join(out, "portfolio.pdf")
            result = subprocess.run(["qpdf", "--check", pages[name]], capture_output=True, text=True)
            equal(result.returncode, 0, result.stdout + result.stderr)
        with open(pages["one"], "rb") as one, open(pages["two"], "rb") as two:
            check(one.read() == two.read(), "the same accounts give the same bytes")
        for name, size in (("one", "595.2 x 841.8"), ("letter", "612 x 792")):
            info = subprocess.run(["pdfinfo", pages[name]], capture_output=True, text=True).stdout
            check(size in info and "Portfolio roll-up" in info, info)
        tags = subprocess.run(["pdfinfo", "-struct-text", pages["one"]], capture_output=True, text=True).stdout
        check(all(tag in tags for tag in ("H1", "H2", "Table", "TH", "TD")), tags)
        with open(os.path.join(at, "one", "portfolio.csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        check(all(row["health"] in ("", "good", "attention", "risk") for row in rows), "each says how it stands")
        check(all(row["account"] in tags for row in rows), "each has its row")


main()
