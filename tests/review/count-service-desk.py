#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the service-desk file again, without any of our code, and compares with the evidence of a review.

usage: count-service-desk.py service-desk-incidents.csv review.json

What the file says is in ../shared/data/README.md; how it is read, in data/maps/service-desk-incidents.json. Exits 1 and
says which figure differs; 0 when all agree."""
import csv
import datetime as dt
import json
import math
import sys
import zoneinfo

ZONE = zoneinfo.ZoneInfo("America/Sao_Paulo")
PRIORITIES = {"1 - Critical": "p1", "2 - High": "p2", "3 - Moderate": "p3", "4 - Low": "p3"}
CHANNELS = {"Phone": "phone", "IVR": "phone", "Email": "email", "Self service": "portal", "Direct opening": "portal"}
EMPTY = {"", "?", "-100"}
UTC = dt.timezone.utc


def instant(text):
    """29/2/2016 01:16 in São Paulo; a time that the clocks skip is the first one after the gap."""
    if text in EMPTY:
        return None
    local = dt.datetime.strptime(text, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
    there = local.astimezone(UTC)
    while there.astimezone(ZONE).replace(tzinfo=None) != local.replace(tzinfo=None):
        local += dt.timedelta(minutes=1)
        there = local.astimezone(UTC)
    return there


def read(path, location):
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["location"] == location:
                yield {"number": row["number"], "priority": PRIORITIES.get(row["priority"], "none"),
                       "channel": CHANNELS.get(row["contact_type"], "unknown"), "category": row["category"],
                       "opened": instant(row["opened_at"]), "resolved": instant(row["resolved_at"]),
                       "closed": instant(row["closed_at"]), "reopened": int(row["reopen_count"])}


def as_known(case, as_of):
    """The case as it was known at the cut-off. When it was reopened is not in the file: at the last resolution."""
    case = dict(case)
    when = case["resolved"] or case["closed"]
    case["reopened_at"] = when if case["reopened"] and when and when <= as_of else None
    for key in ("resolved", "closed"):
        if case[key] and case[key] > as_of:
            case[key] = None
    return case


def hours(seconds):
    return seconds / 3600


def middle(values):
    return values[(len(values) - 1) // 2] if values else None


def nine_in_ten(values):
    return values[math.ceil(len(values) * 9 / 10) - 1] if len(values) >= 10 else None


def outage(cases, start, end):
    """Hours of the union of the P1 intervals within the period."""
    spans = sorted((max(c["opened"], start), min(c["resolved"] or c["closed"] or end, end))
                   for c in cases if c["priority"] == "p1")
    total, reached = dt.timedelta(), start
    for a, b in spans:
        a = max(a, reached)
        if b > a:
            total, reached = total + (b - a), b
    return hours(total.total_seconds())


def months(start, end):
    """(year, month) of each calendar month that the period touches."""
    first, last = start.astimezone(ZONE), (end - dt.timedelta(seconds=1)).astimezone(ZONE)
    n = (last.year - first.year) * 12 + last.month - first.month
    return [(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1) for i in range(n + 1)]


def expected(cases, start, end, as_of):
    """Key of a figure -> (value, n, of); None is not compared."""
    known = [as_known(c, as_of) for c in cases if c["opened"] <= as_of]
    ours = [c for c in known if start <= c["opened"] < end]
    closed = [c for c in known if c["closed"] and start <= c["closed"] < end]
    reopened = [c for c in known if c["reopened_at"] and start <= c["reopened_at"] < end]
    backlog = [c for c in known if c["opened"] < end and (not c["closed"] or c["closed"] >= end)]
    settled = [c for c in ours if c["resolved"] or c["closed"]]
    stayed = [c for c in settled if not c["reopened_at"]]
    figures = {"cases.opened": len(ours), "cases.closed": len(closed), "cases.excluded": 0, "cases.backlog": len(backlog)}
    until = min(end, as_of)
    for name, low, high in (("0-7", 0, 7), ("8-30", 8, 30), ("31-90", 31, 90), ("90+", 91, 10 ** 9)):
        figures["cases.backlog.age." + name] = sum(low <= (until - c["opened"]).days <= high for c in backlog)
    for channel in ("unknown", "phone", "email", "portal", "chat", "tam"):
        figures["cases.opened.channel." + channel] = sum(c["channel"] == channel for c in ours)
    for year, month in months(start, end):
        for priority in ("none", "p1", "p2", "p3"):
            figures[f"cases.opened.month.{year:04d}-{month:02d}.{priority}"] = sum(
                c["priority"] == priority and (c["opened"].astimezone(ZONE).year, c["opened"].astimezone(ZONE).month) == (year, month)
                for c in ours)
    for suffix, chosen in [("", ours)] + [("." + p, [c for c in ours if c["priority"] == p]) for p in ("none", "p1", "p2", "p3")]:
        times = sorted(hours((c["resolved"] - c["opened"]).total_seconds()) for c in chosen if c["resolved"])
        figures["cases.opened" + suffix] = len(chosen)
        figures["cases.open" + suffix] = sum(not c["resolved"] and not c["closed"] for c in chosen)
        figures["resolve.median" + suffix] = middle(times)
        figures["resolve.p90" + suffix] = nine_in_ten(times)
        figures["resolve.longest" + suffix] = times[-1] if times else None
    figures["outage.hours"] = outage(known, start, until)
    figures["outage.availability"] = 1 - outage(known, start, until) / hours((until - start).total_seconds())
    figures["cases.reopened"] = (len(reopened), len(closed))
    figures["cases.stayed_closed"] = (len(stayed), len(settled))
    return figures, ours


def causes(ours):
    """The eight rows of the table: seven areas by count, then all others."""
    counts = {}
    for case in ours:
        counts[case["category"]] = counts.get(case["category"], 0) + 1
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    return rows if len(rows) <= 8 else rows[:7] + [(None, sum(n for _, n in rows[7:]))]


def differs(figure, wanted):
    if isinstance(wanted, tuple):
        return (figure["n"], figure["of"]) != wanted
    if wanted is None:
        return figure["value"] is not None
    return figure["value"] is None or abs(figure["value"] - wanted) > 1e-6


def check_not_measured(figures, faults):
    """The file has no first response, no message, no call and no escalation: none of that may have a value."""
    for key, figure in figures.items():
        if key.startswith(("response.", "escalations", "after_hours.", "calls.", "usage.", "survey.", "value")):
            if figure["value"] is not None and figure["value"] != 0 or figure["of"]:
                faults.append(f"{key} has a value, {figure['value']}")
    for key in ("response.met", "response.median", "response.p90", "response.met.p2", "response.met.p3", "escalations"):
        if figures[key]["state"] != "not measured" or not figures[key]["reason"]:
            faults.append(f"{key} is {figures[key]['state']}, not “not measured”")


def main(table, evidence):
    with open(evidence, encoding="utf-8") as file:
        review = json.load(file)
    at = [dt.datetime.fromisoformat(text.replace("Z", "+00:00")) for text in
          (review["period"]["start"], review["period"]["end"], review["as_of"])]
    figures = {figure["key"]: figure for figure in review["figures"]}
    wanted, ours = expected(list(read(table, review["account"]["name"])), *at)
    for i, (title, n) in enumerate(causes(ours)):
        key = f"cases.cause.{i + 1}"
        wanted[key] = n
        if figures[key].get("subject") != title:
            wanted[key] = f"{title}: {n}"
    faults = [f"{key}: the review says {figures[key]['value']} ({figures[key]['n']} of {figures[key]['of']}), the file {value}"
              for key, value in wanted.items() if isinstance(value, str) or differs(figures[key], value)]
    faults += [f"{key}: {figures[key]['n']} counted, {len(figures[key]['ids'])} ids" for key in wanted
               if key.startswith("cases.opened") and figures[key]["n"] != len(figures[key]["ids"])]
    check_not_measured(figures, faults)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(wanted)} figures of {review['account']['name']}, {len(ours)} cases: {len(faults)} differ")
    return 1 if faults or not ours else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
