# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs tambourctl as a person would, and says in TAP what came of it."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ["TAMBOURCTL"]
SHARED = os.environ.get("TAMBOUR_SHARED", "")
SOURCE = os.environ["TAMBOUR_SOURCE_DIR"]

tests = []


def test(function):
    """Registers a test; its name, with spaces, is the sentence that it shows."""
    tests.append(function)
    return function


def run(*words, status=0, stdin=None, **options):
    """Runs tambourctl; the exit status must be the one that is expected."""
    result = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, input=stdin,
                            timeout=300, **options)
    if result.returncode != status:
        raise AssertionError(f"{words}: exit status {result.returncode}, expected {status}: {result.stderr}")
    return result


def lines(result):
    """The JSON lines of a result."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def equal(found, expected, what=""):
    if found != expected:
        raise AssertionError(f"{what}: {found!r} is not {expected!r}")


def check(condition, what):
    if not condition:
        raise AssertionError(what)


@contextlib.contextmanager
def folder():
    """A folder that goes away again."""
    path = tempfile.mkdtemp(prefix="tambour-test-")
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def main():
    """Runs every registered test and prints TAP."""
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace("_", " ")
        try:
            function()
            print(f"ok {number} - {name}", flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)
