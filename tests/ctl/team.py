# SPDX-License-Identifier: GPL-3.0-or-later
"""A team's server, and laptops that are kept in step with it."""

import base64
import contextlib
import json
import os
import subprocess
import urllib.request

from ctl import SOURCE, check, equal, folder, lines, run

ADMIN = ("root", "secret")


class Team:
    """A team server, and laptops in a folder, each with a data folder of its own."""

    def __init__(self, at, url):
        self.at, self.server, self.url = at, url, url + "/accounts"

    def ask(self, method, path, body=None, user=None):
        request = urllib.request.Request(f"{self.server}/{path}", method=method, headers={"Content-Type": "application/json"},
                                         data=json.dumps(body).encode() if body is not None else None)
        if user:
            request.add_header("Authorization", "Basic " + base64.b64encode(":".join(user).encode()).decode())
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def password(self, text="secret"):
        path = os.path.join(self.at, "password-" + text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        return path

    def run(self, laptop, *words, **options):
        environment = {**os.environ, "XDG_DATA_HOME": os.path.join(self.at, laptop), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        return run(*words, "--portfolio", self.portfolio(laptop), env=environment, start_new_session=True, **options)

    def portfolio(self, laptop):
        return os.path.join(self.at, laptop, "p.tambour")

    def create(self, laptop, *words):
        environment = {**os.environ, "XDG_DATA_HOME": os.path.join(self.at, laptop), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        return run("create", self.portfolio(laptop), *words, env=environment, start_new_session=True)

    def sync(self, laptop, *words, **options):
        return self.run(laptop, "sync", *words, "--json", **options)

    def make(self):
        """Without what checks: this server forgets with it what a revision follows."""
        self.ask("PUT", "accounts")

    def sign_up(self):
        """An administrator, a manager of accounts, and a reader; the database is prepared."""
        self.ask("PUT", "_config/admins/" + ADMIN[0], ADMIN[1])
        for name, role in (("anna", "tam"), ("rita", "reader")):
            self.ask("PUT", f"_users/org.couchdb.user:{name}", user=ADMIN,
                     body={"type": "user", "name": name, "roles": [role], "password": "secret"})
        self.run("root", "provision", self.url, "--user", "root", "--password-file", self.password())


@contextlib.contextmanager
def team():
    with open(os.environ["TAMBOUR_TEST_MODULES"], encoding="utf-8") as file:
        modules = file.read().strip()
    server = subprocess.Popen(["node", os.path.join(SOURCE, "tests", "servers", "servers.js"), "--until-input-ends"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "NODE_PATH": modules})
    try:
        with folder() as at:
            yield Team(at, json.loads(server.stdout.readline())["server"])
    finally:
        server.stdin.close()
        server.wait(30)
        server.stdout.close()


def told(result, *words):
    """One line that says what, where, and what to do."""
    text = result.stderr.strip()
    equal(len(text.splitlines()), 1, text)
    for word in words:
        check(word in text, f"“{word}” is not in {text}")


def names(team, laptop, kind="accounts"):
    return sorted(record["name"] for record in lines(team.run(laptop, "list", kind, "--json")))
