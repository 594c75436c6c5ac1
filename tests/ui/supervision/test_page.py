"""The place “Supervision summary” through the window: choosing, the own list, questions, notes, copies, by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint import checklists, web
from footprint.checklists import Sign, stranger
from footprint.checklists.stranger import Seen
from footprint.supervision import copies, reflection, take
from footprint.supervision.copies import Form
from footprint.supervision.summary import Level, Part
from footprint.vault import Vault
from footprint.workbench import Workbench
from tests.conftest import FakeClock
from tests.ui import looks
from ui.desk import Desk
from ui.help.texts import topics
from ui.kit.cards import EmptyState
from ui.supervision.given import CopySheet, GivenView
from ui.supervision.page import SupervisionPage
from ui.supervision.prompts import PromptsView
from ui.supervision.reflection import NotesView, NoteView
from ui.supervision.stranger import StrangerView
from ui.supervision.summary import SummaryView
from ui.supervision.take import TakeView
from ui.supervision.take_sheet import TakeSheet

Wait = Callable[[], None]


def go_through(vault: Vault, bench: Workbench, network: str, count: int) -> None:
    checked = bench.checklists.network(network)
    for check in checked.checks[:count]:
        checklists.answer(vault, checked, check, choice=check.choices[0].id)


@pytest.fixture
def page(desk: Desk, bench: Workbench, qtbot: QtBot, settle: Wait) -> SupervisionPage:
    made = SupervisionPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    settle()
    return made


@pytest.fixture
def done(page: SupervisionPage, bench: Workbench, settle: Wait) -> SupervisionPage:
    """After 12 checks of one network."""
    go_through(bench.vault, bench, "linkedin", 12)
    page.show_at()
    settle()
    return page


def view(page: SupervisionPage, kind: type, settle: Wait, **where: str) -> QWidget:
    page.show_at(**where)
    settle()
    assert isinstance(page.shown, kind)
    return page.shown


# -- the summary ---------------------------------------------------------------------------------------


def test_before_any_check_it_leads_to_the_checklists(page: SupervisionPage, desk: Desk) -> None:
    went: list[str] = []
    desk.went.connect(lambda place, _details: went.append(place))
    assert isinstance(page.shown, EmptyState) and page.primary is not None
    page.primary.click()
    assert went == ["checklists"]


def test_every_line_is_off_until_it_is_chosen_and_the_preview_follows(done: SupervisionPage) -> None:
    shown = done.shown
    assert isinstance(shown, SummaryView)
    words = shown.sheet.words()
    assert "2026" not in words and "10 or more" not in words and "I have looked at" in words
    shown.level.cards[Level.SHORT.value].click()
    assert "16 November 2026" in shown.sheet.words() and "10 or more" in shown.sheet.words()
    assert "LinkedIn" not in shown.sheet.words()
    shown.level.cards[Level.CHOOSE.value].click()
    assert shown.parts.values() == () and shown.networks.values() == ()
    assert "2026" not in shown.sheet.words()
    shown.parts.cards[Part.NETWORKS.value].click()
    assert "LinkedIn" not in shown.sheet.words() and shown.networks.isVisible()
    shown.networks.cards["linkedin"].click()
    assert "LinkedIn" in shown.sheet.words()
    shown.parts.cards[Part.NEXT.value].click()
    assert "May 2027" in shown.sheet.words()


def test_what_is_chosen_stays_while_something_else_changes(
    done: SupervisionPage, bench: Workbench, desk: Desk, settle: Wait
) -> None:
    shown = done.shown
    assert isinstance(shown, SummaryView)
    shown.level.cards[Level.CHOOSE.value].click()
    shown.parts.cards[Part.CHECKS.value].click()
    done.reload()
    settle()
    assert isinstance(done.shown, SummaryView)
    assert done.shown.level.value == Level.CHOOSE.value and done.shown.parts.values() == (Part.CHECKS.value,)


def test_a_file_is_the_preview_and_is_listed(
    done: SupervisionPage, bench: Workbench, tmp_path: Path, settle: Wait
) -> None:
    assert isinstance(done.shown, SummaryView)
    done.shown.maker.save_to(done.shown.summary(), Form.TEXT, tmp_path / "made.txt")
    settle()
    said = (tmp_path / "made.txt").read_text("utf-8")
    assert [line for line in said.splitlines() if line] == done.shown.sheet.words().splitlines()[1:]
    given = view(done, GivenView, settle, view="given")
    assert isinstance(given, GivenView) and len(given.rows) == 1


def test_where_it_cannot_be_saved_nothing_is_listed(done: SupervisionPage, desk: Desk, settle: Wait) -> None:
    told: list[str] = []
    desk.trouble.connect(told.append)
    assert isinstance(done.shown, SummaryView)
    done.shown.maker.save_to(done.shown.summary(), Form.PDF, Path("/nowhere/at/all.pdf"))
    settle()
    assert told and copies.copies(desk.bench.vault) == ()
    assert not [one for one in web.entries(desk.bench.vault) if "summary" in one.note]


def test_a_copy_is_shown_again_and_taken_off_with_undo(
    done: SupervisionPage, bench: Workbench, desk: Desk, qtbot: QtBot, settle: Wait
) -> None:
    assert isinstance(done.shown, SummaryView)
    done.shown.level.cards[Level.SHORT.value].click()
    done.shown.copy.click()
    settle()
    go_through(bench.vault, bench, "whatsapp", 20)
    (kept,) = copies.copies(bench.vault)
    sheet = CopySheet(desk, done, kept)
    qtbot.addWidget(sheet)
    sheet.open()
    words = "\n".join(one.text() for one in looks_at(sheet))
    assert "10 or more" in words, "as it was given, not as it would be now"
    sheet.forget_button.click()
    settle()
    assert copies.copies(bench.vault) == ()
    desk.undo()
    settle()
    assert copies.copies(bench.vault) == (kept,)


def looks_at(widget: QWidget) -> list[QWidget]:
    from ui.kit.text import PlainLabel

    return list(widget.findChildren(PlainLabel))


# -- the own list --------------------------------------------------------------------------------------


def test_the_list_is_written_ordered_ticked_and_cleared_with_undo(
    page: SupervisionPage, bench: Workbench, desk: Desk, qtbot: QtBot, settle: Wait
) -> None:
    shown = view(page, TakeView, settle, view="take")
    assert isinstance(shown, TakeView)
    qtbot.keyClicks(shown.box, "When to find an hour")
    qtbot.keyClick(shown.box, Qt.Key.Key_Return)
    settle()
    take.add(bench.vault, "Who to tell")
    shown = view(page, TakeView, settle, view="take")
    assert isinstance(shown, TakeView) and shown.list is not None
    shown.down.click()
    settle()
    assert [one.words for one in take.lines(bench.vault)] == ["Who to tell", "When to find an hour"]
    assert isinstance(page.shown, TakeView) and page.shown.selected == take.lines(bench.vault)[1].id
    page.shown.tick.click()
    settle()
    assert take.lines(bench.vault)[1].talked
    assert isinstance(page.shown, TakeView)
    page.shown.clear_talked.click()
    settle()
    assert [one.words for one in take.lines(bench.vault)] == ["Who to tell"]
    desk.undo()
    settle()
    assert len(take.lines(bench.vault)) == 2


def test_an_empty_line_is_refused_beside_the_box(page: SupervisionPage, settle: Wait) -> None:
    shown = view(page, TakeView, settle, view="take")
    assert isinstance(shown, TakeView)
    shown.add_button.click()
    assert shown.field.words


def test_the_list_is_saved_with_its_warning(
    page: SupervisionPage, bench: Workbench, tmp_path: Path, settle: Wait
) -> None:
    take.add(bench.vault, "When to find an hour <b>")
    shown = view(page, TakeView, settle, view="take")
    assert isinstance(shown, TakeView) and shown.files is not None
    assert any("your own words" in one.text() for one in looks_at(shown.files))  # type: ignore[attr-defined]
    for ending in ("pdf", "docx", "txt"):
        shown.files.save_to(tmp_path / f"list.{ending}")
        settle()
        assert (tmp_path / f"list.{ending}").stat().st_size > 30
    assert "☐ When to find an hour <b>" in (tmp_path / "list.txt").read_text("utf-8")
    assert [one.note for one in web.entries(bench.vault)].count("Your list for supervision") == 3


def test_a_sheet_from_anywhere_can_be_changed_before_it_is_kept(
    page: SupervisionPage, bench: Workbench, desk: Desk, qtbot: QtBot, settle: Wait
) -> None:
    sheet = TakeSheet(desk, page, take.from_check("Who can see your friends list", "Facebook"))
    qtbot.addWidget(sheet)
    sheet.open()
    assert sheet.box.toPlainText() == "Facebook: Who can see your friends list"
    sheet.box.setPlainText("  ")
    sheet.save.click()
    assert sheet.field.words and take.lines(bench.vault) == ()
    sheet.box.setPlainText("Something about lists of friends")
    sheet.save.click()
    settle()
    assert [one.words for one in take.lines(bench.vault)] == ["Something about lists of friends"]


# -- questions, notes, the stranger --------------------------------------------------------------------


def test_a_question_goes_on_the_list_once(page: SupervisionPage, bench: Workbench, settle: Wait) -> None:
    shown = view(page, PromptsView, settle, view="prompts")
    assert isinstance(shown, PromptsView) and len(shown.buttons) >= 10
    key = next(iter(shown.buttons))
    shown.buttons[key].click()
    settle()
    assert isinstance(page.shown, PromptsView) and page.shown.buttons[key].text() == "On my list"
    assert len(take.lines(bench.vault)) == 1


def test_a_reflective_note_is_kept_opened_again_and_deleted_with_undo(
    page: SupervisionPage, bench: Workbench, desk: Desk, settle: Wait
) -> None:
    notes = view(page, NotesView, settle, view="notes")
    assert isinstance(notes, NotesView)
    notes.new.click()
    settle()
    assert isinstance(page.shown, NoteView)
    page.shown.save_button.click()
    assert page.shown.fields["looked"].words
    page.shown.boxes["learned"].setPlainText("Old photos were open to all.")
    page.shown.save_button.click()
    settle()
    assert isinstance(page.shown, NotesView) and len(page.shown.rows) == 1
    page.shown.rows[0].click()
    settle()
    assert isinstance(page.shown, NoteView) and page.shown.boxes["learned"].toPlainText().startswith("Old photos")
    page.shown.delete_button.click()
    settle()
    assert reflection.notes(bench.vault) == ()
    desk.undo()
    settle()
    assert len(reflection.notes(bench.vault)) == 1


def test_a_half_typed_note_is_kept_when_the_app_locks_and_when_one_leaves(
    page: SupervisionPage, bench: Workbench, settle: Wait
) -> None:
    shown = view(page, NoteView, settle, view="note")
    assert isinstance(shown, NoteView)
    shown.boxes["looked"].setPlainText("How my profile looks")
    page.put_away()
    assert [one.looked for one in reflection.notes(bench.vault)] == ["How my profile looks"]
    shown.boxes["change"].setPlainText("Look again")
    page.back()
    settle()
    assert [one.change for one in reflection.notes(bench.vault)] == ["Look again"]


def test_the_stranger_card_of_six_months_ago_stands_beside_the_new_one(
    page: SupervisionPage, bench: Workbench, clock: FakeClock, settle: Wait
) -> None:
    network = bench.checklists.network("facebook")
    for seen in (Seen.SEEN, Seen.NOT_SEEN):
        look = stranger.keep(bench.vault, stranger.begin(bench.vault, network), Sign.PHOTO, seen=seen).value
        stranger.finish(bench.vault, look.id)
        clock.advance(days=184)
    shown = view(page, StrangerView, settle, view="stranger")
    assert isinstance(shown, StrangerView) and len(shown.cards) == 2
    now, before = ("\n".join(one.text() for one in looks_at(card)) for card in shown.cards)  # type: ignore[attr-defined]
    assert "A stranger can see this" in before and "A stranger can see this" not in now


# -- all of them ---------------------------------------------------------------------------------------


def test_back_leads_to_the_summary_and_help_stands_ready(page: SupervisionPage, settle: Wait) -> None:
    view(page, TakeView, settle, view="take")
    assert page.escape()
    settle()
    assert page.view == "summary" and not page.escape()
    assert page.help_topic in topics()


@pytest.mark.parametrize("where", ["summary", "take", "prompts", "notes", "note", "stranger", "given"])
def test_it_looks_right_everywhere(
    done: SupervisionPage, bench: Workbench, qtbot: QtBot, settle: Wait, where: str
) -> None:
    take.add(bench.vault, "W" * 200)
    take.add(bench.vault, "Who to tell when something happens online")
    take.talked(bench.vault, take.lines(bench.vault)[1].id)
    look = stranger.keep(bench.vault, stranger.begin(bench.vault, bench.checklists.network("facebook")), Sign.NAME,
                         seen=Seen.SEEN).value  # fmt: skip
    stranger.finish(bench.vault, look.id)
    done.show_at(view=where)
    settle()
    if isinstance(done.shown, SummaryView):
        done.shown.level.cards[Level.CHOOSE.value].click()
        for card in done.shown.parts.cards.values():
            card.click()
    wrong = looks.primary_buttons(done)[1:]
    assert looks.problems_everywhere(done) + wrong == []
    assert looks.out_of_reach(done) == []
