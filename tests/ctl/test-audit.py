# SPDX-License-Identifier: GPL-3.0-or-later
"""An audit as a PDF on the command line: for the customer, the same twice, on both papers."""

import json
import os
import subprocess

from ctl import check, equal, folder, main, run, test


def fails(*words, status=1, says=""):
    result = run(*words, status=status)
    equal(result.stdout, "", "nothing goes to standard output")
    check(says in result.stderr, f"{says!r} is not in {result.stderr!r}")


def rows(kind, path, *words):
    return [json.loads(line) for line in run("list", kind, *words, "--json", "--portfolio", path).stdout.splitlines()]


def text_of(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout


def facts_of(pdf):
    return subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout


def small(at):
    """One audit of three checks: a gap that is found, an accepted risk, and one that nobody verified."""
    path = os.path.join(at, "p.tambour")
    run("create", path)

    def add(kind, *words):
        return run("add", kind, *words, "--portfolio", path).stdout.strip()

    account = add("account", "name=Söhne & <b>Co</b>")
    checklist = add("audit_template", "name=Architecture", "version=6")
    audit = add("audit", f"account_id={account}", f"template_id={checklist}", "title=Audit 2026", "on=2026-11-09", "auditor=Mira Solberg")
    answers = {}
    for i, (key, answer) in enumerate((("two-sites", "gap"), ("restart", "met"), ("clock", "not_verified")), 1):
        item = add("template_item", f"template_id={checklist}", f"item_key={key}", "revision=1", "section=Resilience", f"text=Question {key}",
                   "severity=high", f"position={i}")
        answers[key] = add("audit_answer", f"account_id={account}", f"audit_id={audit}", f"item_id={item}", f"item_key={key}", "revision=1",
                           "section=Resilience", "severity=high", f"answer={answer}", f"comment=Said of {key}",
                           f"visibility={'customer' if key == 'restart' else 'internal'}")
    add("finding", f"account_id={account}", f"audit_id={audit}", f"answer_id={answers['two-sites']}", "title=One forwarder only", "severity=high",
        "status=open", "raised_on=2026-11-09", "advice=Rack the spare", "owner=Nadia Okafor", "due=2026-12-18")
    add("finding", f"account_id={account}", f"audit_id={audit}", "title=One alert mailbox", "severity=low", "status=accepted",
        "raised_on=2026-11-09", "accepted_by=Priya Nair", "accepted_until=2027-06-30")
    return path, audit


@test
def an_audit_is_for_the_customer():
    with folder() as at:
        path, audit = small(at)
        output = os.path.join(at, "a.pdf")
        run("audit", audit, "--output", output, "--portfolio", path)
        text = text_of(output)
        for words in ("Söhne & <b>Co</b>", "50 of 100", "2 of 3 checks", "One forwarder only", "Advice: Rack the spare", "Owner: Nadia Okafor",
                      "Accepted by Priya Nair", "30 Jun 2027", "Question restart", "Said of restart", "Not verified", "Question clock"):
            check(words in text, f"{words!r} is in the audit:\n{text}")
        for words in ("Said of two-sites", "Said of clock"):
            check(words not in text, f"{words!r} is internal")


@test
def the_same_audit_is_the_same_file():
    with folder() as at:
        path, audit = small(at)
        one, two, letter = (os.path.join(at, name) for name in ("1.pdf", "2.pdf", "letter.pdf"))
        run("audit", audit, "--output", one, "--portfolio", path)
        run("audit", audit, "--output", two, "--portfolio", path)
        equal(open(one, "rb").read(), open(two, "rb").read())
        run("audit", audit, "--paper", "letter", "--output", letter, "--portfolio", path)
        check("612 x 792" in facts_of(letter), facts_of(letter))
        check("(A4)" in facts_of(one), facts_of(one))
        fonts = subprocess.run(["pdffonts", one], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
        check(fonts and all(line.split()[-5] == "yes" for line in fonts), f"all fonts are embedded: {fonts}")


@test
def every_audit_of_the_demonstration_can_be_written():
    with folder() as at:
        path, output = os.path.join(at, "demo.tambour"), os.path.join(at, "a.pdf")
        run("demo", path)
        audits = rows("audit", path, "--where", "status = final", "--limit", "3")
        check(len(audits) == 3, "the demonstration has audits")
        for audit in audits:
            run("audit", audit["id"], "--output", output, "--portfolio", path)
            check("of 100" in text_of(output), "it has a score")


@test
def what_cannot_be_written_is_said():
    with folder() as at:
        path, audit = small(at)
        fails("audit", "nothing", "--output", os.path.join(at, "a.pdf"), "--portfolio", path)
        fails("audit", audit, "--output", os.path.join(at, "no", "a.pdf"), "--portfolio", path, says="a.pdf")
        check("needs --output" in run("audit", audit, "--portfolio", path, status=2).stderr, "wrong usage is said")
        check("a4 or letter" in run("audit", audit, "--paper", "a5", "--output", os.path.join(at, "a.pdf"), "--portfolio", path, status=2).stderr,
              "a paper that there is none of")


main()
