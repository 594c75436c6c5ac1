"""“Old posts” leads through asking for a copy: each step is a press, and each comes up again on its day."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from footprint.archives import concierge
from footprint.archives.bringing import bring_in
from footprint.archives.concierge import Stage as CopyStage
from footprint.archives.opening.batches import Options
from footprint.dates import local_day
from footprint.demo import archives as demo
from footprint.workbench import Workbench
from tests.ui import looks
from tests.ui.archives.conftest import Wait, press
from ui.archives.page import ArchivesPage
from ui.archives.stage import Stage
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.rows import RowButton


def rows(page: ArchivesPage) -> dict[str, RowButton]:
    return {one.text(): one for one in page.findChildren(RowButton)}


def test_the_persons_own_networks_come_first(page: ArchivesPage) -> None:
    assert next(iter(rows(page))).startswith("Facebook")


def test_a_copy_is_asked_for_and_followed_to_the_end(page: ArchivesPage, bench: Workbench, settle: Wait) -> None:
    page.show_at(network="facebook")
    settle()
    assert page.heading.text() == "Your copy of Facebook"
    press(page, "I have asked for it", settle)
    copy = concierge.under_way(bench.vault)[0]
    assert copy.stage is CopyStage.ASKED
    press(page, "Not yet", settle)
    press(page, "It is ready", settle)
    assert concierge.get(bench.vault, copy.id).stage is CopyStage.READY
    concierge.brought_in(bench.vault, copy.id, local_day(bench.vault.now()))
    page.show_at(copy=copy.id)
    settle()
    press(page, "I have deleted it myself", settle)
    assert concierge.under_way(bench.vault) == ()


def test_the_file_is_shredded_after_a_question(
    page: ArchivesPage, bench: Workbench, tmp_path: Path, settle: Wait
) -> None:
    today = local_day(bench.vault.now())
    copy = concierge.ask(bench.vault, "facebook", today).value
    path = demo.build("facebook").write(tmp_path)
    bring_in(bench.vault, [path], Options())
    page.show_at(copy=copy.id)
    settle()
    press(page, "Overwrite and delete it", settle)
    next(one for one in page.window().findChildren(QDialog) if one.isVisible()).accept()
    settle()
    assert not path.exists() and concierge.get(bench.vault, copy.id).stage is CopyStage.FINISHED


def test_a_press_can_be_undone(page: ArchivesPage, desk: Desk, bench: Workbench, settle: Wait) -> None:
    page.show_at(network="facebook")
    settle()
    press(page, "I have asked for it", settle)
    desk.undo()
    settle()
    assert concierge.under_way(bench.vault) == ()
    assert any(one.text() == "I have asked for it" for one in page.findChildren(Btn))


def test_a_copy_that_is_late_says_so(page: ArchivesPage, bench: Workbench, settle: Wait) -> None:
    today = local_day(bench.vault.now())
    concierge.ask(bench.vault, "facebook", today - timedelta(days=9))
    page.show_at(network="facebook")
    settle()
    words = " ".join(looks.visible_words(page))
    assert "This takes longer than usual" in words


def test_from_a_copy_back_to_all_copies_and_home(page: ArchivesPage, desk: Desk, settle: Wait) -> None:
    went: list[str] = []
    desk.went.connect(lambda place, _details: went.append(place))
    page.show_at(network="x")
    settle()
    page.back()
    assert page.stage is Stage.OVERVIEW and not went
    page.back()
    assert went == ["home"]


def test_a_reminder_of_a_copy_that_was_forgotten_opens_the_overview(page: ArchivesPage, settle: Wait) -> None:
    page.show_at(copy="gone")
    settle()
    assert page.stage is Stage.OVERVIEW


@pytest.mark.parametrize("which", ["overview", "ask", "waiting", "ready"])
def test_it_looks_right_in_both_themes_at_every_size(
    page: ArchivesPage, bench: Workbench, settle: Wait, which: str
) -> None:
    today = local_day(bench.vault.now())
    if which != "overview":
        page.show_at(network="tiktok")
        settle()
    if which in ("waiting", "ready"):
        copy = concierge.ask(bench.vault, "tiktok", today - timedelta(days=9)).value
        if which == "ready":
            concierge.ready(bench.vault, copy.id, today)
        page.show_at(network="tiktok")
        settle()
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong += [f"{size}: {one}" for one in looks.problems(page)]
            wrong += looks.primary_buttons(page)[1:]
    assert wrong == []
