"""Closed things are deleted for good from the command line: shown, asked, done, and from now on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from footprint import dates, log, settings
from footprint import vault as vaults
from tests.cli.driver import PHRASE, App


@pytest.fixture
def closed(app: App) -> str:
    """One thing, gone two years ago."""
    then = dates.utc_now() - timedelta(days=730)
    vault = vaults.unlock(app.folder, PHRASE, clock=lambda: then).vault
    item = log.add(vault, log.New("Photo from a party")).value
    log.move(vault, [item.id], log.State.KEPT)
    vault.close()
    return item.id


def test_it_shows_what_goes_and_asks(app: App, closed: str) -> None:
    said = app("purge", "--after", "12")
    assert said.code == 2 and "--yes" in said.err and "Photo from a party" in said.out
    assert app("log", "show", closed).code == 0


def test_it_goes_for_good(app: App, closed: str) -> None:
    app.ok("backup", str(app.folder.parent / "mine.footprint"))
    said = app.data("purge", "--after", "12", "--yes")
    assert [one["id"] for one in said["going"]] == [closed]
    assert said["purged"]["items"] == 1 and said["purged"]["checked"]
    assert said["purged"]["left"][0]["path"].endswith("mine.footprint")
    assert app("log", "show", closed).code == 2


def test_without_a_time_nothing_goes_and_from_now_on_it_does(app: App, closed: str) -> None:
    assert app.data("purge", "--yes")["going"] == []
    app.ok("purge", "--after", "36", "--from-now-on", "--yes")
    assert settings.load(app.folder).delete_closed_after_months == 0, "not one of the times there are to choose from"
    app.ok("purge", "--after", "24", "--from-now-on", "--yes")
    assert settings.load(app.folder).delete_closed_after_months == 24
    assert app("log", "show", closed).code == 0 or app.data("log", "list")
