# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that one can press or fill in has a name, wherever one goes."""

import atspi
import ctl

CONTROLS = {"button", "toggle button", "check box", "radio button", "switch", "combo box", "entry", "password text",
            "text", "spin button", "slider", "link", "list", "list item", "page tab", "table", "tree table"}


def list_nameless(tree):
    """Every control without a name, with what stands around it."""
    nameless, path = [], []
    for node in tree.walk():
        if node.name:
            path.append(str(node))
        elif node.role in CONTROLS and not is_inner(node):
            nameless.append(f"{node.role} after {' > '.join(path[-3:])}")
    return nameless


def is_inner(node):
    """A menu button holds the button that one presses: one name is enough."""
    parent = node.accessible.get_parent()
    return bool(parent) and bool(parent.get_name()) and parent.get_role_name() in CONTROLS - {"list", "list item"}


def check_names(app, place):
    nameless = list_nameless(app.tree())
    ctl.check(not nameless, f"{place} has controls without a name: " + "; ".join(nameless))


@ctl.test
def every_control_of_today_has_a_name():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        check_names(app, "Today")


@ctl.test
def every_control_of_an_account_has_a_name():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.open_account("orla", "Saint Orla Hospitals")
        check_names(app, "The account")


@ctl.test
def every_control_of_the_search_has_a_name():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.press("Ctrl+K")
        app.wait_for(None, "Search everything")
        check_names(app, "The search")


@ctl.test
def every_control_stays_named_while_the_main_menu_is_open():
    with atspi.demonstration() as (app, path):
        app.wait_for("list", "Response Clocks")
        app.act("toggle button", "Main Menu")
        # GTK 4.18 gives what is in a menu a key and an action, but no name.
        app.wait_for("menu item", "")
        check_names(app, "The window with its main menu")


ctl.main()
