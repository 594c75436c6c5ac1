"""Copies in the window: two questions first, covered until asked for, cut and covered by keyboard, and as a file."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from footprint import log, web
from footprint.log import Answer, EvidenceKind, Item, Shows
from footprint.vault import Vault
from tests.log.copies.test_evidence import with_place
from tests.log.copies.test_evidence_kinds import PAGE, mail_of, pdf_of
from tests.ui import looks
from tests.ui.log.test_item import opened, png
from ui.desk import Desk
from ui.help_now.sheet import HelpNowSheet
from ui.log.copies.keep_sheet import KeepSheet
from ui.log.item import ItemView
from ui.log.page import LogPage

Settle = Callable[[], None]
Open = Callable[[str], ItemView]
NO, YES, UNSURE = (one.value for one in (Answer.NO, Answer.YES, Answer.UNSURE))

__all__ = ["opened"]


def answer(view: ItemView, settle: Settle, undressed: str = NO, under_18: str = NO) -> KeepSheet:
    """Give the two answers on the sheet that is open."""
    sheet = view.evidence.asking.sheet
    assert sheet is not None
    sheet.undressed.cards[undressed].click()
    sheet.under_18.cards[under_18].click()
    settle()
    return sheet


def keep(view: ItemView, settle: Settle) -> None:
    """Neither, and keep it."""
    answer(view, settle).keep.click()
    settle()


def pasted(view: ItemView, settle: Settle, content: bytes | None = None) -> None:
    data = QMimeData()
    data.setData("image/png", content or png())
    view.evidence.keep_mime(data)
    settle()


def chosen(view: ItemView, settle: Settle, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    view.evidence.keep_mime(data)
    settle()


def test_a_pasted_picture_is_kept_with_its_fingerprint(
    things: dict[str, Item], opened: Open, page: LogPage, vault: Vault, settle: Settle, qtbot: QtBot
) -> None:
    view = opened(things["photo"].id)
    QGuiApplication.clipboard().setImage(QImage.fromData(png()))
    page.heading.setFocus()
    QTest.keyClick(page.heading, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert log.evidence(vault, things["photo"].id) == ()  # not before the questions
    keep(view, settle)
    (kept,) = log.evidence(vault, things["photo"].id)
    assert (kept.width, kept.height, kept.address) == (64, 48, "https://photos.example/p/17")
    assert kept.sha256 == hashlib.sha256(log.evidence_bytes(vault, kept.id)).hexdigest()
    tile = view.evidence.tiles[kept.id]
    assert tile.is_covered
    assert kept.sha256[:8] in tile.code.text()


def test_pasting_words_into_the_letter_stays_a_matter_of_the_letter(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle
) -> None:
    view = opened(things["photo"].id)
    QGuiApplication.clipboard().setText("Dear Sam")
    view.letter.text.setFocus()
    QTest.keyClick(view.letter.text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view.letter.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert view.letter.text.toPlainText() == "Dear Sam"
    assert log.evidence(vault, things["photo"].id) == ()


def test_nothing_to_paste_is_said(things: dict[str, Item], opened: Open, desk: Desk, qtbot: QtBot) -> None:
    view = opened(things["photo"].id)
    QGuiApplication.clipboard().setText("only words")
    with qtbot.waitSignal(desk.said) as said:
        view.evidence.paste_button.click()
    assert said.args[0].startswith("There is no picture to paste.")


def test_files_that_are_dropped_are_kept(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    page_file, picture = tmp_path / "page.html", tmp_path / "shot.png"
    page_file.write_text("<html><body>Ada Example</body></html>")
    picture.write_bytes(png("navy"))
    view = opened(things["photo"].id)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page_file)), QUrl.fromLocalFile(str(picture))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    view.evidence.dropEvent(drop)
    settle()
    keep(view, settle)
    keep(view, settle)
    assert [(one.kind.value, one.name) for one in log.evidence(vault, things["photo"].id)] == [
        ("page", "page.html"),
        ("picture", "shot.png"),
    ]


def test_a_copy_can_be_removed_and_brought_back(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, desk: Desk
) -> None:
    kept = log.add_picture(vault, things["photo"].id, png()).value
    view = opened(things["photo"].id)
    view.evidence.tiles[kept.id].remove.setFocus()
    QTest.keyClick(view.evidence.tiles[kept.id].remove, Qt.Key.Key_Space)
    settle()
    assert log.evidence(vault, things["photo"].id) == ()
    assert view.evidence.paste_button.hasFocus()
    assert view.evidence.tiles == {}
    desk.undo()
    settle()
    assert list(view.evidence.tiles) == [kept.id]


def test_a_file_that_cannot_be_kept_is_refused_in_words(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, desk: Desk, tmp_path: Path
) -> None:
    troubles: list[str] = []
    desk.trouble.connect(troubles.append)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG not a picture")
    view = opened(things["photo"].id)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(broken)), QUrl.fromLocalFile(str(tmp_path / "missing.html"))])
    view.evidence.keep_mime(data)
    settle()
    keep(view, settle)
    keep(view, settle)
    assert len(troubles) == 2
    assert log.evidence(vault, things["photo"].id) == ()


# -- what may be kept --------------------------------------------------------------------------------------


@pytest.mark.parametrize("undressed", [YES, UNSURE])
@pytest.mark.parametrize("under_18", [YES, UNSURE])
def test_someone_under_18_undressed_is_not_kept_and_help_is_offered(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, desk: Desk, qtbot: QtBot,
    undressed: str, under_18: str,
) -> None:  # fmt: skip
    view = opened(things["photo"].id)
    pasted(view, settle)
    sheet = answer(view, settle, undressed, under_18)
    assert sheet.never.isVisible()
    assert not (sheet.keep.isVisible() or sheet.keep.isEnabled() or sheet.cover.isVisible())
    with qtbot.waitSignal(desk.went) as went:
        sheet.never.button.click()
    assert went.args == ["help_now", {"part": "child"}]
    settle()
    assert log.evidence(vault, things["photo"].id) == ()


def test_a_private_picture_is_kept_only_by_choice_and_leads_to_help(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, desk: Desk, qtbot: QtBot
) -> None:
    view = opened(things["photo"].id)
    pasted(view, settle)
    sheet = answer(view, settle, YES, NO)
    assert sheet.private.isVisible() and not sheet.keep.isEnabled()
    with qtbot.waitSignal(desk.went) as went:
        sheet.private.button.click()
    assert went.args == ["help_now", {"part": "image"}]
    settle()
    assert log.evidence(vault, things["photo"].id) == ()
    pasted(view, settle)
    sheet = answer(view, settle, YES, NO)
    sheet.thought.setChecked(True)
    sheet.keep.click()
    settle()
    (kept,) = log.evidence(vault, things["photo"].id)
    assert kept.intimate
    assert view.evidence.tiles[kept.id].is_covered


def test_closing_the_questions_keeps_nothing(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle
) -> None:
    view = opened(things["photo"].id)
    pasted(view, settle)
    QTest.keyClick(view.evidence.asking.sheet, Qt.Key.Key_Escape)
    settle()
    assert view.evidence.asking.sheet is None
    assert log.evidence(vault, things["photo"].id) == ()


# -- covered -----------------------------------------------------------------------------------------------


def test_a_copy_is_covered_until_chosen_and_again_on_coming_back(
    things: dict[str, Item], opened: Open, page: LogPage, vault: Vault, settle: Settle
) -> None:
    kept = log.add_picture(vault, things["photo"].id, png()).value
    view = opened(things["photo"].id)
    tile = view.evidence.tiles[kept.id]
    assert tile.is_covered and tile.show_it.text() == "Show it"
    tile.show_it.click()
    settle()
    assert not tile.is_covered and tile.show_it.text() == "Cover it"
    page.hide()
    assert tile.is_covered
    page.show()
    settle()
    assert all(one.is_covered for one in view.evidence.tiles.values())


def test_no_picture_goes_to_the_disk_in_the_clear(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    shows = Shows(undressed=Answer.YES)
    kept = log.add_picture(vault, things["photo"].id, png(), shows=shows, thought=True).value
    view = opened(things["photo"].id)
    view.evidence.tiles[kept.id].show_it.click()
    settle()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"PNG" in path.read_bytes()[:8]]
    assert log.thumbnail(vault, kept.id) == b""


# -- cut off and covered -----------------------------------------------------------------------------------


def test_a_part_is_covered_with_the_keyboard_and_the_original_goes_only_when_told(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle
) -> None:
    view = opened(things["photo"].id)
    pasted(view, settle)
    sheet = answer(view, settle)
    cover = sheet.cover
    assert not cover.canvas.isVisible()
    QTest.keyClick(cover.button, Qt.Key.Key_Space)
    settle()
    assert cover.canvas.isVisible()
    cover.add_box.click()
    before = cover.canvas.boxes[0]
    QTest.keyClick(cover.canvas, Qt.Key.Key_Left)
    QTest.keyClick(cover.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    after = cover.canvas.boxes[0]
    assert after.left < before.left and after.bottom > before.bottom
    assert cover.original.isVisibleTo(sheet)
    cover.original.setChecked(True)
    sheet.keep.click()
    settle()
    (kept,) = log.evidence(vault, things["photo"].id)
    seen = QImage.fromData(log.evidence_bytes(vault, kept.id))
    assert seen.pixelColor(32, 24).name() == "#000000"
    assert seen.pixelColor(1, 1).name() == "#008080"
    assert kept.made_from == hashlib.sha256(png()).hexdigest()


def test_a_box_is_drawn_and_taken_away_and_the_rest_cut_off(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle
) -> None:
    view = opened(things["photo"].id)
    pasted(view, settle)
    sheet = answer(view, settle)
    sheet.cover.button.click()
    settle()
    canvas = sheet.cover.canvas
    place = canvas._place().toRect()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=place.topLeft())
    QTest.mouseMove(canvas, place.center())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=place.center())
    assert len(canvas.boxes) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert canvas.boxes == []
    sheet.cover.crop.setChecked(True)
    for _press in range(10):
        QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    sheet.keep.click()
    settle()
    changed, original = log.evidence(vault, things["photo"].id)
    assert (original.width, changed.width) == (64, 52)


def test_hidden_notes_are_left_out(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    view = opened(things["photo"].id)
    chosen(view, settle, tmp_path / "seen.jpg", with_place())
    sheet = answer(view, settle)
    sheet.cover.notes.setChecked(True)
    sheet.cover.original.setChecked(True)
    sheet.keep.click()
    settle()
    (kept,) = log.evidence(vault, things["photo"].id)
    assert not kept.says_where


# -- looked at, and made into a file -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "kind", "said"),
    [
        ("no.eml", mail_of(), EvidenceKind.EMAIL, "Subject: Über the photo"),
        ("paper.pdf", pdf_of(3), EvidenceKind.PDF, "3 pages"),
        ("page.html", PAGE, EvidenceKind.PAGE, "Our club"),
    ],
)
def test_what_is_no_picture_is_read_as_plain_words(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, tmp_path: Path,
    name: str, content: bytes, kind: EvidenceKind, said: str,
) -> None:  # fmt: skip
    view = opened(things["photo"].id)
    chosen(view, settle, tmp_path / name, content)
    keep(view, settle)
    (kept,) = log.evidence(vault, things["photo"].id)
    assert kept.kind is kind
    view.evidence.tiles[kept.id].look.click()
    settle()
    sheet = view.evidence.sheet
    assert said in sheet.facts.text() + sheet.words.toPlainText()
    assert sheet.outside.isVisible() == (kind is EvidenceKind.PDF)
    out = tmp_path / "out"
    sheet.save_to(out)
    settle()
    assert out.read_bytes() == content
    assert out.stat().st_mode & 0o077 == 0
    assert web.entries(vault)[0].details == ("out",)
    sheet.accept()


def test_the_copies_as_one_file_after_a_preview(
    things: dict[str, Item], opened: Open, vault: Vault, settle: Settle, tmp_path: Path
) -> None:
    item = things["photo"].id
    log.add_picture(vault, item, png())
    log.add_picture(vault, item, png("navy"), shows=Shows(undressed=Answer.YES), thought=True)
    view = opened(item)
    view.evidence.pack.click()
    settle()
    sheet = view.evidence.bundle
    assert len(sheet.plan.files) == 1 and sheet.private.text() == "Put the 1 private copy in too"
    sheet.private.setChecked(True)
    settle()
    assert len(sheet.plan.files) == 2
    sheet.private.setChecked(False)
    settle()
    sheet.save_to(tmp_path / "copies.zip")
    settle()
    with zipfile.ZipFile(tmp_path / "copies.zip") as made:
        assert made.namelist()[1:] == ["README.txt", "SHA256SUMS"]
    assert (tmp_path / "copies.zip").stat().st_mode & 0o077 == 0
    assert web.entries(vault)[0].note == "Copies of what you kept, as one file"


@pytest.mark.parametrize("undressed", [NO, YES])
def test_the_questions_stand_at_every_size(
    things: dict[str, Item], opened: Open, settle: Settle, undressed: str
) -> None:
    view = opened(things["photo"].id)
    pasted(view, settle)
    sheet: QWidget = answer(view, settle, undressed, YES if undressed == YES else NO)
    for dark in looks.THEMES:
        for size in looks.SIZES:
            with looks.themed(dark, size.scale):
                looks.settle()
                assert looks.clipped_labels(sheet) == []


def test_help_is_one_press_away_from_the_copies(things: dict[str, Item], opened: Open, settle: Settle) -> None:
    view = opened(things["photo"].id)
    view.evidence.help_now.click()
    settle()
    assert view.window().findChild(HelpNowSheet) is not None
