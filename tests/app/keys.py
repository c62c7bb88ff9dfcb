# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys from the X server, as from a keyboard. There is no window manager, so the focus is set by hand."""

import ctypes

X11 = ctypes.CDLL("libX11.so.6")
XTST = ctypes.CDLL("libXtst.so.6")

REVERT_TO_PARENT, CURRENT_TIME, IS_VIEWABLE, XA_CARDINAL = 2, 0, 2, 6

MODIFIERS = {"Ctrl": b"Control_L", "Alt": b"Alt_L", "Shift": b"Shift_L"}
CHARACTERS = {" ": b"space", "-": b"minus", ".": b"period", "[": b"bracketleft", "]": b"bracketright"}


class Attributes(ctypes.Structure):
    """XWindowAttributes."""
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")] + [
        ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("kind", ctypes.c_int),
        ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int), ("backing_store", ctypes.c_int),
        ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
        ("all_events", ctypes.c_long), ("your_events", ctypes.c_long), ("do_not_propagate", ctypes.c_long),
        ("is_popup", ctypes.c_int), ("screen", ctypes.c_void_p)]


def declare(library, name, result, *arguments):
    function = getattr(library, name)
    function.restype, function.argtypes = result, arguments


POINTER, LONG, INT = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int

declare(X11, "XOpenDisplay", POINTER, ctypes.c_char_p)
declare(X11, "XDefaultRootWindow", LONG, POINTER)
declare(X11, "XInternAtom", LONG, POINTER, ctypes.c_char_p, INT)
declare(X11, "XStringToKeysym", LONG, ctypes.c_char_p)
declare(X11, "XKeysymToKeycode", ctypes.c_ubyte, POINTER, LONG)
declare(X11, "XSync", INT, POINTER, INT)
declare(X11, "XFree", INT, POINTER)
declare(X11, "XSetInputFocus", INT, POINTER, LONG, INT, LONG)
declare(X11, "XGetWindowAttributes", INT, POINTER, LONG, POINTER)
declare(X11, "XQueryTree", INT, POINTER, LONG, *[POINTER] * 4)
declare(X11, "XGetWindowProperty", INT, POINTER, LONG, LONG, LONG, LONG, INT, LONG, *[POINTER] * 5)
declare(XTST, "XTestFakeKeyEvent", INT, POINTER, ctypes.c_uint, INT, LONG)

# A window can go away while it is looked at: that is no reason to end.
Handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
ignore_errors = Handler(lambda display, event: 0)
X11.XSetErrorHandler(ignore_errors)

display = X11.XOpenDisplay(None)


def list_windows():
    """What stands on the screen."""
    root, parent, children, n = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    X11.XQueryTree(display, X11.XDefaultRootWindow(display), ctypes.byref(root), ctypes.byref(parent),
                   ctypes.byref(children), ctypes.byref(n))
    windows = children[:n.value]
    X11.XFree(children)
    return windows


def get_pid(window):
    """The process that a window belongs to."""
    atom = X11.XInternAtom(display, b"_NET_WM_PID", 0)
    kind, form, n, left = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
    data = ctypes.POINTER(ctypes.c_ulong)()
    X11.XGetWindowProperty(display, window, atom, 0, 1, 0, XA_CARDINAL, ctypes.byref(kind), ctypes.byref(form),
                           ctypes.byref(n), ctypes.byref(left), ctypes.byref(data))
    pid = data[0] if n.value else None
    X11.XFree(data)
    return pid


def is_shown(window):
    attributes = Attributes()
    return bool(X11.XGetWindowAttributes(display, window, ctypes.byref(attributes))
                and attributes.map_state == IS_VIEWABLE and not attributes.is_popup)


def focus(pid):
    """Gives the keyboard to the window of a process; whether it has one."""
    for window in list_windows():
        if get_pid(window) == pid and is_shown(window):
            X11.XSetInputFocus(display, window, REVERT_TO_PARENT, CURRENT_TIME)
            X11.XSync(display, 0)
            return True
    return False


def send(name, is_down):
    code = X11.XKeysymToKeycode(display, X11.XStringToKeysym(name))
    if code == 0:
        raise AssertionError(f"the keyboard has no key {name}")
    XTST.XTestFakeKeyEvent(display, code, is_down, CURRENT_TIME)


def press(key):
    """Presses a key as in “Ctrl+K” or “Return”."""
    *modifiers, name = key.split("+")
    name = name.lower() if len(name) == 1 else name
    names = [MODIFIERS[modifier] for modifier in modifiers]
    for modifier in names:
        send(modifier, 1)
    send(name.encode(), 1)
    send(name.encode(), 0)
    for modifier in reversed(names):
        send(modifier, 0)
    X11.XSync(display, 0)


def type_text(text):
    """Types small letters and figures where the focus is."""
    for character in text:
        name = CHARACTERS.get(character, character.encode())
        send(name, 1)
        send(name, 0)
    X11.XSync(display, 0)
