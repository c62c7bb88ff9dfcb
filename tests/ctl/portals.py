# SPDX-License-Identifier: GPL-3.0-or-later
"""What Request Tracker's own history says, worked out apart from the program, and a portfolio that reads it."""

import datetime as dt
import json
import os
import sys

from ctl import SOURCE, lines, run

sys.path[:0] = [os.path.join(SOURCE, "tests", "servers"), os.path.join(SOURCE, "tests", "fixtures")]
import portal as servers                                    # noqa: E402
import varnholt_clock as clock                              # noqa: E402

STATUS = {"new": "new", "open": "open", "stalled": "waiting_customer", "resolved": "resolved", "rejected": "closed", "deleted": "closed"}
PRIORITY = {"0": "P3", "50": "P2", "100": "P1"}
ACCOUNTS = {"orion.example": "Orion Foods", "lyra.example": "Lyra Bank", "vega.example": "Vega Logistics",
            "nova.example": "Nova Energy", "altair.example": "Altair"}
STAFF = {"hana", "marc", "ines", "tomas", "root"}
FIELDS = "Type,Field,OldValue,NewValue,Created,Creator,ObjectId"


def seconds(text):
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00"))


class Truth:
    """What the portal knows, asked for ticket by ticket."""

    def __init__(self, server):
        self.server, self.histories, self.names = server, {}, {}

    def pages(self, path):
        while path:
            answer = self.server.ask("GET", path)
            yield from answer["items"]
            path = answer.get("next_page")

    def tickets(self):
        """id → ticket, of those that are neither deleted nor merged."""
        fields = "Subject,Status,Priority,Owner,Requestor,Created,LastUpdated,Queue&fields[Queue]=Name"
        return {one["id"]: one for one in self.pages(f"tickets?query=id%3E0&per_page=100&fields={fields}")}

    def history(self, ticket):
        """Its transactions; asked for again only if it has changed."""
        key = (ticket["id"], ticket["LastUpdated"])
        if key not in self.histories:
            found = self.pages(f"ticket/{ticket['id']}/history?per_page=100&fields={FIELDS}")
            self.histories[key] = [one for one in found if str(one["ObjectId"]) == ticket["id"]]
        return self.histories[key]

    def name(self, number):
        if number not in self.names:
            self.names[number] = self.server.ask("GET", f"user/{number}")["Name"]
        return self.names[number]

    def account(self, ticket):
        """By the first of those who ask whose organisation is known; None is nobody's."""
        askers = [one["id"].split("@")[-1] for one in ticket["Requestor"]]
        return {ACCOUNTS.get(domain) for domain in askers}

    def events(self, ticket):
        """{(what, when, …)}: every message and every change."""
        found = set()
        for one in self.history(ticket):
            who = "us" if one["Creator"]["id"] in STAFF else "customer"
            kind, field, at = one["Type"], one["Field"], one["Created"]
            if kind == "Create":
                found.add(("opened", at, "customer" if who == "customer" else "us"))
            elif kind == "Correspond":
                found.add(("message", at, who))
            elif kind == "Comment":
                found.add(("note", at))
            elif kind == "Status":
                found.add(("status", at, STATUS[one["NewValue"]]))
            elif kind == "Set" and field == "Priority":
                found.add(("priority", at, PRIORITY[one["OldValue"]], PRIORITY[one["NewValue"]]))
            elif kind == "Set" and field == "Owner":
                found.add(("owner", at))
        return found

    def times(self, ticket):
        """When it was first answered, when it was resolved, and how often it was reopened."""
        first = resolved = None
        reopened = 0
        for one in sorted(self.history(ticket), key=lambda each: int(each["id"])):
            if one["Type"] == "Correspond" and one["Creator"]["id"] in STAFF:
                first = first or one["Created"]
            if one["Type"] != "Status":
                continue
            before, after = STATUS[one["OldValue"]], STATUS[one["NewValue"]]
            if before in ("resolved", "closed") and after not in ("resolved", "closed"):
                resolved, reopened = None, reopened + 1
            elif after == "resolved":
                resolved = resolved or one["Created"]
        return first, resolved, reopened

    def clocks(self, ticket, as_of):
        """{(priority, "met" | "missed")}: its first-response clocks that are decided (RESPONSE-CLOCK.md rules 3, 5, 6)."""
        opened, first = seconds(ticket["Created"]), self.times(ticket)[0]
        changes = sorted((e[1], e[2], e[3]) for e in self.events(ticket) if e[0] == "priority")
        spans = [(changes[0][1] if changes else PRIORITY[ticket["Priority"]], opened)] + [(new, seconds(at)) for at, _, new in changes]
        answer, decided = (seconds(first) if first else None), set()
        for number, (priority, _) in enumerate(spans):
            until = spans[number + 1][1] if number + 1 < len(spans) else None
            due = due_time(priority, opened)
            if answer and (until is None or answer <= until):
                decided.add((priority, "met" if answer <= due else "missed"))
                break
            if due < (until or as_of):
                decided.add((priority, "missed"))
        return decided


