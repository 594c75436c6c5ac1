"""Where a walk-through goes: its pages in order, where it starts, and how its checks are numbered."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from footprint.checklists import Check, CheckState, SettingsPage
from ui.checklists.now import Now


@dataclass(frozen=True)
class Trail:
    """The settings pages of one sitting; they stay the same while their checks are being answered."""

    pages: tuple[SettingsPage, ...]
    at: int = 0
    further: bool = False

    @property
    def page(self) -> SettingsPage:
        return self.pages[self.at]

    @property
    def finished(self) -> bool:
        return self.at >= len(self.pages)

    @property
    def checks(self) -> list[Check]:
        return [one.check for page in self.pages for one in page.checks]

    @property
    def numbers(self) -> tuple[int, int, int]:
        """The first and the last check of this page, and how many there are in all."""
        before = sum(len(page.checks) for page in self.pages[: self.at])
        return before + 1, before + len(self.page.checks), len(self.checks)

    def moved(self, by: int) -> Trail:
        return replace(self, at=max(0, min(len(self.pages), self.at + by)))

    def to(self, check_id: str) -> Trail | None:
        """The same at the page that holds a check; None where none does."""
        for at, page in enumerate(self.pages):
            if any(one.check.id == check_id or check_id in one.check.was for one in page.checks):
                return replace(self, at=at)
        return None

    def states(self, now: Now) -> list[CheckState]:
        return [now.states[check.id] for check in self.checks if check.id in now.states]


# More checks than this on one page are asked in equal parts: nobody scrolls through six questions with pleasure.
MOST = 4


def parts(pages: Iterable[SettingsPage]) -> tuple[SettingsPage, ...]:
    """The pages, those with very many checks in several parts that open the same settings page."""
    found: list[SettingsPage] = []
    for page in pages:
        count = math.ceil(len(page.checks) / MOST)
        size = math.ceil(len(page.checks) / count)
        for at in range(0, len(page.checks), size):
            found.append(replace(page, checks=page.checks[at : at + size]))
    return tuple(found)


def whole(now: Now) -> Trail:
    """Every essential page from the first."""
    return Trail(parts(now.walk.essential))


def essentials(now: Now) -> Trail:
    """Every essential page, starting where the person stopped."""
    trail = whole(now)
    stopped = now.progress.stopped_at
    return (trail.to(stopped.id) if stopped else None) or trail


def further(now: Now) -> Trail:
    """The pages of "Go further", starting at the first that wants the person."""
    pages = parts(now.walk.further)
    start = next((at for at, page in enumerate(pages) if page.open), 0)
    return Trail(pages, start, further=True)


def only(now: Now, check_ids: set[str]) -> Trail:
    """The pages that hold these checks, with no others on them."""
    chosen = []
    for page in (*now.walk.essential, *now.walk.further):
        checks = tuple(one for one in page.checks if one.check.id in check_ids)
        if checks:
            chosen.append(replace(page, checks=checks))
    return Trail(parts(chosen))


def at_check(now: Now, check_id: str) -> Trail | None:
    """The trail that holds a check, at its page."""
    return whole(now).to(check_id) or further(now).to(check_id)
