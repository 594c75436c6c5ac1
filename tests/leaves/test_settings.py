"""Settings survive a restart and any damage to their file, and hold nothing personal."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tuned
from hypothesis import strategies as st

from footprint.settings import FILE, Settings, SettingsFile, load


def test_a_change_is_there_after_a_restart(tmp_path: Path) -> None:
    SettingsFile(tmp_path).change(theme="dark", text_size=150)
    assert load(tmp_path) == Settings(theme="dark", text_size=150)


def test_the_file_is_the_persons_alone(tmp_path: Path) -> None:
    SettingsFile(tmp_path / "new").change(theme="dark")
    assert ((tmp_path / "new" / FILE).stat().st_mode & 0o777) == 0o600
    assert ((tmp_path / "new").stat().st_mode & 0o777) == 0o700


def test_no_file_means_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


@given(st.binary(max_size=200))
@tuned(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_means_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(b"{" + content)
    assert isinstance(load(tmp_path), Settings)


def test_one_bad_value_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        json.dumps({"theme": "plaid", "computer": "a friend’s", "text_size": 200, "lock_after_minutes": 0, "more": 1})
    )
    assert load(tmp_path) == Settings(text_size=200)


@pytest.mark.parametrize(
    ("whose", "minutes", "copies"), [("mine", 10, True), ("employer", 5, False), ("shared", 2, False)]
)
def test_whose_computer_it_is_sets_real_defaults(whose: str, minutes: int, copies: bool) -> None:
    chosen = Settings().on_computer(whose)
    assert (chosen.computer, chosen.lock_after_minutes, chosen.keep_evidence) == (whose, minutes, copies)


def test_every_setting_is_described_and_none_can_hold_a_text_of_the_persons() -> None:
    for one in fields(Settings):
        assert one.metadata["label"]
        assert one.type in ("bool", "int") or one.metadata["choices"], one.name


def test_where_nothing_can_be_saved_a_choice_holds_until_the_app_closes(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept = SettingsFile(tmp_path / "file" / "notes")
    kept.hold(Settings(seen_welcome=True))
    assert kept.now.seen_welcome
    with pytest.raises(OSError):
        kept.put(Settings(theme="dark"))
    assert kept.now.theme == "follow"
