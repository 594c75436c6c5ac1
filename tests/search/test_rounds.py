"""One search after the other: what comes next, and going on another day."""

from __future__ import annotations

from typing import Protocol

from footprint import person
from footprint.person import DetailKind
from footprint.search import Saw, hand_offs, record_look
from footprint.search.rounds import Round, State, current, mark_opened, start_again
from footprint.search.rounds.going_on import MOST
from footprint.vault import Vault


class Clock(Protocol):
    """The clock the tests turn."""

    def advance(self, **by: float) -> None: ...


def now(vault: Vault) -> Round:
    return current(vault, engine="google")


def test_a_round_begins_with_everything_to_do(ada: Vault) -> None:
    found = current(ada)
    first = found.next("google")
    assert first is not None
    assert (first.state, first.hand_off.words) == (State.TO_DO, '"Ada Example" Otherton')
    assert found.progress("google").done == 0
    assert found.progress("google").total == len(hand_offs(ada, engine="google")[:MOST])


def test_opened_is_not_looked_at_and_comes_after_what_was_never_opened(ada: Vault) -> None:
    first = now(ada).next("google")
    assert first is not None
    mark_opened(ada, first.hand_off)
    second = now(ada).next("google")
    assert second is not None
    assert second.hand_off.words != first.hand_off.words
    assert now(ada).of("google")[0].state is State.OPENED
    assert now(ada).progress("google").done == 0


def test_a_look_is_done_and_a_wall_is_not(ada: Vault) -> None:
    words = [one.hand_off.words for one in now(ada).of("google")]
    record_look(ada, "google", words[0], [Saw.PHOTO])
    record_look(ada, "google", words[1], nothing=True)
    record_look(ada, "google", words[2], turned_away=True)
    states = [one.state for one in now(ada).of("google")[:3]]
    assert states == [State.LOOKED, State.LOOKED, State.TURNED_AWAY]
    progress = now(ada).progress("google")
    assert (progress.done, progress.turned_away) == (2, 1)
    for one in words[3:]:
        record_look(ada, "google", one, nothing=True)
    last = now(ada).next("google")
    assert last is not None
    assert last.state is State.TURNED_AWAY  # asked once more when nothing else is left
    record_look(ada, "google", words[2], nothing=True)
    assert now(ada).next("google") is None


def test_put_off_comes_again_at_the_end(ada: Vault) -> None:
    words = [one.hand_off.words for one in now(ada).of("google")]
    following = now(ada).next("google", [words[0]])
    assert following is not None
    assert following.hand_off.words == words[1]
    for one in words[1:]:
        record_look(ada, "google", one, nothing=True)
    following = now(ada).next("google", [words[0]])
    assert following is not None
    assert following.hand_off.words == words[0]


def test_going_on_tomorrow_and_anew_after_a_month(ada: Vault, clock: Clock) -> None:
    words = [one.hand_off.words for one in now(ada).of("google")]
    record_look(ada, "google", words[0], nothing=True)
    clock.advance(days=1)
    assert now(ada).progress("google").done == 1
    clock.advance(days=31)
    assert now(ada).progress("google").done == 0


def test_starting_again_keeps_what_was_seen_and_can_be_taken_back(ada: Vault, clock: Clock) -> None:
    words = [one.hand_off.words for one in now(ada).of("google")]
    record_look(ada, "google", words[0], [Saw.PHOTO])
    clock.advance(hours=1)
    done = start_again(ada)
    assert now(ada).progress("google").done == 0
    ada.undo(done.undo)
    assert now(ada).progress("google").done == 1


def test_each_site_has_its_own_progress(ada: Vault) -> None:
    record_look(ada, "bing", now(ada).of("google")[0].hand_off.words, nothing=True)
    found = current(ada)
    assert (found.progress("bing").done, found.progress("google").done) == (1, 0)


def test_without_a_name_there_is_nothing_to_open(vault: Vault) -> None:
    assert current(vault).next("google") is None
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    assert current(vault).next("google") is not None
