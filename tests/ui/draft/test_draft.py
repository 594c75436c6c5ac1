"""“Before you post”: answers at once, three readers, four ends, and nothing of it is kept."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint import reminders
from footprint.archives.before_posting import End
from footprint.vault import Vault
from footprint.workbench import Workbench
from tests.ui import looks
from ui.desk import Desk
from ui.draft.page import DraftPage
from ui.help.texts import topics

Wait = Callable[[], None]
RISKY = "Long day in court again with the Placeholder family, the mum was drunk. Ring me on 07700 900123"
HARMLESS = "Made soup. The leeks came out of the garden."


@pytest.fixture
def page(desk: Desk, bench: Workbench, qtbot: QtBot, settle: Wait) -> Iterator[DraftPage]:
    made = DraftPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    settle()
    yield made


def write(page: DraftPage, text: str, settle: Wait) -> None:
    page.text.setPlainText(text)
    QTest.qWait(420)
    settle()


def words(page: DraftPage) -> str:
    return " ".join(looks.visible_words(page))


def photo(path: Path, *, with_place: bool) -> Path:
    exif = Image.Exif()
    if with_place:
        exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(out, "JPEG", exif=exif)
    path.write_bytes(out.getvalue())
    return path


def everything(vault: Vault) -> str:
    """All texts the vault holds."""
    with vault.reading() as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return repr([list(db.execute(f"SELECT * FROM {table}")) for table in tables if "_words" not in table])


def test_it_answers_while_someone_types(page: DraftPage, settle: Wait) -> None:
    write(page, RISKY, settle)
    assert page.answers is not None
    assert {"court_and_cases", "phone_number"} <= set(page.answers.flags)
    assert "A family you work with" in words(page) and "A reporter" in words(page)
    write(page, HARMLESS, settle)
    assert page.answers is not None and page.answers.flags == () and "Nothing stands out" in words(page)


def test_a_picture_tells_where_it_was_taken(page: DraftPage, tmp_path: Path, settle: Wait) -> None:
    page.take(photo(tmp_path / "one.jpg", with_place=True))
    settle()
    said = words(page)
    assert "where it was taken" in said and "A lanyard" in said and "A house number" in said
    page.clear_all()
    page.take(photo(tmp_path / "two.jpg", with_place=False))
    settle()
    assert "tells nothing besides" in words(page)


def test_what_is_no_picture_gets_a_sentence_and_the_words_stay(page: DraftPage, tmp_path: Path, settle: Wait) -> None:
    write(page, RISKY, settle)
    (tmp_path / "no.jpg").write_bytes(b"no picture")
    page.take(tmp_path / "no.jpg")
    settle()
    assert "was not looked at" in words(page) and page.text.toPlainText() == RISKY and page.answers is not None


@pytest.mark.parametrize("end", list(End))
def test_each_end(page: DraftPage, bench: Workbench, settle: Wait, end: End) -> None:
    write(page, RISKY, settle)
    assert page.answers is not None
    page.answers.ends[end].click()
    settle()
    if end is End.CHANGE:
        assert page.text.toPlainText() == RISKY
        return
    assert page.text.toPlainText() == "" and page.answers is None
    kept = reminders.own(bench.vault)
    assert len(kept) == (end is End.TOMORROW)
    if end is End.TOMORROW:
        assert QApplication.clipboard().text() == RISKY and "court" not in kept[0].what


def test_nothing_of_it_is_kept(page: DraftPage, bench: Workbench, settle: Wait) -> None:
    write(page, RISKY, settle)
    page.hide()
    page.show()
    settle()
    assert page.text.toPlainText() == "" and not page.text.document().isUndoAvailable()
    write(page, RISKY, settle)
    page.put_away()
    assert page.text.toPlainText() == ""
    assert "Placeholder" not in everything(bench.vault)


def test_it_has_help(page: DraftPage) -> None:
    assert topics()[DraftPage.help_topic].title == "Before you post"


@pytest.mark.parametrize("which", ["empty", "answers"])
def test_it_looks_right_in_both_themes_at_every_size(page: DraftPage, tmp_path: Path, settle: Wait, which: str) -> None:
    if which == "answers":
        write(page, RISKY, settle)
        page.take(photo(tmp_path / "one.jpg", with_place=True))
        settle()
    wrong = []
    for dark, size in product(looks.THEMES, looks.SIZES):
        with looks.themed(dark, size.scale):
            looks.show_at(page, size)
            wrong += [f"{size}: {one}" for one in looks.problems(page)]
    assert wrong == []
