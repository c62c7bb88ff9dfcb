# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviews and records as workbooks and tables: what the cells hold, what computes them, and what must not be in them."""

import csv
import json
import os
import subprocess

from ctl import PROGRAM, SOURCE, check, equal, folder, lines, main, run, test
from sheets import Workbook

FIXTURE = os.path.join(SOURCE, "tests", "fixtures", "varnholt.jsonl")
ACCOUNT = "Varnholt Maritime Group"
PERIOD = "2025-10-01..2026-10-01"


def make(at):
    path = os.path.join(at, "p.tambour")
    run("create", path)
    run("import", "all", FIXTURE, "--portfolio", path)
    return path


def review(path, form, output, *more, **options):
    run("review", ACCOUNT, "--period", PERIOD, "--format", form, "--output", output, "--portfolio", path, *more, **options)
    return output


def figures_of(path, at):
    with open(review(path, "json", os.path.join(at, "e.json")), encoding="utf-8") as file:
        return {one["key"]: one for one in json.load(file)["figures"]}


def near(found, expected):
    return abs(found - expected) <= 1e-6 * max(1, abs(expected))


@test
def every_figure_of_the_workbook_is_that_of_the_evidence():
    with folder() as at:
        path = make(at)
        figures = figures_of(path, at)
        book = Workbook(review(path, "xlsx", os.path.join(at, "v.xlsx")))
        rows = {row["Key"]: row for row in book.rows("Figures")}
        equal(sorted(rows), sorted(figures), "keys")
        for key, figure in figures.items():
            for column, one in (("This period", figure), ("The year before", figure["prior"])):
                found = rows[key][column]
                if one["value"] is None:
                    check(found is None, f"{key} is not measured, and the cell empty")
                else:
                    check(near(found, one["value"]), f"{key}: {found} is not {one['value']}")
            equal(rows[key]["Definition"], figure["metric"], key)
            equal(rows[key]["Version"], figure["version"], key)
            equal(rows[key]["How it is computed"], figure["formula"], key)
            equal(rows[key]["Counted"], figure["n"], key)
            equal(rows[key]["Records"], len(figure["ids"]), key)


@test
def every_formula_gives_what_its_cell_says():
    with folder() as at:
        path = make(at)
        for language in ("en", "de"):
            book = Workbook(review(path, "xlsx", os.path.join(at, f"{language}.xlsx"), "--language", language))
            n = 0
            for sheet, cells in book.sheets.items():
                for cell in cells.values():
                    if cell.formula is not None:
                        n += 1
                        found = book.compute(sheet, cell.formula)
                        check(near(found, cell.value), f"{sheet}: {cell.formula} is {found}, not {cell.value}")
            check(n > 300, f"only {n} formulas")


@test
def the_sums_of_the_sheets_are_the_figures():
    with folder() as at:
        path = make(at)
        figures = figures_of(path, at)
        book = Workbook(review(path, "xlsx", os.path.join(at, "v.xlsx")))
        for sheet, key in (("Value", "value"), ("Value", "value.fee"), ("Value", "value.ratio"), ("Value", "value.break_even"),
                           ("Cases by month", "cases.opened"), ("Findings by severity", "findings.open")):
            check(any(cell.formula and near(cell.value, figures[key]["value"]) for cell in book.sheets[sheet].values()),
                  f"{key} is computed on the sheet {sheet}")
        check(len(book.rows("Cases")) >= figures["cases.opened"]["value"], "every case has a row")
        formulas = {row["Key"]: book.sheets["Figures"][3, number + 1].formula for number, row in enumerate(book.rows("Figures"))
                    if row["This period"] is not None}
        check("SUM(" in formulas["value"], "a total is a sum")
        check("/" in formulas["response.met"], "a share is a quotient")
        check("-" in formulas["findings.open"] and "+" in formulas["findings.open"], "a ledger follows from its columns")


@test
def the_records_behind_a_figure_are_listed_with_it():
    with folder() as at:
        path = make(at)
        figures = figures_of(path, at)
        book = Workbook(review(path, "xlsx", os.path.join(at, "v.xlsx")))
        found = {}
        for row in book.rows("Records"):
            found.setdefault((row["Key"], row["Period"]), set()).add(row["Record"])
        for key, figure in figures.items():
            for period, one in (("This period", figure), ("The year before", figure["prior"])):
                expected = set(one["ids"]) | {record for reason in one["excluded"] for record in reason["ids"]}
                equal(found.get((key, period), set()), expected, f"{key}, {period}")
        rows = {row["Record"]: row for row in book.rows("Records") if row["Key"] == "findings.open.high" and row["Period"] == "This period"}
        equal([row["Title"] for row in rows.values()], ["Santos and Busan each depend on one forwarder"])
        equal({row["Kind"] for row in rows.values()}, {"Finding"})


