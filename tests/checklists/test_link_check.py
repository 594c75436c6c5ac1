"""The links of the checklists are looked at politely, over real https on this computer, and said as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from time import monotonic

import pytest

from footprint.checklists import LinkRow
from footprint.checklists.link_check import LinkLook, LinkState, as_page, look, sendings
from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.tasks import Task
from footprint.vault.vault import Vault
from footprint.web import Offline, Purpose, Web, entries

HOST, OTHER, CLOSED = "chirp.example", "help.chirp.example", "closed.example"
ROBOTS = b"User-agent: *\nDisallow: /private/\n"
Pages = dict[str, tuple[int, dict[str, str]]]

PAGES: Pages = {
    "/open": (200, {}),
    "/moved": (301, {"Location": f"https://{HOST}/new"}),
    "/new": (200, {}),
    "/tacked": (302, {"Location": f"https://{HOST}/tacked/?lang=en"}),
    "/tacked/": (200, {}),
    "/settings": (302, {"Location": f"https://{HOST}/login?next=settings"}),
    "/login": (200, {}),
    "/broken": (500, {}),
    "/wall": (403, {}),
}


class Site:
    """A small site: its robots.txt, its pages, and what it does with a HEAD."""

    def __init__(self, robots: tuple[int, bytes] = (200, ROBOTS), *, knows_head: bool = True) -> None:
        self.robots, self.knows_head = robots, knows_head
        self.asked: list[tuple[str, str]] = []
        self.times: list[float] = []

    def __call__(self, visit: Visit) -> None:
        path, method = visit.asked.path, visit.asked.method
        self.asked.append((method, path))
        self.times.append(monotonic())
        if path == "/robots.txt":
            visit.send(*self.robots, "text/plain")
        elif method == "HEAD" and not self.knows_head:
            visit.send(405)
        else:
            status, headers = PAGES.get(path, (404, {}))
            visit.send(status, b"<h1>Chirp</h1>", "text/html", **headers)


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb(more_hosts=(HOST, OTHER, CLOSED)) as web:
        yield web


@pytest.fixture
def door(vault: Vault, loopback: LoopbackWeb) -> Callable[..., Web]:
    @contextmanager
    def nothing() -> Iterator[None]:
        yield

    def make(pace: float = 0, *, offline: bool = False) -> Web:
        return Web(
            vault,
            resolver=loopback.resolver,
            dial=loopback.dial,
            authority=loopback.authority,
            pace=pace,
            offline=lambda: offline,
        )

    return make


def rows(*paths: str, host: str = HOST) -> tuple[LinkRow, ...]:
    return tuple(LinkRow("chirp.toml", f"checks[{at}].link", f"https://{host}{path}") for at, path in enumerate(paths))


def seen(web: Web, *links: LinkRow) -> dict[str, LinkLook]:
    return {one.link.removeprefix(f"https://{HOST}"): one for one in look(web, links, Task())}


@pytest.mark.parametrize("knows_head", [True, False])
def test_every_link_is_said_as_a_stranger_gets_it(
    loopback: LoopbackWeb, door: Callable[..., Web], knows_head: bool
) -> None:
    site = Site(knows_head=knows_head)
    loopback.misbehave(HOST, site)
    paths = ("/open", "/moved", "/tacked", "/settings", "/none", "/broken", "/wall", "/private/a", "/{handle}")
    found = seen(door(), *rows(*paths))
    assert {path: one.state for path, one in found.items()} == {
        "/open": LinkState.OPENS,
        "/moved": LinkState.MOVED,
        "/tacked": LinkState.OPENS,
        "/settings": LinkState.SIGN_IN,
        "/none": LinkState.GONE,
        "/broken": LinkState.FAILED,
        "/wall": LinkState.REFUSED,
        "/private/a": LinkState.NOT_ASKED,
        "/{handle}": LinkState.PERSONAL,
    }
    assert found["/moved"].now == f"https://{HOST}/new"
    assert not any(path.startswith("/private") for _method, path in site.asked)
    assert site.asked[0] == ("GET", "/robots.txt")
    methods = {method for method, path in site.asked if path == "/open"}
    assert methods == ({"HEAD"} if knows_head else {"HEAD", "GET"})


@pytest.mark.parametrize(
    ("robots", "state"),
    [
        ((404, b""), LinkState.OPENS),
        ((403, b""), LinkState.OPENS),
        ((500, b""), LinkState.FAILED),
        ((200, b"User-agent: *\nDisallow: /"), LinkState.NOT_ASKED),
        ((200, b"User-agent: FootprintCheck\nDisallow: /\n\nUser-agent: *\nAllow: /"), LinkState.NOT_ASKED),
        ((200, b"User-agent: *\nCrawl-delay: 3600"), LinkState.NOT_ASKED),
        ((200, b"\xff\xfe\x00garbage: :::\n<html>"), LinkState.OPENS),
    ],
)
def test_the_wishes_of_a_site_are_obeyed(
    loopback: LoopbackWeb, door: Callable[..., Web], robots: tuple[int, bytes], state: LinkState
) -> None:
    site = Site(robots)
    loopback.misbehave(HOST, site)
    assert seen(door(), *rows("/open"))["/open"].state is state
    if state is not LinkState.OPENS:
        assert [path for _method, path in site.asked] == ["/robots.txt"]


def test_a_site_is_asked_one_thing_at_a_time_with_a_pause(loopback: LoopbackWeb, door: Callable[..., Web]) -> None:
    site = Site()
    loopback.misbehave(HOST, site)
    seen(door(pace=0.15), *rows("/open", "/new", "/login"))
    assert len(site.times) == 4
    assert all(later - sooner > 0.14 for sooner, later in pairwise(site.times))


def test_three_refusals_end_the_questions_to_a_site(loopback: LoopbackWeb, door: Callable[..., Web]) -> None:
    site = Site((404, b""))
    loopback.misbehave(HOST, site)
    many = [f"/wall?{number}" for number in range(9)]
    found = seen(door(), *rows(*many))
    assert {one.state for one in found.values()} == {LinkState.REFUSED}
    assert len(site.asked) <= 4


@pytest.mark.parametrize("how", ["hangs_up", "silent", "circle", "expired", "broken"])
def test_a_look_that_failed_is_never_one_that_opens(vault: Vault, loopback: LoopbackWeb, how: str) -> None:
    loopback.misbehave(HOST, how)
    web = Web(
        vault, resolver=loopback.resolver, dial=loopback.dial, authority=loopback.authority, pace=0, total=1.0,
        offline=lambda: False,
    )  # fmt: skip
    assert seen(web, *rows("/open"))["/open"].state is LinkState.FAILED


def test_everything_asked_stands_in_the_journal_and_names_nobody(
    vault: Vault, loopback: LoopbackWeb, door: Callable[..., Web]
) -> None:
    loopback.misbehave(HOST, Site())
    seen(door(), *rows("/open", "/{handle}"))
    written = entries(vault)
    assert {(one.purpose, one.method) for one in written} == {(Purpose.LINKS, "GET"), (Purpose.LINKS, "HEAD")}
    assert all(one.details == () for one in written)
    assert [one.host for one in sendings(rows("/open", "/{handle}"))] == [HOST]


def test_the_same_address_in_two_places_is_asked_once(loopback: LoopbackWeb, door: Callable[..., Web]) -> None:
    site = Site()
    loopback.misbehave(HOST, site)
    found = seen(door(), *rows("/none", "/none", "/none#part"))
    assert len(found["/none"].places) == 3
    assert sum(path == "/none" for _method, path in site.asked) <= 2
    page = as_page(found.values(), "25 November 2026")
    assert page.count("The page is gone (404)") == 3


def test_stopping_keeps_what_was_seen(loopback: LoopbackWeb, door: Callable[..., Web]) -> None:
    task = Task()

    def stops(visit: Visit) -> None:
        if visit.asked.path == "/new":
            task.stop()
        Site()(visit)

    loopback.misbehave(HOST, stops)
    found = list(look(door(), rows("/open", "/new", "/login"), task))
    assert [one.link for one in found] == [f"https://{HOST}/open"]


def test_offline_asks_nothing(loopback: LoopbackWeb, door: Callable[..., Web]) -> None:
    with pytest.raises(Offline):
        list(look(door(offline=True), rows("/open"), Task()))
    assert loopback.accepted == 0
