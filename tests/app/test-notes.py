# SPDX-License-Identifier: GPL-3.0-or-later
"""A note is written with links, shared and restored with the keyboard, and another program finds that in the portfolio."""

import os
import shutil
import subprocess
import time

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


@ctl.test
def opened_copies_go_with_the_program():
    with ctl.folder() as home:
        path = os.path.join(home, "test.tambour")
        shutil.copyfile(os.environ["TAMBOUR_DEMONSTRATION"], path)
        before = lay_out(home, "before")
        process = subprocess.Popen([atspi.PROGRAM, path], env=atspi.make_environment(home), stdin=subprocess.DEVNULL)
        try:
            app = atspi.App(process)
            app.wait_for("list", "Response Clocks")
            atspi.wait(lambda: not os.path.exists(before), "what an earlier run left behind is gone")
            meanwhile = lay_out(home, "meanwhile")
            seen = lay_out(home, "seen")
            with open(seen, encoding="utf-8") as viewer:
                app.press("Ctrl+Q")
                process.wait(atspi.BOUND)
                ctl.check(not os.path.exists(meanwhile), "what nobody looks at is gone")
                ctl.equal(viewer.read(), "customer's own", "what a program has open")
                ctl.check(os.path.exists(seen), "it stays while it is open")
        finally:
            process.kill()
            process.wait()


def lay_out(home, name):
    """A copy as it lies there some minutes after it was opened."""
    folder = os.path.join(home, "cache", "tambour", "opened", name)
    path = os.path.join(folder, "plan.txt")
    os.makedirs(folder, mode=0o700)
    with open(path, "w", encoding="utf-8") as file:
        file.write("customer's own")
    os.chmod(path, 0o400)
    os.utime(folder, (time.time() - 300, time.time() - 300))
    return path


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