@test
def the_same_facts_are_the_same_workbook_in_every_zone_and_locale():
    with folder() as at:
        path, written = make(at), []
        for number, (zone, locale) in enumerate((("UTC", "C.UTF-8"), ("Asia/Tokyo", "de_DE.UTF-8"), ("America/Lima", "ar_EG.UTF-8"))):
            out = os.path.join(at, f"{number}.xlsx")
            review(path, "xlsx", out, "--language", "en", env={**os.environ, "TZ": zone, "LC_ALL": locale})
            with open(out, "rb") as file:
                written.append(file.read())
        check(written[0] == written[1] == written[2], "bytes")
        book = Workbook(os.path.join(at, "0.xlsx"))
        check(b"2026-09-30T22:00:00Z" in book.parts["docProps/core.xml"], "created when the data was read")
        equal(len(book.dates), 1, "no part has a time of its own")


@test
def many_workbooks_are_the_same_with_one_job_and_with_two():
    with folder() as at:
        path, found = os.path.join(at, "p.tambour"), []
        run("demo", path, "--accounts", "4")
        for jobs in ("1", "2"):
            out = os.path.join(at, jobs)
            run("reports", "--period", "2025-11-01..2026-11-01", "--all", "--format", "xlsx", "--output", out, "--jobs", jobs,
                "--portfolio", path)
            names = sorted(name for name in os.listdir(out) if name.endswith(".xlsx"))
            equal(len(names), 5, "one for each account, and the roll-up")
            found.append([open(os.path.join(out, name), "rb").read() for name in names])
        check(found[0] == found[1], "bytes")


@test
def text_from_outside_is_never_a_formula_or_a_code():
    attack = "=HYPERLINK(\"http://evil.invalid\",\"x\")"
    with folder() as at:
        path = make(at)
        account = lines(run("list", "accounts", "--json", "--portfolio", path))[0]["id"]
        run("set", account, "name=Varnholt &P & Sons [1]:*?/\\'", "--portfolio", path)
        for title in (attack, "+1+1", "-2+3", "@SUM(A1)", "\t=1"):
            run("add", "project", f"account_id={account}", f"title={title}", "impact=5", "effort=1", "status=proposed", "year=2027",
                "--portfolio", path)
        out = os.path.join(at, "v.xlsx")
        run("review", account, "--period", PERIOD, "--format", "xlsx", "--output", out, "--portfolio", path)
        book = Workbook(out)
        titles = [row["Title"] for row in book.rows("Projects")]
        check("'" + attack in titles and "'+1+1" in titles and "'@SUM(A1)" in titles, str(titles))
        for sheet, cells in book.sheets.items():
            for cell in cells.values():
                check(cell.formula is None or "HYPERLINK" not in cell.formula, f"{sheet}: {cell.formula}")
                check(not isinstance(cell.value, str) or not cell.value.startswith(("=", "+", "@", "\t")), f"{sheet}: {cell.value}")
        footers = [node.text for root in book.roots.values() for node in root.iter() if node.tag.endswith("oddFooter")]
        check(all("&&P && Sons" in footer for footer in footers) and footers, str(footers[:1]))
        table = review_of(path, account, os.path.join(at, "v.csv"))
        check(all(not cell.startswith(("=", "+", "@")) for row in table for cell in row.values()), "nor in the table")


