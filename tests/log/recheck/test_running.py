"""A run over real https: consent first, robots obeyed, no cookies, one odd question at most, stopped and carried on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

from footprint import log, person
from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.log import New, Origin, State, recheck
from footprint.log.recheck import NothingToLook, Reason, Verdict, Word
from footprint.person import DetailKind
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Offline, Purpose, Web, entries, presses
from tests.conftest import FakeClock

HOSTS = ("club.example", "paper.example", "closed.example")
PAGE = (
    "<title>Fun run</title><h1>Fun run</h1><p>First home was Ada Example of Otherton in 48 minutes, said the club.</p>"
    "<p>The secret word of this page is marmalade, and the next meeting is in the hall behind the library.</p>"
)
EMPTY = PAGE.replace("Ada Example", "somebody")


class Site:
    """Every page shows the same; `robots` are its wishes; what is asked is remembered."""

    def __init__(self, text: str = PAGE, robots: str = "") -> None:
        self.text, self.robots, self.status = text, robots, 200
        self.asked: list[str] = []
        self.cookies: list[str] = []

    def __call__(self, visit: Visit) -> None:
        asked = visit.asked
        self.asked.append(asked.path)
        self.cookies += [asked.headers["cookie"]] if "cookie" in asked.headers else []
        if asked.path == "/robots.txt":
            visit.send(200, self.robots.encode(), "text/plain", Set_Cookie="a=1")
        elif "/fp-" in asked.path:
            visit.send(404, b"<h1>Not found</h1>")
        else:
            text = self.text if self.status == 200 else "<h1>Not found</h1>"
            visit.send(self.status, text.encode(), Set_Cookie="who=you")


@pytest.fixture
def sites() -> dict[str, Site]:
    return {host: Site() for host in HOSTS}


@pytest.fixture
def loopback(sites: dict[str, Site]) -> Iterator[LoopbackWeb]:
    with LoopbackWeb(more_hosts=HOSTS) as web:
        for host, site in sites.items():
            web.misbehave(host, site)
        yield web


@pytest.fixture
def door(vault: Vault, loopback: LoopbackWeb) -> Callable[..., Web]:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")

    def make(*, offline: bool = False) -> Web:
        return Web(
            vault, resolver=loopback.resolver, dial=loopback.dial, authority=loopback.authority, pace=0,
            offline=lambda: offline,
        )  # fmt: skip

    return make


def item(vault: Vault, address: str, **more: object) -> str:
    return log.add(vault, New("A page", address, **more)).value.id  # type: ignore[arg-type]


def look(vault: Vault, web: Web, *ids: str) -> tuple[recheck.Look, ...]:
    return recheck.run(vault, web, recheck.plan(vault, ids), Task()).value.looks


def test_what_leaves_is_what_the_preview_said_and_stands_in_the_journal(
    vault: Vault, door: Callable[..., Web], sites: dict[str, Site]
) -> None:
    one = item(vault, "https://club.example/run/1")
    plan = recheck.plan(vault, [one])
    assert [sending.host for sending in plan.sendings] == ["club.example"]
    recheck.run(vault, door(), plan, Task())
    recheck.run(vault, door(), plan, Task())
    assert sites["club.example"].asked == ["/robots.txt", "/run/1"] * 2
    assert sites["club.example"].cookies == []
    assert {(entry.purpose, entry.method) for entry in entries(vault)} == {(Purpose.RECHECK, "GET")}
    assert all(not entry.details for entry in entries(vault))
    assert "https://club.example/run/1" in presses(vault)[0].sendings[0].url


def test_nothing_that_could_be_read_on_a_page_is_kept(vault: Vault, door: Callable[..., Web]) -> None:
    look(vault, door(), item(vault, "https://club.example/run/1"))
    with vault.reading() as db:
        kept = json.dumps([list(row) for row in db.execute("SELECT * FROM recheck_look")]).casefold()
    assert not any(word in kept for word in ("marmalade", "ada example", "otherton", "fun run", "48 minutes"))


def test_robots_are_obeyed_and_what_cannot_be_asked_is_for_the_persons_eyes(
    vault: Vault, door: Callable[..., Web], sites: dict[str, Site]
) -> None:
    sites["closed.example"].robots = "User-agent: *\nDisallow: /private"
    (found,) = look(vault, door(), item(vault, "https://closed.example/private/1"))
    assert (found.verdict, found.reason) == (Verdict.NEEDS_EYES, Reason.ROBOTS)
    assert sites["closed.example"].asked == ["/robots.txt"]


def test_a_site_is_asked_for_something_odd_once_at_most(
    vault: Vault, door: Callable[..., Web], sites: dict[str, Site]
) -> None:
    ids = [item(vault, f"https://club.example/run/{at}") for at in range(4)]
    look(vault, door(), *ids)
    sites["club.example"].text = EMPTY
    sites["club.example"].asked.clear()
    found = look(vault, door(), *ids)
    assert {one.verdict for one in found} == {Verdict.NAME_REMOVED}
    assert sum("/fp-" in path for path in sites["club.example"].asked) == 1
    assert all(log.get(vault, one).state is State.FOUND for one in ids)


def test_a_redirect_to_another_site_carries_on_politely(
    vault: Vault, door: Callable[..., Web], loopback: LoopbackWeb
) -> None:
    one = item(vault, "https://club.example/run/1")
    look(vault, door(), one)
    loopback.misbehave("club.example", lambda visit: visit.send(302, Location="https://paper.example/run/1"))
    assert look(vault, door(), one)[0].reason in (Reason.REDIRECT_NAMED, Reason.NO_ANSWER)


def test_stopping_keeps_what_was_seen_and_the_rest_is_carried_on(
    vault: Vault, door: Callable[..., Web], sites: dict[str, Site], clock: FakeClock
) -> None:
    ids = [item(vault, f"https://club.example/run/{at}") for at in range(3)]

    class StopsAfterOne(Task):
        def step(self, done: int, total: int, note: str = "") -> None:
            if done == 1:
                self.stop()
            super().step(done, total, note)

    done = recheck.run(vault, door(), recheck.plan(vault, ids), StopsAfterOne())
    assert done.value.stopped and done.value.left == 2 and len(done.value.looks) == 1
    left = recheck.unfinished(vault)
    assert left is not None and len(left.chosen) == 2
    clock.advance(minutes=5)
    rest = recheck.run(vault, door(), left, Task()).value
    assert not rest.stopped and {one.item_id for one in (*done.value.looks, *rest.looks)} == set(ids)
    assert recheck.unfinished(vault) is None


def test_one_undo_takes_a_whole_run_back(vault: Vault, door: Callable[..., Web]) -> None:
    ids = [item(vault, f"https://{host}/1") for host in ("club.example", "paper.example")]
    done = recheck.run(vault, door(), recheck.plan(vault, ids), Task())
    vault.undo(done.undo)
    assert all(recheck.looks(vault, one) == () for one in ids)


def test_what_was_seen_at_another_address_says_nothing_of_this_one(
    vault: Vault, door: Callable[..., Web], sites: dict[str, Site], clock: FakeClock
) -> None:
    """A typing error in a changed address gives 404 for ever, and nothing went."""
    one = item(vault, "https://club.example/run/1", origin=Origin.KNOWN)
    assert look(vault, door(), one)[0].verdict is Verdict.STILL_THERE
    log.move(vault, [one], State.ASKED)
    clock.advance(hours=1)
    log.change(vault, one, address="https://paper.example/rum/1")
    sites["paper.example"].status = 404
    for _look in range(3):
        clock.advance(hours=30)
        assert look(vault, door(), one)[0].reason is Reason.NEVER_SEEN
    assert recheck.standing(vault, one).verdict is Verdict.NEEDS_EYES
    assert log.get(vault, one).state is State.ASKED


def test_a_404_of_the_old_address_is_not_the_first_of_two(
    vault: Vault, door: Callable[..., Web], sites: dict[str, Site], clock: FakeClock
) -> None:
    one = item(vault, "https://club.example/run/1")
    look(vault, door(), one)
    sites["club.example"].status = 404
    clock.advance(hours=30)
    assert look(vault, door(), one)[0].verdict is Verdict.SEEMS_GONE
    log.change(vault, one, address="https://paper.example/run/1")
    clock.advance(minutes=1)
    assert look(vault, door(), one)[0].verdict is Verdict.STILL_THERE
    sites["paper.example"].status = 404
    clock.advance(hours=30)
    assert look(vault, door(), one)[0].verdict is Verdict.SEEMS_GONE


def test_what_was_deleted_or_changed_since_the_plan_is_not_looked_at(
    vault: Vault, door: Callable[..., Web], sites: dict[str, Site]
) -> None:
    gone, moved, there = (item(vault, f"https://{host}/run/1") for host in HOSTS)
    plan = recheck.plan(vault, [gone, moved, there])
    log.delete(vault, [gone])
    log.change(vault, moved, address="https://paper.example/run/2")
    found = recheck.run(vault, door(), plan, Task()).value
    assert [one.item_id for one in found.looks] == [there] and found.left == 2
    assert sites["club.example"].asked == [], "its site is not told that somebody looks"


def test_offline_asks_nothing_and_changes_nothing(
    vault: Vault, door: Callable[..., Web], loopback: LoopbackWeb
) -> None:
    one = item(vault, "https://club.example/1")
    with pytest.raises(Offline):
        look(vault, door(offline=True), one)
    assert loopback.accepted == 0 and recheck.looks(vault, one) == ()


def test_networks_private_addresses_and_what_could_do_harm(vault: Vault, door: Callable[..., Web]) -> None:
    person_only = item(vault, "https://www.linkedin.com/in/ada")
    frightening = item(vault, "https://club.example/1", origin=Origin.FRIGHTENING)
    plan = recheck.plan(vault)
    assert plan.chosen == ()
    assert {one.item_id: bool(one.problem) for one in plan.lines} == {person_only: True, frightening: False}
    with pytest.raises(NothingToLook):
        recheck.run(vault, door(), plan, Task())
    assert recheck.standing(vault, person_only).verdict is Verdict.NEEDS_EYES


def test_deleted_for_good_is_emptied_of_its_looks(vault: Vault, door: Callable[..., Web], clock: FakeClock) -> None:
    one = item(vault, "https://club.example/1")
    look(vault, door(), one)
    log.delete(vault, [one])
    clock.advance(days=40)
    assert log.empty_deleted(vault) == 1
    with vault.reading() as db:
        assert [tuple(row) for row in db.execute("SELECT url, digest FROM recheck_look")] == [("", "")]


def test_the_next_look_and_a_letter_that_is_due(vault: Vault, door: Callable[..., Web], clock: FakeClock) -> None:
    one = item(vault, "https://club.example/1", origin=Origin.ORGANISATION)
    look(vault, door(), one)
    assert recheck.due(vault, clock().date()) == ()
    clock.advance(days=2)
    assert [each.item_id for each in recheck.due(vault, clock().date())] == [one]
    look(vault, door(), one)
    asked = log.sent(vault, one, how=log.How.IN_PERSON).value
    assert recheck.standing(vault, one).next_day is not None
    clock.advance(days=(asked.due - clock().date()).days - 1)
    look(vault, door(), one)
    assert recheck.standing(vault, one).next_day == asked.due


def test_what_the_person_says_is_theirs_and_moves_the_item(vault: Vault) -> None:
    one = item(vault, "https://club.example/1")
    recheck.say(vault, one, Word.GONE, "Checked on the library's computer")
    assert log.get(vault, one).state is State.GONE
    assert recheck.standing(vault, one).by_hand
    recheck.say(vault, one, Word.IN_SEARCH)
    assert recheck.standing(vault, one).verdict is Verdict.GONE_IN_SEARCH
    recheck.say(vault, one, Word.THERE)
    assert log.get(vault, one).state is State.CAME_BACK
    assert "library" in log.history(vault, one)[1].note


def test_gone_from_there_and_still_in_a_search(vault: Vault, door: Callable[..., Web], clock: FakeClock) -> None:
    from footprint import search

    seen = search.record_look(vault, "google", "Ada Example", [search.Saw.OTHER]).value
    search.add_pasted(vault, "https://club.example/run/1", seen.looks[0].id)
    (found,) = search.findings(vault)
    one = log.from_finding(vault, found).value.id
    recheck.say(vault, one, Word.GONE)
    assert recheck.standing(vault, one).verdict is Verdict.GONE
    clock.advance(days=3)
    again = search.record_look(vault, "google", "Ada Example", [search.Saw.OTHER]).value
    search.add_pasted(vault, "https://club.example/run/1", again.looks[0].id)
    assert recheck.standing(vault, one).verdict is Verdict.GONE_IN_SEARCH
    assert log.get(vault, one).state is State.GONE


def test_no_name_of_the_front_door_is_that_of_a_module() -> None:
    """Python would put the module there in its place."""
    from pathlib import Path

    modules = {path.stem for path in Path(recheck.__file__).parent.glob("*.py")}
    assert modules.isdisjoint(recheck.__all__)
