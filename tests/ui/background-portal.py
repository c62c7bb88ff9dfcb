#!/usr/bin/env python3
# background-portal.py: answers as a desktop's portal does that is asked for the background.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# As much of org.freedesktop.portal.Background as a program asks for. Prints a line when it is on the
# bus, and one for each request: whether it is to start by itself, and with what words. With --refuse,
# the person says no; with --quiet, nobody answers.

import sys

from gi.repository import Gio, GLib

INTERFACE = """<node><interface name="org.freedesktop.portal.Background">
  <method name="RequestBackground"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
</interface></node>"""


def called(connection, sender, _path, _interface, _method, parameters, invocation):
    _window, options = parameters.unpack()
    request = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    print(options["autostart"], *options["commandline"], flush=True)
    invocation.return_value(GLib.Variant("(o)", (request,)))
    if "--quiet" in sys.argv:
        return
    allowed = "--refuse" not in sys.argv
    results = {"background": GLib.Variant("b", allowed), "autostart": GLib.Variant("b", allowed and options["autostart"])}
    connection.emit_signal(sender, request, "org.freedesktop.portal.Request", "Response",
                           GLib.Variant("(ua{sv})", (0 if allowed else 1, results)))


def main():
    loop = GLib.MainLoop()
    connection = Gio.bus_get_sync(Gio.BusType.SESSION)
    described = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    connection.register_object("/org/freedesktop/portal/desktop", described, called, None, None)
    Gio.bus_own_name_on_connection(connection, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print("ready", flush=True), lambda *_: loop.quit())
    loop.run()


main()
