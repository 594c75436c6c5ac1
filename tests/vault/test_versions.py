"""Vaults of all versions so far open and lose nothing; one of a newer version is refused kindly."""

from __future__ import annotations

from pathlib import Path

from tests.torture import fixtures, making_fixtures
from tests.torture.rows import try_row


def test_every_version_opens_and_nothing_is_lost() -> None:
    found = try_row("20", 1)
    assert found.bad == 0 and found.control == 2


def test_a_newer_version_is_refused_kindly() -> None:
    assert try_row("20 newer", 1).passed


def test_a_fixture_of_this_version_can_be_made(tmp_path: Path) -> None:
    making_fixtures.make(tmp_path / "version-now")
    made = fixtures.read(tmp_path / "version-now")
    assert made.rows["person_detail"]["rows"] and made.rows["log_item"]["rows"]


def test_each_fixture_has_rows_in_every_room_it_knew() -> None:
    for fixture in fixtures.every():
        for table in ("person_detail", "person_account", "log_item", "log_event", "vault_fact"):
            assert fixture.rows[table]["rows"], f"{fixture.folder.name}: {table}"
