"""Writing an incident down by the keyboard alone; stopping, locking and carrying on; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import log, web
from footprint.log import incidents
from footprint.log.incidents import Form, Incident, Kind, Post
from footprint.vault import Vault
from tests.ui import looks, pdf
from tests.ui.incidents.conftest import Window
from ui.desk import Desk
from ui.incidents.contacts import ContactsView
from ui.incidents.copying import CopyView
from ui.incidents.note import NoteView
from ui.incidents.overview import Overview
from ui.incidents.page import IncidentsPage
from ui.incidents.questions import What
from ui.incidents.walk import IncidentWalk

Wait = Callable[[], None]


def begin(window: Window, settle: Wait, **details: object) -> IncidentWalk:
    window.page.show_at(**{"kind": "posted", **details})
    settle()
    walk = window.page.walking
    assert walk is not None
    return walk


def keys(text: str) -> None:
    """Typed where the focus is."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    for _time in range(times):
        QTest.keyClick(QApplication.focusWidget(), key, how)


def tab_to(window: Window, name: str) -> None:
    """Tab until something of this name has the focus."""
    for _step in range(60):
        press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is not None and now.accessibleName().startswith(name):
            return
    raise AssertionError(f"Tab does not come to {name}")


def on(settle: Wait) -> None:
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    looks.settle()


def test_six_questions_by_keys_alone(window: Window, settle: Wait, vault: Vault) -> None:
    walk = begin(window, settle)
    tab_to(window, "In your own words")
    keys("A post names my team.")
    on(settle)
    assert walk.at == 1
    tab_to(window, "Day")
    keys("15")
    press(Qt.Key.Key_Tab)
    keys("11")
    press(Qt.Key.Key_Tab)
    keys("2026")
    press(Qt.Key.Key_Tab)
    keys("about 9pm")
    on(settle)
    tab_to(window, "Address or place")
    keys("https://groups.example/posts/118")
    on(settle)
    tab_to(window, "Roles or initials")
    keys("me and a colleague")
    on(settle)
    tab_to(window, "Who")
    keys("my line manager")
    on(settle)
    assert walk.at == 5
    tab_to(window, "What would help")
    keys("Advice.")
    on(settle)
    (kept,) = incidents.incidents(vault)
    whole = incidents.whole(vault, kept.id)
    assert (kept.what, kept.seen_on, kept.seen_at) == ("A post names my team.", date(2026, 11, 15), "about 9pm")
    assert (kept.place, kept.concerns) == ("https://groups.example/posts/118", "me and a colleague")
    assert (kept.wanted, kept.finished) == ("Advice.", True)
    assert [one.who for one in whole.told] == ["my line manager"]
    assert isinstance(window.page.shown, NoteView)
    assert window.focused is None


def test_the_first_question_must_be_answered_and_the_others_need_not(
    window: Window, settle: Wait, vault: Vault
) -> None:
    walk = begin(window, settle)
    on(settle)
    assert walk.at == 0
    assert "Say in a few words what happened." in looks.visible_words(walk)
    assert isinstance(walk.question, What)
    walk.question.box.setPlainText("A message")
    on(settle)
    for _question in range(4):
        walk.skip.click()
        settle()
    on(settle)
    assert incidents.incidents(vault)[0].finished


def test_a_day_to_come_is_refused_in_the_words_of_its_field(window: Window, settle: Wait) -> None:
    walk = begin(window, settle)
    walk.show_question(1)
    looks.settle()
    tab_to(window, "Day")
    keys("1")
    press(Qt.Key.Key_Tab)
    keys("1")
    press(Qt.Key.Key_Tab)
    keys("2030")
    on(settle)
    assert walk.at == 1
    assert "The day you noticed it must be today or in the past." in looks.visible_words(walk)


