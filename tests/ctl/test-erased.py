# SPDX-License-Identifier: GPL-3.0-or-later
"""A record that an administrator has erased on the team's server."""

import contextlib
import http.server
import json
import threading

from ctl import check, equal, folder, main, test
from team import Team, names, told


class Database(http.server.BaseHTTPRequestHandler):
    """As much of CouchDB as a laptop asks that is alone with it."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def answer(self, body, status=200):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def read(self):
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")

    def do_GET(self):
        state, rest = self.server.state, self.path.partition("?")[0].removeprefix("/accounts").lstrip("/")
        if rest == "":
            self.answer({"update_seq": "0-x", "purge_seq": f"{len(state['erased'])}-x", "doc_count": 0})
        elif rest == "_changes":
            self.answer({"results": [], "last_seq": "0-x", "pending": 0})
        elif rest == "_purged_infos":
            self.answer({"purged_infos": [{"id": id, "revs": []} for id in state["erased"]]})
        elif rest in state["locals"]:
            self.answer(state["locals"][rest])
        else:
            self.answer({"error": "not_found", "reason": "missing"}, 404)

    def do_PUT(self):
        state, rest = self.server.state, self.path.removeprefix("/accounts/")
        state["locals"][rest] = {**self.read(), "_rev": f"0-{len(state['locals']) + 1}"}
        self.answer({"ok": True, "rev": state["locals"][rest]["_rev"]}, 201)

    def do_POST(self):
        state, body = self.server.state, self.read()
        if self.path.endswith("/_bulk_docs"):
            state["documents"].update({document["_id"]: document for document in body["docs"]})
            self.answer([], 201)
        elif self.path.endswith("/_revs_diff"):
            self.answer({id: {"missing": revs} for id, revs in body.items() if id not in state["documents"]})
        else:
            self.answer({"results": [{"id": one["id"], "docs": [{"error": {
                "id": one["id"], "rev": one.get("rev", "undefined"), "error": "not_found", "reason": "missing"}}]} for one in body["docs"]]})


@contextlib.contextmanager
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Database) as at:
        at.state = {"documents": {}, "locals": {}, "erased": []}
        threading.Thread(target=at.serve_forever, daemon=True).start()
        with folder() as path:
            yield Team(path, f"http://127.0.0.1:{at.server_address[1]}"), at.state
        at.shutdown()


@test
def what_was_erased_is_told_and_goes_there_only_when_somebody_says_so():
    with server() as (t, state):
        t.create("a", "--team", t.url)
        account = t.run("a", "add", "account", "name=Kestrel Rail", "short_code=KR").stdout.strip()
        equal(json.loads(t.sync("a").stdout)["sent"], 1)

        state["documents"].clear()
        state["erased"].append(account)
        result = t.sync("a", status=3)
        equal(json.loads(result.stdout)["refused"], 1)
        told(result, "erased on the server by an administrator", account, "Kestrel Rail", "--again " + account)
        equal(names(t, "a"), ["Kestrel Rail"], "nothing is lost")

        t.run("a", "set", account, "note=Edited since")
        equal(json.loads(t.sync("a", "--again", "all", status=3).stdout)["sent"], 0)
        equal(state["documents"], {})
        equal(json.loads(t.sync("a", "--again", account).stdout)["sent"], 1)
        equal(state["documents"][account]["note"], "Edited since")
        check("erased" not in t.sync("a").stderr, "it is there again")


main()
