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
        app.wait_for("list item", is_handed_over)
        ctl.equal(count_events(path, "handover_note"), before + 1, "notes")

        app.press("Ctrl+Z")
        app.wait_until_gone("list item", is_handed_over)
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


@ctl.test
def a_case_is_escalated_with_a_reason_and_taken():
    with atspi.demonstration() as (app, path):
        open_first(app)
        choose(app, "s")
        app.wait_for("dialog", "Escalate")
        app.wait_for_focus()
        app.type("resolver team")
        app.go_to(None, "Why")
        app.type("second outage in a week")
        app.press("Ctrl+Return")
        app.wait_until_gone("dialog", "Escalate")
        app.wait_for("list item", lambda name: name.startswith("Escalated to resolver team"))
        ctl.equal([one.get("acknowledged_at") for one in escalations(path)], [None], "the escalation")

        choose(app, "t")
        atspi.wait(lambda: escalations(path)[0].get("acknowledged_at"), "the escalation was taken")


@ctl.test
def a_case_is_paused_and_resumed():
    with atspi.demonstration() as (app, path):
        open_first(app)
        before = count_events(path, "paused")
        choose(app, "u")
        app.wait_for("dialog", "Pause")
        app.wait_for_focus()
        app.type("logs of the night")
        app.press("Ctrl+Return")
        app.wait_until_gone("dialog", "Pause")
        app.wait_for("list item", lambda name: name.startswith("Clock paused"))
        ctl.equal(count_events(path, "paused"), before + 1, "pauses")

        resumed = count_events(path, "resumed")
        choose(app, "r")
        app.wait_for("dialog", "Resume")
        app.wait_for_focus()
        app.type("logs came")
        app.press("Ctrl+Return")
        app.wait_until_gone("dialog", "Resume")
        app.wait_for("list item", lambda name: name.startswith("Clock resumed"))
        ctl.equal(count_events(path, "resumed"), resumed + 1, "ends of pauses")


def is_handed_over(name):
    """Whether a step says who got the case."""
    return name.startswith("Owner: ") and ", Today " in name


def open_first(app):
    app.wait_for("list", "Response Clocks")
    app.press("Ctrl+2")
    app.wait_for("list item", lambda name: name.startswith("P1 Resolvers unreachable from main site, #4127"))
    app.wait_for("button", "Hand Over")


def choose(app, letter):
    """Takes something from the menu of the case, by the letter that is underlined there."""
    app.act("toggle button", "More for This Case")
    app.wait_for("menu", "More for This Case")
    app.press(letter)


def escalations(path):
    """Those that were declared for the reason that the test gives."""
    return [one for one in ctl.lines(ctl.run("list", "escalation", "--portfolio", path, "--json"))
            if one.get("reason") == "second outage in a week"]


def count_events(path, kind):
    return len(ctl.lines(ctl.run("list", "case_event", "--where", f"kind = {kind}", "--portfolio", path, "--json")))


ctl.main()
