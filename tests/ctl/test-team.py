# SPDX-License-Identifier: GPL-3.0-or-later
"""A team's database, prepared and kept in step with on the command line."""

import json
import os
import resource
import stat

from ctl import check, equal, lines, main, test
from team import ADMIN, names, team, told


@test
def a_database_is_prepared_once():
    with team() as t:
        equal(json.loads(t.run("a", "provision", t.url, "--json").stdout), {"database": "made", "roles": "set", "validation": "set"})
        equal(json.loads(t.run("a", "provision", t.url, "--json").stdout), {"database": "there", "roles": "there", "validation": "there"})
        check("was there" in t.run("a", "provision", t.url).stdout, "what was there is said")


@test
def what_one_laptop_adds_another_gets():
    with team() as t:
        t.run("a", "provision", t.url)
        t.create("a")
        t.create("b", "--team", t.url)
        t.run("a", "add", "account", "name=Kestrel Rail", "short_code=KR")
        equal(json.loads(t.sync("a", t.url).stdout)["refused"], 0)
        equal(json.loads(t.sync("b").stdout)["received"], 1)
        equal(names(t, "b"), ["Kestrel Rail"])
        t.run("b", "add", "account", "name=Orion Foods", "short_code=OF")
        t.sync("b", "--once")
        t.sync("a")
        equal(names(t, "a"), ["Kestrel Rail", "Orion Foods"])
        again = json.loads(t.sync("a").stdout)
        equal((again["received"], again["sent"]), (0, 0), "a second time")


@test
def two_who_change_the_same_field_are_told_of_a_conflict():
    with team() as t:
        t.make()
        t.create("a", "--team", t.url)
        t.create("b", "--team", t.url)
        account = t.run("a", "add", "account", "name=Kestrel Rail", "short_code=KR").stdout.strip()
        t.sync("a")
        t.sync("b")
        t.run("a", "set", account, "note=From the first")
        t.run("b", "set", account, "note=From the second")
        t.sync("a")
        equal(json.loads(t.sync("b", status=3).stdout)["conflicts"], 1)

        conflict, = lines(t.run("b", "conflicts", "--json"))
        equal((conflict["title"], conflict["field"]), ("Kestrel Rail", "note"))
        equal({conflict["kept"], conflict["other"]}, {"From the first", "From the second"})
        t.run("b", "resolve", conflict["id"], "other")
        equal(json.loads(t.run("b", "show", account, "--json").stdout)["note"], conflict["other"])
        equal(t.run("b", "conflicts").stdout, "")
        t.sync("b")
        t.sync("a")
        equal(json.loads(t.run("a", "show", account, "--json").stdout)["note"], conflict["other"])
        equal(t.run("a", "conflicts").stdout, "")


@test
def the_database_takes_what_was_made_before_joining_and_refuses_a_reader():
    with team() as t:
        t.sign_up()
        t.create("a")
        t.run("a", "add", "account", "name=Kestrel Rail", "short_code=KR")
        equal(json.loads(t.sync("a", t.url, "--user", "anna", "--password-file", t.password()).stdout)["refused"], 0)
        account, = [row["doc"] for row in t.ask("GET", "accounts/_all_docs?include_docs=true", user=ADMIN)["rows"]
                    if row["doc"].get("record") == "account"]
        equal(account["updated_by"], "anna")

        t.create("r", "--team", t.url, "--user", "rita")
        t.sync("r", "--password-file", t.password())
        equal(names(t, "r"), ["Kestrel Rail"])
        t.run("r", "add", "account", "name=Orion Foods", "short_code=OF")
        refused = t.sync("r", "--password-file", t.password(), status=3)
        equal(json.loads(refused.stdout)["refused"], 1)
        check("rita may read here" in refused.stderr, refused.stderr)
        equal(names(t, "r"), ["Kestrel Rail", "Orion Foods"], "what a reader wrote is kept")


@test
def a_password_is_kept_for_its_owner_and_nowhere_else():
    with team() as t:
        t.sign_up()
        t.create("a", "--team", t.url.replace("http://", "http://anna:secret@"))
        kept = os.path.join(t.at, "a", "tambour", "secrets.json")
        equal(stat.S_IMODE(os.stat(kept).st_mode), 0o600)
        t.sync("a")
        with open(t.portfolio("a"), "rb") as file:
            check(b"secret" not in file.read(), "the portfolio holds no password")


