# SPDX-License-Identifier: GPL-3.0-or-later
"""Two programs on one portfolio, and records that are changed by hand."""

import atspi
import ctl


@ctl.test
def what_another_program_renames_has_its_new_name():
    with atspi.demonstration() as (app, path):
        app.wait_for("list item", lambda name: name.startswith("Saint Orla Hospitals, "))
        ctl.run("set", "account", "Saint Orla Hospitals", "--portfolio", path, "name=Saint Orla Clinics")
        app.wait_for("list item", lambda name: name.startswith("Saint Orla Clinics, "))


ctl.main()
