"""A vault that knows its person and has findings, a loopback web whose sites say what a test wants, a door to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from footprint import search
from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.vault import Vault
from footprint.web import Web

PAGE = """<!doctype html><html><head><title>Ada Example, fun run</title><meta name="robots" content="noindex">
<meta property="article:published_time" content="2024-05-01T10:00:00Z"><meta name="author" content="Sam Writer">
<meta property="og:image" content="/p/ada-at-the-run.jpg"><link rel="canonical" href="/run"></head>
<body><header>Otherton Harriers</header><main><h1>Fun run</h1><p>First home was Ada Example, 34, from Otherton, who ran
with her husband Tom. Call Ada Example on 07700 900123.</p></main><footer>The hall, Mill Lane, EX1 1AA. 01632 960001
</footer></body></html>"""


class Site:
    """Every page shows `text` with `status`; `robots` are its wishes; what is asked is remembered."""

    def __init__(self, text: str = PAGE, status: int = 200, robots: str = "", kind: str = "text/html") -> None:
        self.text, self.status, self.robots, self.kind = text, status, robots, kind
        self.headers: dict[str, str] = {}
        self.asked: list[str] = []

    def __call__(self, visit: Visit) -> None:
        self.asked.append(visit.asked.path)
        if visit.asked.path == "/robots.txt":
            visit.send(200, self.robots.encode(), "text/plain")
        else:
            visit.send(self.status, self.text.encode(), self.kind, **self.headers)


HOSTS = ("club.example", "www.club.example", "paper.example", "other.example", "tiktok.com", "facebook.com")


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb(more_hosts=HOSTS) as web:
        yield web


@pytest.fixture
def door(vault: Vault, loopback: LoopbackWeb) -> Web:
    return Web(
        vault,
        offline=lambda: False,
        resolver=loopback.resolver,
        dial=loopback.dial,
        authority=loopback.authority,
        pace=0,
        total=5,
    )


@pytest.fixture
def found(ada: Vault) -> Callable[..., list[str]]:
    """Findings at these addresses: their ids, in this order."""

    def add(*addresses: str) -> list[str]:
        search.add_pasted(ada, "\n".join(addresses))
        known = {one.address: one.id for one in search.findings(ada)}
        return [known[one] for one in addresses]

    return add
