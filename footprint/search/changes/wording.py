"""Whether two wordings of a page say something else, or only the same in other clothes."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)*"
)  # numbers are left out: days, counts and “3 hours ago” never stand still
_AGO = re.compile(
    r"\b(?:\d+|an?|one|few)\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\s+ago\b", re.IGNORECASE
)
_MONTH = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?(?=\s*\d)|(?<=\d)\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?"
    r"|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?",
    re.IGNORECASE,
)
_LEAST_SHARED = 0.6  # of all words of both; engines cut and re-cut the same text


def words_of(text: str) -> Counter[str]:
    """The words that matter, each as often as it stands there."""
    return Counter(_WORD.findall(_MONTH.sub(" ", _AGO.sub(" ", text)).casefold()))


def differs(was: str, now: str) -> bool:
    """Whether something else is said now. Where one of the two is not known, nothing can be told.

    Engines show other passages of one page for other moods, so what is left out at an end is no change: the shorter
    has to hold words that the longer has not.
    """
    before, after = words_of(was), words_of(now)
    if not before or not after:
        return False
    common = (before & after).total()
    return common / min(before.total(), after.total()) < _LEAST_SHARED


def title_differs(was: str, now: str) -> bool:
    """Titles are short and cut at the end, so one that begins like the other is the same."""
    before, after = (" ".join(_WORD.findall(one.casefold())) for one in (was, now))
    if not before or not after or before.startswith(after) or after.startswith(before):
        return False
    return differs(was, now)
