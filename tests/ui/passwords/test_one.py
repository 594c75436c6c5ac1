"""One password in the window: typed, judged in words, looked up when asked, and forgotten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from footprint import web as web_room
from footprint.demo.leaked import LEAKED_LISTS
from footprint.demo.web import LoopbackWeb
from footprint.passwords import sha1_of
from footprint.vault import Vault
from tests.ui.passwords.conftest import STRONG, WEAK
from ui.desk import Desk
from ui.kit.access import spoken
from ui.kit.text import PlainLabel
from ui.passwords.one import CLEAR_AFTER_SECONDS
from ui.passwords.page import PasswordsPage

Settle = Callable[[], None]


def check(page: PasswordsPage, settle: Settle, text: str) -> None:
    page.one.box.edit.setFocus()
    page.one.box.wipe()
    QTest.keyClicks(page.one.box.edit, text)
    page.one.check.click()
    settle()


def words(page: PasswordsPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(PlainLabel) if one.isVisible())


def test_a_personal_one_says_what_of_yours_is_in_it_and_never_repeats_it(page: PasswordsPage, settle: Settle) -> None:
    check(page, settle, WEAK)
    assert page.one.verdict is not None
    assert page.one.verdict.grade.title.text() == "Has your own details in it"
    assert "your town" in page.one.verdict.grade.words.text()
    assert WEAK not in words(page)
    assert any("your town" in one for one in spoken)


def test_the_next_step_is_an_action_that_leads_to_the_checklist(
    page: PasswordsPage, online: Desk, settle: Settle
) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    online.went.connect(lambda place, details: went.append((place, details)))
    check(page, settle, WEAK)
    assert page.one.verdict is not None
    after = page.one.verdict.next
    assert after.isVisible()
    after.where.set_value("instagram")
    after.where.chosen.emit("instagram")
    assert after.change.text() == "Change it on Instagram"
    after.change.click()
    assert went == [("checklists", {"network": "instagram", "check": "password_only_here"})]


def test_a_strong_one_is_left_in_peace(page: PasswordsPage, settle: Settle) -> None:
    check(page, settle, STRONG)
    assert page.one.verdict is not None
    assert page.one.verdict.grade.title.text() == "Strong"
    assert not page.one.verdict.next.isVisible()
    assert page.one.verdict.strong.isVisible()


def test_nothing_typed_says_what_to_do(page: PasswordsPage, settle: Settle) -> None:
    page.one.check.click()
    settle()
    assert page.one.field.words == "Type a password first."
    assert page.one.verdict is None
    QTest.keyClicks(page.one.box.edit, "a")
    assert page.one.field.words == ""


def test_five_letters_are_shown_then_sent_and_the_answer_told(
    page: PasswordsPage, settle: Settle, loopback: LoopbackWeb, ada: Vault
) -> None:
    check(page, settle, "password")
    assert page.one.verdict is not None
    page.one.verdict.lists_button.click()
    preview = page.one.preview
    assert preview is not None
    assert page.primary is preview.send_button
    assert [line.words for group in preview.groups for line in group.lines] == ["5BAA6"]
    assert loopback.asked == []
    preview.send_button.click()
    settle()
    assert [one.path for one in loopback.asked] == ["/range/5BAA6"]
    assert page.one.verdict.seen is not None
    assert page.one.verdict.seen.title.text() == "Found in leaked lists"
    assert "9,545,824" in page.one.verdict.seen.words.text()
    assert page.one.verdict.next.isVisible()
    [press] = web_room.presses(ada)
    assert press.purpose is web_room.Purpose.BREACH


def test_do_not_send_sends_nothing(page: PasswordsPage, settle: Settle, loopback: LoopbackWeb) -> None:
    check(page, settle, "password")
    assert page.one.verdict is not None
    page.one.verdict.lists_button.click()
    assert page.one.preview is not None
    page.one.preview.stop_button.click()
    settle()
    assert page.one.preview is None
    assert page.one.verdict.isVisible()
    assert loopback.asked == []
    assert page.primary is page.one.check


@pytest.mark.parametrize("how", ["broken", "empty", "garbage", "other_name"])
def test_a_failed_look_is_no_clean_one(how: str, page: PasswordsPage, settle: Settle, loopback: LoopbackWeb) -> None:
    loopback.misbehave(LEAKED_LISTS, how)
    check(page, settle, STRONG)
    assert page.one.verdict is not None
    page.one.verdict.lists_button.click()
    assert page.one.preview is not None
    page.one.preview.send_button.click()
    settle()
    assert page.one.verdict.seen is not None
    assert page.one.verdict.seen.title.text() == "Nothing was looked up"
    assert page.one.verdict.seen.tone == "info"
    assert page.one.verdict.lists_button.isVisible()  # so that it can be tried again


def test_offline_says_so_in_a_sentence_and_all_else_works(
    page: PasswordsPage, online: Desk, settle: Settle, loopback: LoopbackWeb
) -> None:
    online.bench.settings.change(never_use_internet=True)
    told: list[str] = []
    online.trouble.connect(told.append)
    check(page, settle, STRONG)
    assert page.one.verdict is not None
    assert page.one.verdict.grade.title.text() == "Strong"
    page.one.verdict.lists_button.click()
    assert page.one.preview is not None
    page.one.preview.send_button.click()
    settle()
    assert len(told) == 1
    assert "Never use the internet" in told[0]
    assert page.one.verdict.lists_button.isVisible()
    assert not loopback.look_ups


def test_a_downloaded_list_answers_without_the_web(
    page: PasswordsPage, settle: Settle, tmp_path: Path, loopback: LoopbackWeb
) -> None:
    file = tmp_path / "list.txt"
    file.write_text(f"{sha1_of(WEAK).hex().upper()}:12\n")
    check(page, settle, WEAK)
    page.one._look_in(file, sha1_of(WEAK))
    settle()
    assert page.one.verdict is not None
    assert page.one.verdict.seen is not None
    assert "12 times" in page.one.verdict.seen.words.text()
    assert not loopback.asked


# -- forgetting ---------------------------------------------------------------------------------------------


def holds(page: PasswordsPage, text: str) -> bool:
    """Whether the password, or what was made from it, is still anywhere in the page."""
    here = [one.text() for one in page.findChildren(QLineEdit)] + [one.text() for one in page.findChildren(PlainLabel)]
    return any(text in one for one in here) or page.one._sha1 == sha1_of(text)


def test_a_minute_empties_the_box(page: PasswordsPage, settle: Settle) -> None:
    check(page, settle, WEAK)
    assert page.one.timer.isActive()
    assert page.one.timer.interval() == CLEAR_AFTER_SECONDS * 1000 == 60_000
    page.one.timer.timeout.emit()
    assert not holds(page, WEAK)
    assert page.one.note.text() == "The box was emptied after 1 minute."
    assert spoken[-1] == page.one.note.text()
    assert page.one.verdict is not None
    assert page.one.verdict.isVisible()  # what was said of it stays; it tells nothing of the password
    assert not page.one.verdict.lists_button.isVisible()


def test_leaving_the_page_empties_it(page: PasswordsPage, settle: Settle) -> None:
    check(page, settle, WEAK)
    page.hide()
    assert not holds(page, WEAK)
    assert not page.one.timer.isActive()


def test_locking_empties_it(page: PasswordsPage, settle: Settle) -> None:
    check(page, settle, WEAK)
    page.put_away()
    assert not holds(page, WEAK)


def test_leaving_closes_a_preview(page: PasswordsPage, settle: Settle) -> None:
    check(page, settle, "password")
    assert page.one.verdict is not None
    page.one.verdict.lists_button.click()
    page.hide()
    assert page.one.preview is None
    assert "5BAA6" not in words(page)


def test_an_answer_that_comes_after_leaving_keeps_nothing(page: PasswordsPage, settle: Settle) -> None:
    QTest.keyClicks(page.one.box.edit, WEAK)
    page.one.check.click()
    page.hide()
    settle()
    page.show()
    settle()
    assert not holds(page, WEAK)
    assert page.one.verdict is None or not page.one.verdict.lists_button.isVisible()


def test_typing_on_takes_the_answer_about_another_one_away(page: PasswordsPage, settle: Settle) -> None:
    check(page, settle, WEAK)
    QTest.keyClicks(page.one.box.edit, "x")
    assert page.one.verdict is None
    assert page.one._sha1 == b""


def test_the_box_has_no_undo_and_gives_nothing_to_the_clipboard(page: PasswordsPage, qtbot: QtBot) -> None:
    edit = page.one.box.edit
    QGuiApplication.clipboard().setText("before")
    QTest.keyClicks(edit, WEAK)
    page.one.box.tick.setChecked(True)
    edit.selectAll()
    for keys in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
        QTest.keySequence(edit, QKeySequence(keys))
    assert QGuiApplication.clipboard().text() == "before"
    assert edit.text() == WEAK
    page.one.forget()
    assert not edit.isUndoAvailable()
    QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Undo))
    assert edit.text() == ""
    assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_a_shown_password_is_never_selected(page: PasswordsPage) -> None:
    edit = page.one.box.edit
    QTest.keyClicks(edit, WEAK)
    page.one.box.tick.setChecked(True)
    QTest.keyClick(edit, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert not edit.hasSelectedText()


def test_pasting_works_with_spaces_and_letters_of_any_kind(page: PasswordsPage) -> None:
    QGuiApplication.clipboard().setText(" löffel 匙 ")
    page.one.box.edit.setFocus()
    page.one.box.edit.paste()
    assert page.one.box.text() == " löffel 匙 "


def test_nothing_of_it_is_on_the_undo_stack(page: PasswordsPage, online: Desk, settle: Settle) -> None:
    check(page, settle, WEAK)
    assert online.undo_stack.take_undo() is None


def test_three_words_are_shown_copied_as_a_secret_and_gone_on_leaving(page: PasswordsPage, settle: Settle) -> None:
    assert not page.advice.copy.isVisible()
    page.advice.suggest.click()
    settle()
    first = page.advice.words.text()
    assert len(first.split("-")) == 3
    page.advice.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == first
    assert data.hasFormat("x-kde-passwordManagerHint")
    page.hide()
    assert page.advice.words.text() == ""
    QGuiApplication.clipboard().clear()


def test_enter_checks(page: PasswordsPage, settle: Settle) -> None:
    QTest.keyClicks(page.one.box.edit, "qwerty")
    QTest.keyClick(page.one.box.edit, Qt.Key.Key_Return)
    settle()
    assert page.one.verdict is not None
    assert page.one.verdict.grade.title.text() == "Used by many people"


def test_no_file_of_the_app_and_no_clipboard_has_it_afterwards(
    page: PasswordsPage, settle: Settle, export: Path, tmp_path: Path, loopback: LoopbackWeb
) -> None:
    """The whole of it in the window: typed, shown, looked up, a list read, and a file that breaks."""
    QGuiApplication.clipboard().setText("before")
    for text in (WEAK, STRONG):
        check(page, settle, text)
        page.one.box.tick.setChecked(True)
        assert page.one.verdict is not None
        page.one.verdict.lists_button.click()
        assert page.one.preview is not None
        page.one.preview.send_button.click()
        settle()
    page.lists.read_file(export)
    settle()
    loopback.misbehave(LEAKED_LISTS, "hangs_up")
    assert page.lists.report is not None
    page.lists.report.lists.lists_button.click()
    assert page.lists.preview is not None
    page.lists.preview.send_button.click()
    settle()
    page.put_away()
    page.hide()
    secrets = [form for text in (WEAK, STRONG) for form in (text.encode(), text.encode("utf-16-le"))]
    secrets += [form for text in (WEAK, STRONG) for form in (sha1_of(text), sha1_of(text).hex().upper().encode())]
    files = [one for one in tmp_path.rglob("*") if one.is_file() and one != export]
    assert files
    assert [str(one) for one in files if any(secret in one.read_bytes() for secret in secrets)] == []
    assert QGuiApplication.clipboard().text() == "before"
    assert not any(WEAK in one or STRONG in one for one in spoken)
