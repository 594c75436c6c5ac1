"""The attack list, line by line (`tests/data/attack_cases.toml`), through the door and through all who go out by it.

Each case ends in a refusal or an outcome with its reason; a good address, name or server passes beside it.
"""

from __future__ import annotations

import tomllib
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from footprint import log, search, web
from footprint.demo.misbehaviour import CERTIFICATES, KNOWN, Misbehaviour, redirect_to, status
from footprint.demo.web import LOOPBACK, PUBLIC, LoopbackWeb
from footprint.log import New, recheck
from footprint.search import PROVIDERS, BadServer, Outcome, probes, reading
from footprint.search.probes import Answer
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Consent, Purpose, Refused, Request, Web, judge, judge_link
from tests.web import callers
from tests.web.callers import CALLERS, GOOD, HOST, SITE

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "attack_cases.toml").read_text(encoding="utf-8")
)
ADDRESSES = [(one["url"], one["why"]) for one in CASES["address"]]
# A page somebody found may be plain http, and opened; nothing else of the list ever is.
PLAIN = "http://example.com/"
NEVER = [url for url, _why in ADDRESSES if url != PLAIN]
RESOLVES = {one["case"]: tuple(one["answers"]) for one in CASES["resolves"]}
SERVERS = {one["how"]: one for one in CASES["server"]}
# What is left of some of them once the part that nobody may follow was taken off: a name, asked for as a name.
MENDED = ("example.com",)
KEEPS_WAITING = ("slow", "slow_head", "silent")
# Whatever the names of its members say, these are the sentences of a look that worked.
_WORKED = frozenset(GOOD.values()) | {"empty", "says no"}
Say = Callable[[Web], callers.Said]

each_caller = pytest.mark.parametrize("who", CALLERS)


