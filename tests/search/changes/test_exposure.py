"""What the person's pages showed, day by day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from footprint import ids, search
from footprint.search import Outcome, Verdict, changes
from footprint.search.changes import Kind
from footprint.search.reading import Exposed, Facet, Reading, Why, store
from footprint.vault import Vault
from tests.search.changes.conftest import Past, well

PHONE, TOWN, FAMILY = Facet.PHONE, Facet.TOWN, Facet.FAMILY
MAY, JUNE, JULY = date(2026, 5, 10), date(2026, 6, 10), date(2026, 7, 10)


class Shelf:
    """Readings of the pages of a past."""

    def __init__(self, past: Past) -> None:
        self.past = past

    def read(
        self, page: str, day: date, *facets: Facet, why: Why | None = None, words: str = "", work: bool = False
    ) -> None:
        outcome = why.outcome if why is not None else Outcome.RESULTS if facets else Outcome.EMPTY
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        exposed = tuple(Exposed(one, words or one.value) for one in facets)
        one = Reading(
            ids.new_id(), self.past.pages[page], at, outcome, why, exposed=exposed, professional=work, text_hash=page
        )
        with self.past.vault.writing() as write:
            store.add(write.db, one, write.now)


@pytest.fixture
def shelf(past: Past) -> Shelf:
    past.run({"a": well("wxyz")})
    for page, said in (("x", Verdict.REMOVE), ("y", Verdict.FINE), ("z", Verdict.NOT_ME)):
        search.verdict(past.vault, past.pages[page], said)
    return Shelf(past)


def test_nothing_was_read(vault: Vault) -> None:
    assert changes.exposure(vault).points == ()


def test_pages_that_are_me_are_counted_by_what_they_show(past: Past, shelf: Shelf) -> None:
    shelf.read("x", MAY, PHONE, TOWN)
    shelf.read("y", MAY, TOWN)
    shelf.read("z", MAY, FAMILY)
    shelf.read("x", JUNE, TOWN)
    found = changes.exposure(past.vault)
    assert [(one.day, one.pages) for one in found.points] == [(MAY, 2), (JUNE, 2)]
    assert found.facets == (TOWN, PHONE)
    assert found.line(TOWN) == (2, 2)
    assert found.line(PHONE) == (1, 0)


def test_a_reading_that_failed_keeps_what_was_known_and_is_marked(past: Past, shelf: Shelf) -> None:
    shelf.read("x", MAY, PHONE)
    shelf.read("x", JUNE, why=Why.LOGIN)
    shelf.read("y", JUNE, why=Why.GONE)
    found = changes.exposure(past.vault)
    assert found.line(PHONE) == (1, 1)
    assert [(one.pages, one.failed) for one in found.points] == [(1, 0), (1, 2)]


def test_a_page_that_was_taken_down_counts_no_more(past: Past, shelf: Shelf) -> None:
    shelf.read("x", MAY, PHONE)
    shelf.read("y", MAY, PHONE)
    found = changes.exposure(past.vault, {past.pages["x"]: JUNE, past.pages["z"]: JUNE})
    assert found.line(PHONE) == (2, 1)
    assert (found.gone, found.points[-1].day) == (1, JUNE)


def test_a_page_that_has_to_list_me_is_put_apart(past: Past, shelf: Shelf) -> None:
    shelf.read("y", MAY, PHONE, work=True)
    shelf.read("x", MAY, TOWN)
    found = changes.exposure(past.vault)
    assert (found.expected, found.facets) == (1, (TOWN,))


def test_of_many_days_the_first_and_the_last_are_always_shown(past: Past, shelf: Shelf) -> None:
    for at in range(100):
        shelf.read("x", date.fromordinal(MAY.toordinal() + at), PHONE)
    found = changes.exposure(past.vault)
    assert len(found.points) == 40
    assert (found.points[0].day, found.points[-1].day) == (MAY, date.fromordinal(MAY.toordinal() + 99))


def test_what_a_page_itself_shows_is_compared_too(past: Past, shelf: Shelf) -> None:
    shelf.read("x", MAY, PHONE, TOWN)
    shelf.read("y", MAY, TOWN, words="Otherton")
    shelf.read("x", JUNE, TOWN, FAMILY)
    shelf.read("y", JUNE, TOWN, words="Wakefield")
    shelf.read("w", JUNE, why=Why.LOGIN)
    assert [one.only_read for one in changes.moments(past.vault)] == [False, True, True]
    compared = changes.compare(past.vault)
    assert compared is not None
    assert past.kinds_of(compared) == {"x": Kind.CHANGED, "y": Kind.CHANGED}
    by_id = {one.finding_id: one for one in compared.changes}
    shown = by_id[past.pages["x"]].shown
    assert shown is not None
    assert (shown.more, shown.less, shown.other) == ((FAMILY,), (PHONE,), ())
    assert "did not on 10 May 2026: family." in changes.reasons(by_id[past.pages["x"]])[0]
    assert "in other words on 10 June 2026" in changes.reasons(by_id[past.pages["y"]])[0]


def test_a_failed_reading_is_no_change(past: Past, shelf: Shelf) -> None:
    shelf.read("x", MAY, PHONE)
    shelf.read("x", JULY, why=Why.NO_ANSWER)
    compared = changes.compare(past.vault)
    assert compared is not None
    assert compared.changes == ()
    assert changes.headline(compared) == "Nothing changed in what could be looked at"
