# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases that are read from a real Request Tracker: what its own history says is what the portfolio says."""

import datetime as dt
import json
import os
import signal
import subprocess

from ctl import PROGRAM, check, equal, folder, lines, main, test
from portals import STATUS, Laptop, Truth, due_time, seconds, servers, told

NOW = dt.datetime.now(dt.timezone.utc)
here = {}


def one_line(result, *words):
    text = result.stderr.strip()
    equal(len(text.splitlines()), 1, text)
    for word in words:
        check(word in text, f"“{word}” is not in {text}")
    check("secret" not in text, "a secret is told")


def compare_case(case, ticket, edited=()):
    truth = here["truth"]
    first, resolved, reopened = truth.times(ticket)
    expected = {"number": ticket["id"], "title": ticket["Subject"], "status": STATUS[ticket["Status"]], "opened_at": ticket["Created"],
                "first_response_at": first, "resolved_at": resolved, "reopened_count": reopened, "product": ticket["Queue"]["Name"]}
    found = {"status": "new", **case}
    for name, value in expected.items():
        if name not in edited:
            equal(found.get(name), value, f"{name} of {ticket['id']}")
    check(here["laptop"].accounts[case["account_id"]] in truth.account(ticket), f"the account of {ticket['id']}")


def compare_all(edited=None):
    """Everything that is somebody's, and nothing else."""
    truth, laptop = here["truth"], here["laptop"]
    tickets, cases, events = truth.tickets(), laptop.cases(), laptop.events()
    own = {number for number, ticket in tickets.items() if truth.account(ticket) != {None}}
    counted = {number for number, case in cases.items() if case.get("exclusion", "no") == "no"}
    equal(counted, own, "the cases that are here")
    for number in sorted(own, key=int):
        compare_case(cases[number], tickets[number], (edited or {}).get(number, ()))
        equal({told(one) for one in events[number]} - {None}, truth.events(tickets[number]), f"the history of {number}")
        equal(len({one["external_id"] for one in events[number]}), len(events[number]), f"{number} has nothing twice")
    return tickets


@test
def a_portal_is_added_and_tested():
    laptop = here["laptop"]
    added = json.loads(laptop.add().stdout)
    equal((added["system"], added["map"], added["user"]), ("request-tracker", "request-tracker", "root"))
    check("request-tracker" in [one["map"] for one in lines(laptop.run("connect", "--maps", "--json"))], "the map ships")
    check("Request Tracker" in json.loads(laptop.run("connect", "--test", "Support", "--json").stdout)["who"], "as whom one is known")
    with open(laptop.path, "rb") as file:
        check(servers.PASSWORD.encode() not in file.read(), "no secret is in the portfolio")


@test
def what_is_wrong_is_said_in_one_line():
    laptop = here["laptop"]
    one_line(laptop.run("connect", "Nobody", status=1), "Nobody")
    one_line(laptop.add(status=1), "Support", "--change")
    laptop.run("connect", status=2)
    laptop.run("connect", "Support", "--since", "yesterday", status=2)
    laptop.run("connect", "--add", "Other", status=2)
    one_line(laptop.run("connect", "--add", "Other", "--map", "request-tracker", "--address", "https://me:secret@portal.example.org", status=1), "password")
    with open(os.path.join(laptop.at, "wrong"), "w", encoding="utf-8") as file:
        file.write("secret\n")
    one_line(laptop.run("connect", "Support", "--password-file", file.name, status=1), "127.0.0.1")
    laptop.run("connect", "--add", "Gone", "--map", "request-tracker", "--address", "http://127.0.0.1:1/REST/2.0", "--user", "root",
               "--password-file", laptop.password())
    one_line(laptop.run("connect", "Gone", status=1), "127.0.0.1")
    check("127.0.0.1" in lines(laptop.run("connect", "--list", "--json"))[0]["error"], "the list tells how the last run went")
    laptop.run("connect", "--remove", "Gone")


