"""Full reports from the command line: what was asked for and no more, of the items that were chosen."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from PIL import Image

from tests.cli.driver import App


@pytest.fixture
def item(app: App, tmp_path: Path) -> str:
    """One thing with a note, a message and a picture, and another thing."""
    app.ok("log", "add", "Another thing", "--kind", "post")
    made = app.data(
        "log", "add", "<b>Photo</b>", "--kind", "photo", "--origin", "known", "--contact", "Bo Sample",
        "--notes", "has my landline",
    )["id"]  # fmt: skip
    picture = tmp_path / "seen.png"
    Image.new("RGB", (40, 30), "red").save(picture)
    app.ok("log", "evidence", "add", made, str(picture), "--undressed", "no", "--child", "no")
    app.ok(
        "log",
        "request",
        made,
        "--reason",
        "It shows my door number.",
        "--where",
        "a photo site",
        "--me",
        "Ada",
        "--sent",
        "copied",
    )
    return str(made)


def test_a_page_with_and_without_what_is_more(app: App, item: str, tmp_path: Path) -> None:
    file = tmp_path / "list.html"
    assert app.data("log", "export", str(file), "--as", "html", "--kind", "photo")["items"] == 1
    plain = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
    assert "<b>Photo</b>" in plain.text and "Bo Sample" in plain.text and "Another thing" not in plain.text
    assert "landline" not in plain.text and "door number" not in plain.text and not plain.find_all("img")
    app.ok("log", "export", str(file), "--as", "html", "--with", "notes, letters,pictures")
    whole = BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")
    assert "landline" in whole.text and "door number" in whole.text and len(whole.select("details > img")) == 1
    assert "Another thing" in whole.text


def test_word_and_text_hold_the_same_words(app: App, item: str, tmp_path: Path) -> None:
    app.ok("log", "export", str(tmp_path / "list.docx"), "--as", "docx", "--with", "notes,pictures")
    made = Document(io.BytesIO((tmp_path / "list.docx").read_bytes()))
    words = "\n".join(one.text for one in made.paragraphs)
    assert "<b>Photo</b>" in words and "has my landline" in words and len(made.inline_shapes) == 1
    text = app.ok("log", "export", "-", "--as", "text", "--with", "notes")
    assert "<b>Photo</b>" in text and "has my landline" in text and "door number" not in text
    assert "A full report of your list" in str(app.data("ledger"))


@pytest.mark.parametrize(
    "wrong",
    [
        ("--as", "csv", "--with", "notes"),
        ("--as", "redacted", "--with", "letters"),
        ("--as", "text", "--with", "pictures"),
        ("--as", "html", "--with", "everything"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(app: App, tmp_path: Path, wrong: tuple[str, ...]) -> None:
    assert app("log", "export", str(tmp_path / "list"), *wrong).code == 2
    assert not (tmp_path / "list").exists()


def test_word_does_not_go_to_the_screen(app: App) -> None:
    assert app("log", "export", "-", "--as", "docx").code == 2
