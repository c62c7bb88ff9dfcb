# SPDX-License-Identifier: GPL-3.0-or-later
"""The continuity pack on the command line, and the rules that add and set keep."""

import os
import subprocess

from ctl import check, equal, folder, main, run, test

AT = "2026-11-23T17:12:00Z"


def fails(*words, status=1, says=""):
    result = run(*words, status=status)
    equal(result.stdout, "", "nothing goes to standard output")
    equal(len(result.stderr.strip().splitlines()), 1, f"one line on standard error: {result.stderr!r}")
    check(says in result.stderr, f"{says!r} is not in {result.stderr!r}")


def demo(at):
    path = os.path.join(at, "demo.tambour")
    run("demo", path)
    return path


def text_of(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


@test
def a_pack_tells_what_is_open_and_is_the_same_twice():
    with folder() as at:
        path, one, two = demo(at), os.path.join(at, "1.pdf"), os.path.join(at, "2.pdf")
        for output in (one, two):
            run("pack", "Saint Orla Hospitals", "--at", AT, "--output", output, "--portfolio", path)
        text = text_of(one)
        for words in ("Internal, not for the customer", "Slow lookups on ward tablets", "First answer due 24 Nov, 08:40",
                      "Ruth Adeyemi", "supporter", "KI-88", "Fortnightly call", "1 of "):
            check(words in text, f"{words!r} is in the pack")
        equal(open(one, "rb").read(), open(two, "rb").read())


@test
def an_account_with_nothing_has_a_pack_too():
    with folder() as at:
        path, output = os.path.join(at, "p.tambour"), os.path.join(at, "p.pdf")
        run("create", path)
        run("add", "account", "name=<b>Söhne</b> %s", "--portfolio", path)
        run("pack", "<b>Söhne</b> %s", "--at", AT, "--output", output, "--portfolio", path)
        check("<b>Söhne</b> %s" in text_of(output), "the name is as typed")


@test
def what_cannot_be_written_is_said_in_one_line():
    with folder() as at:
        path = demo(at)
        fails("pack", "Nobody", "--output", os.path.join(at, "p.pdf"), "--portfolio", path, says="Nobody")
        fails("pack", "Skarvik Air", "--output", os.path.join(at, "no", "p.pdf"), "--portfolio", path, says="p.pdf")
        check(run("pack", "Skarvik Air", "--portfolio", path, status=2).stderr, "wrong usage is said")
        check(run("pack", "Skarvik Air", "--at", "noon", "--output", os.path.join(at, "p.pdf"), "--portfolio", path, status=2).stderr,
              "a wrong instant is said")
        check(not os.path.exists(os.path.join(at, "p.pdf")), "nothing is half written")


@test
def a_sixth_named_contact_on_platinum_is_refused_with_a_reason():
    with folder() as at:
        path = demo(at)
        words = ("add", "contact", "account_id=Saint Orla Hospitals", "name=Six Smith", "is_named=true", "--portfolio", path)
        fails(*words, says="Saint Orla Hospitals has the plan Platinum with 5 named contacts")
        contact = run(*(word for word in words if word != "is_named=true")).stdout.strip()
        fails("set", contact, "is_named=true", "--portfolio", path, says="Ruth Adeyemi")
        fails("set", contact, "tz=Mars/Olympus", "--portfolio", path, says="Mars/Olympus")


main()
