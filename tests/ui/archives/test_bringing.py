"""Bringing a copy in through the window: looked into, read, told, stopped, and what is no copy at all."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from footprint.archives import concierge
from footprint.archives.concierge import Stage as CopyStage
from footprint.archives.index.contents import contents
from footprint.archives.index.imported import imports
from footprint.dates import local_day
from footprint.demo import archives as demo
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.archives.conftest import Wait, press
from ui.archives.bringing import Bringing
from ui.archives.page import ArchivesPage
from ui.archives.stage import Stage
from ui.kit.buttons import Btn
from ui.kit.rows import RowButton


def take(page: ArchivesPage, paths: list[Path], settle: Wait) -> Bringing:
    page.show_stage(Stage.BRING)
    assert isinstance(page.part, Bringing)
    page.part.take(paths)
    settle()
    return page.part


def words(page: ArchivesPage) -> str:
    return " ".join(looks.visible_words(page))


def test_a_copy_is_looked_into_and_then_read(
    page: ArchivesPage, bench: Workbench, tmp_path: Path, settle: Wait
) -> None:
    made = demo.build("facebook")
    path = made.write(tmp_path)
    concierge.ask(bench.vault, "facebook", local_day(bench.vault.now()))
    take(page, [path], settle)
    assert "A copy of Facebook" in words(page) and not imports(bench.vault)
    press(page, "Read it", settle)
    assert page.stage is Stage.REPORT
    kept = contents(bench.vault)
    assert kept.entries and "things are kept" in words(page)
    assert concierge.under_way(bench.vault)[0].stage is CopyStage.BROUGHT_IN
    assert path.exists()


def test_messages_are_off_and_say_why(page: ArchivesPage, bench: Workbench, tmp_path: Path, settle: Wait) -> None:
    part = take(page, [demo.build("x").write(tmp_path)], settle)
    assert not part.messages.isChecked()
    press(page, "Read it", settle)
    assert "hold other people’s words" in words(page)


def test_the_same_copy_again_says_that_nothing_is_new(
    page: ArchivesPage, bench: Workbench, copies: list[Path], settle: Wait
) -> None:
    before = contents(bench.vault).entries
    take(page, [copies[0]], settle)
    press(page, "Read it", settle)
    assert contents(bench.vault).entries == before and len(imports(bench.vault)) == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [("notes.txt", b"just some words"), ("broken.zip", b"PK\x03\x04 nothing else"), ("empty.json", b"")],
)
def test_what_is_no_copy_gets_a_sentence_and_nothing_is_kept(
    page: ArchivesPage, bench: Workbench, tmp_path: Path, settle: Wait, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    take(page, [path], settle)
    assert "There is nothing here to read" in words(page) and not imports(bench.vault)


def test_a_file_that_is_gone_gets_a_sentence(page: ArchivesPage, tmp_path: Path, settle: Wait) -> None:
    take(page, [tmp_path / "gone.zip"], settle)
    said = words(page)
    assert "nothing here to read" in said or "could not be read" in said


def test_stopping_keeps_what_was_read_and_offers_to_go_on(
    page: ArchivesPage, bench: Workbench, tmp_path: Path, settle: Wait
) -> None:
    part = take(page, [demo.build("facebook").write(tmp_path)], settle)
    next(one for one in part.findChildren(Btn) if one.text() == "Read it").click()
    assert page.escape()
    settle()
    if page.stage is Stage.BRING:  # it may have been quicker than the hand
        assert "What was read is kept" in words(page)
        press(page, "Go on reading", settle)
    assert page.stage is Stage.REPORT and contents(bench.vault).entries


def test_the_overview_leads_on(page: ArchivesPage, copies: list[Path], settle: Wait) -> None:
    page.show_stage(Stage.OVERVIEW)
    settle()
    assert page.primary is not None
    page.primary.click()
    settle()
    assert page.stage is Stage.REVIEW
    page.show_stage(Stage.OVERVIEW)
    settle()
    next(one for one in page.findChildren(RowButton) if one.text().startswith("X")).click()
    settle()
    assert page.stage is Stage.REPORT and page.heading.text() == "What was read"


@pytest.mark.parametrize("which", [Stage.OVERVIEW, Stage.BRING, Stage.REPORT, Stage.HELD])
def test_it_looks_right_in_both_themes_at_every_size(
    page: ArchivesPage, copies: list[Path], settle: Wait, which: Stage
) -> None:
    page.show_stage(which, "1" if which is Stage.REPORT else "")
    if which is Stage.BRING:
        take(page, [copies[1]], settle)
    settle()
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong += [f"{size}: {one}" for one in looks.problems(page)]
            wrong += looks.primary_buttons(page)[1:]
    assert wrong == []
