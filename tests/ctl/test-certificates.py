# SPDX-License-Identifier: GPL-3.0-or-later
"""A team's server with a certificate that something is wrong with."""

import contextlib
import hashlib
import json
import os
import socket
import ssl
import subprocess
import threading

from ctl import check, equal, main, test
from team import names, team, told

PAST = ("-not_before", "20200101000000Z", "-not_after", "20210101000000Z")
GOOD = ("-not_before", "20200101000000Z", "-not_after", "20991231000000Z")


def certify(at, name, host, authority=None, dates=GOOD):
    """NAME.pem and NAME.key in a folder, certified by another of them or by itself."""
    config = os.path.join(at, "openssl.conf")
    with open(config, "w", encoding="utf-8") as file:
        file.write("[req]\ndistinguished_name=dn\n[dn]\n")
    path = os.path.join(at, name)
    by = ["-CA", os.path.join(at, authority + ".pem"), "-CAkey", os.path.join(at, authority + ".key")] if authority else \
         ["-addext", "basicConstraints=critical,CA:TRUE"]
    subprocess.run(["openssl", "req", "-x509", "-config", config, "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                    "-keyout", path + ".key", "-out", path + ".pem", "-subj", "/CN=" + host, "-addext", "subjectAltName=DNS:" + host,
                    *by, *dates], check=True, capture_output=True)
    return path


def fingerprint(path):
    with open(path + ".pem", encoding="ascii") as file:
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(file.read())).hexdigest()


def pipe(one, other):
    """What comes from one goes to the other, until it ends."""
    with contextlib.suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
    with contextlib.suppress(OSError):
        other.shutdown(socket.SHUT_WR)


def serve_one(context, connection, port):
    with contextlib.suppress(OSError), context.wrap_socket(connection, server_side=True) as secure, \
            socket.create_connection(("127.0.0.1", port)) as plain:
        back = threading.Thread(target=pipe, args=(plain, secure), daemon=True)
        back.start()
        pipe(secure, plain)
        back.join()


def accept(listener, context, port):
    with contextlib.suppress(OSError):
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=serve_one, args=(context, connection, port), daemon=True).start()


@contextlib.contextmanager
def behind(t, path):
    """The team's server behind a certificate, on a port of its own."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path + ".pem", path + ".key")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, args=(listener, context, int(t.server.rsplit(":", 1)[1])), daemon=True).start()
        yield f"https://localhost:{listener.getsockname()[1]}/accounts"


def refused(t, path, *words, ca=None):
    """Not a word is sent; one sentence says why, and how to go on all the same."""
    pin = fingerprint(path)
    options = ("--ca", ca + ".pem") if ca else ()
    with behind(t, path) as url:
        for command in ("sync", "provision"):
            result = t.run("a", command, url, *options, status=1)
            told(result, "localhost:", "--pin " + pin, *words)
            equal(result.stdout, "")
        equal(json.loads(t.sync("a", url, *options, "--pin", pin).stdout)["refused"], 0)
        t.run("a", "leave", "--yes", "--keep")


@test
def each_flaw_of_a_certificate_is_one_clear_sentence_with_a_way_out():
    with team() as t:
        t.run("a", "provision", t.url)
        t.create("a")
        t.run("a", "add", "account", "name=Kestrel Rail", "short_code=KR")
        ca = certify(t.at, "ca", "Team authority")
        other = certify(t.at, "other", "Somebody else")
        refused(t, certify(t.at, "expired", "localhost", "ca", PAST), "expired on 2021-01-01", "ask the administrator", ca=ca)
        refused(t, certify(t.at, "elsewhere", "elsewhere.example", "ca"), "another server’s", "check the address", ca=ca)
        refused(t, certify(t.at, "unknown", "localhost", "ca"), "Nobody that this computer trusts", "choose the file", ca=other)
        refused(t, certify(t.at, "self", "localhost"), "has certified itself", "compare the fingerprint")


@test
def a_team_that_certifies_itself_is_trusted_by_its_authority():
    with team() as t:
        t.run("a", "provision", t.url)
        t.create("a")
        t.run("a", "add", "account", "name=Kestrel Rail", "short_code=KR")
        ca = certify(t.at, "ca", "Team authority")
        with behind(t, certify(t.at, "good", "localhost", "ca")) as url:
            t.sync("a", url, "--ca", ca + ".pem")
            t.create("b", "--team", url, "--ca", ca + ".pem")
            t.sync("b")
            equal(names(t, "b"), ["Kestrel Rail"])


@test
def beside_a_pinned_certificate_no_other_is_accepted():
    with team() as t:
        t.run("a", "provision", t.url)
        t.create("a")
        certify(t.at, "ca", "Team authority")
        old = certify(t.at, "old", "localhost")
        with behind(t, certify(t.at, "new", "localhost", "ca")) as url:
            result = t.sync("a", url, "--pin", fingerprint(old), "--ca", os.path.join(t.at, "ca.pem"), status=1)
            told(result, "another certificate than the pinned one", "ask its administrator")
            check("--pin" not in result.stderr, "a certificate that was replaced is not offered")


main()
