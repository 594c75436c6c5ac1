"""A few a day: opened, ticked off, enough for today, and held while a case is open."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from footprint.archives import pacing
from footprint.archives.deciding import decide
from footprint.archives.index import finding
from footprint.archives.index.filters import Decided, Find
from footprint.archives.pacing import A_DAY
from footprint.archives.records import Kind
from footprint.dates import local_day
from footprint.log import ladder
from footprint.log.ladder import Case, Considered, LifeEvent
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.archives.conftest import Wait, press
from ui.archives.page import ArchivesPage
from ui.archives.stage import Stage
from ui.log.considering import PauseSheet


@pytest.fixture
def decided(bench: Workbench, copies: list[Path]) -> list[int]:
    posts = finding.page(bench.vault, Find(kinds=(Kind.POST, Kind.COMMENT, Kind.REPLY), networks=("facebook",)), 0, 25)
    wanted = [one.id for one in posts]
    decide(bench.vault, wanted, Decided.DELETE)
    return wanted


def words(page: ArchivesPage) -> str:
    return " ".join(looks.visible_words(page))


def test_the_next_one_is_ticked_off(page: ArchivesPage, bench: Workbench, decided: list[int], settle: Wait) -> None:
    page.show_stage(Stage.DAY)
    settle()
    assert f"{len(decided)} left in all" in words(page)
    press(page, "I have done it", settle)
    sheet = next(one for one in page.window().findChildren(PauseSheet) if one.isVisible())
    sheet.choices.set_value(Case.NO.value)  # it is asked once, before the very first thing goes
    sheet.choices.chosen.emit(Case.NO.value)
    press(sheet, "Go on", settle)
    assert pacing.plan(bench.vault, local_day(bench.vault.now())).done == 1


def test_a_day_is_enough(page: ArchivesPage, bench: Workbench, decided: list[int], settle: Wait) -> None:
    assert len(decided) > A_DAY
    today = local_day(bench.vault.now())
    batch = [one.id for one in pacing.plan(bench.vault, today).today]
    pacing.tick(bench.vault, batch, considered=Considered(Case.NO))
    page.show_stage(Stage.DAY)
    settle()
    assert "enough for today" in words(page)


def test_a_hearing_holds_it(page: ArchivesPage, bench: Workbench, decided: list[int], settle: Wait) -> None:
    ladder.set_life_event(bench.vault, LifeEvent.HEARING, True)
    page.show_stage(Stage.DAY)
    settle()
    assert "Wait with this" in words(page)


def test_nothing_decided_leads_to_the_posts(page: ArchivesPage, copies: list[Path], settle: Wait) -> None:
    page.show_stage(Stage.DAY)
    settle()
    press(page, "Go through your posts", settle)
    assert page.stage is Stage.REVIEW


def test_it_looks_right_in_both_themes_at_every_size(page: ArchivesPage, decided: list[int], settle: Wait) -> None:
    page.show_stage(Stage.DAY)
    settle()
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong += [f"{size}: {one}" for one in looks.problems(page)]
            wrong += looks.primary_buttons(page)[1:]
    assert wrong == []
