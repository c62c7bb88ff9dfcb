# SPDX-License-Identifier: GPL-3.0-or-later
"""The first time that a person starts the program."""

import atspi
import ctl


@ctl.test
def the_first_start_offers_the_demonstration_and_opens_it():
    with ctl.folder() as home, atspi.running(home=home) as app:
        app.wait_for(None, "Welcome to Tambour")
        app.go_to("list item", lambda name: name.startswith("Open the Demonstration Portfolio"), key="Down")
        app.press("Return")
        app.wait_for("list", "Response Clocks")


ctl.main()
