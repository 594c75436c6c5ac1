"""A run from the pressed button to its outcome, whatever comes between."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.errors import NotFound
from footprint.search import (
    PROVIDERS,
    NothingChosen,
    Options,
    Outcome,
    Plan,
    Provider,
    Run,
    counts,
    find_run,
    findings,
    last_run,
    overall,
    plan,
    rest,
    run,
    runs,
    sightings,
    unfinished,
)
from footprint.tasks import Task
from footprint.vault import DiskFull, Vault
from footprint.web import NotConsented, Offline, Reply, Web, entries, presses

BRAVE, BLUESKY = PROVIDERS[1], PROVIDERS[2]


def lines_of(made: Plan, *names: str, most: int = 1) -> Plan:
    chosen = [[line.number for line in made.lines if line.provider == name][:most] for name in names]
    return made.only(number for numbers in chosen for number in numbers)


def test_a_press_is_one_consent_and_every_request_is_in_the_ledger(
    ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb
) -> None:
    done = look(2)
    assert done.outcome is Outcome.RESULTS
    assert not done.stopped
    assert len(presses(ada)) == 1
    assert {entry.consent for entry in entries(ada)} == {presses(ada)[0].entries[0].consent}
    assert len(entries(ada)) == len(loopback.asked)
    assert find_run(ada, done.id) == done == last_run(ada) == runs(ada)[0]


def test_a_page_under_many_addresses_is_one_finding(ada: Vault, look: Callable[..., Run]) -> None:
    look(3)
    found = findings(ada)
    assert len({one.canonical for one in found}) == len(found) > 3
    several = [one for one in found if len({seen.provider for seen in sightings(ada, one.id)}) > 1]
    assert several
    for one in found:
        assert "utm_" not in one.canonical
        assert not one.address.startswith("https://www.google.com/url")


def test_new_means_new_to_the_same_question(ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb) -> None:
    first = look(1, ("searxng",))
    assert all(one.first_look for one in first.looks)
    assert not any(one.is_new for one in findings(ada))
    look(1, ("brave",))  # another source is asked for the first time: nothing is new for it
    assert not any(one.is_new for one in findings(ada))

    def one_more(visit: Visit) -> None:
        results = [{"url": "https://new.example/ada", "title": "Ada Example", "content": "x"}]
        visit.send(200, json.dumps({"query": "q", "results": results}).encode(), "application/json")

    loopback.misbehave("search.example", one_more)
    second = look(1, ("searxng",))
    assert not any(one.first_look for one in second.looks)
    assert [one.host for one in findings(ada, new_only=True)] == ["new.example"]
    assert [one.host for one in findings(ada) if one.seen_last_time] == ["new.example"]
    assert counts(ada).left > 1  # what was not returned this time is not gone
    look(1, ("searxng",))
    assert findings(ada, new_only=True) == ()


def test_a_failed_look_is_nothing_to_compare_with(ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb) -> None:
    loopback.misbehave("search.example", "broken")
    assert look(1, ("searxng",)).outcome is Outcome.NETWORK_ERROR
    loopback.behave("search.example")
    again = look(1, ("searxng",))
    assert again.looks[0].first_look
    assert findings(ada, new_only=True) == ()


def test_one_source_down_makes_the_run_partial(ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb) -> None:
    loopback.misbehave("api.github.com", "broken")
    done = look(1)
    assert done.outcome is Outcome.PARTIAL
    by_name = {one.provider: one.outcome for one in done.looks}
    assert by_name["github"] is Outcome.NETWORK_ERROR
    assert by_name["searxng"] is Outcome.RESULTS


def test_a_source_that_refused_is_not_asked_again(ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb) -> None:
    loopback.misbehave("search.example", "blocked")
    loopback.asked.clear()
    done = look(5, ("searxng",))
    assert len(done.looks) == 5
    assert {one.outcome for one in done.looks} == {Outcome.BLOCKED}
    assert len(loopback.asked) == 1
    assert "Not asked again" in done.looks[-1].note


def test_stopping_keeps_what_was_found_and_says_so(
    ada: Vault, door: Web, four: tuple[Provider, ...], loopback: LoopbackWeb
) -> None:
    task = Task()

    def stops(visit: Visit) -> None:
        if len([one for one in loopback.asked if one.host == "search.example"]) > 1:
            task.stop()
            visit.wait(0.1)
        visit.send(200, b'{"results": [{"url": "https://club.example/a", "title": "Ada"}]}', "application/json")

    loopback.misbehave("search.example", stops)
    chosen = lines_of(plan(ada, four), "searxng", most=3)
    done = run(ada, door, chosen, four, task).value
    assert done.stopped
    assert done.ended_at is not None
    assert done.outcome is Outcome.PARTIAL
    assert [one.words for one in done.looks] == [chosen.chosen[0].words]
    assert findings(ada)
    assert len(loopback.asked) == len(entries(ada)) == 2


def test_a_stop_ends_every_source_and_keeps_what_each_said_before(
    ada: Vault, door: Web, four: tuple[Provider, ...], loopback: LoopbackWeb
) -> None:
    task = Task()
    said = threading.Event()

    def stops(visit: Visit) -> None:
        if not said.is_set():
            said.wait(5)
            task.stop()
        visit.wait(0.1)
        visit.send(200, b'{"actors": []}', "application/json")

    def tell(visit: Visit) -> None:
        if len([one for one in loopback.asked if one.host == "search.example"]) > 1:
            said.set()  # its second line is asked only once the first is kept
            while not task.stopped:
                visit.wait(0.01)
        visit.send(200, b'{"results": []}', "application/json")

    loopback.misbehave("public.api.bsky.app", stops)
    loopback.misbehave("search.example", tell)
    chosen = lines_of(plan(ada, four), "searxng", "bluesky", most=3)
    done = run(ada, door, chosen, four, task).value
    assert (done.stopped, done.outcome) == (True, Outcome.PARTIAL)
    assert [one.provider for one in done.looks] == ["searxng"]


def test_sources_are_asked_side_by_side_and_one_of_them_line_by_line(
    ada: Vault, door: Web, four: tuple[Provider, ...], loopback: LoopbackWeb
) -> None:
    both, inside, most = threading.Barrier(3), Counter[str](), Counter[str]()

    def meet(visit: Visit) -> None:
        host = visit.asked.host
        inside[host] += 1
        most[host] = max(most[host], inside[host])
        if len([one for one in loopback.asked if one.host == host]) == 1:
            both.wait(10)  # nobody gets past this unless all three are asked at once
        inside[host] -= 1
        visit.send(200, b"{}", "application/json")

    for host in ("search.example", "api.search.brave.com", "public.api.bsky.app"):
        loopback.misbehave(host, meet)
    chosen = lines_of(plan(ada, four), "searxng", "brave", "bluesky", most=2)
    done = run(ada, door, chosen, four, Task()).value
    assert not done.stopped and len(done.looks) == len(chosen.chosen)
    assert [one.words for one in done.looks] == [one.words for one in chosen.chosen]  # in the order of the plan
    assert set(most.values()) == {1}


def test_stopping_before_the_start_is_no_clean_result(ada: Vault, door: Web, four: tuple[Provider, ...]) -> None:
    task = Task()
    task.stop()
    done = run(ada, door, plan(ada, four), four, task).value
    assert (done.outcome, done.stopped, done.looks) == (Outcome.PARTIAL, True, ())


def test_a_stop_between_two_pages_keeps_the_first(ada: Vault, door: Web, loopback: LoopbackWeb, four: object) -> None:
    task = Task()

    def stops(visit: Visit) -> None:
        if visit.asked.query["offset"] != "0":
            task.stop()
            visit.wait(0.1)
        result = {"url": "https://club.example/a", "title": "Ada Example", "description": ""}
        query = {"original": "q", "more_results_available": True}
        body = {"type": "search", "query": query, "web": {"results": [result]}}
        visit.send(200, json.dumps(body).encode(), "application/json")

    loopback.misbehave("api.search.brave.com", stops)
    done = run(ada, door, lines_of(plan(ada, [BRAVE]), "brave"), [BRAVE], task).value
    assert (done.outcome, done.stopped) == (Outcome.PARTIAL, True)
    assert [(one.outcome, one.results) for one in done.looks] == [(Outcome.PARTIAL, 1)]
    assert len(findings(ada)) == 1


class PullsThePlug:
    """A source whose second answer ends the program."""

    def __init__(self, real: Provider, at: int) -> None:
        self._real, self._at = real, at

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def read(self, reply: Reply) -> object:
        self._at -= 1
        if not self._at:
            raise KeyboardInterrupt
        return self._real.read(reply)


def test_a_crash_in_the_middle_never_reads_as_clean(ada: Vault, door: Web, four: tuple[Provider, ...]) -> None:
    dying = [PullsThePlug(PROVIDERS[0], 2)]
    chosen = lines_of(plan(ada, four), "searxng", most=3)
    with pytest.raises(KeyboardInterrupt):
        run(ada, door, chosen, dying, Task())  # type: ignore[arg-type]
    left = last_run(ada)
    assert left is not None
    assert left.outcome is Outcome.PARTIAL
    assert left.ended_at is None
    assert [one.outcome for one in left.looks] == [Outcome.RESULTS]
    assert findings(ada)


def test_never_use_the_internet_is_kept_at_the_door(
    ada: Vault, four: tuple[Provider, ...], loopback: LoopbackWeb
) -> None:
    shut = Web(ada, offline=lambda: True, resolver=loopback.resolver, dial=loopback.dial, pace=0)
    with pytest.raises(Offline):
        run(ada, shut, plan(ada, four), four, Task())
    assert runs(ada) == ()
    assert loopback.asked == []
    assert entries(ada) == ()


def test_going_offline_in_the_middle_is_said_of_every_line(
    ada: Vault, four: tuple[Provider, ...], loopback: LoopbackWeb
) -> None:
    door = Web(
        ada,
        offline=lambda: bool(loopback.asked),
        resolver=loopback.resolver,
        dial=loopback.dial,
        authority=loopback.authority,
        pace=0,
    )
    done = run(ada, door, lines_of(plan(ada, four), "searxng", most=3), four, Task()).value
    assert done.outcome is Outcome.PARTIAL
    assert [one.outcome for one in done.looks] == [Outcome.RESULTS, Outcome.NETWORK_ERROR, Outcome.NETWORK_ERROR]
    assert len(loopback.asked) == 1


def test_words_that_were_not_in_the_preview_are_not_sent(
    ada: Vault, door: Web, four: tuple[Provider, ...], loopback: LoopbackWeb
) -> None:
    chosen = lines_of(plan(ada, four), "bluesky")
    line = replace(chosen.chosen[0], details=("something else",))
    forged = Plan((line,))
    done = run(ada, door, forged, four, Task()).value
    assert done.outcome is Outcome.NETWORK_ERROR
    assert done.looks[0].note == str(NotConsented())
    assert loopback.asked == []


def test_a_source_that_is_not_set_up_any_more_is_said(ada: Vault, door: Web, four: tuple[Provider, ...]) -> None:
    chosen = lines_of(plan(ada, four), "bluesky", "github")
    done = run(ada, door, chosen, [BLUESKY], Task()).value
    assert [one.outcome for one in done.looks] == [Outcome.RESULTS, Outcome.KEY_REFUSED]
    assert done.outcome is Outcome.PARTIAL


def test_an_empty_plan_is_refused(ada: Vault, door: Web, four: tuple[Provider, ...]) -> None:
    with pytest.raises(NothingChosen, match="Switch on"):
        run(ada, door, plan(ada, four).only([]), four, Task())
    assert runs(ada) == ()


def test_a_run_can_be_taken_back(ada: Vault, door: Web, four: tuple[Provider, ...]) -> None:
    done = run(ada, door, lines_of(plan(ada, four), "searxng"), four, Task())
    assert findings(ada)
    ada.undo(done.undo)
    assert findings(ada) == ()
    assert runs(ada) == ()
    assert entries(ada) != ()  # what was sent stays sent
    with pytest.raises(NotFound):
        find_run(ada, done.value.id)


def test_progress_names_who_is_asked(ada: Vault, door: Web, four: tuple[Provider, ...]) -> None:
    steps: list[tuple[int, int, str]] = []
    task = Task(lambda done, total, note: steps.append((done, total, note)))
    run(ada, door, lines_of(plan(ada, four), "bluesky", "github"), four, task)
    assert steps[0][:2] == (0, 2)
    assert {total for _done, total, _note in steps} == {2}
    assert sorted(done for done, _total, _note in steps) == [done for done, _total, _note in steps]
    assert {"Asking Bluesky", "Asking GitHub"} <= {note for _done, _total, note in steps}


def test_a_full_disk_stops_with_its_sentence(ada: Vault, door: Web, four: tuple[Provider, ...]) -> None:
    full = FullAfter(ada, writes=3)
    with pytest.raises(DiskFull):
        run(full, door, lines_of(plan(ada, four), "searxng", "bluesky", "github"), four, Task())  # type: ignore[arg-type]
    left = last_run(ada)
    assert left is not None
    assert left.outcome is Outcome.PARTIAL


class FullAfter:
    """A vault on a disk that fills up."""

    def __init__(self, real: Vault, writes: int) -> None:
        self._real, self._left = real, writes

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def writing(self) -> object:
        self._left -= 1
        if self._left < 0:
            raise DiskFull
        return self._real.writing()


@pytest.mark.parametrize(
    ("looks", "whole"),
    [
        ([], Outcome.PARTIAL),
        ([Outcome.EMPTY, Outcome.EMPTY], Outcome.EMPTY),
        ([Outcome.EMPTY, Outcome.RESULTS], Outcome.RESULTS),
        ([Outcome.EMPTY, Outcome.BLOCKED], Outcome.PARTIAL),
        ([Outcome.RESULTS, Outcome.PARTIAL], Outcome.PARTIAL),
        ([Outcome.NETWORK_ERROR, Outcome.KEY_REFUSED], Outcome.KEY_REFUSED),
        ([Outcome.UNREADABLE], Outcome.UNREADABLE),
    ],
)
def test_a_run_is_clean_only_if_every_line_was_searched(looks: list[Outcome], whole: Outcome) -> None:
    assert overall(looks) is whole
    assert overall(looks, stopped=True) is Outcome.PARTIAL
    assert {one for one in Outcome if one.searched} == {Outcome.RESULTS, Outcome.EMPTY}


def test_a_stopped_search_goes_on_where_it_was(
    ada: Vault, door: Web, four: tuple[Provider, ...], loopback: LoopbackWeb
) -> None:
    made = plan(ada, four)
    assert unfinished(ada) is None
    first = run(ada, door, made, four, StopsAfter(2)).value
    assert first.stopped and 0 < len(first.looks) < len(made.chosen)
    left = rest(plan(ada, four), first)
    assert len(left.chosen) == len(made.chosen) - len(first.looks)
    loopback.asked.clear()
    known = unfinished(ada)
    assert known is not None
    whole = run(ada, door, left, four, Task(), goes_on=known.id).value
    assert (whole.id, whole.stopped, len(whole.looks)) == (first.id, False, len(made.chosen))
    assert whole.outcome is Outcome.RESULTS
    assert unfinished(ada) is None
    assert len(runs(ada)) == 1


class StopsAfter(Task):
    """Stops of itself when the step after so many begins."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines

    def step(self, done: int, total: int, note: str = "") -> None:
        if done >= self._lines:
            self.stop()
        super().step(done, total, note)


def test_a_source_that_wishes_for_a_pause_is_left_alone(ada: Vault, door: Web, loopback: LoopbackWeb) -> None:
    def paused(visit: Visit) -> None:
        visit.send(200, b'{"items": [], "backoff": 90, "has_more": false}', "application/json")

    stack = next(one for one in PROVIDERS if one.name == "stackexchange")
    loopback.misbehave(stack.host, paused)
    done = run(ada, door, plan(ada, [stack], Options(more=True)), [stack], Task()).value
    assert [look.outcome for look in done.looks] == [Outcome.EMPTY, Outcome.RATE_LIMITED]
    assert len(loopback.asked) == 1
