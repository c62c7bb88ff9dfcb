#!/usr/bin/env python3
# portal.py: the case portal that the tests talk to: Request Tracker, with a year of tickets.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: portal.py make FILE
#        portal.py serve FILE [--until-input-ends]
#
# The first makes the filled database FILE. The second serves a copy of it on a free port of the loopback interface
# until Ctrl+C, or until standard input ends, and prints one line, {"portal": URL, "user": …, "password": …}, when
# it answers. Everything that it writes is in a folder of its own, and goes with it; nothing is mailed.
"""Request Tracker on loopback."""

import base64
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
SERVER = "/usr/share/request-tracker5/libexec/standalone_httpd"
SETUP = "/usr/sbin/rt-setup-database-5"
DATABASE = "portal.sqlite"
USER, PASSWORD = "root", "password"
START_LIMIT = 60
SETUP_LIMIT = 300


def environment(folder):
    """What makes Request Tracker keep to a folder."""
    for name in ("settings", "mason", "sessions"):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    return {**os.environ, "TAMBOUR_PORTAL": folder, "RT_SITE_CONFIG": os.path.join(HERE, "portal-site.pm"),
            "RT_SITE_CONFIG_DIR": os.path.join(folder, "settings"), "TMPDIR": folder}


@contextlib.contextmanager
def own_folder():
    path = tempfile.mkdtemp(prefix="tambour-portal-")
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def call(folder, *words):
    """Runs a program of Request Tracker's; what it says is shown only if it fails."""
    result = subprocess.run(words, env=environment(folder), cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL,
                            timeout=SETUP_LIMIT)
    if result.returncode != 0:
        raise SystemExit(f"portal.py: {words[0]} failed:\n{result.stdout}{result.stderr}")


def make(path):
    """Makes the filled database; nothing of it is there before it is whole."""
    with own_folder() as folder:
        call(folder, SETUP, "--action", "init", "--skip-create", "--force")
        call(folder, "perl", os.path.join(HERE, "portal-fill.pl"))
        shutil.copyfile(os.path.join(folder, DATABASE), path + ".new")
    os.replace(path + ".new", path)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Portal:
    """A server that runs, and its REST 2."""

    def __init__(self, folder, port, process):
        self.folder, self.url, self.process = folder, f"http://127.0.0.1:{port}", process
        self.user, self.password = USER, PASSWORD

    def ask(self, method, path, body=None, user=None):
        """What REST 2 answers, as JSON."""
        name = user or self.user
        url = path if path.startswith("http") else f"{self.url}/REST/2.0/{path}"
        sign_in = base64.b64encode(f"{name}:{self.password}".encode()).decode()
        request = urllib.request.Request(url, method=method, data=json.dumps(body).encode() if body is not None else None,
                                         headers={"Content-Type": "application/json", "Authorization": "Basic " + sign_in})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def answers(self):
        try:
            self.ask("GET", "rt")
            return True
        except (urllib.error.URLError, ConnectionError, ValueError):
            return False

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def start(folder, port):
    """A server in @folder, where its database is; None if it does not come up, as when somebody took the port."""
    words = ["perl", SERVER, "--host", "127.0.0.1", "--port", str(port)]
    log = os.path.join(folder, "log")
    # Whoever ends this program by force ends the server too.
    with open(log, "wb") as said:
        process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM", *words], env=environment(folder), cwd=folder,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said)
    server = Portal(folder, port, process)
    until = time.monotonic() + START_LIMIT
    while time.monotonic() < until and process.poll() is None:
        if server.answers():
            return server
        time.sleep(0.1)
    server.stop()
    with open(log, encoding="utf-8", errors="replace") as said:
        print(said.read(), file=sys.stderr)
    return None


@contextlib.contextmanager
def portal(database):
    """A server on a copy of @database."""
    with own_folder() as folder:
        shutil.copyfile(database, os.path.join(folder, DATABASE))
        server = start(folder, free_port()) or start(folder, free_port())
        if server is None:
            raise RuntimeError("the case portal does not start")
        try:
            yield server
        finally:
            server.stop()


def serve(database, until_input_ends):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with portal(database) as server:
        print(json.dumps({"portal": server.url, "user": server.user, "password": server.password}), flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            if until_input_ends:
                sys.stdin.read()
            else:
                server.process.wait()


def main(words):
    if len(words) == 2 and words[0] == "make":
        make(os.path.abspath(words[1]))
    elif len(words) in (2, 3) and words[0] == "serve" and words[2:] in ([], ["--until-input-ends"]):
        serve(words[1], len(words) == 3)
    else:
        raise SystemExit("usage: portal.py make FILE | serve FILE [--until-input-ends]")


if __name__ == "__main__":
    main(sys.argv[1:])
