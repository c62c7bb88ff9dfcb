# SPDX-License-Identifier: GPL-3.0-or-later
"""The real service desk file, from outside."""

import csv
import json
import os
import random
import signal
import subprocess
import time

from ctl import PROGRAM, SHARED, SOURCE, check, equal, folder, lines, main, run, test

CASES = os.path.join(SHARED, "data", "cases", "service-desk-incidents.csv")
EVENTS = os.path.join(SHARED, "data", "cases", "service-desk-events.csv")
MAP = os.path.join(SOURCE, "data", "maps", "service-desk-incidents.json")
METRIC = os.path.join(SHARED, "data", "metrics", "elb_request_count_8c0756.csv")
METRIC_MAP = os.path.join(SOURCE, "data", "maps", "load-balancer-requests.json")
EVENT_MAP = os.path.join(SOURCE, "data", "maps", "service-desk-events.json")


def import_cases(path, *more, status=0):
    return json.loads(run("import", "cases", CASES, "--map", MAP, "--portfolio", path, *more, status=status).stdout)


def count(path, kind):
    return len(run("list", kind, "--portfolio", path).stdout.splitlines())


@test
def every_row_is_an_account_s_case_or_a_reject_and_a_second_run_changes_nothing():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        rejects = os.path.join(at, "rejects.csv")
        run("create", path)
        dry = import_cases(path, "--dry-run", status=3)
        equal(count(path, "cases"), 0, "a dry run puts nothing")
        first = import_cases(path, "--rejects", rejects, status=3)
        equal(first, dry, "a dry run counts the same")
        equal(first["read"], 24918)
        equal(first["created"] + first["rejected"], 24918)
        equal(first["rejected"], 6)
        equal(count(path, "cases"), 24912)
        equal(count(path, "accounts"), 224)
        with open(rejects, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        equal(len(rows), 6)
        check(all(row["reject_reason"] and row["reject_line"].isdigit() for row in rows), "each with line and reason")
        change = run("show", lines(run("list", "cases", "--limit", "1", "--json", "--portfolio", path))[0]["id"],
                     "--history", "--json", "--portfolio", path).stdout
        second = import_cases(path, status=3)
        equal((second["created"], second["updated"], second["unchanged"], second["rejected"]), (0, 0, 24912, 6))
        equal(run("show", json.loads(change.splitlines()[0])["id"], "--history", "--json", "--portfolio", path).stdout, change)
        events = json.loads(run("import", "cases", EVENTS, "--map", EVENT_MAP, "--portfolio", path).stdout)
        equal(events["read"], 11606)
        equal(events["rejected"], 0)
        again = json.loads(run("import", "cases", EVENTS, "--map", EVENT_MAP, "--portfolio", path).stdout)
        equal((again["created"], again["updated"]), (0, 0))
        equal(run("check", "--portfolio", path).stdout, "Clean.\n")


@test
def values_of_every_five_minutes_become_one_for_each_day():
    with open(METRIC, encoding="utf-8", newline="") as file:
        values = [(row["timestamp"][:10], float(row["value"])) for row in csv.DictReader(file)]
    sums = {day: sum(value for other, value in values if other == day) for day, _ in values}
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        run("add", "account", "name=Acme", "short_code=AC", "--portfolio", path)
        words = ("import", "metrics", METRIC, "--map", METRIC_MAP, "--account", "Acme", "--portfolio", path)
        first = json.loads(run(*words, status=3).stdout)
        equal((first["read"], first["created"], first["rejected"]), (len(values), 14, 1), "the last day has eight values")
        samples = lines(run("list", "usage_samples", "--json", "--portfolio", path))
        equal({one["on"]: one["value"] for one in samples}, {day: value for day, value in sums.items() if day != "2014-04-24"})
        second = json.loads(run(*words, status=3).stdout)
        equal((second["created"], second["updated"], second["unchanged"]), (0, 0, 14))
        run("add", "account", "name=Other", "short_code=OT", "--portfolio", path)
        other = json.loads(run("import", "metrics", METRIC, "--map", METRIC_MAP, "--account", "Other", "--portfolio", path, status=3).stdout)
        equal((other["created"], other["updated"]), (14, 0), "another account has the same days")


@test
def an_import_that_is_killed_loses_nothing_and_can_be_run_again():
    draw = random.Random(20261123)
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        for _ in range(4):
            child = subprocess.Popen([PROGRAM, "import", "cases", CASES, "--map", MAP, "--portfolio", path],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(draw.uniform(0.05, 0.9))
            child.send_signal(signal.SIGKILL)
            child.wait()
            equal(run("check", "--portfolio", path).stdout, "Clean.\n")
        import_cases(path, status=3)
        equal(count(path, "cases"), 24912)
        equal(count(path, "accounts"), 224)
        equal(run("check", "--portfolio", path).stdout, "Clean.\n")
        equal([hit["title"] for hit in lines(run("search", "INC0000045", "--json", "--portfolio", path))][:1],
              [lines(run("list", "cases", "--where", "number = INC0000045", "--json", "--portfolio", path))[0]["title"]])


@test
def an_interrupted_import_keeps_what_it_had_and_says_so():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        child = subprocess.Popen([PROGRAM, "import", "cases", CASES, "--map", MAP, "--portfolio", path,
                                  "--progress", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        first = json.loads(child.stderr.readline())
        check(first["done"] >= 0, "progress is JSON")
        child.send_signal(signal.SIGINT)
        child.communicate(timeout=60)
        check(child.returncode in (1, 3), f"status {child.returncode}")
        equal(run("check", "--portfolio", path).stdout, "Clean.\n")


@test
def a_full_disk_is_an_error_and_what_was_kept_stays_whole():
    with folder() as at:
        script = f"""
            set -e
            mount -t tmpfs -o size=12m none {at}
            {PROGRAM} create {at}/p.tambour
            {PROGRAM} add account name=Kept short_code=KE --portfolio {at}/p.tambour > /dev/null
            if {PROGRAM} import cases {CASES} --map {MAP} --portfolio {at}/p.tambour > /dev/null 2> /dev/shm/tambour-said-$$; then
              echo imported; exit 9
            fi
            cat /dev/shm/tambour-said-$$; rm -f /dev/shm/tambour-said-$$
            {PROGRAM} list accounts --where 'name = Kept' --portfolio {at}/p.tambour
            {PROGRAM} check --portfolio {at}/p.tambour
        """
        result = subprocess.run(["unshare", "-Urm", "sh", "-c", script], capture_output=True, text=True, timeout=120)
        equal(result.returncode, 0, result.stdout + result.stderr)
        check("Kept" in result.stdout and "Clean." in result.stdout, result.stdout)
        equal(len([line for line in result.stdout.splitlines() if line.startswith("tambourctl import")]), 1, result.stdout)


@test
def a_folder_that_cannot_be_written_is_an_error():
    with folder() as at:
        script = f"""
            set -e
            {PROGRAM} create {at}/p.tambour
            mount --bind {at} {at}
            mount -o remount,bind,ro {at}
            {PROGRAM} list accounts --portfolio {at}/p.tambour
            if {PROGRAM} add account name=A short_code=AA --portfolio {at}/p.tambour; then exit 9; fi
            if {PROGRAM} create {at}/q.tambour; then exit 9; fi
        """
        result = subprocess.run(["unshare", "-Urm", "sh", "-c", script], capture_output=True, text=True, timeout=120)
        equal(result.returncode, 0, result.stdout + result.stderr)
        equal(len(result.stderr.strip().splitlines()), 2, result.stderr)


@test
def a_map_with_a_fault_is_refused_with_its_place():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        with open(MAP, encoding="utf-8") as file:
            broken = json.load(file)
        broken["colums"] = {}
        bad = os.path.join(at, "bad.json")
        with open(bad, "w", encoding="utf-8") as file:
            json.dump(broken, file)
        result = run("import", "cases", CASES, "--map", bad, "--portfolio", path, status=1)
        check("colums" in result.stderr, result.stderr)


@test
def a_library_comes_from_csv_and_from_json_and_twice_is_once():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        table = os.path.join(at, "library.csv")
        with open(table, "w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["title", "kind", "minutes", "published", "tags", "retired"])
            rows.writerow(["Forwarders in pairs", "best_practice", "14", "2026-02-24", "Hospitals\nBanking", "false"])
            rows.writerow(["What nobody knows", "podcast", "5", "2026-02-24", "", "false"])
        first = json.loads(run("import", "library", table, "--portfolio", path, status=3).stdout)
        equal((first["read"], first["created"], first["rejected"]), (2, 1, 1), "there is no such kind as podcast")
        again = json.loads(run("import", "library", table, "--portfolio", path, status=3).stdout)
        equal((again["created"], again["updated"], again["unchanged"]), (0, 0, 1))

        document = os.path.join(at, "library.json")
        item = {"id": "w-1", "title": "Roaming client 5.0", "kind": "webinar", "minutes": 40, "products": ["Roaming client", "Client"],
                "answers_to": ["4.2"], "link": "https://example.invalid/w-1"}
        with open(document, "w", encoding="utf-8") as file:
            json.dump({"items": [item, {"id": "b-1", "title": "Why split tunnels leak", "kind": "blog"}]}, file)
        both = json.loads(run("import", "library", document, "--portfolio", path).stdout)
        equal((both["created"], both["rejected"]), (2, 0))
        item["title"] = "Roaming client 5.1"
        with open(document, "w", encoding="utf-8") as file:
            json.dump({"items": [item, {"id": "b-1", "title": "Why split tunnels leak", "kind": "blog"}]}, file)
        later = json.loads(run("import", "library", document, "--portfolio", path).stdout)
        equal((later["created"], later["updated"], later["unchanged"]), (0, 1, 1))

        items = {one["title"]: one for one in lines(run("list", "library_items", "--json", "--portfolio", path))}
        equal(sorted(items), ["Forwarders in pairs", "Roaming client 5.1", "Why split tunnels leak"])
        equal(items["Forwarders in pairs"]["tags"], ["Hospitals", "Banking"])
        equal(items["Roaming client 5.1"]["products"], ["Roaming client", "Client"])
        equal(items["Roaming client 5.1"]["minutes"], 40)
        equal(items["Why split tunnels leak"]["kind"], "article")


main()
