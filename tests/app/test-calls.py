# SPDX-License-Identifier: GPL-3.0-or-later
"""A call is logged with the keyboard alone, and another program finds in the portfolio what came of it."""

import atspi
import ctl


@ctl.test
def a_call_is_logged_and_taken_back():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.open_account("orla", "Saint Orla Hospitals")
        before = len(held_calls(path))
        app.press("Ctrl+L")
        app.wait_for("dialog", "Log Call")
        app.wait_for_focus()
        app.type("signed same scope")
        app.press("Return")
        app.type("[] send figures")
        app.wait_for("list item", lambda name: name.startswith("send figures"))
        app.press("Ctrl+Return")
        app.wait_until_gone("dialog", "Log Call")

        calls = held_calls(path)
        ctl.equal(len(calls), before + 1, "held calls")
        call = next(call for call in calls if call.get("summary") == "signed same scope")
        actions = [action for action in ctl.lines(ctl.run("list", "action_items", "--portfolio", path, "--json"))
                   if action.get("engagement_id") == call["id"]]
        ctl.equal([action["title"] for action in actions], ["send figures"], "actions of the call")

        app.press("Ctrl+Z")
        ctl.equal(atspi.wait(lambda: len(held_calls(path)) == before, "the call is taken back"), True)


@ctl.test
def what_can_be_meant_is_told_to_a_screen_reader():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.open_account("orla", "Saint Orla Hospitals")
        app.press("Ctrl+L")
        app.wait_for("dialog", "Log Call")
        app.wait_for_focus()
        app.go_to(None, "Attendees", "Shift+Tab")
        with atspi.Announcements() as announced:
            app.type("feld")
            app.wait_for("list item", lambda name: name.startswith("Marcus Feld, "))
            announced.wait_for(lambda words: words == "1 suggestion")
            app.press("Down")
            announced.wait_for(lambda words: words.startswith("Marcus Feld, "))
        app.press("Return")
        app.wait_for("button", "Marcus Feld was not there")


@ctl.test
def where_a_point_is_moved_is_told_to_a_screen_reader():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.open_account("orla", "Saint Orla Hospitals")
        app.press("Ctrl+P")
        app.wait_for("list", "To Raise")
        atspi.wait(lambda: app.wait_for_focus().role == "list item", "the keyboard is in the list")
        with atspi.Announcements() as announced:
            app.press("Alt+Down")
            announced.wait_for(lambda words: ", now 2 of " in words)
            app.press("Alt+Down")
            announced.wait_for(lambda words: ", now 3 of " in words)
            app.press("Alt+Up")
            announced.wait_for(lambda words: ", now 2 of " in words)
        ctl.equal(announced.words[0].replace("now 2", "now 3"), announced.words[1], "the same point")


def held_calls(path):
    return ctl.lines(ctl.run("list", "engagement", "--where", "status = held", "--portfolio", path, "--json"))


ctl.main()
