# SPDX-License-Identifier: GPL-3.0-or-later
"""What one sees and does on Today, and what another program then finds in the portfolio."""

import atspi
import ctl


@ctl.test
def today_opens_with_the_clocks_of_the_demonstration():
    with atspi.demonstration() as (app, path):
        clocks = app.wait_for("list", "Response Clocks")
        names = [node.name for node in clocks.walk() if node.role == "list item"]
        ctl.equal(names[0], "P1 Resolvers unreachable from main site, 12:21 Toronto, 9 min left", "the first clock")
        ctl.equal(len(names), 6, "clocks")


@ctl.test
def what_came_in_after_hours_is_marked_as_seen_and_taken_back():
    with atspi.demonstration() as (app, path):
        app.wait_for("list item", lambda name: name.startswith("P1 All lookups fail at Point Arden campus, came in"))
        before = count_acknowledgements(path)
        arrivals = [node for node in app.wait_for("list", "After Hours").walk() if node.role == "list item"]

        app.act("button", "Mark All Seen")
        app.wait_for(None, lambda name: name.startswith("Nothing came in after hours"))
        ctl.equal(count_acknowledgements(path), before + len(arrivals), "acknowledgements")

        app.press("Ctrl+Z")
        app.wait_for("list item", lambda name: name.startswith("P1 All lookups fail at Point Arden campus, came in"))
        ctl.equal(count_acknowledgements(path), before, "acknowledgements after undo")


@ctl.test
def an_action_that_is_ticked_is_done_and_opens_again():
    with atspi.demonstration() as (app, path):
        app.wait_for("check box", "Done: Confirm cut-over window")
        app.press("F6")
        app.go_to("check box", "Done: Confirm cut-over window")
        app.press("space")
        app.wait_until_gone("check box", "Done: Confirm cut-over window")
        ctl.equal(read_action(path).get("status"), "done", "the action")

        app.press("Ctrl+Z")
        app.wait_for("check box", "Done: Confirm cut-over window")
        ctl.equal(read_action(path).get("status"), None, "the action after undo")


def count_acknowledgements(path):
    return len(ctl.lines(ctl.run("list", "acknowledgement", "--portfolio", path, "--json")))


def read_action(path):
    actions = ctl.lines(ctl.run("list", "action_items", "--portfolio", path, "--json"))
    return next(action for action in actions if action["title"] == "Confirm cut-over window")


ctl.main()
