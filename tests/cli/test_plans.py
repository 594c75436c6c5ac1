"""`footprint plan`: made without a vault, read in another home folder, taken on in part, and nothing comes back."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from footprint.cli.main import run
from footprint.dates import local_day, utc_now
from footprint.supervision.plans import PROMISE
from tests.cli.driver import App

DAY = (local_day(utc_now()) + timedelta(days=30)).isoformat()


@pytest.fixture
def manager(tmp_path: Path) -> Path:
    """A manager's home folder: no vault, nothing."""
    home = tmp_path / "manager"
    home.mkdir()
    return home


def make(home: Path, *more: str) -> Path:
    file = home / "team.footprint-plan"
    arguments = [
        "plan", "make", str(file), "--network", "facebook", "--network", "whatsapp", "--by", DAY, "--every", "6 months",
        "--from", "Priya, north team", "--note", "Take an hour for it.", "--question", "m-time", *more,
    ]  # fmt: skip
    assert run(["--vault", str(home / "notes"), *arguments]) == 0
    return file


def contents(folder: Path) -> dict[str, str]:
    """Every file under a folder with what is in it."""
    files = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {str(one.relative_to(folder)): sha256(one.read_bytes()).hexdigest() for one in files}


def test_making_one_leaves_only_what_was_saved(manager: Path) -> None:
    make(manager, "--page", str(manager / "page.html"), "--invitation", str(manager / "invitation.txt"))
    assert set(contents(manager)) == {"team.footprint-plan", "page.html", "invitation.txt"}
    for one in manager.iterdir():
        assert PROMISE in one.read_text(encoding="utf-8")


def test_from_one_home_to_another_and_nothing_comes_back(manager: Path, app: App, tmp_path: Path) -> None:
    file = make(manager)
    given = tmp_path / "post" / file.name
    given.parent.mkdir()
    given.write_bytes(file.read_bytes())
    before, sent = contents(manager), given.read_bytes()
    seen = app("plan", "read", str(given), json=True).data
    assert seen["sender"] == "Priya, north team" and not seen["parts"]
    assert not app("account", "list", json=True).data
    app("plan", "read", str(given), "--take", "facebook", "--take-day", json=True)
    assert app("checklists", "answer", "facebook", "friends_list", "only_me").code == 0
    (now,) = app("plan", "list", json=True).data
    assert (now["total"], now["by"], now["again"]) == (1, DAY, 0)
    assert contents(manager) == before
    assert given.read_bytes() == sent and [one.name for one in given.parent.iterdir()] == [given.name]
    assert not [one for one in app("ledger", json=True).data if one["host"]]


def test_a_note_that_asks_for_something_back_is_warned_of(manager: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(manager, "--note", "Send me your results by Friday.")
    assert "ask for something back" in capsys.readouterr().err


def test_a_page_as_pdf_needs_the_windows(manager: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["plan", "make", str(manager / "a.footprint-plan"), "--page", str(manager / "page.pdf")]
    assert run(["--vault", str(manager / "notes"), *arguments]) == 2
    assert "Save the page as .html" in capsys.readouterr().err


def test_what_cannot_be_taken_on_is_said_and_changes_nothing(manager: Path, app: App) -> None:
    file = make(manager)
    assert "not in the plan" in app("plan", "read", str(file), "--take", "tiktok").err
    assert "at least one thing" in app("plan", "read", str(file), "--take-day").err
    assert not app("account", "list", json=True).data and not app("plan", "list", json=True).data
    assert app("plan", "read", str(file.parent / "missing.footprint-plan")).code == 2


def test_all_of_it_and_away(manager: Path, app: App) -> None:
    taken = app("plan", "read", str(make(manager)), "--take-all", json=True).data["taken"]
    assert {one["network"] for one in app("account", "list", json=True).data} == {"facebook", "whatsapp"}
    assert "0 of 3 done" in app("plan", "list").out
    app("plan", "away", taken[:6])
    assert app("plan", "list").out.strip() == "You took on no plan."
    assert len(app("account", "list", json=True).data) == 2
