"""Every state of the page in both themes and at every size: nothing cut, all in reach, all named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui import looks
from tests.ui.passwords.conftest import STRONG, WEAK
from ui.passwords.page import PasswordsPage

Settle = Callable[[], None]
Stage = Callable[[PasswordsPage, Settle, Path], None]


def start(page: PasswordsPage, settle: Settle, export: Path) -> None:
    page.advice.suggest.click()
    assert page.lists.start is not None
    page.lists.start.where.set_value("1password")
    page.lists.start.where.chosen.emit("1password")


def judged(page: PasswordsPage, settle: Settle, export: Path) -> None:
    QTest.keyClicks(page.one.box.edit, WEAK)
    page.one.check.click()


def strong(page: PasswordsPage, settle: Settle, export: Path) -> None:
    QTest.keyClicks(page.one.box.edit, f" {STRONG}")
    page.one.check.click()


def asked(page: PasswordsPage, settle: Settle, export: Path) -> None:
    judged(page, settle, export)
    settle()
    assert page.one.verdict is not None
    page.one.verdict.lists_button.click()


def answered(page: PasswordsPage, settle: Settle, export: Path) -> None:
    asked(page, settle, export)
    assert page.one.preview is not None
    page.one.preview.send_button.click()


def wrong(page: PasswordsPage, settle: Settle, export: Path) -> None:
    export.write_bytes(b'{"encrypted": true}')
    page.lists.read_file(export)


def told(page: PasswordsPage, settle: Settle, export: Path) -> None:
    page.lists.read_file(export)


def gone(page: PasswordsPage, settle: Settle, export: Path) -> None:
    told(page, settle, export)
    settle()
    assert page.lists.report is not None and page.lists.report.shred is not None
    page.lists.report.shred.shred()


STAGES: tuple[Stage, ...] = (start, judged, strong, asked, answered, wrong, told, gone)


@pytest.fixture
def ready(page: PasswordsPage, settle: Settle, export: Path) -> Callable[[Stage], PasswordsPage]:
    def prepare(stage: Stage) -> PasswordsPage:
        stage(page, settle, export)
        settle()
        return page

    return prepare


every_stage = pytest.mark.parametrize("stage", STAGES, ids=lambda one: one.__name__)


@every_stage
def test_every_state_stands_at_every_size_in_both_themes(ready: Callable[[Stage], PasswordsPage], stage: Stage) -> None:
    assert looks.problems_everywhere(ready(stage)) == []


@every_stage
def test_tab_reaches_everything(ready: Callable[[Stage], PasswordsPage], stage: Stage) -> None:
    assert looks.out_of_reach(ready(stage)) == []


@every_stage
def test_there_is_one_main_button_and_ctrl_enter_presses_it(
    ready: Callable[[Stage], PasswordsPage], stage: Stage
) -> None:
    page = ready(stage)
    assert page.primary is not None
    assert looks.primary_buttons(page) == [page.primary.text()]
