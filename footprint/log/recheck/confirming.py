"""“Seems gone” becomes “gone” by a second look some time after the first: since when it seems so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from footprint.log.recheck.records import Look, Verdict

APART = timedelta(hours=24)
"""Between the two looks that make “gone from there”."""


def seems_gone_since(before: Sequence[Look]) -> datetime | None:
    """When the present row of 404 and 410 began; what could not be checked in between does not break it."""
    since = None
    for one in reversed(before):
        if one.tells_nothing:
            continue
        if one.verdict is not Verdict.SEEMS_GONE or one.by_hand:
            break
        since = one.at
    return since
