# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls from a calendar's file, from outside."""

import base64
import contextlib
import csv
import json
import os
import socket
import subprocess
import time
import urllib.request

from ctl import check, equal, folder, lines, main, run, test

ZONE = {**os.environ, "TZ": "Europe/Berlin"}

EVENTS = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:weekly
SUMMARY:Weekly call
DTSTART;TZID=Europe/Berlin:20260316T100000
DURATION:PT30M
RRULE:FREQ=WEEKLY;COUNT=3
EXDATE;TZID=Europe/Berlin:20260323T100000
ATTENDEE;CN=Anna:mailto:anna@acme.example
END:VEVENT
BEGIN:VEVENT
UID:day
SUMMARY:On site
DTSTART;VALUE=DATE:20260401
ATTENDEE;CN=Anna:mailto:anna@acme.example
END:VEVENT
BEGIN:VEVENT
UID:broken
SUMMARY:Nowhen
END:VEVENT
BEGIN:VEVENT
UID:dentist
SUMMARY:Dentist
DTSTART:20260402T080000
END:VEVENT
END:VCALENDAR
"""


def portfolio(at):
    path = os.path.join(at, "p.tambour")
    run("create", path)
    run("add", "account", "name=Acme", "short_code=AC", "--portfolio", path)
    run("add", "contact", "account_id=Acme", "name=Anna", "email=anna@acme.example", "--portfolio", path)
    return path


def bring(path, text, *more, status=0):
    file = os.path.join(os.path.dirname(path), "calendar.ics")
    with open(file, "w", encoding="utf-8", newline="") as out:
        out.write(text.replace("\n", "\r\n"))
    result = run("import", "calls", file, *more, "--portfolio", path, status=status, env=ZONE)
    return json.loads(result.stdout), result.stderr


def calls(path):
    return [(one["planned_start"], one.get("title"), one.get("status", "planned"))
            for one in lines(run("list", "engagements", "--json", "--portfolio", path))]


@contextlib.contextmanager
def calendar_server(at):
    """A real calendar server of its own on loopback; Anna’s password is “secret”."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for name, tag in (("work", "VCALENDAR"), ("people", "VADDRESSBOOK")):
        os.makedirs(os.path.join(at, "store", "collection-root", "anna", name))
        with open(os.path.join(at, "store", "collection-root", "anna", name, ".Radicale.props"), "w", encoding="utf-8") as file:
            json.dump({"tag": tag, "D:displayname": name.title()}, file)
    with open(os.path.join(at, "users"), "w", encoding="utf-8") as file:
        file.write("anna:secret\n")
    with open(os.path.join(at, "config"), "w", encoding="utf-8") as file:
        file.write(f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = {at}/users\n"
                   f"htpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = {at}/store\n[logging]\nlevel = critical\n")
    server = subprocess.Popen(["radicale", "--config", os.path.join(at, "config")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def send(address, path, text, method="PUT"):
    request = urllib.request.Request(address + path, data=text.replace("\n", "\r\n").encode() if text else None, method=method, headers={
        "Authorization": "Basic " + base64.b64encode(b"anna:secret").decode(),
        "Content-Type": "text/vcard" if path.endswith(".vcf") else "text/calendar"})
    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30).close()


@test
def a_server_s_calendars_and_people_are_read_as_they_change():
    event = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//EN
BEGIN:VEVENT
UID:one
DTSTAMP:20260101T000000Z
SUMMARY:One
DTSTART:20980504T100000Z
ATTENDEE:mailto:anna@acme.example
END:VEVENT
END:VCALENDAR
"""
    card = "BEGIN:VCARD\nVERSION:3.0\nUID:bo\nFN:Bo\nN:;Bo;;;\nORG:Acme\nEND:VCARD\n"
    with folder() as at, calendar_server(at) as address:
        path = portfolio(at)
        wrong, right = os.path.join(at, "wrong"), os.path.join(at, "right")
        for name, text in ((wrong, "nonsense"), (right, "secret")):
            with open(name, "w", encoding="utf-8") as file:
                file.write(text + "\n")
        here = {**ZONE, "HOME": at, "XDG_CONFIG_HOME": os.path.join(at, "config-home"), "XDG_DATA_HOME": os.path.join(at, "data-home"),
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}

        def calendar(*words, status=0):
            return run("calendar", *words, "--portfolio", path, status=status, env=here)

        calendar("--add", "Mine", "--address", address, "--user", "anna")
        calendar("--add", "People", "--address", address, "--user", "anna", "--contacts")
        send(address, "/anna/work/one.ics", event)
        send(address, "/anna/people/bo.vcf", card)
        check("password" in calendar("Mine", "--password-file", wrong, status=1).stderr.lower(), "the password is named")
        equal(lines(calendar("--offer", "Mine", "--json", "--password-file", right)), [{"path": "/anna/work/", "name": "Work"}])
        counts = {"read": 1, "created": 1, "updated": 0, "unchanged": 0, "rejected": 0}
        equal(lines(calendar("--all", "--password-file", right)), [{"calendar": "Mine", **counts}, {"calendar": "People", **counts}])
        equal(lines(calendar("Mine", "--password-file", right)), [{"calendar": "Mine", **dict.fromkeys(counts, 0)}])
        send(address, "/anna/work/one.ics", None, "DELETE")
        equal(lines(calendar("Mine", "--password-file", right))[0]["updated"], 1)
        equal(calls(path), [("2098-05-04T10:00:00Z", "One", "cancelled_us")])
        listed = lines(calendar("--list", "--json"))
        equal([(one["name"], one["kind"], "error" in one) for one in listed], [("Mine", "calendars", False), ("People", "contacts", False)])
        check("secret" not in calendar("--list").stdout, "no password is shown")
        calendar("--remove", "Mine")
        calendar("Mine", status=1)
        calendar("--list", "--all", status=2)


@test
def events_become_planned_calls_and_a_second_run_changes_nothing():
    with folder() as at:
        path = portfolio(at)
        rejects = os.path.join(at, "rejects.csv")
        dry, _ = bring(path, EVENTS, "--dry-run", status=3)
        equal(calls(path), [])
        counts, said = bring(path, EVENTS, "--rejects", rejects, status=3)
        equal(counts, dry)
        equal(counts, {"read": 5, "created": 3, "updated": 0, "unchanged": 0, "rejected": 2})
        equal(sorted(calls(path)), [("2026-03-16T09:00:00Z", "Weekly call", "planned"),
                                    ("2026-03-30T08:00:00Z", "Weekly call", "planned"),
                                    ("2026-03-31T22:00:00Z", "On site", "planned")])
        with open(rejects, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        equal([(row["uid"], row["reject_line"]) for row in rows], [("dentist", "22"), ("broken", "18")])
        check("Dentist" in said and "Nowhen" in said, "what cannot be imported is said")
        again, _ = bring(path, EVENTS, status=3)
        equal(again, {"read": 5, "created": 0, "updated": 0, "unchanged": 3, "rejected": 2})
        whole, _ = bring(path, EVENTS, "--account", "Acme", "--from", "2026-03-30", "--until", "2026-04-03", status=3)
        equal(whole, {"read": 4, "created": 1, "updated": 0, "unchanged": 2, "rejected": 1})
        equal(run("check", "--portfolio", path).stdout, "Clean.\n")


@test
def a_held_call_is_logged_from_its_event_and_stays():
    with folder() as at:
        path = portfolio(at)
        bring(path, EVENTS, status=3)
        run("log-call", "Acme", "--at", "2026-03-16T09:05:00Z", "--portfolio", path, stdin="They are happy.\n", env=ZONE)
        counts, _ = bring(path, EVENTS.replace("Weekly call", "Other"), status=3)
        equal((counts["updated"], counts["unchanged"]), (1, 2))
        held = [one for one in lines(run("list", "engagements", "--json", "--portfolio", path)) if one.get("status") == "held"]
        equal([(one["title"], one["minutes"], one["body"]) for one in held], [("Weekly call", 30, "They are happy.\n")])
        there = lines(run("list", "attendances", "--json", "--portfolio", path))
        equal(sum(one["engagement_id"] == held[0]["id"] for one in there), 1, "whoever was asked was there")


@test
def people_and_mails_come_from_files_once():
    cards = "BEGIN:VCARD\nVERSION:3.0\nUID:1\nFN:Bo Li\nORG:Acme\nEMAIL:bo@acme.example\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Nobody\nEND:VCARD\n"
    mail = "From: anna@acme.example\nDate: Mon, 04 May 2026 12:00:00 +0200\nMessage-ID: <{0}@acme.example>\nSubject: {1}\n\nHelp.\n"
    with folder() as at:
        path = portfolio(at)
        for name, text in (("p.vcf", cards), ("note.eml", mail.format(1, "Plans")), ("case.eml", mail.format(2, "Re: [4093]"))):
            with open(os.path.join(at, name), "w", encoding="utf-8") as out:
                out.write(text)

        def bring_in(kind, name, *more, status=0):
            return json.loads(run("import", kind, os.path.join(at, name), *more, "--portfolio", path, status=status).stdout)

        equal(bring_in("contacts", "p.vcf", status=3), {"read": 2, "created": 1, "updated": 0, "unchanged": 0, "rejected": 1})
        equal(bring_in("contacts", "p.vcf", status=3)["unchanged"], 1)
        run("add", "contact", "account_id=Acme", "name=Li, Bo", "--portfolio", path)
        found = lines(run("duplicates", "--json", "--portfolio", path))
        equal([(sorted(one["names"]), one["same"]) for one in found], [(["Bo Li", "Li, Bo"], "name")])
        equal(len(run("duplicates", "--account", "Acme", "--portfolio", path).stdout.splitlines()), 1)

        run("add", "case", "account_id=Acme", "number=4093", "title=No login", "opened_at=2026-05-04T08:00:00Z", "--portfolio", path)
        equal((bring_in("mail", "note.eml")["created"], bring_in("mail", "note.eml")["unchanged"]), (1, 1))
        equal((bring_in("mail", "case.eml")["created"], bring_in("mail", "case.eml")["unchanged"]), (1, 1))
        equal([one["title"] for one in lines(run("list", "infra_notes", "--json", "--portfolio", path))], ["Plans"])
        equal([one["at"] for one in lines(run("list", "case_events", "--json", "--portfolio", path)) if one["kind"] == "customer_msg"], ["2026-05-04T10:00:00Z"])
        equal(bring_in("mail", "note.eml", "--case", "4093")["created"], 1, "of the case it is another")


@test
def a_day_that_is_none_is_refused():
    with folder() as at:
        path = portfolio(at)
        file = os.path.join(at, "calendar.ics")
        with open(file, "w", encoding="utf-8") as out:
            out.write(EVENTS)
        check("--from" in run("import", "calls", file, "--from", "soon", "--portfolio", path, status=2).stderr, "the option is named")


@test
def planned_calls_are_taken_out_as_a_calendar():
    with folder() as at:
        path = portfolio(at)
        run("set", lines(run("list", "accounts", "--json", "--portfolio", path))[0]["id"], "report_tz=Europe/Berlin", "--portfolio", path)
        for day, kind, title in (("2098-05-05", "audit_session", "Audit; of all"), ("2098-05-04", "cadence_call", "Next"), ("2020-05-04", "cadence_call", "Over")):
            run("add", "engagement", "account_id=Acme", f"kind={kind}", f"title={title}", f"planned_start={day}T08:00:00Z", "--portfolio", path)
        out = os.path.join(at, "calls.ics")
        run("export", "calls", "--format", "ics", "--output", out, "--portfolio", path)
        with open(out, encoding="utf-8", newline="") as file:
            text = file.read()
        equal(text.count("BEGIN:VEVENT"), 2, "what is over is left out")
        check("SUMMARY:Audit\\; of all" in text and "DTSTART;TZID=Europe/Berlin:20980504T100000" in text, text)
        equal(run("export", "audits", "--format", "ics", "--portfolio", path).stdout.count("SUMMARY:Audit"), 1)
        following = run("export", "calls", "--format", "ics", "--account", "Acme", "--next", "--portfolio", path).stdout
        check("SUMMARY:Next" in following and "Audit" not in following, following)
        run("export", "cases", "--format", "ics", "--portfolio", path, status=2)


main()
