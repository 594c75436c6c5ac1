"""Which search to open next. Opened is not looked at, and a site that let nobody look is not done either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from footprint import dates
from footprint.search.engines import ENGINES, PICTURE_ENGINES, Engine
from footprint.search.handoff import HandOff, hand_offs
from footprint.search.planning import DEFAULT, Options
from footprint.search.records import Outcome
from footprint.search.rounds import store
from footprint.vault import Done, Vault

LASTS = timedelta(days=30)  # what was looked at longer ago is worth another look
MOST = 24  # searches of one site in a round, the most telling first


class State(StrEnum):
    """How far one search has come."""

    TO_DO = "to do"
    OPENED = "opened"
    TURNED_AWAY = "turned away"
    LOOKED = "looked at"


@dataclass(frozen=True)
class Step:
    """One search of a round, when it was last opened or looked at, and what came of it."""

    hand_off: HandOff
    state: State
    at: datetime | None
    outcome: Outcome | None


@dataclass(frozen=True)
class Progress:
    """How far one site has come: “3 of 24”."""

    engine: Engine
    done: int
    total: int
    turned_away: int


@dataclass(frozen=True)
class Round:
    """Every search to open by hand, in order, with what was done since the round began."""

    since: datetime
    steps: tuple[Step, ...]

    def of(self, engine: str) -> tuple[Step, ...]:
        """The steps of one site, or all of them without a name."""
        return tuple(one for one in self.steps if engine in ("", one.hand_off.engine.name))

    def progress(self, engine: str) -> Progress:
        steps = self.of(engine)
        found = next(one for one in ENGINES if one.name == engine)
        return Progress(
            found,
            sum(one.state is State.LOOKED for one in steps),
            len(steps),
            sum(one.state is State.TURNED_AWAY for one in steps),
        )

    def next(self, engine: str, after: Iterable[str] = ()) -> Step | None:
        """What to open next on a site; None when all of it was looked at."""
        return next(iter(self.left(engine, after)), None)

    def left(self, engine: str, after: Iterable[str] = ()) -> tuple[Step, ...]:
        """What is left on a site, in order: first what was never opened, then what was not written down, then what let
        nobody look. `after` are words put off for now; they come again once nothing else is left."""
        off = frozenset(after)
        left = [one for one in self.of(engine) if one.state is not State.LOOKED]
        order = {State.TO_DO: 0, State.OPENED: 1, State.TURNED_AWAY: 2}
        left.sort(key=lambda one: (one.hand_off.words in off, order[one.state]))
        return tuple(left)


def current(
    vault: Vault, options: Options = DEFAULT, engine: str = "", *, offers: Sequence[HandOff] | None = None
) -> Round:
    """The round the person is in: what was done since it began, of the last 30 days. Nothing is sent by reading it.

    `offers` are the searches, where the caller has made them already.
    """
    with vault.reading() as db:
        begun = store.begun(db)
        since = max(begun, dates.to_text(vault.now() - LASTS))
        opened, looked = store.opened(db, since), store.looked(db, since)
    counts: dict[str, int] = {}
    steps: list[Step] = []
    for one in hand_offs(vault, options, engine) if offers is None else offers:
        counts[one.engine.name] = counts.get(one.engine.name, 0) + 1
        if counts[one.engine.name] <= MOST:
            steps.append(_step(one, opened, looked))
    return Round(dates.from_text(since), tuple(steps))


def seen_with_picture(vault: Vault, name: str) -> dict[str, Outcome]:
    """How the looks with a picture of this file name ended on each site, by its name; since the round began."""
    with vault.reading() as db:
        since = max(store.begun(db), dates.to_text(vault.now() - LASTS))
        looked = store.looked(db, since)
    return {
        one.name: looked[one.provider, name][1] for one in PICTURE_ENGINES if (one.provider, name) in looked
    }  # fmt: skip


def mark_opened(vault: Vault, hand_off: HandOff) -> Done[HandOff]:
    """Remember that the person opened this search. Its page is opened by the window, never from here."""
    with vault.writing() as write:
        store.add_opened(write.db, hand_off.engine.provider, hand_off.words, write.now)
    return write.done(hand_off)


def start_again(vault: Vault) -> Done[None]:
    """Begin a new round: everything is to do again. What was seen before stays kept."""
    with vault.writing() as write:
        store.add_opened(write.db, "", "", write.now)
    return write.done(None)


def _step(one: HandOff, opened: dict[tuple[str, str], str], looked: dict[tuple[str, str], tuple[str, Outcome]]) -> Step:
    key = one.engine.provider, one.words
    if key in looked:
        at, outcome = looked[key]
        if outcome.searched:
            return Step(one, State.LOOKED, dates.from_text(at), outcome)
        if opened.get(key, "") <= at:
            return Step(one, State.TURNED_AWAY, dates.from_text(at), outcome)
    if key in opened:
        return Step(one, State.OPENED, dates.from_text(opened[key]), None)
    return Step(one, State.TO_DO, None, None)
