# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the program as a person does, and sees and uses it as a screen reader does: over AT-SPI."""

import contextlib
import os
import shutil
import subprocess
import time

# The library that looks at the program warns of what GTK has not.
os.environ.pop("G_DEBUG", None)

import gi

gi.require_version("Atspi", "2.0")

from gi.repository import Atspi, GLib

import ctl
import keys

PROGRAM = os.environ["TAMBOUR"]
BOUND = 20 # seconds

Atspi.init()
Atspi.set_timeout(BOUND * 1000, BOUND * 1000)


def wait(condition, what):
    """Waits until condition() is something, and gives it."""
    end = time.monotonic() + BOUND
    while True:
        # What is asked may go away meanwhile: then it is asked again.
        with contextlib.suppress(GLib.Error):
            found = condition()
            if found:
                return found
        if time.monotonic() > end:
            raise AssertionError(f"waited {BOUND} seconds in vain: {what}")
        time.sleep(0.05)


class Node:
    """Something in the tree of a program: its role, its name, and what is in it, read when it is asked for."""

    def __init__(self, accessible):
        self.accessible = accessible
        self.role = accessible.get_role_name()
        self.name = accessible.get_name() or ""

    def walk(self):
        """It and everything in it, in reading order."""
        yield self
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield from Node(child).walk()

    def matches(self, role, name):
        """Whether it has a role (None for any), and a name that is as given or that name() says yes to."""
        return role in (None, self.role) and (name(self.name) if callable(name) else self.name == name)

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    def see(self, role, name):
        """The first such in it that is shown, or None."""
        shown = Atspi.StateType.SHOWING
        return next((node for node in self.walk() if node.matches(role, name) and node.has(shown)), None)

    def act(self):
        """Does what a click on it does."""
        ctl.check(self.accessible.get_action_iface() and self.accessible.do_action(0), f"{self} is pressed")

    def set_text(self, text):
        editable = self.accessible.get_editable_text_iface()
        ctl.check(editable and editable.set_text_contents(text), f"{self} is edited")

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Focus:
    """Follows where the keyboard is, as the program tells it."""

    def __init__(self):
        self.node = None
        self.listener = Atspi.EventListener.new(self.moved)
        self.listener.register("object:state-changed:focused")

    def moved(self, event):
        # What had the focus for a moment can be gone.
        with contextlib.suppress(GLib.Error):
            if event.detail1:
                self.node = Node(event.source)

    def take(self):
        """Where the keyboard has come to since this was last asked."""
        while GLib.MainContext.default().iteration(False):
            pass
        node, self.node = self.node, None
        return node


focus = Focus()


class Announcements:
    """What the program says to a screen reader, in the block."""

    def __enter__(self):
        self.words = []
        self.listener = Atspi.EventListener.new(lambda event: self.words.append(str(event.any_data)))
        self.listener.register("object:announcement")
        return self

    def __exit__(self, *error):
        self.listener.deregister("object:announcement")

    def wait_for(self, condition):
        """Waits until something is said of which condition() is true."""
        def is_said():
            while GLib.MainContext.default().iteration(False):
                pass
            return any(condition(words) for words in self.words)
        wait(is_said, f"that is said, but only {self.words}")


class App:
    """The program that runs, with its window on one portfolio."""

    def __init__(self, process):
        self.process = process
        self.accessible = wait(self.find_self, "the program is in the accessible tree")
        self.accessible.set_cache_mask(Atspi.Cache.NONE)

    def find_self(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid and child.get_child_count():
                return child
        self.check_running()
        return None

    def check_running(self):
        ctl.check(self.process.poll() is None, f"the program ended: {self.process.returncode}")

    def tree(self):
        self.check_running()
        return Node(self.accessible)

    def wait_for(self, role, name):
        """Waits for something that is shown, and gives it."""
        return wait(lambda: self.tree().see(role, name), f"{role or 'something'} named {name} is shown")

    def wait_until_gone(self, role, name):
        wait(lambda: not self.tree().see(role, name), f"no {role or 'thing'} named {name} is shown")

    def act(self, role, name):
        self.wait_for(role, name).act()

    def open_account(self, words, name):
        """Opens an account by typing what it is called."""
        self.press("Ctrl+K")
        self.wait_for_focus()
        self.type(words)
        wait(lambda: self.finds_first(name), f"the first that is found is {name}")
        self.press("Return")
        wait(lambda: self.is_open(name), f"the account {name} is open")

    def finds_first(self, name):
        found = self.tree().see("list", "What was found")
        first = found and found.see("list item", lambda text: True)
        return first and first.name.startswith(name + ",")

    def is_open(self, name):
        """Whether an account is the one that the sidebar shows as chosen."""
        account = self.tree().see("list item", lambda text: text.startswith(name + ", "))
        return account and account.has(Atspi.StateType.SELECTED)

    def go_to(self, role, name, key="Tab"):
        """Presses a key until the keyboard is there."""
        self.wait_for(role, name)
        at = self.wait_for_focus()
        for _ in range(100):
            if at.matches(role, name):
                return
            focus.take()
            keys.press(key)
            at = wait(focus.take, "the keyboard moves on")
        raise AssertionError(f"{key} never comes to {role or 'something'} {name}")

    def wait_for_focus(self):
        """Waits until something in the window has the keyboard, and gives it."""
        self.take_keyboard()
        focused = Atspi.StateType.FOCUSED
        return wait(lambda: next((node for node in self.tree().walk() if node.role != "frame" and node.has(focused)),
                                 None), "something has the keyboard")

    def press(self, key):
        self.take_keyboard()
        keys.press(key)

    def type(self, text):
        self.take_keyboard()
        keys.type_text(text)

    def take_keyboard(self):
        wait(lambda: keys.focus(self.process.pid), "the window has the keyboard")


def make_environment(home):
    """A person of its own, on the display and the session bus of the test. Nobody there shows notifications,
    of which GLib warns: so only what is critical ends the program."""
    environment = dict(os.environ, G_DEBUG="gc-friendly,fatal-criticals", GTK_A11Y="atspi",
                       TAMBOUR_NOW="2026-11-23T17:12:00Z", TZ="America/Los_Angeles")
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = os.path.join(home, name.lower())
    return environment


@contextlib.contextmanager
def running(*words, home):
    """The program, until the end of the block."""
    process = subprocess.Popen([PROGRAM, *words], env=make_environment(home), stdin=subprocess.DEVNULL)
    try:
        app = App(process)
        yield app
        app.check_running()
    finally:
        process.terminate()
        try:
            process.wait(BOUND)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def demonstration():
    """The program on a copy of the demonstration portfolio, and the path of the copy."""
    with ctl.folder() as home:
        path = os.path.join(home, "test.tambour")
        shutil.copyfile(os.environ["TAMBOUR_DEMONSTRATION"], path)
        with running(path, home=home) as app:
            yield app, path
