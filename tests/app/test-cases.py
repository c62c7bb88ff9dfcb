# SPDX-License-Identifier: GPL-3.0-or-later
"""A case is found, handed over and paused with the keyboard, and another program finds that in the portfolio."""

import atspi
import ctl


@ctl.test
def a_case_is_handed_over_and_taken_back():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.press("Ctrl+2")
        app.wait_for("list item", lambda name: name.startswith("P1 Resolvers unreachable from main site, #4127"))
        app.wait_for("button", "Hand Over")
        before = count_events(path, "handover_note")

        app.act("button", "Hand Over")
        app.wait_for("dialog", "Hand Over")
        app.type("Dana is on the bridge call")
        app.press("Ctrl+Return")
        app.wait_until_gone("dialog", "Hand Over")
        app.wait_for("list item", lambda name: name.startswith("Handover note by you"))
        ctl.equal(count_events(path, "handover_note"), before + 1, "notes")

        app.press("Ctrl+Z")
        app.wait_until_gone("list item", lambda name: name.startswith("Handover note by you"))
        ctl.equal(count_events(path, "handover_note"), before, "notes after undo")


@ctl.test
def a_case_is_found_by_its_number():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.press("Ctrl+2")
        app.wait_for("list item", lambda name: name.startswith("P1 Resolvers unreachable from main site, #4127"))
        app.press("Ctrl+F")
        app.wait_for(None, "Filter")
        app.type("4117")
        app.wait_until_gone("list item", lambda name: name.startswith("P1 Resolvers unreachable from main site, #4127"))
        app.wait_for("list item", lambda name: name.startswith("P2 Clinic appliance restarts nightly, #4117"))


def count_events(path, kind):
    return len(ctl.lines(ctl.run("list", "case_event", "--where", f"kind = {kind}", "--portfolio", path, "--json")))


ctl.main()