@pytest.mark.parametrize("how", ["lock", "leave"])
def test_what_is_half_typed_is_there_again(
    how: str, window: Window, settle: Wait, vault: Vault, desk: Desk, qtbot: QtBot
) -> None:
    walk = begin(window, settle)
    tab_to(window, "In your own words")
    keys("A post abo")
    walk.show_question(1)
    looks.settle()
    tab_to(window, "Day")
    keys("15")
    walk.show_question(4)
    looks.settle()
    tab_to(window, "Who")
    keys("my li")
    if how == "lock":
        window.page.put_away()
    else:
        press(Qt.Key.Key_Escape)
    settle()
    note = incidents.incidents(vault)[0]
    assert (note.what, note.step, note.finished) == ("A post abo", 4, False)
    again = IncidentsPage(desk)
    qtbot.addWidget(again)
    window.addWidget(again)
    window.setCurrentWidget(again)
    again.show_at()
    settle()
    assert isinstance(again.shown, Overview)
    again.shown.rows[0].click()
    settle()
    assert again.walk is not None and again.walk.at == 4
    assert "my li" in [box.text() for box in (again.walk.question.telling.who,)]  # type: ignore[union-attr]
    again.walk.show_question(1)
    assert again.walk.question.day.boxes["day"].text() == "15"  # type: ignore[union-attr]
    again.walk.go_away()
    settle()


def test_whoever_stands_in_the_boxes_is_added_whichever_way_the_question_is_left(
    window: Window, settle: Wait, vault: Vault
) -> None:
    walk = begin(window, settle)
    assert isinstance(walk.question, What)
    walk.question.box.setPlainText("A message")
    walk.show_question(4)
    looks.settle()
    tab_to(window, "Who")
    keys("human resources")
    walk.steps.chosen.emit("5")
    settle()
    note = incidents.incidents(vault)[0]
    assert [one.who for one in incidents.whole(vault, note.id).told] == ["human resources"]
    assert note.telling == ""


def test_a_telling_whose_day_is_wrong_is_asked_about_before_the_note_ends(
    window: Window, settle: Wait, vault: Vault
) -> None:
    walk = begin(window, settle)
    assert isinstance(walk.question, What)
    walk.question.box.setPlainText("A message")
    walk.show_question(4)
    looks.settle()
    tab_to(window, "Who")
    keys("my line manager")
    press(Qt.Key.Key_Tab)
    keys("99")
    walk.steps.chosen.emit("5")
    settle()
    on(settle)
    assert walk.at == 4
    assert "The date must have a month." in looks.visible_words(walk)
    assert not incidents.incidents(vault)[0].finished


def test_case_data_is_warned_of_once_and_the_person_decides(window: Window, settle: Wait, vault: Vault) -> None:
    walk = begin(window, settle)
    assert isinstance(walk.question, What)
    walk.question.box.setPlainText("The NHS number is 943 476 5919.")
    on(settle)
    assert walk.at == 0
    assert walk.caution is not None and "NHS number" in walk.caution.title.text()
    press(Qt.Key.Key_Space)  # on “Keep it as it is”
    settle()
    assert walk.at == 1
    assert "943" in incidents.incidents(vault)[0].what
    walk.show_question(0)
    looks.settle()
    on(settle)
    assert walk.at == 1, "asked once"


def test_where_the_manager_is_not_the_right_person_the_next_is_named(window: Window, settle: Wait) -> None:
    walk = begin(window, settle)
    walk.tell.turn.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    looks.settle()
    said = looks.visible_words(walk)
    assert "1. The manager above them" in said
    assert QApplication.focusWidget() is walk.tell.turn


def test_one_about_a_thing_on_the_list_begins_with_where_it_is_and_offers_its_copies(
    window: Window, settle: Wait, vault: Vault
) -> None:
    item = log.add(vault, log.New("A post", address="https://groups.example/118", origin=log.Origin.WORK)).value
    log.add_text(vault, item.id, "the words")
    walk = begin(window, settle, kind="contact", item=item.id)
    assert isinstance(walk.question, What)
    walk.question.box.setPlainText("A message came.")
    walk.show_question(2)
    looks.settle()
    settle()
    assert walk.question is not None and walk.question.box.text() == "https://groups.example/118"  # type: ignore[attr-defined]
    walk.question.proofs.links[0].click()  # type: ignore[attr-defined]
    settle()
    whole = incidents.whole(vault, incidents.incidents(vault)[0].id)
    assert len(whole.proofs) == 1 and whole.incident.item_id == item.id


# -- a note that is written --------------------------------------------------------------------------


@pytest.fixture
def note(vault: Vault) -> Incident:
    one = incidents.add(vault, Kind.THREAT, what="A message came.", wanted="Advice.").value
    incidents.tell(vault, one.id, "my line manager")
    return one