@pytest.fixture(scope="module")
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb(more_hosts=(HOST, "other.example")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _at_first_all_is_well(loopback: LoopbackWeb) -> None:
    callers.behave(loopback)
    loopback.asked.clear()
    loopback.look_ups.clear()
    loopback.accepted = 0


@pytest.fixture
def ada(vault: Vault) -> Vault:
    return callers.ada(vault)


def how_of(words: str) -> str | Misbehaviour:
    """What the table calls by name."""
    kind, _sign, rest = words.partition(" ")
    if kind == "status":
        return status(int(rest))
    return redirect_to(rest) if kind == "to" else words if words in CERTIFICATES else KNOWN[words]


# -- the table itself ----------------------------------------------------------------------------------


def test_every_case_of_the_list_is_in_the_table() -> None:
    assert (len(ADDRESSES), len(set(ADDRESSES))) == (34, 34)
    assert len(RESOLVES) == 15 + 10
    assert {*KNOWN, *CERTIFICATES} <= SERVERS.keys(), "what a server can do has to stand in the table"
    codes = {int(how.partition(" ")[2]) for how in SERVERS if how.startswith("status ")}
    assert codes >= {401, 403, 407, 429, 451, 500, 502, 503, 999}
    targets = [how.partition(" ")[2] for how in SERVERS if how.startswith("to ")]
    assert {one.partition(":")[0] for one in targets} == {"https", "http", "file", "ftp", "javascript"}


def test_every_case_says_how_it_ends_for_everybody() -> None:
    for how, case in SERVERS.items():
        assert set(case) == {"how", *CALLERS}, how
        ended = {who: case[who] for who in CALLERS if who != "door"}
        assert _WORKED.isdisjoint(ended.values()), f"a failed look is never a clean one: {how}"


# -- addresses -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("url", "why"), ADDRESSES)
def test_the_door_refuses_the_address_with_its_reason(
    door: Web, allow: Callable[..., Consent], loopback: LoopbackWeb, url: str, why: str
) -> None:
    for purpose in (Purpose.SEARCH, Purpose.PROBE):
        with pytest.raises(Refused) as caught:
            door.fetch(Request(url, purpose), allow(door, purpose), Task())
        assert caught.value.reason == why and why in str(caught.value)
    if url != PLAIN:  # nor is it a page that was found, or one to open
        for purpose in (Purpose.PAGE, Purpose.RECHECK):
            with pytest.raises(Refused):
                door.fetch(Request(url, purpose), allow(door, purpose), Task())
        with pytest.raises(Refused):
            judge_link(url)
    assert (loopback.accepted, loopback.look_ups.total()) == (0, 0)
    assert door.fetch(Request(f"https://{HOST}/", Purpose.PAGE), allow(door, Purpose.PAGE), Task()).status == 200


def test_a_good_address_passes_beside_them() -> None:
    for url in ("https://example.com/", "https://example.com:443/x?u=https://127.0.0.1/", "https://0x7f.example/"):
        assert judge(url).url.startswith("https://")
        assert judge_link(url).host
    assert judge(PLAIN, plain=True).scheme == "http"
    assert judge_link(PLAIN).warning


def test_no_probe_asks_it(ada: Vault, door: Web, loopback: LoopbackWeb) -> None:
    """Also not from a list of sites somebody handed over."""
    bad = [replace(SITE, id=f"bad{at}", name=f"Bad {at}", profile=url + "{handle}") for at, url in enumerate(NEVER)]
    made = probes.plan(ada, [*bad, SITE], [callers.HANDLE], own=False)
    results = probes.run(ada, door, made, Task()).value.results
    assert {one.site for one in results if one.answer is not Answer.CANNOT_TELL} == {SITE.id}
    assert set(loopback.look_ups) == {HOST}


def test_no_page_of_it_is_read(ada: Vault, door: Web, loopback: LoopbackWeb) -> None:
    """What is pasted is mended where that is safe, and is another address then; the rest is refused with a reason."""
    for url in (*NEVER, f"https://{HOST}/found Ada Example"):
        search.add_pasted(ada, url)
    made = reading.plan(ada, [one.id for one in search.findings(ada)])
    assert all(line.problem for line in made.lines if not _is_good(line.address))
    readings = reading.read(ada, door, made, Task()).value.readings
    assert [one.outcome for one in readings if one.good] == [Outcome.RESULTS]
    assert set(loopback.look_ups) <= {HOST, *MENDED}


def test_no_item_at_it_is_looked_at_again(ada: Vault, door: Web, loopback: LoopbackWeb) -> None:
    good = log.add(ada, New("A page", f"https://{HOST}/found")).value.id
    ids = [good]
    for url in NEVER:
        with suppress(log.BadItem):
            ids.append(log.add(ada, New("Another", url)).value.id)
    made = recheck.plan(ada, ids)
    assert all(line.problem for line in made.lines if not _is_good(line.address))
    looks = recheck.run(ada, door, made, Task()).value.looks
    assert [one.item_id for one in looks if one.verdict is recheck.Verdict.STILL_THERE] == [good]
    assert set(loopback.look_ups) <= {HOST, *MENDED}


def test_it_is_no_public_server_of_the_persons(ada: Vault) -> None:
    mastodon = next(one for one in PROVIDERS if one.name == "mastodon")
    for url in NEVER:
        try:
            assert search.give(ada, mastodon, url).value in MENDED
        except (BadServer, Refused) as problem:
            assert str(problem)
    assert search.give(ada, mastodon, "social.example").value == "social.example"


def _is_good(address: str) -> bool:
    try:
        return bool(judge(address, plain=True))
    except Refused:
        return False


# -- names that lead inside ----------------------------------------------------------------------------


@pytest.mark.parametrize("answers", RESOLVES.values(), ids=RESOLVES.keys())
def test_a_name_that_leads_inside_is_asked_by_nobody(
    ada: Vault, make_door: Callable[..., Web], loopback: LoopbackWeb, answers: tuple[str, ...]
) -> None:
    for ask in CALLERS.values():
        said = ask(ada, make_door(resolver=lambda _host: answers))
        assert not said.clean and said.sentence
    assert loopback.accepted == 0
    assert {one.outcome for one in web.entries(ada)} == {"Refused"}
    assert not any(one.connected for one in web.entries(ada))
    assert callers.door(ada, make_door()).clean


@each_caller
def test_a_name_that_changes_its_answer_is_dialled_where_it_was_judged(
    ada: Vault, make_door: Callable[..., Web], loopback: LoopbackWeb, who: str
) -> None:
    """One look-up for a request, and that very address is dialled; the next request is judged anew."""
    told: list[str] = []
    dialled: list[str] = []

    def changing(_host: str) -> list[str]:
        told.append(PUBLIC if len(told) % 2 == 0 else LOOPBACK)
        return [told[-1]]

    def dial(address: str, port: int) -> tuple[str, int]:
        dialled.append(address)
        return loopback.dial(address, port)

    web_ = make_door(resolver=changing, dial=dial)
    CALLERS[who](ada, web_)
    CALLERS[who](ada, web_)
    assert set(dialled) == {PUBLIC}
    assert len(dialled) == loopback.accepted
    assert len(told) == len(web.entries(ada))


# -- what a server may do ------------------------------------------------------------------------------


@pytest.mark.parametrize("how", SERVERS)
def test_it_ends_in_the_outcome_of_the_table(
    ada: Vault, make_door: Callable[..., Web], loopback: LoopbackWeb, how: str
) -> None:
    callers.misbehave(loopback, how_of(how))
    ended = {}
    for who, ask in CALLERS.items():
        said = ask(ada, make_door(total=0.3 if how in KEEPS_WAITING else 20.0))
        assert said.sentence and (who == "door" or not said.clean)
        ended[who] = said.word
    assert {"how": how, **ended} == SERVERS[how]
    assert not any("cookie" in one.headers or "referer" in one.headers for one in loopback.asked)
    kept = web.entries(ada)
    assert kept and all(one.outcome for one in kept)
    assert sum(one.connected for one in kept) == loopback.accepted


def test_a_server_as_it_should_be_passes_beside_them(ada: Vault, door: Web) -> None:
    said = {who: ask(ada, door) for who, ask in CALLERS.items()}
    assert {who: one.word for who, one in said.items()} == GOOD
    assert all(one.clean for one in said.values())


@pytest.mark.parametrize("how", [how for how in SERVERS if how in KNOWN and how not in KEEPS_WAITING])
def test_the_same_where_a_site_is_asked_for_its_wishes(ada: Vault, door: Web, loopback: LoopbackWeb, how: str) -> None:
    """A site that misbehaves at its robots.txt as well: never an exception, never a clean answer."""
    loopback.misbehave(HOST, KNOWN[how])
    for said in (callers.page(ada, door), callers.again(ada, door)):
        assert said.sentence and not said.clean


@pytest.mark.parametrize("how", ["endless", "gzip_bomb", "many_headers", "long_header", "many_links"])
def test_no_size_fills_the_memory(ada: Vault, door: Web, loopback: LoopbackWeb, how: str) -> None:
    asked = [callers.source, callers.probe, callers.page]  # the door itself is measured in `test_answers`
    for ask in asked:
        ask(ada, door)  # whatever is loaded on first use is not counted
    callers.misbehave(loopback, KNOWN[how])
    tracemalloc.start()
    try:
        for ask in asked:
            ask(ada, door)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    own = 17_000_000 if how == "gzip_bomb" else 3_000_000  # what the server, in this same process, packs or sends
    assert peak < 8 * callers.CAP + own


def test_a_stopped_server_is_not_asked_by_the_next_either(ada: Vault, make_door: Callable[..., Web]) -> None:
    """Turned off in the middle: no answer is a clean one."""
    for who in CALLERS:
        door = make_door(dial=lambda _address, _port: (LOOPBACK, 9))
        said = CALLERS[who](ada, door)
        assert not said.clean and said.sentence
