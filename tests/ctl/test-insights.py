# SPDX-License-Identifier: GPL-3.0-or-later
"""What the values of the metrics say, on the command line, which records none of it."""

import datetime
import os

from ctl import check, equal, folder, lines, main, run, test


def write_values(path):
    first = datetime.date(2026, 3, 2)
    with open(path, "w", encoding="utf-8") as file:
        file.write("metric,date,value\n")
        for day in range(200):
            value = (1000 if day < 170 else 1400) + day * 7919 % 41
            file.write(f"requests,{first + datetime.timedelta(days=day)},{value}\n")


@test
def what_the_values_say_is_listed():
    with folder() as at:
        path = os.path.join(at, "p.tambour")
        values = os.path.join(at, "values.csv")
        write_values(values)
        run("create", path)
        run("add", "account", "name=Acme", "short_code=AC", "--portfolio", path)
        run("add", "account", "name=Other", "short_code=OT", "--portfolio", path)
        run("import", "metrics", values, "--account", "Acme", "--portfolio", path)
        found = lines(run("insights", "--json", "--portfolio", path))
        equal([(one["rule"], one["metric"], one["first"], one["values"]) for one in found], [("level", "requests", "2026-08-19", 200)])
        check(found[0]["before"] < found[0]["now"], "it rose")
        check(found[0]["title"].startswith("Lookups per day rose from about 1,0"), found[0]["title"])
        equal(lines(run("insights", "--account", "Other", "--json", "--portfolio", path)), [])
        equal(len(run("insights", "--account", "AC", "--portfolio", path).stdout.splitlines()), 1)
        equal(lines(run("list", "insights", "--json", "--portfolio", path)), [], "it is for people to accept")


main()
