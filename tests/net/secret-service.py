#!/usr/bin/env python3
# secret-service.py: keeps secrets as a keyring does, in memory, on the bus of a test.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# As much of the Secret Service (org.freedesktop.secrets) as libsecret asks for. Prints a line when
# it is on the bus, and ends with it. With --locked, no secret can be stored or read.

import sys

from gi.repository import Gio, GLib

LOCKED = "--locked" in sys.argv
ROOT = "/org/freedesktop/secrets"
COLLECTION = ROOT + "/aliases/default"

INTERFACES = """<node>
<interface name="org.freedesktop.Secret.Service">
  <method name="OpenSession"><arg type="s" direction="in"/><arg type="v" direction="in"/>
    <arg type="v" direction="out"/><arg type="o" direction="out"/></method>
  <method name="SearchItems"><arg type="a{ss}" direction="in"/><arg type="ao" direction="out"/><arg type="ao" direction="out"/></method>
  <method name="Unlock"><arg type="ao" direction="in"/><arg type="ao" direction="out"/><arg type="o" direction="out"/></method>
  <method name="GetSecrets"><arg type="ao" direction="in"/><arg type="o" direction="in"/><arg type="a{o(oayays)}" direction="out"/></method>
  <method name="ReadAlias"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
  <property name="Collections" type="ao" access="read"/>
</interface>
<interface name="org.freedesktop.Secret.Collection">
  <method name="CreateItem"><arg type="a{sv}" direction="in"/><arg type="(oayays)" direction="in"/><arg type="b" direction="in"/>
    <arg type="o" direction="out"/><arg type="o" direction="out"/></method>
  <property name="Label" type="s" access="read"/>
  <property name="Locked" type="b" access="read"/>
  <property name="Items" type="ao" access="read"/>
</interface>
<interface name="org.freedesktop.Secret.Item">
  <method name="Delete"><arg type="o" direction="out"/></method>
  <property name="Label" type="s" access="read"/>
  <property name="Locked" type="b" access="read"/>
  <property name="Attributes" type="a{ss}" access="read"/>
</interface>
</node>"""

described = {interface.name.rsplit(".", 1)[1]: interface for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces}
items = {}  # path -> (attributes, value, label)


def refuse(invocation, name, message):
    invocation.return_dbus_error(name, message)


def open_session(invocation, algorithm, _input):
    if algorithm != "plain":
        refuse(invocation, "org.freedesktop.DBus.Error.NotSupported", "only plain")
    else:
        invocation.return_value(GLib.Variant("(vo)", (GLib.Variant("s", ""), ROOT + "/session/1")))


def search(invocation, wanted):
    found = [path for path, (attributes, _value, _label) in items.items()
             if all(attributes.get(key) == value for key, value in wanted.items())]
    invocation.return_value(GLib.Variant("(aoao)", (found, [])))


def create(connection, invocation, properties, secret):
    if LOCKED:
        refuse(invocation, "org.freedesktop.Secret.Error.IsLocked", "locked")
        return
    attributes = properties["org.freedesktop.Secret.Item.Attributes"]
    old = [path for path, item in items.items() if item[0] == attributes]
    path = old[0] if old else f"{COLLECTION}/{len(items) + 1}"
    if not old:
        connection.register_object(path, described["Item"], called, read, None)
    items[path] = (attributes, bytes(secret[2]), properties["org.freedesktop.Secret.Item.Label"])
    invocation.return_value(GLib.Variant("(oo)", (path, "/")))


def called(connection, _sender, path, _interface, method, parameters, invocation):
    words = parameters.unpack()
    if method == "OpenSession":
        open_session(invocation, *words)
    elif method == "SearchItems":
        search(invocation, words[0])
    elif method == "GetSecrets":
        found = {each: (words[1], b"", items[each][1], "text/plain") for each in words[0] if each in items}
        invocation.return_value(GLib.Variant("(a{o(oayays)})", (found,)))
    elif method == "Unlock":
        invocation.return_value(GLib.Variant("(aoo)", (words[0], "/")))
    elif method == "ReadAlias":
        invocation.return_value(GLib.Variant("(o)", (COLLECTION,)))
    elif method == "CreateItem":
        create(connection, invocation, words[0], words[1])
    elif method == "Delete":
        del items[path]
        invocation.return_value(GLib.Variant("(o)", ("/",)))


def read(_connection, _sender, path, _interface, name):
    if name in ("Collections", "Items"):
        return GLib.Variant("ao", [COLLECTION] if name == "Collections" else list(items))
    if name == "Attributes":
        return GLib.Variant("a{ss}", items[path][0])
    if name == "Locked":
        return GLib.Variant("b", False)
    return GLib.Variant("s", "")


def main():
    loop = GLib.MainLoop()
    connection = Gio.bus_get_sync(Gio.BusType.SESSION)
    connection.register_object(ROOT, described["Service"], called, read, None)
    connection.register_object(COLLECTION, described["Collection"], called, read, None)
    Gio.bus_own_name_on_connection(connection, "org.freedesktop.secrets", Gio.BusNameOwnerFlags.NONE,
                                   lambda *_: print("ready", flush=True), lambda *_: loop.quit())
    loop.run()


main()
