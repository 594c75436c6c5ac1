"""The keyring against a real Secret Service: in each situation the answer names it, and the passphrase opens."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.torture import row08_keyring as row


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, row.Tried]:
    why = row.missing()
    if why and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        pytest.fail(f"{why}. `python3 dev.py test` installs it.")
    if why:
        pytest.skip(why)
    return {one.name: one for one in row.try_all(tmp_path_factory.mktemp("keyring"))}


@pytest.mark.slow
@pytest.mark.parametrize("name", row.EXPECTED)
def test_each_situation_is_named_and_leads_to_the_passphrase(name: str, tried: dict[str, row.Tried]) -> None:
    assert row.faults(tried[name]) == []


def test_the_library_left_to_itself_would_have_kept_nothing_and_said_nothing() -> None:
    assert row.control() == 1


def test_what_does_not_hold_is_told() -> None:
    wrong = row.Tried("normal", "closed", row.LONGEST + 1, True, False)
    assert len(row.faults(wrong)) == 4


def test_the_packages_are_those_that_are_installed_for_tests() -> None:
    text = (Path(__file__).parents[2] / "dev.py").read_text(encoding="utf-8")
    assert all(f'"{name}"' in text for name in (*row.NEEDED, *row.PACKAGES))