def review_of(path, account, out):
    run("review", account, "--period", PERIOD, "--format", "csv", "--output", out, "--portfolio", path)
    with open(out, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@test
def nothing_internal_is_in_it():
    secrets = {"case": "owner_name=Kestrel Nobody", "escalation": "reason=Marlin blunder", "finding": "note=Osprey remark",
               "value_entry": "inputs=Heron rate", "insight": "note=Egret remark"}
    with folder() as at:
        path = make(at)
        for kind, change in secrets.items():
            for one in lines(run("list", kind, "--limit", "20", "--json", "--portfolio", path)):
                run("set", one["id"], change, "--portfolio", path)
        run("add", "roadmap_item", "title=Zephyr relay", "nda=true", "quarter=Q1 2027", "--portfolio", path)
        book = Workbook(review(path, "xlsx", os.path.join(at, "v.xlsx")))
        whole = b"".join(book.parts.values()).decode("utf-8")
        with open(review(path, "csv", os.path.join(at, "v.csv")), encoding="utf-8-sig") as file:
            whole += file.read()
        for secret in [change.split("=")[1] for change in secrets.values()] + ["Zephyr relay"]:
            check(secret not in whole, f"{secret} is in it")
        check("Santos and Busan" in whole, "what is not, is")


@test
def sheets_stay_in_sight_and_can_be_filtered_and_printed():
    with folder() as at:
        book = Workbook(review(make(at), "xlsx", os.path.join(at, "v.xlsx")))
        equal(list(book.sheets)[:3], ["Summary", "Figures", "Value"])
        equal(list(book.sheets)[-1], "Records")
        for sheet in ("Figures", "Cases", "Findings", "Records"):
            tags = {node.tag.split("}")[1] for node in book.roots[sheet].iter()}
            check({"pane", "autoFilter", "pageSetup", "cols"} <= tags, f"{sheet}: {sorted(tags)}")


@test
def the_table_has_a_line_for_each_figure_and_each_record():
    with folder() as at:
        path = make(at)
        figures = figures_of(path, at)
        with open(review(path, "csv", os.path.join(at, "v.csv")), encoding="utf-8-sig", newline="") as file:
            table = list(csv.DictReader(file))
        equal([row["key"] for row in table if row["line"] == "figure"], list(figures), "figures")
        for row in (row for row in table if row["line"] == "figure"):
            value = figures[row["key"]]["value"]
            equal(float(row["value"]) if row["value"] else None, value, row["key"])
            equal((row["formula"], row["unit"], int(row["version"])),
                  tuple(figures[row["key"]][name] for name in ("formula", "unit", "version")), row["key"])
        for key, figure in figures.items():
            listed = [row["record"] for row in table if row["line"] == "record" and row["key"] == key and row["period"] == "now"]
            left_out = [record for reason in figure["excluded"] for record in reason["ids"]]
            equal(sorted(listed), sorted(figure["ids"] + left_out), key)


@test
def a_figure_is_explained_by_its_records():
    with folder() as at:
        path = make(at)
        figures = figures_of(path, at)
        words = ("--account", ACCOUNT, "--period", PERIOD, "--portfolio", path)
        for key in ("response.met.p2", "cases.opened.p1", "usage.coverage", "value", "calls.held"):
            told = lines(run("explain", key, *words, "--json"))[0]
            equal(told["value"], figures[key]["value"], key)
            equal(told["formula"], figures[key]["formula"], key)
            equal(sorted(one["id"] for one in told["records"] if "reason" not in one), sorted(figures[key]["ids"]), key)
            hits = sorted(one["id"] for one in told["records"] if one["part"] == "hit")
            equal(hits, sorted(figures[key].get("hits", [])), key)
        case = lines(run("explain", "cases.opened.p1", *words, "--json"))[0]["records"][0]
        check(case["kind"] == "case" and case["number"] and case["title"], str(case))
        text = run("explain", "response.met.p2", *words).stdout
        check("56 of 58" in text.replace("\u00a0", " ") and "M04" in text and "valid when the case was opened" in text, text[:400])
        check(text.count("\tcase\t") == 58 + 81, "each with a line")
        equal([one["key"] for one in lines(run("explain", "M01.P1", *words, "--json"))], ["cases.opened.p1"], "a figure by its metric")
        every = lines(run("explain", "m04", *words, "--json"))
        check(len(every) > 3 and all(one["metric"] == "M04" for one in every), "every figure of a metric")
        wrong = run("explain", "cases.opend", *words, status=1)
        check("cases.opened" in wrong.stderr, wrong.stderr)
        run("explain", "value", "--account", ACCOUNT, "--portfolio", path, status=2)
        early = lines(run("explain", "cases.opened", *words, "--json", "--as-of", "2025-11-01T00:00:00Z"))[0]
        check(0 < early["value"] < figures["cases.opened"]["value"], "what happened later does not count")


@test
def records_leave_as_a_workbook_too():
    with folder() as at:
        path, out = make(at), os.path.join(at, "all.xlsx")
        run("export", "--all", "--format", "xlsx", "--output", out, "--portfolio", path)
        book = Workbook(out)
        cases = lines(run("export", "cases", "--format", "json", "--portfolio", path))
        equal({row["id"]: row["title"] for row in book.rows("cases")}, {one["id"]: one["title"] for one in cases})
        fees = {one["id"]: one["fee"] for one in lines(run("export", "agreements", "--format", "json", "--portfolio", path))}
        for row in book.rows("agreements"):
            equal(row["fee"], fees[row["id"]]["minor"] / 100, row["id"])
        check(not any(cell.formula for cells in book.sheets.values() for cell in cells.values()), "no formula")
        one, again = os.path.join(at, "one.xlsx"), os.path.join(at, "again.xlsx")
        run("export", "cases", "--format", "xlsx", "--output", one, "--portfolio", path)
        result = subprocess.run([PROGRAM, "export", "cases", "--format", "xlsx", "--output", again, "--portfolio", path],
                                env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8"}, capture_output=True)
        equal(result.returncode, 0, result.stderr)
        equal(open(one, "rb").read() == open(again, "rb").read(), True, "the same bytes")
        equal(list(Workbook(one).sheets), ["cases"])
        run("export", "cases", "--format", "xlsx", "--portfolio", path, status=2)


main()
