# SPDX-License-Identifier: GPL-3.0-or-later
"""An account is found with the keyboard alone."""

import atspi
import ctl


@ctl.test
def an_account_is_found_by_typing():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.open_account("orla", "Saint Orla Hospitals")
        app.wait_until_gone("list", "Response Clocks")


ctl.main()
