"""A text as the lenses see it: small letters, plain apostrophes, every letter still at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

EMOJI = "🍷🍺🍻🥂🍾🍸🍹🍆🍑🔥😏😈🎵🎶♪🙏🌴✈🏖🏝🤬🖕😡🤮✊☀🤰👶💦"
_PLAIN = str.maketrans("’‘ʼ´`", "'''''")
_ODD = re.compile("[’‘ʼ´`]")
words_of = re.compile(rf"[\w']+|[{EMOJI}]").findall
_QUOTED = re.compile("“[^”\n]{2,400}”|(?<![\\w])\"[^\"\n]{2,400}\"(?!\\w)|(?<!\\w)'[^'\n]{8,400}'(?!\\w)")
_SONG = re.compile("[♪🎵🎶]|\\blyrics?\\b")


def small(text: str) -> str:
    """In small letters and of the same length, so that places stay what they are."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return low.translate(_PLAIN) if _ODD.search(low) else low


def borrowed(low: str) -> tuple[tuple[int, int], ...]:
    """Where the words are somebody else’s: inside quotation marks, or all of it where a song is quoted."""
    if _SONG.search(low):
        return ((0, len(low)),)
    return tuple(found.span() for found in _QUOTED.finditer(low))


_NEGATION = re.compile(
    r"(?:\b(?:not|no|never|isn'?t|wasn'?t|aren'?t|don'?t|doesn'?t|didn'?t|ain'?t|nae|cannae|without|nobody)\b)"
    r"(?:[^\w.!?\n]{1,3}[\w']+){0,2}[^\w.!?\n]{1,3}\Z"
)


def is_negated(low: str, start: int) -> bool:
    """Whether “not”, “no” or “never” stands within two words before."""
    return _NEGATION.search(low, max(0, start - 40), start) is not None


def spans(pattern: re.Pattern[str] | None, low: str) -> Iterator[tuple[int, int]]:
    if pattern is not None:
        yield from (found.span() for found in pattern.finditer(low))
