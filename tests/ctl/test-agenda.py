# SPDX-License-Identifier: GPL-3.0-or-later
"""What needs attention, on the command line."""

import os

from ctl import check, equal, folder, lines, main, run, test


def add(path, *words):
    return run("add", *words, "--portfolio", path).stdout.strip()


def agenda(path, at, *words):
    return lines(run("agenda", "--at", at, "--json", "--portfolio", path, *words))


@test
def a_case_that_nobody_answered_is_there_until_it_is_answered():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        add(path, "plan", "code=platinum", "name=Platinum")
        add(path, "account", "name=Kestrel Rail", "short_code=KR", "plan_id=platinum", "report_tz=Europe/London")
        case = add(path, "case", "number=1001", "title=Signal box offline", "priority=P1", "channel=phone",
                   "account_id=KR", "opened_at=2026-11-20T08:00:00Z")
        add(path, "case_event", f"case_id={case}", "kind=opened", "at=2026-11-20T08:00:00Z", "actor=customer", "account_id=KR")
        found = [one for one in agenda(path, "2026-11-20T08:10:00Z") if one["what"] == "clock"]
        equal([(one["id"], one["due"], one["overdue"]) for one in found], [(case, "2026-11-20T08:30:00Z", False)])
        check(found[0]["text"], "it says why in a sentence")
        late = [one for one in agenda(path, "2026-11-20T09:00:00Z") if one["what"] == "clock"]
        equal([one["overdue"] for one in late], [True])
        add(path, "case_event", f"case_id={case}", "kind=our_msg", "at=2026-11-20T08:20:00Z", "actor=us",
            "public_update=true", "account_id=KR")
        equal([one for one in agenda(path, "2026-11-20T09:00:00Z") if one["what"] == "clock"], [])


@test
def promises_and_actions_come_with_their_account_and_only_mine_if_i_ask():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        run("create", path)
        add(path, "person", "name=Mira Solberg", "role=tam")
        for name, code in (("Kestrel Rail", "KR"), ("Alba Insurance", "AI")):
            add(path, "account", f"name={name}", f"short_code={code}", "report_tz=Europe/London")
            add(path, "action_item", f"title=Send minutes to {code}", "due=2026-11-24", f"account_id={code}")
            add(path, "action_item", f"title=Far away for {code}", "due=2027-06-01", f"account_id={code}")
            add(path, "commitment", f"text=Visit {code}", "due=2026-11-20", f"account_id={code}")
        add(path, "team_role", "person_id=Mira Solberg", "account_id=KR", "role=tam", "from=2025-01-01")
        everything = agenda(path, "2026-11-23T10:00:00Z")
        equal(sorted(one["title"] for one in everything),
              ["Send minutes to AI", "Send minutes to KR", "Visit AI", "Visit KR"])
        equal({one["title"]: one["overdue"] for one in everything}["Visit KR"], True)
        mine = agenda(path, "2026-11-23T10:00:00Z", "--person", "Mira Solberg")
        equal({one["account"] for one in mine}, {"Kestrel Rail"})


main()