def test_a_copy_shows_all_that_is_inside_and_each_file_holds_just_that(
    window: Window, settle: Wait, vault: Vault, note: Incident, tmp_path: Path
) -> None:
    window.page.show_at(incident=note.id, view="copy")
    settle()
    copy = window.page.shown
    assert isinstance(copy, CopyView)
    shown = looks.visible_words(copy)
    for words in ("A message came.", "Advice.", "my line manager, 16 November 2026"):
        assert words in shown
    for form in Form:
        page = window.page.shown
        assert isinstance(page, CopyView)
        page.save_to(form, tmp_path / f"copy.{form.value}")
        settle()
    assert "A message came." in "".join(pdf.pages(tmp_path / "copy.pdf"))
    assert "A message came." in [one.text for one in Document(str(tmp_path / "copy.docx")).paragraphs]
    for name in ("copy.html", "copy.txt"):
        assert "A message came." in (tmp_path / name).read_text(encoding="utf-8")
    assert [one.form for one in incidents.whole(vault, note.id).copies] == list(Form)
    assert len([one for one in web.entries(vault) if "for your workplace" in one.note]) == len(Form)
    window.page.show_at(incident=note.id)
    settle()
    assert "Word: Monday 16 November 2026" in looks.visible_words(window.page)


def test_the_name_suggested_says_nothing_about_anybody(
    window: Window, settle: Wait, note: Incident, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("ui.incidents.copying.save_as", lambda _parent, _title, name, *_more: asked.append(name))
    window.page.show_at(incident=note.id, view="copy")
    settle()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["online-check-2026-11-16.pdf"]


def test_deleting_asks_and_can_be_undone(window: Window, settle: Wait, vault: Vault, note: Incident) -> None:
    window.page.show_at(incident=note.id)
    settle()
    shown = window.page.shown
    assert isinstance(shown, NoteView)
    shown.delete_button.click()
    looks.settle()
    question = window.page.question
    assert question is not None and question.keep_button.hasFocus()
    question.reject()
    assert len(incidents.incidents(vault)) == 1
    shown.delete_button.click()
    assert window.page.question is not None
    window.page.question.accept()
    settle()
    assert incidents.incidents(vault) == ()
    assert isinstance(window.page.shown, Overview) and not window.page.shown.rows
    window.desk.undo()
    settle()
    assert isinstance(window.page.shown, Overview) and len(window.page.shown.rows) == 1


def test_handing_over_offers_to_delete_it_here(window: Window, settle: Wait, vault: Vault, note: Incident) -> None:
    window.page.show_at(incident=note.id)
    settle()
    shown = window.page.shown
    assert isinstance(shown, NoteView)
    shown.hand.click()
    settle()
    assert incidents.incident(vault, note.id).handed_on == date(2026, 11, 16)
    question = window.page.question
    assert question is not None and question.keep_button.text() == "Keep it here"
    question.reject()
    settle()
    assert "Handed over on Monday 16 November 2026." in looks.visible_words(window.page)
    assert isinstance(window.page.shown, NoteView)
    window.page.shown.delete_now.click()
    assert window.page.question is not None
    window.page.question.accept()
    settle()
    assert incidents.incidents(vault) == ()


def test_who_to_tell_is_kept_as_it_is_typed_and_on_a_lock(window: Window, settle: Wait, vault: Vault) -> None:
    window.page.show_at(view="contacts")
    settle()
    shown = window.page.shown
    assert isinstance(shown, ContactsView)
    shown.folds[Post.IT].button.click()
    looks.settle()
    shown.boxes[Post.IT]["phone"].setFocus()
    keys("07700 900123")
    window.page.put_away()
    assert {one.post: one.phone for one in incidents.contacts(vault)}[Post.IT] == "07700 900123"
    keys("4")
    on(settle)
    assert {one.post: one.phone for one in incidents.contacts(vault)}[Post.IT] == "07700 9001234"
    assert isinstance(window.page.shown, Overview)


def test_from_the_list_back_leads_to_what_has_happened(window: Window, settle: Wait) -> None:
    window.page.show_at()
    settle()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.went == [("happened", {})]