@test
def what_goes_wrong_is_one_clear_sentence():
    with team() as t:
        t.sign_up()
        t.create("a", "--team", t.url, "--user", "anna")
        told(t.sync("a", "--password-file", t.password("wrong"), status=1), "127.0.0.1", "check the user name and the password")
        told(t.sync("a", status=1), "--password-file")

        t.ask("PUT", "invoices", user=ADMIN)
        t.ask("PUT", "invoices/one", {"amount": 7}, user=ADMIN)
        t.create("b")
        t.ask("PUT", "invoices/_security", {}, user=ADMIN)
        other = (t.server + "/invoices", "--user", "root", "--password-file", t.password())
        told(t.sync("b", *other, status=1), "invoices")
        told(t.run("b", "provision", *other, status=1), "invoices", "another name")
        told(t.sync("b", t.server + "/nothing", "--user", "root", "--password-file", t.password(), status=1), "nothing")

        told(t.sync("b", "http://127.0.0.1:9/accounts", status=1), "127.0.0.1:9", "takes no connections")
        told(t.sync("b", "http://team.example.org/accounts", status=1), "https://")
        told(t.sync("b", t.server, status=1), "https://server/database")
        told(t.sync("b", status=1), "belongs to no team")
        told(t.run("a", "sync", t.server + "/invoices", status=1), "leave it first")


def limit_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (600000, 600000))


@test
def a_full_disk_is_said_and_loses_nothing():
    with team() as t:
        t.run("a", "provision", t.url)
        t.create("a", "--team", t.url)
        t.create("b", "--team", t.url)
        for number in range(12):
            t.run("a", "add", "account", f"name=Account {number}", f"short_code=A{'ABCDEFGHIJKL'[number]}", "note=" + "x" * 100000)
        t.sync("a")
        told(t.sync("b", status=1, preexec_fn=limit_files), "no room", "make room")
        t.sync("b")
        equal(len(names(t, "b")), 12)


@test
def who_leaves_takes_nothing_along():
    with team() as t:
        t.run("a", "provision", t.url)
        t.create("a", "--team", t.url)
        t.run("a", "add", "account", "name=Kestrel Rail", "short_code=KR")
        told(t.run("a", "leave", status=2), "--yes")
        told(t.run("a", "leave", "--yes", status=1), "sync first")
        t.sync("a")
        t.run("a", "backup", t.portfolio("a") + ".version-1")
        t.run("a", "leave", "--yes")
        equal([name for name in os.listdir(os.path.dirname(t.portfolio("a"))) if name.startswith("p.tambour")], [], "what is left")

        t.create("b")
        t.sync("b", t.url)
        t.run("b", "leave", "--yes", "--keep")
        equal(names(t, "b"), ["Kestrel Rail"], "the team has it still")
        told(t.run("b", "leave", "--yes", status=1), "belongs to no team")


def contents(path):
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


@test
def what_was_refused_is_offered_again_when_somebody_says_so():
    with team() as t:
        t.sign_up()
        t.create("r", "--team", t.url, "--user", "rita")
        account = t.run("r", "add", "account", "name=Orion Foods", "short_code=OF").stdout.strip()
        again = ("--password-file", t.password())
        t.sync("r", *again, status=3)
        user = t.ask("GET", "_users/org.couchdb.user:rita", user=ADMIN)
        t.ask("PUT", "_users/org.couchdb.user:rita", user=ADMIN, body={**user, "roles": ["tam"], "password": "secret"})
        equal(json.loads(t.sync("r", *again, status=3).stdout)["refused"], 1, "nobody asked")
        equal(json.loads(t.sync("r", "--again", "all", *again).stdout)["refused"], 0)
        t.sync("r", "--again", account, *again)
        told(t.sync("r", "--again", "nothing", *again, status=1), "nothing")
        equal(t.ask("GET", "accounts/" + account, user=ADMIN)["name"], "Orion Foods")


@test
def what_is_kept_of_a_person_goes_everywhere():
    with team() as t:
        t.make()
        t.create("a", "--team", t.url)
        t.create("b", "--team", t.url)
        t.run("a", "add", "account", "name=Kestrel Rail", "short_code=KR")
        contact = t.run("a", "add", "contact", "name=Ruth Adeyemi", "account_id=KR", "email=ruth@example.org").stdout.strip()
        t.sync("a")
        t.sync("b")
        told(t.run("a", "purge", contact, status=2), "--yes")
        t.run("a", "backup", t.portfolio("a") + ".version-1")
        said = t.run("a", "purge", contact, "--yes").stderr
        check("compact" in said, "what a server keeps is said")
        check(t.portfolio("a") + ".version-1" in said and "remove the file" in said, "a backup is named")
        t.sync("a")
        t.sync("b")
        for laptop in ("a", "b"):
            for ending in ("", "-wal"):
                check(b"Adeyemi" not in contents(t.portfolio(laptop) + ending), laptop + ending)
        for laptop in ("a", "b"):
            record = json.loads(t.run(laptop, "show", contact, "--json").stdout)
            check("Ruth" not in json.dumps(record) and "ruth@" not in json.dumps(record), f"{laptop}: {record}")
            equal(names(t, laptop), ["Kestrel Rail"])


main()
