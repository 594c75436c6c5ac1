"""The labelled set over real https on this computer: never gone by mistake, and nearly all that went is reported."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from footprint.log.recheck import Verdict
from footprint.vault import Vault
from tests.log.recheck.recheck_measuring import TELLING, Result, as_page, measure, removed, share

PAGE = Path(__file__).parents[3] / "docs" / "recheck.md"


class Clock(Protocol):
    def advance(self, **by: float) -> None: ...


@pytest.fixture(scope="module")
def results(module_vault: Vault, module_clock: Clock) -> list[Result]:
    return measure(module_vault, lambda: module_clock.advance(days=2))


def test_nothing_is_called_gone_that_is_not(results: list[Result]) -> None:
    assert len(results) >= 240
    assert [one.case for one in results if one.wrongly_gone] == []


def test_what_was_removed_is_reported(results: list[Result]) -> None:
    gone = removed(results)
    at_address = [one for one in gone if one.case.group.expect != Verdict.MOVED.value]
    assert share(gone, *TELLING) >= 0.95
    assert share(at_address, *TELLING) >= 0.95
    assert share(gone, *TELLING, Verdict.MOVED) >= 0.95


def test_every_page_is_said_as_its_row_says(results: list[Result]) -> None:
    wrong = [
        f"{one.case.group.name}: {one.case.layout}, {one.case.phrase}: {one.last}" for one in results if not one.right
    ]
    assert wrong == []


def test_the_page_about_it_is_up_to_date(results: list[Result]) -> None:
    assert PAGE.read_text(encoding="utf-8") == as_page(results), "write it anew: tests/log/recheck/write_page.py"
