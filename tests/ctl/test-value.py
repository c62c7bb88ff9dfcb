# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agreement was worth, on the command line."""

import os

from ctl import equal, folder, lines, main, run, test


def add(path, *words):
    return run("add", *words, "--portfolio", path).stdout.strip()


def value(path, *words):
    return lines(run("value", "KR", "--json", "--portfolio", path, *words))


def make(path):
    run("create", path)
    add(path, "account", "name=Kestrel Rail", "short_code=KR", "report_tz=Europe/London", "currency=GBP")
    add(path, "agreement", "title=2024", "start=2024-01-01", "end=2024-12-31", "fee=1000.00 GBP", "account_id=KR")


@test
def what_was_accepted_counts_and_what_waits_stands_beside():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        make(path)
        for title, state, share in (("Counted", "accepted", "1"), ("Waiting", "proposed", "0.5"), ("Refused", "rejected", "1")):
            add(path, "value_entry", f"title={title}", "class=cost_avoided", "on=2024-06-01", "gross=1500.00 GBP",
                f"share={share}", f"state={state}", "account_id=KR")
        found = value(path, "--period", "2024-01-01..2025-01-01")
        whole = found[0]
        equal([whole[key] for key in ("what", "counted", "fee", "ratio", "waiting")], ["sum", "1500.00 GBP", "1000.00 GBP", 1.5, 1])
        equal([(one["what"], one["title"], one["counted"]) for one in found[1:4]],
              [("accepted", "Counted", "1500.00 GBP"), ("waiting", "Waiting", "750.00 GBP"), ("not_counted", "Refused", None)])
        equal([one["reason"] != "" for one in found[3:]], [True] * len(found[3:]))


@test
def nothing_is_recorded_before_it_is_proposed_and_only_once():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        make(path)
        add(path, "rate", "code=appliance_month", "title=Appliance", "amount=10.00 GBP", "agreed_on=2020-01-01",
            "agreed_by=Invoice", "account_id=KR")
        add(path, "component", "type=Appliance", "product=Appliance", "count=2", "retired_on=2024-02-01",
            "retired_rate=appliance_month", "account_id=KR")
        period = ("--period", "2024-01-01..2024-08-01")
        proposed = [one for one in value(path, *period) if one["what"] == "proposal"]
        equal([(one["class"], one["gross"], one["share"]) for one in proposed], [("retired_items", "120.00 GBP", 1)])
        equal(run("list", "value_entry", "--portfolio", path).stdout, "")


@test
def a_period_that_is_none_is_misuse():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        make(path)
        run("value", "KR", "--period", "2024-01-01", "--portfolio", path, status=2)
        run("value", "Nobody", "--portfolio", path, status=1)


main()