@test
def stopped_in_the_middle_it_goes_on_from_there():
    laptop = here["laptop"]
    running = subprocess.Popen([PROGRAM, *laptop.words("connect", "Support", "--progress", "json")], env=laptop.environment, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    running.stderr.readline()
    running.send_signal(signal.SIGINT)
    said = running.communicate(timeout=60)[0]
    equal(running.returncode, 3, "done in part")
    before = set(laptop.cases())
    first = json.loads(said)
    check(0 < len(before) < 200, f"{len(before)} cases came before it was stopped")
    rest = laptop.connect()
    equal(rest["rejected"], 0)
    check(rest["created"] + len(before) == len(laptop.cases()), "nothing is lost or doubled")
    equal(first["created"], len(before), "what is counted is there")
    check(rest["read"] < 300, "it does not begin again")
    here["accounts"] = compare_all()


@test
def clocks_come_from_the_portals_own_times():
    laptop, truth = here["laptop"], here["truth"]
    tickets, cases = truth.tickets(), laptop.cases()
    questions = [{"plan": "platinum", "priority": priority, "channel": "email", "received": ticket["Created"]}
                 for ticket in list(tickets.values())[:100] for priority in ("P1", "P2", "P3")]
    answers = lines(laptop.run("clock", portfolio=False, stdin="".join(json.dumps(one) + "\n" for one in questions)))
    for asked, answer in zip(questions, answers, strict=True):
        equal(seconds(answer["due"]), due_time(asked["priority"], seconds(asked["received"])), str(asked))
    for account, name in laptop.accounts.items():
        own = [tickets[number] for number, case in cases.items() if case["account_id"] == account]
        decided = [truth.clocks(ticket, NOW) for ticket in own]
        for priority in ("P1", "P2", "P3"):
            figure = lines(laptop.run("explain", f"response.met.{priority.lower()}", "--account", name, "--period", "2025-11-01..2026-12-01", "--json"))[0]
            met = sum((priority, "met") in each for each in decided)
            both = met + sum((priority, "missed") in each for each in decided)
            equal((figure["n"], figure.get("of", 0)), (met, both), f"{priority} of {name}")


@test
def a_second_run_changes_nothing():
    laptop = here["laptop"]
    cases, events = laptop.cases(), laptop.events()
    counts = laptop.connect()
    equal((counts["created"], counts["updated"], counts["events"]), (0, 0, 0))
    again = laptop.connect("--since", "2026-09-20")
    check(again["read"] > 20, "much is read once more")
    equal((again["created"], again["updated"], again["events"], again["kept"]), (0, 0, 0, 0))
    equal((laptop.cases(), laptop.events()), (cases, events), "all is as it was")


def change_tickets(tickets):
    """Twenty changes, of every sort, on different tickets; those that were touched."""
    server = here["server"]
    open_ones = iter([one for one in tickets.values() if one["Status"] in ("new", "open") and one["Owner"]["id"] != "marc"
                      and here["truth"].account(one) != {None}])
    done = [one for one in tickets.values() if one["Status"] == "resolved" and here["truth"].account(one) != {None}]
    touched = []

    def change(ticket, method, path, body, user="hana"):
        server.ask(method, f"ticket/{ticket['id']}{path}", body, user)
        touched.append(ticket["id"])
    for _ in range(4):
        change(next(open_ones), "POST", "/correspond", {"Content": "Any news?", "ContentType": "text/plain"})
    for body in [{"Status": "stalled"}] * 3 + [{"Priority": 100}] * 3 + [{"Owner": "marc"}] * 2 + [{"Status": "resolved"}] * 2:
        change(next(open_ones), "PUT", "", body, "root")
    change(done[0], "PUT", "", {"Status": "open"}, "root")
    change(done[1], "POST", "/comment", {"Content": "Seen.", "ContentType": "text/plain"})
    change(done[2], "PUT", "", {"Status": "deleted"}, "root")
    for _ in range(2):
        made = server.ask("POST", "ticket", {"Queue": "Support", "Subject": "Quite new", "Requestor": "anna@orion.example",
                                             "Content": "Help", "ContentType": "text/plain"}, "root")
        touched.append(str(made["id"]))
    equal(len(touched), 19, "and one that is merged")
    return touched, done[2]["id"]


@test
def twenty_changes_arrive_and_what_was_written_here_stays():
    laptop = here["laptop"]
    touched, deleted = change_tickets(here["truth"].tickets())
    cases = laptop.cases()
    for number in touched[:3]:
        laptop.run("set", cases[number]["id"], "note=Call them on Monday", "next_step=Ask for logs", "category=Sign-in")
    laptop.run("set", cases[touched[4]]["id"], "title=Called otherwise here")
    merge(cases)
    counts = laptop.connect()
    equal((counts["created"], counts["gone"], counts["rejected"]), (2, 2, 0))
    check(counts["updated"] >= 17, f"{counts['updated']} cases have changed")
    equal(counts["kept"], 1, "what stays as it was changed here")
    compare_all({touched[4]: ("title",)})
    after = laptop.cases()
    for number in touched[:3]:
        equal([after[number].get(name) for name in ("note", "next_step", "category")], ["Call them on Monday", "Ask for logs", "Sign-in"])
    equal(after[touched[4]]["title"], "Called otherwise here")
    equal(after[deleted]["exclusion"], "deleted")
    equal(after[here["merged"]]["exclusion"], "merged")
    equal(after[here["merged"]]["merged_into_id"], after[here["into"]]["id"])
    equal(laptop.connect()["updated"], 0, "and the next run changes nothing")


def merge(cases):
    """The twentieth: two of one account that were resolved become one."""
    solved = [one for one in cases.values() if one.get("status") == "resolved" and one["account_id"] == next(iter(here["laptop"].accounts))]
    here["merged"], here["into"] = solved[-1]["external_id"], solved[-2]["external_id"]
    here["server"].ask("PUT", f"ticket/{here['merged']}", {"MergeInto": int(here["into"])}, "root")


@test
def what_is_wrong_with_a_map_is_all_told():
    laptop = here["laptop"]
    path = os.path.join(os.path.dirname(laptop.path), "wrong.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"title": 1, "zone": "Mars/Olympus", "base": "https://portal.example.org"}, file)
    words = ("--address", "https://portal.example.org", "--user", "anna")
    told_all = laptop.run("connect", "--add", "Wrong", "--map", path, *words, status=1).stderr
    for place in ("/title", "/zone", "/sign_in", "/changes", "/records"):
        check(place in told_all, f"{place} is not in {told_all}")
    one_line(laptop.run("connect", "--add", "Wrong", "--map", "nowhere", *words, status=1), "nowhere", "--maps")
    one_line(laptop.run("connect", "--add", "Wrong", "--map", "redmine", "--address", "http://portal.example.org", status=1), "https://")
    equal([one["name"] for one in lines(laptop.run("connect", "--list", "--json"))], ["Support"])


@test
def what_is_nobodys_waits_in_the_inbox():
    laptop = here["laptop"]
    waiting = lines(laptop.run("connect", "--inbox", "Support", "--json"))
    check(len(waiting) > 2 and all(one["hints"]["domain"] == "stranger.example" for one in waiting), "only strangers wait")
    first, second = waiting[0]["id"], waiting[1]["id"]
    one_line(laptop.run("connect", "Support", "--assign", "999", "--account", "Nova Energy", status=1), "999")
    laptop.run("connect", "Support", "--assign", first, status=2)
    laptop.run("connect", "Support", "--ignore", second)
    equal(laptop.connect("--assign", first, "--account", "Nova Energy")["created"], 1)
    always = laptop.connect("--rule", "domain=*stranger.example", "--account", "Lyra Bank")
    equal(always["created"], len(waiting) - 2, "all but the ignored one")
    rules = lines(laptop.run("connect", "--list", "--json"))[0]["rules"]
    equal(rules, [{"rule": "domain=*stranger.example", "account": "Lyra Bank"}])
    one_line(laptop.run("connect", "Support", "--forget", "domain=stranger", status=1), "domain=stranger")
    cases = laptop.cases()
    equal(laptop.accounts[cases[first]["account_id"]], "Nova Energy")
    check(second not in cases, "the ignored one stays away")
    laptop.run("connect", "Support", "--heed", second)
    equal(laptop.connect()["created"], 1, "and comes once it is wanted")
    equal(lines(laptop.run("connect", "--inbox", "--json")), [])
    equal(json.loads(laptop.run("connect", "Support", "--forget", "domain=*stranger.example", "--json").stdout)["rules"], [])


@test
def a_connector_is_forgotten_and_its_cases_stay():
    laptop = here["laptop"]
    n_cases = len(laptop.cases())
    equal(json.loads(laptop.run("connect", "--change", "Support", "--every", "15", "--json").stdout)["every"], 15)
    laptop.run("connect", "--all")
    laptop.run("connect", "--remove", "Support")
    equal(lines(laptop.run("connect", "--list", "--json")), [])
    equal(len(laptop.cases()), n_cases)


if __name__ == "__main__":
    with folder() as at, servers.portal(os.environ["TAMBOUR_PORTAL_DATABASE"]) as server:
        here.update(server=server, truth=Truth(server), laptop=Laptop(at, server))
        main()
