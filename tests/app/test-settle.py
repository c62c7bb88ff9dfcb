# SPDX-License-Identifier: GPL-3.0-or-later
"""A promise is settled with the keyboard on the page of actions, and another program finds that in the portfolio."""

import atspi
import ctl


@ctl.test
def a_promise_is_withdrawn_with_a_reason():
    with atspi.demonstration() as (app, path):
        before = count(path, "withdrawn")
        go_to_promise(app)
        app.press("Return")
        app.act("button", "Withdraw…")
        app.wait_for("dialog", "Withdraw Commitment")
        app.press("Ctrl+Return")
        app.wait_for(None, "Say why the commitment was withdrawn: the review lists it.")
        ctl.equal(count(path, "withdrawn"), before, "withdrawn without a reason")
        app.type("they move offices")
        app.press("Ctrl+Return")
        app.wait_until_gone("dialog", "Withdraw Commitment")
        app.wait_until_gone("button", "Withdraw…")
        ctl.equal(count(path, "withdrawn"), before + 1, "withdrawn")


@ctl.test
def a_promise_is_kept_and_open_again():
    with atspi.demonstration() as (app, path):
        before = count(path, "open")
        go_to_promise(app)
        app.press("space")
        app.wait_until_gone("list item", is_promise)
        ctl.equal(count(path, "open"), before - 1, "open")
        app.press("Ctrl+Z")
        app.wait_for("list item", is_promise)
        ctl.equal(count(path, "open"), before, "open after undo")


PROMISE = "Have a second person trained on forwarders at the test field"


def is_promise(name):
    return name.startswith(PROMISE)


def go_to_promise(app):
    app.wait_for("list", "Response Clocks")
    app.press("Ctrl+D")
    app.wait_for("list item", lambda name: name.startswith("Confirm cut-over window"))
    app.press("Ctrl+F")
    app.wait_for(None, "Filter")
    app.type("forwarders at the test field")
    app.wait_until_gone("list item", lambda name: name.startswith("Confirm cut-over window"))
    app.wait_for("list item", is_promise)
    app.press("Return")


def count(path, status):
    return len(ctl.lines(ctl.run("list", "commitment", "--where", f"status = {status}", "--portfolio", path, "--json")))


ctl.main()
