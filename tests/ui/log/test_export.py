"""A copy of the list: what is in it is said before, only that is in it, and it is in the journal."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from bs4 import BeautifulSoup
from docx import Document
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from footprint import log, web
from footprint.errors import FootprintError
from footprint.log import Item, New, Origin, Query, Shows, exchange
from footprint.vault import DiskFull, Vault
from tests.ui import looks
from ui.desk import Desk
from ui.kit.text import BoldText
from ui.log.exports.choices import ALL, LETTERS, NOTES, PICTURES, SHOWN, TICKED
from ui.log.exports.forms import Form, What
from ui.log.exports.view import ExportView
from ui.log.page import LogPage
from ui.saving import NotSaved, whole_file, writing

Settle = Callable[[], None]
PHRASE = "copper lantern meadow trumpet"


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "orange").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def export(things: dict[str, Item], page: LogPage, vault: Vault, settle: Settle) -> ExportView:
    """The view over four things: one has notes, one a message in person and one a picture."""
    log.sent(vault, things["photo"].id, how=log.How.IN_PERSON)
    log.add_picture(vault, things["photo"].id, picture(), name="holiday-with-sam.png")
    page.reload()
    settle()
    QTest.keyClick(page.view.save, Qt.Key.Key_Space)
    settle()
    assert isinstance(page.view, ExportView)
    assert page.view.choices.wanted.what is What.BUNDLE, "what nobody else can read is what is offered first"
    page.view.choices.what.cards[What.REDACTED].click()
    settle()
    return page.view


def choose(view: ExportView, settle: Settle, what: What, form: Form | None = None, *inside: str) -> None:
    view.choices.what.cards[what].click()
    if form is not None and what in view.choices.forms:
        view.choices.forms[what].cards[form].click()
    for name, tick in view.choices.inside.cards.items():
        if tick.isChecked() != (name in inside):
            tick.click()
    settle()


def said(view: ExportView) -> str:
    return "\n".join(one.text() for one in view.preview.findChildren(BoldText))


def saved(view: ExportView, settle: Settle, path: Path) -> Path:
    view.save_to(path)
    settle()
    return path


def test_the_suggested_name_says_nothing_about_the_person(export: ExportView, page: LogPage, settle: Settle) -> None:
    for what, ending in ((What.REDACTED, "html"), (What.SHEET, "csv")):
        choose(export, settle, what)
        QTest.keyClick(export.save, Qt.Key.Key_Space)
        dialog = page.window().findChildren(QFileDialog)[-1]
        assert Path(dialog.selectedFiles()[0]).name == f"online-check-2026-11-16.{ending}"
        dialog.close()
        settle()


def test_what_goes_in_is_said_as_it_is_chosen(export: ExportView, settle: Settle) -> None:
    assert "From your list: 4 things" in said(export) and "Titles and addresses: not inside" in said(export)
    assert "Netball" not in export.preview.text.toPlainText()
    choose(export, settle, What.FULL)
    assert "Your notes: not inside" in said(export) and "not inside, only the days you asked" in said(export)
    assert "only their days and fingerprints" in said(export)
    assert "Netball club" in export.preview.text.toPlainText()
    assert "has my landline" not in export.preview.text.toPlainText()
    choose(export, settle, What.FULL, Form.HTML, NOTES, PICTURES)
    assert "Your notes: yes, with 1 thing" in said(export)
    assert "Pictures: 1 picture, covered until the reader opens them" in said(export)
    assert "has my landline" in export.preview.text.toPlainText()
    assert export.preview.reader.title.text() == "Anyone who gets this file can read it"


def test_a_page_holds_what_was_chosen_and_nothing_that_loads_or_runs(
    export: ExportView, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    log.add(vault, New("<script>alert(1)</script>", "https://bad.example/<img>", origin=Origin.STRANGER))
    choose(export, settle, What.FULL, Form.HTML, NOTES, PICTURES)
    text = saved(export, settle, tmp_path / "list.html").read_text(encoding="utf-8")
    made = BeautifulSoup(text, "lxml")
    assert not made.find_all(["script", "a", "link", "iframe", "object", "form"])
    policy = made.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None and "default-src 'none'" in str(policy["content"])
    (image,) = made.find_all("img")
    assert str(image["src"]).startswith("data:image/jpeg;base64,") and image.parent.name == "details"
    assert not image.parent.has_attr("open")
    assert "<script>alert(1)</script>" in made.text and "has my landline" in made.text
    assert "holiday-with-sam" not in text, "a file may be named after a person"
    assert web.entries(vault)[0].note == "A full report of your list"


def test_words_left_out_are_not_in_the_file(export: ExportView, settle: Settle, tmp_path: Path) -> None:
    choose(export, settle, What.FULL, Form.TEXT)
    text = saved(export, settle, tmp_path / "list.txt").read_text(encoding="utf-8")
    assert "Netball club" in text and "landline" not in text
    assert "I asked in person" in text and "fingerprint (SHA-256)" in text
    assert text == export.preview.text.toPlainText()


def test_word_and_pdf_are_files_of_their_kind(export: ExportView, settle: Settle, tmp_path: Path) -> None:
    choose(export, settle, What.FULL, Form.WORD, NOTES, PICTURES)
    made = Document(str(saved(export, settle, tmp_path / "list.docx")))
    titles = [one.text for one in made.paragraphs if one.style.name == "Heading 2"]
    assert any("Photo from Sam’s party" in one for one in titles) and len(made.inline_shapes) == 1
    for what in (What.FULL, What.REDACTED):
        choose(export, settle, what, Form.PDF, PICTURES)
        assert saved(export, settle, tmp_path / f"{what}.pdf").read_bytes().startswith(b"%PDF")
    assert sorted(one.name for one in tmp_path.glob("*.p*")) == ["full.pdf", "redacted.pdf"]


def test_a_private_picture_stays_here(
    export: ExportView, things: dict[str, Item], vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    private = Shows(undressed=log.Answer.YES, under_18=log.Answer.NO)
    log.add_picture(vault, things["club"].id, picture(), shows=private, thought=True)
    choose(export, settle, What.FULL, Form.HTML, PICTURES)
    export.reload()
    settle()
    assert "Private pictures: not inside" in said(export)
    text = saved(export, settle, tmp_path / "list.html").read_text(encoding="utf-8")
    assert text.count("<img") == 1


def test_the_spreadsheet_has_a_row_each_and_no_formulas(
    export: ExportView, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    log.add(vault, New("=HYPERLINK(1)", origin=Origin.ME))
    choose(export, settle, What.SHEET)
    with saved(export, settle, tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 6 and "'=HYPERLINK(1)" in [row[0] for row in rows]
    assert "Notes" not in rows[0]
    choose(export, settle, What.SHEET, None, NOTES)
    with saved(export, settle, tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert "Notes" in next(csv.reader(file))
    assert web.entries(vault)[0].note == "The list of things to remove, as a spreadsheet"


def type_passphrase(view: ExportView, first: str, second: str) -> None:
    for box, words in ((view.secret.form.box, first), (view.secret.again, second)):
        box.edit.clear()
        QTest.keyClicks(box.edit, words)


def test_the_first_choice_is_a_file_that_only_a_passphrase_opens(
    export: ExportView, things: dict[str, Item], page: LogPage, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    choose(export, settle, What.BUNDLE)
    assert "From your list: 4 things" in said(export) and "Pictures and other copies: 1 copy" in said(export)
    assert export.preview.reader.title.text() == "Only the passphrase opens this file"
    assert not export.preview.text.isVisible()
    type_passphrase(export, PHRASE, PHRASE)
    export.save.click()
    settle()
    dialog = page.window().findChildren(QFileDialog)[-1]
    path = tmp_path / Path(dialog.selectedFiles()[0]).name
    assert path.name == "Footprint list 2026-11-16.footprint-list"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    settle()
    assert exchange.read_bundle(path, PHRASE).items == 4
    assert all(one.title.encode() not in path.read_bytes() for one in things.values())
    assert web.entries(vault)[0].note == "A locked copy of your list"
    assert export.secret.text() == "" and export.secret.again.text() == "", "a passphrase does not lie about"


def test_a_passphrase_has_to_be_strong_and_typed_twice(export: ExportView, page: LogPage, settle: Settle) -> None:
    choose(export, settle, What.BUNDLE)
    secret = export.secret
    for first, second, field in (("", "", secret.form.field), ("short", "short", secret.form.field)):
        type_passphrase(export, first, second)
        export.save.click()
        settle()
        assert field.words and not page.window().findChildren(QFileDialog)
    type_passphrase(export, PHRASE, "copper lantern meadow")
    export.save.click()
    settle()
    assert "not the same" in secret.again_field.words and not page.window().findChildren(QFileDialog)
    secret.form._use_suggestion()
    assert not secret.again_field.isVisible(), "words that are seen need no second time"
    page.put_away()
    assert secret.text() == ""


def test_what_the_list_shows_and_what_is_selected_can_be_chosen(
    things: dict[str, Item], page: LogPage, settle: Settle
) -> None:
    page.show_view("export", query=Query(text="photo"), ticked=(things["club"].id, things["photo"].id))
    settle()
    scope = page.view.choices.scope
    assert scope.value == TICKED and "From your list: 1 thing" in said(page.view), "the club is no photo"
    scope.cards[SHOWN].click()
    settle()
    assert "From your list: 2 things" in said(page.view)
    scope.cards[ALL].click()
    settle()
    assert "From your list: 4 things" in said(page.view)


def test_selecting_leads_to_a_copy_of_what_is_selected(things: dict[str, Item], page: LogPage, settle: Settle) -> None:
    page.view.select_several(True)
    settle()
    page.view.long.rows.set_ticked((things["tag"].id,))
    page.view.bulk.copy.click()
    settle()
    assert "From your list: 1 thing" in said(page.view)
    page.back()
    assert page.name == "list"


def test_the_keyboard_alone_makes_a_copy(export: ExportView, page: LogPage, settle: Settle, qtbot: QtBot) -> None:
    cards = export.choices.what.cards
    cards[What.REDACTED].setFocus()
    QTest.keyClick(cards[What.REDACTED], Qt.Key.Key_Down)
    settle()
    assert export.choices.wanted.what is What.FULL
    assert looks.out_of_reach(page) == []
    page.save_copy()
    dialogs = page.window().findChildren(QFileDialog)
    assert dialogs and Path(dialogs[-1].selectedFiles()[0]).suffix == ".html"
    dialogs[-1].close()


def test_case_data_in_the_words_is_said(export: ExportView, vault: Vault, settle: Settle) -> None:
    log.add(vault, New("A post", notes="My client was born on 3 May 1961.", origin=Origin.STRANGER))
    choose(export, settle, What.FULL)
    assert not export.preview.caution.isVisible()
    choose(export, settle, What.FULL, Form.HTML, NOTES)
    assert export.preview.caution.isVisible() and "A role is enough" in export.preview.caution.title.text()


def test_a_place_that_cannot_be_written_is_said_and_leaves_nothing(
    export: ExportView, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    troubles: list[str] = []
    desk.trouble.connect(troubles.append)
    saved(export, settle, tmp_path / "missing" / "list.html")
    assert troubles == ["The file could not be saved there. Choose another folder."]
    assert export.save.isEnabled()


def test_it_can_be_stopped_and_leaves_nothing(
    export: ExportView, desk: Desk, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    free = Event()
    desk.lanes.start("bulk", lambda _task: free.wait(5))
    export.save_to(tmp_path / "list.html")
    assert not export.save.isEnabled() and export.escape()
    free.set()
    settle()
    assert list(tmp_path.glob("list*")) == [] and export.save.isEnabled()
    assert not export.escape() and not [one for one in web.entries(vault) if one.note]


def test_leaving_while_it_reads_stops_it_and_coming_back_reads_again(
    export: ExportView, desk: Desk, page: LogPage, settle: Settle
) -> None:
    free = Event()
    desk.lanes.start("bulk", lambda _task: free.wait(5))
    export.choices.what.cards[What.FULL].click()
    page.hide()
    free.set()
    settle()
    assert not export.save.isEnabled()
    page.show()
    settle()
    assert export.save.isEnabled() and "Netball" in export.preview.text.toPlainText()


def test_a_file_is_whole_or_what_was_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(FootprintError), whole_file(path) as part:
        part.write_text("half", encoding="utf-8")
        raise FootprintError("stopped")
    assert path.read_text(encoding="utf-8") == "before" and list(tmp_path.iterdir()) == [path]
    with whole_file(path) as part:
        part.write_text("after", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "after" and path.stat().st_mode & 0o077 == 0


def test_a_full_disk_is_called_one() -> None:
    with pytest.raises(DiskFull), writing():
        raise OSError(28, "No space left on device")
    with pytest.raises(NotSaved), writing():
        raise PermissionError(13, "Permission denied")


def test_a_folder_that_is_copied_elsewhere_is_said_before_saving(
    export: ExportView, settle: Settle, tmp_path: Path
) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    path = saved(export, settle, folder / "list.html")
    assert export.question is not None and export.question.isVisible()
    assert not path.exists()
    export.question.do_button.click()
    settle()
    assert "4 things" in path.read_text(encoding="utf-8")


def test_an_empty_choice_cannot_be_saved(things: dict[str, Item], page: LogPage, settle: Settle) -> None:
    page.show_view("export", query=Query(text="zebra"))
    settle()
    assert "From your list: 0 things" in said(page.view) and not page.view.save.isEnabled()


@pytest.mark.parametrize("what", list(What))
def test_it_stands_at_every_size_in_both_themes(export: ExportView, page: LogPage, settle: Settle, what: What) -> None:
    choose(export, settle, what, None, NOTES, LETTERS, PICTURES)
    assert looks.problems_everywhere(page) == []
    assert looks.out_of_reach(page) == []
    assert looks.primary_buttons(page) == [export.save.text()]
