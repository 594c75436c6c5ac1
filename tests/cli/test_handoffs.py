"""Looking in one's own browser from the command line: going on, bringing pages back, bookmarks and a picture."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

PAGES = Path(__file__).parents[1] / "search" / "pages"
BOOKMARKS = Path(__file__).parents[1] / "search" / "bookmarks"
App = Any


@pytest.fixture
def ready(app: App) -> App:
    app.ok("person", "add", "name", "Ada Example")
    app.ok("person", "add", "town", "Otherton")
    return app


def test_one_search_after_the_other(ready: App) -> None:
    first = ready.data("search", "next", "--engine", "mojeek")
    assert first["next"]["words"] == '"Ada Example" Otherton' and first["next"]["state"] == "to-do"
    assert next(one for one in first["progress"] if one["engine"] == "mojeek")["done"] == 0
    ready.ok("search", "next", "--engine", "mojeek", "--opened")
    assert ready.data("search", "next", "--engine", "mojeek")["next"]["words"] != first["next"]["words"]
    ready.ok("search", "looked", "mojeek", first["next"]["words"], "--nothing")
    listed = ready.data("search", "next", "--all")["steps"]
    assert next(one["state"] for one in listed if one["engine"] == "mojeek") == "looked-at"
    assert "Next: " in ready("search", "next").out
    ready.ok("search", "next", "--again")


def test_a_copied_page_is_brought_back(ready: App) -> None:
    text = (PAGES / "copied" / "startpage.txt").read_text(encoding="utf-8")
    came = ready.data("search", "paste", "--engine", "startpage", "--words", '"Ada Example"', stdin=text)
    assert len(came["findings"]) == 2 and came["problems"] == []
    assert came["pages"][0]["outcome"] == "results" and came["pages"][0]["searched"] is True
    runs = ready.data("search", "runs")
    assert runs[0]["looks"][0]["words"] == '"Ada Example"' and runs[0]["looks"][0]["results"] == 2
    file = PAGES / "saved" / "brave.html"
    came = ready.data("search", "paste", "--html", str(file))
    assert came["pages"][0]["engine"] == "brave" and came["pages"][0]["left_out"]["adverts"] == 1
    assert ready("search", "paste", "--words", "x", stdin="https://club.example/a").code == 2


def test_a_saved_page_says_how_it_ended(ready: App, tmp_path: Path) -> None:
    none = ready("search", "add-page", str(PAGES / "saved" / "google-none.html"), json=True)
    assert none.code == 0 and none.data["pages"][0]["outcome"] == "empty"
    wall = ready("search", "add-page", str(PAGES / "saved" / "google-robot.html"), json=True)
    assert wall.code == 1 and wall.data["pages"][0]["searched"] is False
    unread = ready("search", "add-page", str(PAGES / "saved" / "unknown-script.html"))
    assert unread.code == 2 and "no results we can read" in unread.err


def test_a_folder_of_pages_and_the_folder_beside_a_page(ready: App, tmp_path: Path) -> None:
    for name in ("brave", "mojeek-none", "unknown-script"):
        (tmp_path / f"{name}.html").write_bytes((PAGES / "saved" / f"{name}.html").read_bytes())
    came = ready("search", "add-page", str(tmp_path), json=True)
    assert [one["outcome"] for one in came.data["pages"]] == ["results", "empty"]
    assert "unknown-script.html" in came.err
    beside = tmp_path / "brave_files"
    beside.mkdir()
    assert len(ready.data("search", "add-page", str(beside))["findings"]) == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    assert ready("search", "add-page", str(empty)).code == 2


def test_bookmarks_are_kept_only_when_that_is_said(ready: App) -> None:
    file = str(BOOKMARKS / "chrome.html")
    seen = ready.data("search", "bookmarks", file)
    assert [one["number"] for one in seen["lines"]] == [1, 4] and seen["read"] == 5 and seen["left_out"] == 1
    assert ready.data("search", "findings") == []
    folder = ready.data("search", "bookmarks", file, "--folder", "clubs & friends")
    assert [one["number"] for one in folder["lines"]] == [3]
    assert len(ready.data("search", "bookmarks", file, "--all")["lines"]) == 5
    assert [one["number"] for one in ready.data("search", "bookmarks", file, "--find", "soup")["lines"]] == [5]
    added = ready.data("search", "bookmarks", file, "--only", "1", "--only", "3", "--add")
    assert len(added["findings"]) == 2
    assert len(ready.data("search", "findings")) == 2
    assert ready("search", "bookmarks", file, "--find", "zebra", "--add").code == 2
    assert ready("search", "bookmarks", str(PAGES / "saved" / "brave.html")).code == 2


def test_a_picture_goes_nowhere_and_what_would_leave_is_said(ready: App, tmp_path: Path) -> None:
    notes = Image.Exif()
    notes.get_ifd(0x8825).update({1: "N", 2: (53.0, 35.0, 0.0)})
    out = io.BytesIO()
    Image.new("RGB", (60, 60), "teal").save(out, "JPEG", exif=notes)
    picture, copy = tmp_path / "me.jpg", tmp_path / "copy.jpg"
    picture.write_bytes(out.getvalue())
    seen = ready.data("search", "by-picture", str(picture))
    assert seen["picture"] == {"name": "me.jpg", "tells": ["where it was taken"]}
    assert [one["engine"] for one in seen["sites"]] == ["tineye", "lens", "bing-visual", "yandex"]
    assert "not known" in seen["sites"][1]["keeps"]
    assert ready.data("search", "by-picture", str(picture), "--copy", str(copy))["picture"]["tells"] == []
    assert ready.data("search", "by-picture", str(copy))["picture"]["tells"] == []
    assert ready.data("search", "looked", "tineye", "me.jpg", "--saw", "photo")["searched"] is True
    assert ready.data("ledger") == []
    picture.write_bytes(b"%PDF")
    assert ready("search", "by-picture", str(picture)).code == 2
