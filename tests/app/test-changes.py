# SPDX-License-Identifier: GPL-3.0-or-later
"""Two programs on one portfolio, and records that are changed by hand."""

import atspi
import ctl


@ctl.test
def what_another_program_renames_has_its_new_name():
    with atspi.demonstration() as (app, path):
        app.wait_for("list item", lambda name: name.startswith("Saint Orla Hospitals, "))
        ctl.run("set", find_account(path)["id"], "name=Saint Orla Clinics", "--portfolio", path)
        app.wait_for("list item", lambda name: name.startswith("Saint Orla Clinics, "))


def find_account(path):
    accounts = ctl.lines(ctl.run("list", "accounts", "--portfolio", path, "--json"))
    return next(account for account in accounts if account["name"] == "Saint Orla Hospitals")


ctl.main()
