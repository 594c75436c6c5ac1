"""`footprint archive`: a copy brought in, looked through, decided on and forgotten, in words and with exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.demo import archives
from tests.cli.driver import App


@pytest.fixture
def filled(app: App, tmp_path: Path) -> App:
    said = app("archive", "import", str(archives.build("x").write(tmp_path)))
    assert said.code in (0, 1), said.err
    return app


def test_a_copy_from_beginning_to_end(filled: App, tmp_path: Path) -> None:
    copy = str(archives.build("x").write(tmp_path))
    again = filled("archive", "import", copy)
    assert "brought in before" in again.out
    assert "x" in filled("archive", "list").out and "Post" in filled("archive", "summary").out
    found = filled.data("archive", "find", "--kind", "post", "--limit", "2")
    assert found["count"] > 2 and len(found["entries"]) == 2
    entry = str(found["entries"][0]["id"])
    words = found["entries"][0]["text"].split()[0]
    assert entry in filled("archive", "find", words, "--kind", "post").out
    assert "▇" in filled("archive", "timeline").out
    assert "1 thing is in your list." in filled("archive", "decide", "delete", entry).out
    assert entry in filled("archive", "plan").out
    asked = filled("archive", "plan", "--done", entry)
    assert asked.code == 2 and "before the first thing goes" in asked.err
    assert filled.data("archive", "plan", "--done", entry, "--no-case")["done"] == 1
    account = str(filled.data("archive", "summary")["accounts"][0]["number"])
    assert "To do it: --yes" in filled("archive", "forget", account).out
    assert "gone for good" in filled("archive", "forget", account, "--yes").out
    assert filled("archive", "show", entry).code == 2


def test_words_that_are_none_are_told_with_those_that_are(app: App) -> None:
    said = app("archive", "find", "--kind", "tweet")
    assert said.code == 2 and "“tweet” is none of these: post, story" in said.err
    assert app("archive", "decide", "burn", "1").code == 2
    assert "No copy was brought in yet" in app("archive", "list").out
    assert app.data("archive", "find", "nothing") == {"count": 0, "exact": True, "entries": []}
    assert app("archive", "import", "nowhere.zip").code == 2
