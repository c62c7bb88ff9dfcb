#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A review as a presentation: tambourctl review --format pptx."""

import os
import zipfile

from ctl import SOURCE, check, equal, folder, lines, main, run, test

FIXTURE = os.path.join(SOURCE, "tests", "fixtures", "varnholt.jsonl")
ACCOUNT = "Varnholt Maritime Group"
PERIOD = "2025-10-01..2026-10-01"


def portfolio(at):
    path = os.path.join(at, "p.tambour")
    run("create", path)
    run("import", "all", FIXTURE, "--portfolio", path)
    return path


def write(path, out, *more, status=0, **options):
    return run("review", ACCOUNT, "--period", PERIOD, "--format", "pptx", "--output", out, "--portfolio", path, *more,
               status=status, **options)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def texts(path):
    """Everything that is in the parts of a presentation, and in its workbooks."""
    found = b""
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            if name.endswith(".xlsx"):
                with file.open(name) as book, zipfile.ZipFile(book) as inner:
                    found += b"".join(inner.read(n) for n in inner.namelist())
            else:
                found += file.read(name)
    return found.decode("utf-8", "replace")


@test
def neither_the_clock_nor_the_place_nor_the_jobs_change_a_presentation():
    with folder() as at:
        path = portfolio(at)
        outputs = []
        for name, zone in (("a", "UTC"), ("b", "Asia/Tokyo"), ("c", "America/Los_Angeles")):
            out = os.path.join(at, name + ".pptx")
            write(path, out, env={**os.environ, "TZ": zone, "LC_ALL": "C.UTF-8"})
            outputs.append(read(out))
        batch = os.path.join(at, "all")
        run("reports", "--all", "--period", PERIOD, "--format", "pptx", "--output", batch, "--jobs", "2", "--portfolio", path)
        outputs += [read(os.path.join(batch, name)) for name in os.listdir(batch) if name.endswith(".pptx")]
        equal(len(outputs), 4, "one in the batch")
        check(all(output == outputs[0] for output in outputs), "the bytes are the same")


@test
def a_confidential_plan_is_in_no_part_of_a_presentation():
    secret = "Zephyr relay"
    with folder() as at:
        path, out = portfolio(at), os.path.join(at, "v.pptx")
        account = lines(run("list", "accounts", "--json", "--portfolio", path))[0]["id"]
        run("add", "roadmap_item", f"title={secret}", "nda=true", "quarter=Q1 2027", "--portfolio", path)
        run("add", "roadmap_review", f"account_id={account}", "on=2026-08-20", f"items_shown={secret}",
            f"reactions=They liked the {secret}", "--portfolio", path)
        write(path, out)
        check(ACCOUNT in texts(out), "its parts can be read")
        check(secret not in texts(out), "a confidential plan is in it")


@test
def a_master_that_is_none_is_refused_and_leaves_no_file():
    with folder() as at:
        path, out, master = portfolio(at), os.path.join(at, "v.pptx"), os.path.join(at, "master.pptx")
        with open(master, "wb") as file:
            file.write(b"%PDF-1.7\n")
        result = write(path, out, "--master", master, status=1)
        check("The master cannot be used" in result.stderr and result.stderr.count("\n") == 1, result.stderr)
        write(path, out, "--master", os.path.join(at, "nowhere.pptx"), status=1)
        run("review", ACCOUNT, "--period", PERIOD, "--format", "pdf", "--master", master, "--output", out, "--portfolio", path,
            status=2)
        check(not os.path.exists(out), "nothing was written")


@test
def a_presentation_of_ours_can_be_the_master_of_another():
    with folder() as at:
        path, first, second = portfolio(at), os.path.join(at, "a.pptx"), os.path.join(at, "b.pptx")
        write(path, first)
        write(path, second, "--master", first)
        equal(texts(second).count("<p:sldMaster "), 1, "one master")
        check("Inter" in texts(second), "its typeface")


main()
