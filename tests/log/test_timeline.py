"""The timeline: everything once, newest first, however it is paged; and what is coming."""

from __future__ import annotations

from datetime import date, timedelta

from footprint import log
from footprint.log import New, Origin, State, recheck, timeline
from footprint.log.recheck import Word
from footprint.log.timeline import Sort, What
from footprint.log.timeline.store import EVENTS
from footprint.vault import Vault
from tests.conftest import FakeClock

TODAY = date(2026, 11, 16)


def story(vault: Vault, clock: FakeClock) -> dict[str, str]:
    """One thing that goes the whole way, and one that waits; a day between the steps."""
    ids = {}
    for name, address in (("photo", "https://photos.example/p/17"), ("club", "")):
        ids[name] = log.add(vault, New(name, address, origin=Origin.KNOWN)).value.id
        clock.advance(days=1)
    log.move(vault, [ids["photo"], ids["club"]], State.ASKED, note="both at once")
    clock.advance(days=1)
    recheck.say(vault, ids["photo"], Word.GONE)
    clock.advance(days=20)
    log.move(vault, [ids["club"]], State.REFUSED)
    log.change(vault, ids["club"], place="Club page")
    return ids


def everything(vault: Vault, sort: Sort | None = None, size: int = 100) -> list[timeline.Entry]:
    line = timeline.outline(vault, sort)
    found: list[timeline.Entry] = []
    for offset in range(0, line.total + size, size):
        found += timeline.page(vault, line, offset, size)
    assert len(found) == line.total == sum(month.entries for month in line.months)
    return found


def test_everything_stands_in_it_once_newest_first(vault: Vault, clock: FakeClock) -> None:
    ids = story(vault, clock)
    found = everything(vault)
    assert [one.at for one in found] == sorted((one.at for one in found), reverse=True)
    assert len({one.key for one in found}) == len(found)
    by_item = sum(len(log.history(vault, one)) for one in ids.values())
    looks = sum(len(recheck.looks(vault, one)) for one in ids.values())
    assert looks and len(found) == by_item + looks
    assert {one.title for one in found} == {"photo", "club"}
    assert any(one.note == "both at once" for one in found)


def test_each_sort_shows_its_own_and_together_they_are_everything(vault: Vault, clock: FakeClock) -> None:
    story(vault, clock)
    parts = {sort: everything(vault, sort) for sort in Sort}
    for sort, found in parts.items():
        assert all(one.sort is sort for one in found)
    assert {one.key for found in parts.values() for one in found} == {one.key for one in everything(vault)}
    assert parts[Sort.LOOKED] and len(parts[Sort.ASKED]) >= 2 and parts[Sort.ANSWERED]
    assert set(EVENTS) | {"looked"} == set(Sort)


def test_pages_of_any_size_read_the_same(vault: Vault, clock: FakeClock) -> None:
    ids = story(vault, clock)
    for n in range(120):
        log.change(vault, ids["club"], notes=f"words {n}")  # all at one instant
    whole = [one.key for one in everything(vault)]
    for size in (1, 7, 100, 250):
        assert [one.key for one in everything(vault, size=size)] == whole


def test_what_was_deleted_or_undone_is_not_in_it(vault: Vault, clock: FakeClock) -> None:
    ids = story(vault, clock)
    before = len(everything(vault))
    asked = log.move(vault, [ids["club"]], State.KEPT)
    vault.undo(asked.undo)
    assert len(everything(vault)) == before
    log.delete(vault, [ids["photo"]])
    assert {one.title for one in everything(vault)} == {"club"}


def test_since_and_months(vault: Vault, clock: FakeClock) -> None:
    story(vault, clock)
    line = timeline.outline(vault)
    assert [month.first for month in line.months] == [date(2026, 12, 1), date(2026, 11, 1)]
    first_of_november = timeline.page(vault, line, line.months[1].at, 1)[0]
    assert first_of_november.at.month == 11
    assert timeline.page(vault, line, line.months[1].at - 1, 1)[0].at.month == 12
    late = timeline.outline(vault, since=date(2026, 12, 1))
    assert late.total == line.months[0].entries and timeline.page(vault, late, late.total, 10) == ()


def test_what_is_coming_is_told_by_day(vault: Vault, clock: FakeClock) -> None:
    waiting = log.add(vault, New("waiting", origin=Origin.KNOWN)).value.id
    log.move(vault, [waiting], State.ASKED)
    log.add(vault, New("later", due=TODAY + timedelta(days=2)))
    log.add(vault, New("overdue", due=TODAY - timedelta(days=2)))
    done = log.add(vault, New("done", due=TODAY + timedelta(days=2))).value.id
    log.move(vault, [done], State.GONE)
    page = log.add(vault, New("page", "https://photos.example/p/17")).value.id
    recheck.say(vault, page, Word.THERE)
    told = [(one.title, one.what, (one.day - TODAY).days) for one in timeline.coming(vault, TODAY)]
    assert told == [("later", What.REMINDER, 2), ("page", What.LOOK, 2), ("waiting", What.ANSWER, 14)]
    assert len(timeline.coming(vault, TODAY, limit=2)) == 2


def test_an_empty_list_has_an_empty_timeline(vault: Vault) -> None:
    line = timeline.outline(vault)
    assert (line.total, line.months, timeline.page(vault, line, 0, 100)) == (0, (), ())
    assert timeline.coming(vault, TODAY) == ()
