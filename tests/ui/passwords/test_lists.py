"""The same password twice? In the window, with real files, from the steps to the list to its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from footprint import passwords, person
from footprint.demo.leaked import LEAKED_LISTS
from footprint.demo.web import LoopbackWeb
from footprint.passwords import sha1_of
from footprint.vault import Vault
from tests.passwords.lists import Entry, bitwarden_json, chrome
from tests.ui.passwords.conftest import STRONG, WEAK
from ui.desk import Desk
from ui.kit.dialogs import Question
from ui.kit.text import BoldText, PlainLabel
from ui.passwords.page import PasswordsPage

Settle = Callable[[], None]


def words(page: PasswordsPage) -> str:
    return "\n".join(one.text() for one in page.lists.findChildren(PlainLabel) if one.isVisible())


def read(page: PasswordsPage, settle: Settle, file: Path) -> None:
    page.lists.read_file(file)
    settle()


def test_every_manager_has_its_steps_and_says_how_sure_they_are(page: PasswordsPage, settle: Settle) -> None:
    start = page.lists.start
    assert start is not None
    for guide in passwords.guides():
        start.where.set_value(guide.id)
        start.where.chosen.emit(guide.id)
        settle()
        assert guide.how_sure in words(page)
        assert len([one for one in start.findChildren(BoldText) if one.isVisible()]) == len(guide.steps)


def test_a_list_is_read_and_told_by_what_to_do(page: PasswordsPage, settle: Settle, export: Path) -> None:
    read(page, settle, export)
    report = page.lists.report
    assert report is not None
    assert report.card.heading is not None
    assert report.card.heading.text() == "2 of your 4 accounts share a password"
    told = {row.look.title: row.look.meta for row in report.rows}
    assert told == {
        "Change it on Facebook": "Same password as Instagram and 1 other login.",
        "Change it on Instagram": "Same password as Facebook and 1 other login.",
        "Change it on X": "It has your town in it.",
    }
    said = words(page)
    assert "Nothing to change: LinkedIn." in said
    assert "Not in this list, so we cannot say: TikTok." in said
    for secret in (STRONG, WEAK, "shop.example", "Shop"):
        assert secret not in said


def test_a_row_leads_to_the_step_of_its_checklist(
    page: PasswordsPage, online: Desk, settle: Settle, export: Path
) -> None:
    went: list[tuple[str, dict[str, object]]] = []
    online.went.connect(lambda place, details: went.append((place, details)))
    read(page, settle, export)
    assert page.lists.report is not None
    page.lists.report.rows[0].click()
    assert went == [("checklists", {"network": "facebook", "check": "password_only_here"})]


def test_two_step_and_age_are_told_honestly(page: PasswordsPage, settle: Settle, export: Path) -> None:
    read(page, settle, export)
    report = page.lists.report
    assert report is not None
    said = "\n".join(one.text() for one in report.findChildren(PlainLabel))
    assert "Bitwarden holds no 2-step code for: Instagram, X, LinkedIn." in said
    assert "you may have set it up in another app" in said


def test_only_numbers_are_kept_and_the_next_time_compares(
    page: PasswordsPage, settle: Settle, export: Path, ada: Vault
) -> None:
    read(page, settle, export)
    [kept] = passwords.looks(ada)
    assert (kept.counts.accounts, kept.counts.shared, kept.counts.weak) == (4, 2, 1)
    assert page.lists.report is not None
    page.lists.report.again_button.click()
    settle()
    assert "Last time" in words(page)
    export.write_bytes(bitwarden_json([Entry("Facebook", "https://facebook.com", "ada", STRONG)]))
    read(page, settle, export)
    assert "Before, 2 accounts shared a password. Now none does." in words(page)


def test_all_go_with_one_press_and_the_answers_stand_beside_them(
    page: PasswordsPage, settle: Settle, loopback: LoopbackWeb, tmp_path: Path, ada: Vault
) -> None:
    file = tmp_path / "l.csv"
    entries = [Entry("F", "https://facebook.com", "a", "password"), Entry("X", "https://x.com", "a", STRONG)]
    file.write_bytes(chrome(entries))
    read(page, settle, file)
    assert page.lists.report is not None
    page.lists.report.lists.lists_button.click()
    preview = page.lists.preview
    assert preview is not None
    assert page.primary is preview.send_button
    assert preview.send_button.text() == "Look up these 2 passwords"
    [line] = [line for group in preview.groups for line in group.lines]
    assert line.words == ", ".join(sorted(one.hex().upper()[:5] for one in map(sha1_of, ("password", STRONG))))
    assert loopback.asked == []
    preview.send_button.click()
    settle()
    assert len(loopback.asked) == 2
    said = words(page)
    assert "Found in leaked lists" in said
    assert "Not in the leaked lists" in said
    assert page.lists._report is not None
    assert not page.lists._report.hashes  # of no further use
    [kept] = passwords.looks(ada)
    assert kept.counts.leaked == 1


def test_a_failed_question_is_told_as_such(
    page: PasswordsPage, settle: Settle, loopback: LoopbackWeb, export: Path
) -> None:
    loopback.misbehave(LEAKED_LISTS, "broken")
    read(page, settle, export)
    assert page.lists.report is not None
    page.lists.report.lists.lists_button.click()
    assert page.lists.preview is not None
    page.lists.preview.send_button.click()
    settle()
    said = words(page)
    assert "Nothing was looked up for some" in said
    assert "Not in the leaked lists" not in said


def test_a_downloaded_list_is_looked_in_for_all(
    page: PasswordsPage, settle: Settle, export: Path, tmp_path: Path, loopback: LoopbackWeb
) -> None:
    leaked = tmp_path / "leaked.txt"
    leaked.write_text(f"{sha1_of(WEAK).hex().upper()}:12\n")
    read(page, settle, export)
    page.lists.look_in(leaked)
    settle()
    assert page.lists.report is not None
    assert (
        "Found in leaked lists" in {row.look.title: row.look.meta for row in page.lists.report.rows}["Change it on X"]
    )
    assert not loopback.asked


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b'{"encrypted": true}', "locked"), (b"hello", "not a list of logins"), (b'{"items": [', "cut off")],
)
def test_a_wrong_file_is_told_in_a_sentence_and_another_can_be_chosen(
    content: bytes, sentence: str, page: PasswordsPage, settle: Settle, tmp_path: Path
) -> None:
    file = tmp_path / "x"
    file.write_bytes(content)
    read(page, settle, file)
    assert page.lists.start is not None
    assert page.lists.start.problem.isVisible()
    assert sentence in page.lists.start.problem.words.text()
    assert page.lists.start.choose_button.isVisible()


def test_somebody_without_accounts_is_told_what_to_do(
    page: PasswordsPage, settle: Settle, export: Path, ada: Vault
) -> None:
    for one in person.accounts(ada):
        person.remove_account(ada, one.id)
    read(page, settle, export)
    assert page.lists.start is not None
    assert "My accounts" in page.lists.start.problem.words.text()


def test_stopping_keeps_nothing_and_says_so(page: PasswordsPage, settle: Settle, export: Path, ada: Vault) -> None:
    page.lists.read_file(export)
    assert page.escape()
    settle()
    assert page.lists.start is not None
    assert "Stopped" in page.lists.start.problem.words.text()
    assert passwords.looks(ada) == ()


def test_a_file_can_be_dropped(page: PasswordsPage, settle: Settle, export: Path, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(export))])
    at = QPoint(20, 20)
    drop = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.lists.dropEvent(drop)
    settle()
    assert page.lists.report is not None


def test_shredding_is_asked_first_and_what_it_cannot_do_is_said(
    page: PasswordsPage, settle: Settle, export: Path, qtbot: QtBot
) -> None:
    read(page, settle, export)
    assert page.lists.report is not None
    card = page.lists.report.shred
    assert card is not None
    assert "SSD" in card.left.text()
    card.shred_button.click()
    [asked] = [one for one in page.window().findChildren(Question) if one.isVisible()]
    assert export.exists()
    asked.reject()
    settle()
    assert export.exists()
    card.shred_button.click()
    [asked] = [one for one in page.window().findChildren(Question) if one.isVisible()]
    asked.do_button.click()
    settle()
    assert not export.exists()
    assert card.done is not None
    assert card.done.isVisible()


def test_a_shred_that_is_refused_says_why(page: PasswordsPage, settle: Settle, export: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    link.symlink_to(export)
    read(page, settle, link)
    assert page.lists.report is not None
    card = page.lists.report.shred
    assert card is not None
    card.shred()
    settle()
    assert card.problem.isVisible()
    assert "link" in card.problem.words.text()
    assert export.exists()


def test_leaving_drops_what_was_made_from_passwords_and_keeps_what_was_said(
    page: PasswordsPage, settle: Settle, export: Path
) -> None:
    read(page, settle, export)
    page.hide()
    assert page.lists._report is not None
    assert not page.lists._report.hashes
    page.show()
    settle()
    assert page.lists.report is not None
    assert page.lists.report.rows
    assert not page.lists.report.lists.lists_button.isVisible()
    assert "read the list again" in words(page)


def test_back_goes_a_step_at_a_time(page: PasswordsPage, online: Desk, settle: Settle, export: Path) -> None:
    went: list[str] = []
    online.went.connect(lambda place, _details: went.append(place))
    read(page, settle, export)
    assert page.lists.report is not None
    page.lists.report.lists.lists_button.click()
    page.back()
    assert page.lists.preview is None
    page.back()
    settle()
    assert page.lists.start is not None
    page.back()
    assert went == ["home"]


def test_many_accounts_stay_within_bounds(
    page: PasswordsPage, settle: Settle, tmp_path: Path, ada: Vault, online: Desk
) -> None:
    from tests.ui.looks import MOST_WIDGETS
    from ui.passwords.report import MOST

    names = [head.id for head in online.bench.checklists.heads() if head.kind == "network"]
    person.add_accounts(ada, names)
    entries = [Entry("a", f"https://{one}.example", "a", STRONG) for one in names]
    for at in range(50):
        person.add_account(ada, "facebook", label=f"number {at}", handle=f"ada.number.{at}")
        entries.append(Entry("F", "https://facebook.com", f"ada.number.{at}", STRONG))
    file = tmp_path / "many.csv"
    file.write_bytes(chrome(entries))
    read(page, settle, file)
    assert page.lists.report is not None
    assert len(page.lists.report.rows) == MOST
    assert "and 22 more accounts" in words(page)
    from PySide6.QtWidgets import QWidget

    assert len([one for one in page.findChildren(QWidget) if one.isVisible()]) <= MOST_WIDGETS
