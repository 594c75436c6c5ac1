"""What was written, what a bundle holds, and what a merge did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path


@dataclass(frozen=True)
class Made:
    """A bundle that was written. `bytes` is the size of the file."""

    path: Path
    items: int
    evidence: int
    bytes: int
    whole: bool
    day: date


@dataclass(frozen=True)
class Contents:
    """What a bundle holds. `evidence_bytes` is the size of its copies; `whole` is False for chosen items only.

    `made_at` is by the clock of the computer that made it.
    """

    items: int
    deleted: int
    requests: int
    evidence: int
    evidence_bytes: int
    whole: bool
    made_at: datetime
    oldest: datetime | None


@dataclass(frozen=True)
class Merged:
    """What a merge did to items: new here, changed here, the same as before (or newer here), deleted here.

    `stay_deleted` of those in the bundle were deleted here later, so they stay deleted. `evidence` counts copies whose
    bytes came in, `rows` every record that was added or changed, of whatever kind.
    """

    added: int
    changed: int
    unchanged: int
    deleted: int
    stay_deleted: int
    evidence: int
    rows: int
