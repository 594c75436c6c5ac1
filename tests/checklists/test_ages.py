"""How old the library is as a whole, and that a renewal in the middle of a reading harms nobody."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import msgspec

from footprint.checklists import Age, Confidence, Library, NetworkFile, load
from footprint.checklists.ages import library_age

DAY = date(2026, 11, 25)


def test_every_check_is_counted_once_by_its_age(chirp: NetworkFile) -> None:
    one = chirp.checks[0]
    made = [
        msgspec.structs.replace(one, verified=DAY - timedelta(days=days), confidence=sure, retired=retired)
        for days, sure, retired in (
            (10, Confidence.OFFICIAL, False),
            (179, Confidence.INDEPENDENT, False),
            (200, Confidence.OFFICIAL, False),
            (400, Confidence.OFFICIAL, False),
            (900, Confidence.UNVERIFIED, False),
            (900, Confidence.OFFICIAL, True),
        )
    ]
    found = library_age(Library([msgspec.structs.replace(chirp, checks=tuple(made))]), DAY)
    assert found.ages == {Age.FRESH: 2, Age.AGEING: 1, Age.OLD: 1}
    assert (found.unconfirmed, found.checks, found.lists) == (1, 5, 1)
    assert found.oldest == DAY - timedelta(days=400)


def test_an_empty_library_has_no_age() -> None:
    found = library_age(Library([]), DAY)
    assert (found.checks, found.lists, found.oldest) == (0, 0, None)


def test_a_renewal_is_counted_and_a_list_that_went_with_it_is_simply_gone(folder: Path, example: str) -> None:
    library = load(folder, {"extra.toml": example.replace('id = "chirp"', 'id = "extra"', 1)})
    before = library.renewals
    reading = iter(tuple(library._sources))
    library.renew({})
    assert library.renewals == before + 1
    assert [name for name in reading if library._file(name)[0] is not None] == ["chirp"]
    assert "extra" not in library
