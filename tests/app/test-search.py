# SPDX-License-Identifier: GPL-3.0-or-later
"""An account is found with the keyboard alone."""

import atspi
import ctl


@ctl.test
def an_account_is_found_by_typing():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.press("Ctrl+K")
        app.wait_for(None, "Search everything")
        app.type("orla")
        app.wait_for("list item", lambda name: name.startswith("Saint Orla Hospitals"))
        app.press("Return")
        app.wait_for("grouping", "Saint Orla Hospitals")
        app.wait_until_gone(None, "Search everything")


ctl.main()
