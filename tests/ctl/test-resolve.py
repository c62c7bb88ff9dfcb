# SPDX-License-Identifier: GPL-3.0-or-later
"""What two machines changed at once, settled on the command line with a value of one's own."""

import contextlib
import json
import os

from ctl import check, equal, folder, lines, main, run, test


class Desk:
    """A portfolio with an account, of which two have written the same field."""

    def __init__(self, at):
        self.file = os.path.join(at, "p.tambour")
        run("create", self.file)
        self.account = self.run("add", "account", "name=Kestrel Rail", "short_code=KR").stdout.strip()

    def run(self, *words, **options):
        return run(*words, "--portfolio", self.file, **options)

    def dispute(self, record, kind, field, kept, other):
        return self.run("add", "conflict", f"record_id={record}", f"record_kind={kind}", f"field={field}", f"kept={kept}", f"other={other}",
                        "kept_by=anna", "other_by=tomas", "kept_at=2026-11-23T16:58:00Z", "other_at=2026-11-22T20:14:00Z").stdout.strip()

    def says(self, record, field):
        return json.loads(self.run("show", record, "--json").stdout).get(field)

    def open(self):
        return len(lines(self.run("conflicts", "--json")))


@contextlib.contextmanager
def desk():
    with folder() as at:
        yield Desk(at)


@test
def a_value_of_ones_own_stands():
    with desk() as d:
        d.run("set", d.account, "note=From the first")
        conflict = d.dispute(d.account, "account", "note", "From the first", "From the second")
        d.run("resolve", conflict, "From both of them")
        equal(d.says(d.account, "note"), "From both of them")
        equal(d.open(), 0)
        settled = json.loads(d.run("show", conflict, "--json").stdout)
        equal((settled["kept"], settled["other"], settled["chosen"]), ("From the first", "From the second", "From both of them"))
        history = d.run("show", d.account, "--history").stdout
        check("From the first" in history, f"what stood is in the history: {history}")
        d.run("undo")
        equal(d.says(d.account, "note"), "From the first")
        equal(d.open(), 1)


@test
def a_value_that_is_one_of_the_words_is_said_to_be_a_value():
    with desk() as d:
        conflict = d.dispute(d.account, "account", "note", "one", "two")
        d.run("resolve", conflict, "--value", "both")
        equal(d.says(d.account, "note"), "both")
        d.run("resolve", d.dispute(d.account, "account", "note", "one", "two"), "--value", "")
        equal(d.says(d.account, "note"), None)
        equal(d.run("resolve", conflict, status=2).stdout, "")
        equal(d.run("resolve", conflict, "kept", "--value", "x", status=2).stdout, "")


@test
def a_reference_is_given_by_name():
    with desk() as d:
        plan = d.run("add", "plan", "name=Platinum", "code=platinum").stdout.strip()
        d.run("resolve", d.dispute(d.account, "account", "plan_id", "", ""), "platinum")
        equal(d.says(d.account, "plan_id"), plan)


@test
def a_value_that_no_form_takes_is_refused_in_one_sentence():
    with desk() as d:
        for field, value in (("name", ""), ("status", "wonderful"), ("report_tz", "Mars/Olympus"), ("plan_id", "Unobtainium")):
            conflict = d.dispute(d.account, "account", field, "a", "b")
            refused = d.run("resolve", conflict, "--value", value, status=1)
            equal(len(refused.stderr.strip().splitlines()), 1, refused.stderr)
        equal(d.open(), 4)
        equal(d.says(d.account, "name"), "Kestrel Rail")


main()