def covered_from(at):
    """The next covered instant; what opens, opens at a whole minute."""
    return at if clock.is_covered(at, []) else clock.next_covered(at.replace(second=0), [])


def due_time(priority, opened):
    """The plan's promise for a case that came by email."""
    at, days = covered_from(opened), {"P1": 0, "P2": 1, "P3": 2}[priority]
    if days:
        local = at.astimezone(clock.LA)
        date = local.date()
        while days:
            date += clock.DAY
            days -= date.weekday() < 5
        return covered_from(dt.datetime.combine(date, local.time(), clock.LA).astimezone(clock.UTC))
    left = dt.timedelta(minutes=120)
    while left:
        at = covered_from(at)
        step = min(left, dt.timedelta(seconds=60 - at.second))
        at, left = at + step, left - step
    return at


class Laptop:
    """A portfolio with the accounts that the portal's customers are."""

    def __init__(self, at, server):
        self.at, self.server = at, server
        self.path = os.path.join(at, "p.tambour")
        self.environment = {**os.environ, "XDG_DATA_HOME": os.path.join(at, "data"), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        self.run("create", self.path, portfolio=False)
        plan = self.run("add", "plan", "code=platinum", "name=Platinum").stdout.strip()
        self.accounts = {}
        for number, name in enumerate(ACCOUNTS.values()):
            added = self.run("add", "account", f"name={name}", f"short_code={chr(65 + number)}{name[:2].upper()}", f"plan_id={plan}")
            self.accounts[added.stdout.strip()] = name
        altair = next(key for key, name in self.accounts.items() if name == "Altair")
        self.run("add", "contact", f"account_id={altair}", "name=Dora", "email=dora@altair.example")

    def words(self, *words, portfolio=True):
        return [*words, *(["--portfolio", self.path] if portfolio else [])]

    def run(self, *words, portfolio=True, **options):
        return run(*self.words(*words, portfolio=portfolio), env=self.environment, start_new_session=True, **options)

    def password(self, text=servers.PASSWORD):
        path = os.path.join(self.at, "password")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        return path

    def add(self, name="Support", **options):
        return self.run("connect", "--add", name, "--map", "request-tracker", "--address", self.server.url + "/REST/2.0",
                        "--user", self.server.user, "--password-file", self.password(), "--json", **options)

    def connect(self, *words, **options):
        return json.loads(self.run("connect", "Support", *words, **options).stdout)

    def list(self, kind, *words):
        return lines(self.run("list", kind, "--limit", "1000000", "--json", *words))

    def cases(self):
        return {one["external_id"]: one for one in self.list("cases")}

    def events(self):
        """external id of the case → its events."""
        numbers = {one["id"]: number for number, one in self.cases().items()}
        found = {}
        for one in self.list("case_events"):
            found.setdefault(numbers[one["case_id"]], []).append(one)
        return found


def told(event):
    """A line of the portfolio's history, as Truth.events() says it; None is of no matter there."""
    kind, at = event.get("kind", "opened"), event["at"]
    status = {"paused": "waiting_customer", "resumed": event.get("to", "open"), "resolved": "resolved", "closed": "closed",
              "reopened": event.get("to", "open"), "status": event.get("to", "new")}
    if kind == "opened":
        return kind, at, event.get("actor", "system")
    if kind in ("customer_msg", "our_msg"):
        return "message", at, "us" if kind == "our_msg" else "customer"
    if kind == "internal_note":
        return None if event.get("text") == "Moved to another queue." else ("note", at)
    if kind == "priority":
        return kind, at, event["from"], event["to"]
    if kind == "owner":
        return kind, at
    return ("status", at, status[kind]) if kind in status else None
