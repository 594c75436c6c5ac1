"""The table itself: every row of the list is there, and one that proves nothing does not pass."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.torture import __main__ as torture
from tests.torture.outcome import Outcome, Row
from tests.torture.rows import rows
from tests.torture.scenarios import EVERY

ROOT = Path(__file__).parents[2]


def test_every_row_of_the_list_is_there_once() -> None:
    labels = [row.label for row in rows()]
    assert len(labels) == len(set(labels))
    assert {row.number for row in rows()} >= {str(number) for number in range(1, 24)} | {"+"}


def test_what_is_cut_off_is_killed_and_loses_its_power() -> None:
    labels = {row.label for row in rows()}
    assert {f"{number} {one.name}" for one in EVERY for number in (1, 2)} <= labels


@pytest.mark.parametrize(
    ("found", "passes"),
    [
        (Outcome(10, 0), True),
        (Outcome(10, 1), False),
        (Outcome(0, 0), False),
        (Outcome(10, 0, control=0), False),
        (Outcome(10, 0, control=3), True),
        (Outcome(10, 1, control=3), False),
        (Outcome(0, 0, skipped="not here"), True),
    ],
)
def test_a_row_passes_only_where_it_could_have_failed(found: Outcome, passes: bool) -> None:
    assert found.passed is passes


def test_the_table_says_what_was_bad_and_which_control_did_not_fail(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_runs: int) -> Outcome:
        raise ValueError("a row that breaks")

    made = [
        Row("1 good", "goes well", 200, lambda runs: Outcome(runs, 0, "seen", 4, "without it")),
        Row("1 idle", "does nothing", 200, lambda runs: Outcome(runs, 0, control=0)),
        Row("2", "breaks", 1, broken),
    ]
    monkeypatch.setattr(torture, "rows", lambda: made)
    assert torture.main(["--rows", "1 good", "--scale", "0.5"]) == 0
    assert "| 1 good | goes well | 100 | 0 | 4 (without it) |" in capsys.readouterr().out
    assert torture.main(["--rows", "1"]) == 1
    assert "0 DID NOT FAIL" in capsys.readouterr().out
    assert torture.main([]) == 1
    assert "broke: ValueError" in capsys.readouterr().out
    assert torture.main(["--rows", "99"]) == 2


def test_the_page_tells_of_every_row() -> None:
    page = (ROOT / "docs" / "torture.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| ([0-9+]+)[^|]*\|", page, re.MULTILINE))
    assert {row.number for row in rows()} <= told
