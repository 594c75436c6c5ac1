"""Pictures of one thing on its way up the ladder, from the pause before anything goes to the regulator and the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from footprint import log, person
from footprint.dates import local_day
from footprint.log import Item, Kind, New, Origin, State, ladder
from footprint.log.ladder import Case, LifeEvent, Outcome, Rung
from footprint.vault import Done, Undo, Vault
from ui.changes import Changes
from ui.desk import Desk
from ui.log.item import ItemView
from ui.log.page import LogPage
from ui.page import Page

_REPLY = "Thank you for your email. We are unable to remove the page, as it is in the public interest."


class _Story:
    """Changes of an invented thing, all of which are taken back at the end."""

    def __init__(self, vault: Vault) -> None:
        self._vault, self._undo = vault, Undo(())
        new = New(
            "Old team page with my phone number", "https://otherton-netball.example/team-2019", kind=Kind.LISTING,
            place="Otherton netball club", origin=Origin.ORGANISATION, contact="secretary@otherton-netball.example",
        )  # fmt: skip
        self.item: Item = self.do(log.add(vault, new))
        self._who = person.profile(vault)

    def do(self, done: Done) -> object:
        """Note how to take it back."""
        self._undo = self._undo.then(done.undo)
        return done.value

    def take(self, rung: Rung, days_ago: int = 0) -> None:
        day = local_day(self._vault.now()) - timedelta(days=days_ago)
        self.do(ladder.take(self._vault, self.item.id, rung, None, self._who, day=day))

    def came(self, rung: Rung, outcome: Outcome) -> None:
        self.do(ladder.finish(self._vault, self.item.id, rung, outcome))

    def take_back(self) -> None:
        self._vault.undo(self._undo)


def ladder_screens(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """Each yields the name of what is on the screen at that moment."""
    story = _Story(desk.bench.vault)
    try:
        for name in _steps(desk, page, settle, story):
            desk.go("remove", item=story.item.id)
            desk.changed.emit(Changes(items=True), None)
            settle()
            yield f"ladder_{name}"
    finally:
        story.take_back()
        desk.changed.emit(Changes(items=True), None)
        settle()


def _steps(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None], story: _Story) -> Iterator[str]:
    vault, item = desk.bench.vault, story.item
    story.do(ladder.set_life_event(vault, LifeEvent.COMPLAINT, True))
    yield "01_pause"
    story.do(ladder.say_case(vault, item.id, Case.PERHAPS))
    yield "02_go_carefully"
    story.do(ladder.say_case(vault, item.id, Case.NO))
    story.do(ladder.set_life_event(vault, LifeEvent.COMPLAINT, False))
    yield "03_keep_a_copy"
    story.take(Rung.PRESERVE)
    yield "04_ask_the_site"
    story.take(Rung.SITE, days_ago=4)
    yield "05_waiting"
    story.came(Rung.SITE, Outcome.SILENCE)
    yield "06_once_more"
    story.take(Rung.SITE)
    view = _view(page)
    if view is not None:
        settle()
        view.happened.show_reply(_REPLY)
    yield "07_they_wrote_back"
    if view is not None:
        view.happened.clear()
    story.do(ladder.answered(vault, item.id, ladder.read_reply(_REPLY)))
    yield "08_search_engine"
    story.take(Rung.SEARCH)
    story.came(Rung.SEARCH, Outcome.REFUSED)
    yield "09_ask_in_law"
    story.take(Rung.ERASURE, days_ago=20)
    story.came(Rung.ERASURE, Outcome.REFUSED)
    yield "10_complain"
    story.take(Rung.COMPLAINT, days_ago=12)
    story.came(Rung.COMPLAINT, Outcome.REFUSED)
    yield "11_regulator"
    story.take(Rung.REGULATOR)
    yield "12_regulator_waiting"
    story.do(log.move(vault, [item.id], State.GONE))
    yield "13_gone"
    yield from _other_ladders(vault, story)


def _other_ladders(vault: Vault, story: _Story) -> Iterator[str]:
    """The same thing, had somebody from work put it there, or were people from work in it."""
    story.do(log.move(vault, [story.item.id], State.CAME_BACK))
    story.do(ladder.say_work(vault, story.item.id, True))
    yield "14_manager_first"
    story.do(log.change(vault, story.item.id, origin=Origin.WORK))
    yield "15_met_through_work"


def _view(page: Callable[[], Page | None]) -> ItemView | None:
    there = page()
    return there.view if isinstance(there, LogPage) and isinstance(there.view, ItemView) else None
