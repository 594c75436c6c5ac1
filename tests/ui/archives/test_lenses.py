"""What to look out for: chosen, kept at once, and looked for again; and a flag that is wrong."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from footprint.archives.index import finding
from footprint.archives.index.contents import contents
from footprint.archives.index.filters import Find
from footprint.archives.lenses import settings, wrong
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.archives.conftest import Wait, press
from ui.archives.lenses import LensesPart
from ui.archives.page import ArchivesPage
from ui.archives.review.view import Review
from ui.archives.review.wrong import WrongSheet
from ui.archives.stage import Stage
from ui.kit.rows import RowButton


@pytest.fixture
def lenses(page: ArchivesPage, copies: list[Path], settle: Wait) -> LensesPart:
    page.show_stage(Stage.LENSES)
    settle()
    assert isinstance(page.part, LensesPart)
    return page.part


def row(place: QWidget, start: str) -> RowButton:
    return next(one for one in place.findChildren(RowButton) if one.text().startswith(start))


def test_sensitive_lenses_are_off_and_say_what_is_lawful(lenses: LensesPart, bench: Workbench) -> None:
    for one in settings.choices(bench.vault):
        assert lenses.ticks[one.lens.id].isChecked() is (not one.lens.sensitive)
    sensitive = next(one for one in settings.choices(bench.vault) if one.lens.sensitive)
    assert sensitive.lens.lawful and not sensitive.looks


def test_a_lens_turned_off_raises_no_flag_after_another_look(
    lenses: LensesPart, page: ArchivesPage, bench: Workbench, settle: Wait
) -> None:
    lens, count = next(iter(contents(bench.vault).lenses.items()))
    assert count
    lenses.ticks[lens].click()
    settle()
    press(page, "Look through my posts again", settle)
    assert lens not in contents(bench.vault).lenses


def test_a_wrong_flag_goes_from_the_post_and_can_be_taken_back(
    page: ArchivesPage, copies: list[Path], bench: Workbench, settle: Wait
) -> None:
    lens = next(iter(contents(bench.vault).lenses))
    (one, *_rest) = finding.page(bench.vault, Find(lens=lens), 0, 1)
    page.show_stage(Stage.REVIEW, f"entry:{one.id}")
    settle()
    assert isinstance(page.part, Review) and page.part.card is not None
    press(page.part.card, "Wrong flag", settle)
    sheet = next(sheet for sheet in page.window().findChildren(WrongSheet) if sheet.isVisible())
    flag = sheet._flag
    row(sheet, "This post is fine").click()
    settle()
    assert flag.lens not in [flag.lens for flag in finding.entry(bench.vault, one.id).flags]
    page.show_stage(Stage.LENSES)
    settle()
    (kept,) = wrong.silenced(bench.vault)
    row(page, f"“{kept.words}”" if kept.words else "").click()
    settle()
    assert wrong.silenced(bench.vault) == ()


def test_it_looks_right_in_both_themes_at_every_size(lenses: LensesPart, page: ArchivesPage) -> None:
    wrong_looks = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong_looks += [f"{size}: {one}" for one in looks.problems(page)]
    assert wrong_looks == []
