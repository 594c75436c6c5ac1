"""The list from one vault into another by the command line: locked on the way, and refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.driver import PHRASE, App

LOCK = "copper lantern meadow trumpet"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "lock.txt"
    file.write_text(LOCK + "\n", encoding="utf-8")
    return file


@pytest.fixture
def bundle(app: App, tmp_path: Path, lock: Path) -> Path:
    made = app.data("log", "add", "Photo of the harbour", "--kind", "photo")["id"]
    app.ok("log", "evidence", "add", made, "-", stdin="What it said")
    app.ok("log", "add", "Old post", "--kind", "post")
    file = tmp_path / "list"
    said = app.data("log", "export", str(file), "--passphrase-file", str(lock))
    assert (said["items"], said["evidence"], said["whole"], said["bytes"]) == (2, 1, True, file.stat().st_size)
    return file


def test_it_is_taken_in_and_a_second_time_nothing_is_new(app: App, bundle: Path, lock: Path) -> None:
    assert b"harbour" not in bundle.read_bytes()
    entries = app.data("ledger")
    assert "A locked copy of your list" in str(entries)
    assert app.data("log", "import", str(bundle), "--passphrase-file", str(lock))["unchanged"] == 2
    assert "Nothing in it was new" in app.ok("log", "import", str(bundle), "--passphrase-file", "-", stdin=LOCK + "\n")


def test_a_look_changes_nothing_and_a_filter_makes_a_part(app: App, tmp_path: Path, bundle: Path, lock: Path) -> None:
    part = tmp_path / "part"
    app.ok("log", "export", str(part), "--kind", "post", "--passphrase-file", str(lock))
    found = app.data("log", "import", str(part), "--passphrase-file", str(lock), "--look")
    assert (found["items"], found["evidence"], found["whole"]) == (1, 0, False)


def test_what_is_refused_is_a_sentence(app: App, tmp_path: Path, bundle: Path, lock: Path, phrase: Path) -> None:
    wrong = app("log", "import", str(bundle), "--passphrase-file", str(phrase))
    assert wrong.code and "not the passphrase the copy was made with" in wrong.err
    backup = tmp_path / "backup"
    app.ok("backup", str(backup))
    given = app("log", "import", str(backup), "--passphrase-file", str(lock))
    assert given.code and "a backup of all your notes" in given.err
    restored = app("restore", str(bundle))
    assert restored.code and "a copy of a list, not a backup" in restored.err
    assert PHRASE not in wrong.err and len(app.data("log", "list")["items"]) == 2


@pytest.mark.parametrize(
    "wrong",
    [("-",), ("list.csv", "--as", "csv", "--passphrase-file", "lock.txt"), ("list",)],
    ids=["no file", "no bundle", "nobody to ask"],
)
def test_what_does_not_go_together(app: App, wrong: tuple[str, ...]) -> None:
    assert app("log", "export", *wrong).code == 2
