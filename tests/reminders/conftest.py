"""What the reminders' tests share: the checklists that ship, and today's truth."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint import checklists, paths, reminders
from footprint.checklists import Library
from footprint.dates import local_day
from footprint.reminders import Rhythm
from footprint.vault import Vault

See = Callable[..., Rhythm]


@pytest.fixture(scope="session")
def library() -> Library:
    return checklists.load(paths.shipped("checklists"))


@pytest.fixture
def see(vault: Vault, library: Library) -> See:
    def now(months: int = 6) -> Rhythm:
        return reminders.rhythm(vault, library, local_day(vault.now()), months)

    return now
