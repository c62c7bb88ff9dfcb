# SPDX-License-Identifier: GPL-3.0-or-later
"""A note is written with links, shared and restored with the keyboard, and another program finds that in the portfolio."""

import atspi
import ctl


@ctl.test
def a_note_is_written_with_links_and_followed():
    with atspi.demonstration() as (app, path):
        open_note(app)
        app.press("Ctrl+End")
        app.type(" who agrees to it ")
        app.press("Ctrl+Shift+K")
        app.wait_for("dialog", "Link to a Record")
        app.type("allow-list approvals")
        atspi.wait(lambda: offers_first(app, "Allow-list approvals"), "the note is offered first")
        app.press("Return")
        app.wait_until_gone("dialog", "Link to a Record")
        app.press("Ctrl+S")
        app.wait_for(None, "What Changed?")
        app.type("who agrees")
        app.press("Return")
        app.wait_for("list item", lambda name: name.startswith("Revision 4, who agrees, you"))
        ctl.check(read_body(path).endswith("who agrees to it [[Allow-list approvals]]"), "the text is shared")

        app.press("Ctrl+Return")
        app.wait_for("list item", lambda name: name.startswith("Revision 1, Written, you"))
        app.wait_until_gone("list item", lambda name: name.startswith("Revision 4, who agrees, you"))


@ctl.test
def a_revision_is_compared_and_restored():
    with atspi.demonstration() as (app, path):
        open_note(app)
        app.go_to("list item", lambda name: name.startswith("Revision 3, Two sites added"))
        app.press("Down")
        app.press("Return")
        app.wait_for("dialog", "Compare Revisions")
        app.wait_for("label", "0 words removed · 13 words added")
        app.act("button", "Restore Revision 2")
        app.wait_until_gone("dialog", "Compare Revisions")
        app.wait_for("list item", lambda name: name.startswith("Revision 4, Restored revision 2, you"))
        ctl.check("Lakeside | fw-ls-01" not in read_body(path), "the earlier text is back")


def open_note(app):
    app.open_account("orla", "Saint Orla Hospitals")
    app.press("Alt+2")
    app.wait_for("list item", lambda name: name.startswith("Revision 3, Two sites added, you"))
    app.go_to("list item", lambda name: name.startswith("Clinic forwarders, rev 3"))
    app.press("Return")


def offers_first(app, title):
    offered = app.tree().see("list", "Records")
    first = offered and offered.see("list item", lambda name: True)
    return first and first.name.startswith(title)


def read_body(path):
    found = ctl.lines(ctl.run("list", "infra_note", "--where", 'title = "Clinic forwarders"', "--portfolio", path, "--json"))
    return found[0]["body"]


ctl.main()
