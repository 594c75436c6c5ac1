"""The page of packs: one is offered, read before it is used, refused in a sentence, gone back from and removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists
from footprint.packs.uses import Source
from footprint.web import ledger
from footprint.workbench import Workbench
from tests.packs.council import ORGANISATION, OTHER_KEY, pack_bytes, pack_file
from tests.ui import looks
from tests.ui.waiting import rest
from ui.checklists.page import ChecklistsPage
from ui.desk import Desk
from ui.guidance.page import GuidancePage
from ui.home.page import HomePage
from ui.kit.from_pack import FromPackMark
from ui.packs.page import PacksPage

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PacksPage:
    made = PacksPage(desk)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    rest(desk, qtbot)
    return made


def words(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisibleTo(root))


def choose(page: PacksPage, path: Path, settle: Settle) -> None:
    page.take_file(path)
    settle()


def install(page: PacksPage, path: Path, settle: Settle) -> None:
    choose(page, path, settle)
    assert page.preview is not None, words(page)
    page.preview.use.click()
    settle()


# -- before and after -----------------------------------------------------------------------------------


def test_without_a_pack_the_page_says_what_stands_and_what_none_can_ever_do(page: PacksPage) -> None:
    assert "The built-in guidance is in use." in words(page)
    assert "Send anything, or make the app ask anyone." in words(page)
    assert page.primary is page.choose_button


def test_nothing_is_used_before_it_was_read_and_asked_for(page: PacksPage, settle: Settle, tmp_path: Path) -> None:
    choose(page, pack_file(tmp_path), settle)
    assert page.preview is not None and page.bench.pack is None
    said = words(page)
    for part in (
        "Nothing has changed yet", ORGANISATION, "1, made on 1 November 2026", "Digital safety lead", "01632 960123",
        "northshire.example, hub.northshire.example", "What no pack can ever do", "Compare this mark",
    ):  # fmt: skip
        assert part in said
    assert page.preview.found.offered.pack.fingerprint in said
    assert any("Safeguarding hub" in one for one in page.preview.rows())
    page.preview.leave.click()
    settle()
    assert page.preview is None and page.bench.pack is None and "No pack is in use" in words(page)


def test_ours_stand_beside_theirs_with_the_reason(page: PacksPage, settle: Settle, tmp_path: Path) -> None:
    choose(page, pack_file(tmp_path), settle)
    assert page.preview is not None
    pairs = {one.where: one for one in page.preview.found.pairs}
    mine = pairs["Facebook: Your details"]
    assert mine.ours == "Who can see your contact details, work, home and family?"
    assert mine.theirs == "Who can see where you live and work?" and mine.reason.startswith("Our staff asked")
    assert any(one.theirs == "" and "press office" in one.reason for one in pairs.values())
    assert "The app says" in words(page) and f"{ORGANISATION} says" in words(page)


def test_it_is_used_and_undone_with_one_press(
    page: PacksPage, settle: Settle, tmp_path: Path, desk: Desk, bench: Workbench
) -> None:
    install(page, pack_file(tmp_path), settle)
    assert bench.pack is not None and "org:hub" in bench.checklists
    assert f"{ORGANISATION}, version 1" in words(page) and "You chose the file." in words(page)
    desk.undo()
    settle()
    assert bench.pack is None and "org:hub" not in bench.checklists and "No pack is in use" in words(page)
    desk.redo()
    settle()
    assert bench.pack is not None and "org:hub" in bench.checklists
    assert ledger.entries(bench.vault) == ()


def test_a_file_is_dropped_onto_the_page(page: PacksPage, settle: Settle, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pack_file(tmp_path)))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys))
    settle()
    assert page.preview is not None


# -- a newer one, back, and away ------------------------------------------------------------------------


def test_an_update_shows_what_is_new_and_can_be_gone_back_from(
    page: PacksPage, settle: Settle, tmp_path: Path, bench: Workbench
) -> None:
    install(page, pack_file(tmp_path, 1), settle)
    choose(page, pack_file(tmp_path, 2), settle)
    assert page.preview is not None and "What is new since version 1" in words(page)
    rows = page.preview.rows()
    assert any("960301" in one for one in rows) and not any("Safeguarding" in one for one in rows)
    assert "It is the same key as before." in words(page)
    page.preview.use.click()
    settle()
    assert bench.pack is not None and bench.pack.version == 2
    page.back_button.click()
    page.question.accept()
    settle()
    assert bench.pack.version == 1 and f"{ORGANISATION}, version 1" in words(page)


def test_removing_hides_the_answers_and_they_come_back(
    page: PacksPage, settle: Settle, tmp_path: Path, bench: Workbench
) -> None:
    install(page, pack_file(tmp_path), settle)
    hub = bench.checklists.network("org:hub")
    checklists.answer(bench.vault, hub, hub.checks[0], "colleagues")
    page.remove_button.click()
    assert "Your answers to its checks are hidden" in words(page.question)
    page.question.accept()
    settle()
    assert bench.pack is None and "org:hub" not in bench.checklists
    install(page, pack_file(tmp_path), settle)
    again = bench.checklists.network("org:hub")
    found = checklists.states(again, checklists.latest(bench.vault, "org:hub"), bench.vault.now().date())
    assert [one.answered for one in found] == [True]


# -- refused --------------------------------------------------------------------------------------------


def test_a_wrong_signature_an_older_one_and_no_pack_at_all_are_refused_plainly(
    page: PacksPage, settle: Settle, tmp_path: Path, bench: Workbench
) -> None:
    altered = tmp_path / "altered.footprint-pack"
    data = bytearray(pack_bytes())
    at = data.find(b"Take your lanyard")
    altered.write_bytes(bytes(data) if at < 0 else bytes(data).replace(b"Take your lanyard", b"Lend your lanyard"))
    notes = tmp_path / "notes.footprint-pack"
    notes.write_text("Dear all", encoding="utf-8")
    install(page, pack_file(tmp_path, 2), settle)
    for path in (notes, pack_file(tmp_path, 1), tmp_path):
        choose(page, path, settle)
        assert page.preview is None and page.problem.isVisible() and bench.pack is not None
        assert "This pack was not used" in words(page) and bench.pack.version == 2
    bad = tmp_path / "bad.footprint-pack"
    bad.write_bytes(pack_bytes(3, links='format = 1\n[[link]]\nid = "org:x"\nscript = "rm"\n'))
    choose(page, bad, settle)
    assert page.faults.isVisible() and "script" in page._faults.text()


def test_another_key_is_said_loudly_and_refused_until_compared(
    page: PacksPage, settle: Settle, tmp_path: Path, bench: Workbench
) -> None:
    install(page, pack_file(tmp_path, 1), settle)
    known = bench.pack.fingerprint if bench.pack is not None else ""
    choose(page, pack_file(tmp_path, 2, key=OTHER_KEY), settle)
    view = page.preview
    assert view is not None and view.compared is not None
    assert "signed with another key than before" in words(page) and known in words(page)
    view.use.click()
    settle()
    assert bench.pack is not None and bench.pack.version == 1 and view.problem.isVisible()
    view.compared.click()
    view.use.click()
    settle()
    assert bench.pack.version == 2


# -- offered by the organisation ------------------------------------------------------------------------


def test_what_the_organisation_put_there_is_offered_and_not_now_is_kept(
    bench: Workbench, desk: Desk, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    pack_file(tmp_path / "site")
    page = PacksPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    assert "Your organisation put a pack on this computer" in words(page) and bench.pack is None
    page.later_button.click()
    settle()
    assert "Your organisation put" not in words(page) and bench.pack is None
    pack_file(tmp_path / "site", 2)
    page.reload()
    settle()
    page.look_button.click()
    settle()
    assert page.preview is not None and page.preview.found.offered.source is Source.ORGANISATION
    page.preview.use.click()
    settle()
    assert "Your organisation put the file on this computer." in words(page)


def test_home_says_that_a_pack_waits_and_leads_to_it(
    bench: Workbench, desk: Desk, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    said = "Your organisation put a pack on this computer"
    assert said not in words(page)
    pack_file(tmp_path / "site")
    page.reload()
    settle()
    assert said in words(page) and bench.pack is None
    offered = bench.packs.waiting()
    assert offered is not None
    bench.packs.put_off(offered)
    page.reload()
    settle()
    assert said not in words(page)


def test_a_file_that_was_altered_beside_the_notes_is_said(
    used: Workbench, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    next((used.folder / "packs").iterdir()).write_bytes(b"other")
    used.renew_checklists()
    page = PacksPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    assert "Your pack is left out" in words(page) and "was altered" in words(page)


# -- on other pages -------------------------------------------------------------------------------------


def test_the_apps_own_words_are_one_choice_away(used: Workbench, desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    shown: list[QWidget] = []
    desk.focus_asked.connect(lambda widget: shown.append(widget) if widget is not None else None)
    page = ChecklistsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open_walk("facebook", "about_info")
    settle()
    marks = shown[0].findChildren(FromPackMark)
    assert [one.accessibleName() for one in marks] == [f"From {ORGANISATION}"]
    assert "Its reason: Our staff asked for a shorter question." in marks[0].accessibleDescription()
    assert "Who can see your contact details, work, home and family?" in everything(shown[0])


def everything(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(QLabel))


def test_the_guidance_page_leads_to_the_pack(used: Workbench, desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    went: list[str] = []
    desk.went.connect(lambda place, _details: went.append(place))
    page = GuidancePage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    from ui.packs.guidance_cards import PackCard

    card = page.findChild(PackCard)
    assert card is not None and f"{ORGANISATION}, version 1" in words(card)
    card.button.click()
    assert went == ["packs"]
    used.packs.remove()
    used.renew_checklists()
    page.reload()
    settle()
    assert ORGANISATION not in words(page)


# -- looks ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["none", "used", "other key"])
def test_nothing_is_cut_off_and_all_is_named(
    state: str, bench: Workbench, desk: Desk, qtbot: QtBot, tmp_path: Path, settle: Settle
) -> None:
    if state != "none":
        bench.packs.use(bench.packs.offer(pack_file(tmp_path)))
        bench.renew_checklists()
    page = PacksPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    if state == "other key":
        choose(page, pack_file(tmp_path, 2, key=OTHER_KEY), settle)
    assert looks.problems_everywhere(page) == []
