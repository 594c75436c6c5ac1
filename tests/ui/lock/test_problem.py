"""Every problem a vault can have is shown by one page, in its own words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from footprint.vault import BackupFile, DatabaseDamaged, VaultError, errors
from tests.ui import looks
from ui.kit.buttons import Btn
from ui.lock.problem import ProblemPage

DAY = date(2026, 11, 16)


def every_problem() -> list[VaultError]:
    """One of each class in the file of errors, so that a new one cannot be forgotten."""
    made: list[VaultError] = []
    for found in vars(errors).values():
        if not isinstance(found, type) or not issubclass(found, VaultError) or found is VaultError:
            continue
        if found is errors.CodeMistyped:
            made += [errors.CodeMistyped((2,)), errors.CodeMistyped((1, 2, 3, 4))]
        elif found is errors.WeakPassphrase:
            made.append(errors.WeakPassphrase("This is too short. Add another word."))
        else:
            made.append(found())
    return made


@pytest.mark.parametrize("problem", every_problem(), ids=lambda problem: type(problem).__name__)
def test_it_says_what_happened_what_is_safe_and_what_to_do(problem: VaultError, qtbot: QtBot) -> None:
    page = ProblemPage(problem)
    qtbot.addWidget(page)
    looks.show_at(page, looks.Size(480, 640, 1.0))
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert words[0] == page.heading.text() == problem.title
    for part in (problem.safe, problem.do):
        assert not part or part in words
    assert problem.happened in words or problem.happened.rstrip(".") == problem.title
    assert looks.problems(page) == []


def test_the_newest_backup_is_the_main_way_on(qtbot: QtBot) -> None:
    backups = tuple(BackupFile(Path(f"{n}.footprint"), date(2026, 11, n), automatic=True) for n in (9, 8))
    page = ProblemPage(DatabaseDamaged(backups))
    qtbot.addWidget(page)
    assert isinstance(page.primary, Btn) and "9 November 2026" in page.primary.text()
    with qtbot.waitSignal(page.restore_asked) as asked:
        page.primary.click()
    assert asked.args == [Path("9.footprint")]
