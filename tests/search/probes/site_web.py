"""The sites of the table, alive on loopback: https under one certificate, every answer by rule."""

from __future__ import annotations

import json
import socket
import threading
from collections import Counter
from typing import Any

from footprint.demo.web import PUBLIC, LoopbackWeb
from footprint.demo.web_sources import Answer, Asked, page_html
from tests.search.probes.table import ENDING, Row

SLOW = 0.05
NEVER = 30.0
_MANY_WORDS = "<p>What a person wrote about gardens, buses and the weather in Otherton.</p>" * 40


class SiteWeb(LoopbackWeb):
    """Hand its `resolver`, `dial` and `authority` to the door. `crowded` names hosts asked two questions at once."""

    def __init__(self, table: tuple[Row, ...]) -> None:
        super().__init__(more_hosts=(f"*.{ENDING}",))
        self._rows = {row.host: row for row in table}
        self._count: Counter[str] = Counter()
        self._busy: Counter[str] = Counter()
        self._counting = threading.Lock()
        self.crowded: set[str] = set()

    def resolver(self, host: str) -> tuple[str, ...]:
        if host not in self._rows:
            raise socket.gaierror(socket.EAI_NONAME, "no such site")
        return (PUBLIC,)

    def hear(self, asked: Asked) -> Any:
        heard = super().hear(asked)
        row = self._rows.get(asked.host)
        return _hang_up if row is not None and row.kind == "hangs up" else heard

    def answer(self, asked: Asked) -> Answer:
        row = self._rows[asked.host]
        with self._counting:
            self._count[row.host] += 1
            number = self._count[row.host]
            self._busy[row.host] += 1
            if self._busy[row.host] > 1:
                self.crowded.add(row.host)
        try:
            if row.kind == "slow but sound":
                self.closing(SLOW)
            elif row.kind == "too slow":
                self.closing(NEVER)
            return answer_of(row, asked.path, number)
        finally:
            with self._counting:
                self._busy[row.host] -= 1


def _hang_up(visit: Any) -> None:
    visit.connection.shutdown(socket.SHUT_RDWR)


def answer_of(row: Row, path: str, number: int) -> Answer:
    """What this site says to its `number`th question."""
    if path == "/welcome":
        return page_html(f"<h1>Welcome</h1>{_MANY_WORDS}", 200)
    if path.startswith("/login"):
        return _login()
    handle = path.removeprefix("/u/")
    wall = _walls(row, number)
    if wall is not None:
        return wall
    if row.kind in ("catch-all", "catch-all json"):
        return _there(row, handle)
    if row.kind == "404 for all":
        return _not_there(row)
    if row.kind == "now and then 200":
        return _there(row, handle) if number % 2 == 0 else _not_there(row)
    return _there(row, handle) if row.has(handle) else _not_there(row)


def _walls(row: Row, number: int) -> Answer | None:
    turned_away = {"blocked 403": 403, "blocked 999": 999, "in trouble": 500}
    if row.kind in turned_away:
        return _page("<h1>No</h1>", turned_away[row.kind])
    if row.kind.startswith("challenge"):
        return _challenge(int(row.kind.rpartition(" ")[2]))
    if row.kind == "soft 404":
        return _page(f"<title>Page not found</title><h1>We could not find that page</h1>{_MANY_WORDS}")
    if row.kind == "login page":
        return _login()
    if row.kind == "login redirect":
        return Answer(302, b"", "text/html", {"Location": f"https://{row.host}/login?next=/u/"})
    if row.kind == "rate limiting" and number > 2:
        return Answer(429, b"slow down", "text/plain", {"Retry-After": "120"})
    if row.kind == "now and then 404" and number % 2 == 0:
        return _not_there(row)
    if row.kind == "now and then a wall" and number % 2 == 0:
        return _challenge(200)
    if row.kind == "wall half way" and number > 3:
        return _not_there(row)
    return None


def _there(row: Row, handle: str) -> Answer:
    if row.rule == "json":
        return Answer(200, json.dumps({"user": {"name": handle, "posts": 12}}).encode(), "application/json")
    head = f'<title>{handle} on site {row.number}</title><meta property="profile:username" content="{handle}">'
    return _page(f"{head}<h1>{handle}</h1>{_MANY_WORDS}")


def _not_there(row: Row) -> Answer:
    if row.rule == "json":
        return Answer(200, b'{"user": null}', "application/json")
    if row.rule == "redirect":
        return Answer(302, b"", "text/html", {"Location": "/welcome"})
    if row.rule == "message":
        return _page(f"<title>Members</title><h1>Members</h1><p>There is no member of that name.</p>{_MANY_WORDS}")
    return _page("<title>404</title><h1>Page not found</h1>", 404)


def _challenge(status: int) -> Answer:
    body = "<title>Just a moment...</title><h1>Checking your browser</h1><div class='cf-chl-widget'></div>"
    return _page(body, status)


def _login() -> Answer:
    return _page("<title>Log in</title><h1>Welcome back</h1><form><input type='password' name='p'></form>")


def _page(body: str, status: int = 200) -> Answer:
    return page_html(body, status)
