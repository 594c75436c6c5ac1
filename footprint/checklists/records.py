"""What the person said about a check, and how that stands today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from footprint.checklists.format import Check

SOMETHING_ELSE = "something_else"
NOT_FOUND = "not_found"


class Decision(StrEnum):
    """What the person decided about a setting that is not the safer one."""

    CHANGED = "changed"
    KEEP = "keep"
    LATER = "later"
    NOT_FOR_ME = "not_for_me"


class NoteKind(StrEnum):
    NOTE = "note"
    LOOKS_DIFFERENT = "looks_different"


@dataclass(frozen=True)
class Answer:
    """One answer, kept for good. `choice` is what it was found set to, `set_to` what it has been set to since.

    `every` is after how many months the person wants to look again (0: never), None for what is usual.
    """

    id: str
    network: str
    check: str
    choice: str
    decision: Decision | None
    changed_to: str
    reason: str
    until: date | None
    wording: str
    title_seen: str
    label_seen: str
    at: datetime
    every: int | None = None

    @property
    def set_to(self) -> str:
        return self.changed_to if self.decision is Decision.CHANGED else self.choice


@dataclass(frozen=True)
class Given:
    """An answer about to be kept. `until`: when a "keep" runs out (optional), when a "later" comes up (needed)."""

    check: Check
    choice: str = ""
    decision: Decision | None = None
    changed_to: str = ""
    reason: str = ""
    until: date | None = None


@dataclass(frozen=True)
class Note:
    """The person's own words beside a check; only they see them."""

    id: str
    network: str
    check: str
    kind: NoteKind
    text: str
    changed_at: datetime


class Standing(StrEnum):
    """How a check stands. The first four are dealt with; the others still want the person."""

    SAFER = "safer"
    LOOKED = "looked"
    KEPT = "kept"
    NOT_FOR_ME = "not for me"
    NOT_LOOKED_AT = "not looked at"
    LESS_SAFE = "less safe"
    SOMETHING_ELSE = "something else"
    NOT_FOUND = "not found"
    LATER = "later"


class Due(StrEnum):
    """Why a check that was answered comes up again."""

    WORDING = "wording changed"
    AGE = "time to look again"
    LATER = "the day has come"
    EXPIRED = "kept until today"


@dataclass(frozen=True)
class CheckState:
    """One check as it stands today; `due` says why it comes up again, if it does."""

    check: Check
    answer: Answer | None
    standing: Standing
    due: Due | None
    again_on: date | None

    @property
    def answered(self) -> bool:
        return self.answer is not None

    @property
    def dealt_with(self) -> bool:
        """The person was done with it, even if it has come up again since."""
        return self.standing in _DEALT_WITH

    @property
    def open(self) -> bool:
        """It wants the person: not dealt with, or come up again."""
        return not self.dealt_with or self.due is not None


_DEALT_WITH = frozenset({Standing.SAFER, Standing.LOOKED, Standing.KEPT, Standing.NOT_FOR_ME})

# The newest answer of each check id of one network.
Latest = Mapping[str, Answer]
