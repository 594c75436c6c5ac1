"""Lenses that look at no words: the hour, the age, the audience, a tag, a picture with a place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from footprint.archives.lenses.format import Looks
from footprint.archives.records import Audience, Entry, Flag, Kind
from footprint.i18n import N_, _

Looker = Callable[[Entry], str]
_HOUR, _DAY = 3600, 86400
_LATE = 5 * _HOUR  # from midnight to five
# What the person wrote or showed at that hour; to like or to follow something says little of how they were.
_WRITTEN = frozenset(
    {
        Kind.POST, Kind.STORY, Kind.NOTE, Kind.REVIEW, Kind.ANSWER, Kind.COMMENT, Kind.REPLY, Kind.PHOTO, Kind.VIDEO,
        Kind.SHARE, Kind.REPOST, Kind.TAG_OF_ME,
    }
)  # fmt: skip
_SEEN_BY_ALL = {Audience.PUBLIC: N_("everyone can see it"), Audience.UNLISTED: N_("everyone with the link can see it")}
_TAGGED = re.compile(r"\b(?:tagged|mentioned) you\b|\byou (?:were|are|have been) (?:tagged|mentioned)\b", re.IGNORECASE)
_PICTURES = frozenset({Kind.PHOTO, Kind.VIDEO})
_REASONS = {
    Looks.HOUR: N_("Written late at night"),
    Looks.AGE: N_("From long ago"),
    Looks.AUDIENCE: N_("Everyone can see it"),
    Looks.TAG: N_("Somebody else put it up and named you"),
    Looks.PICTURE_PLACE: N_("The picture says where it was taken"),
}
RULE = "around"


def reason_of(looks: Looks) -> str:
    """Why such a lens raised a flag, as half a sentence."""
    return _(_REASONS[looks])


def looker(looks: Looks, old_before: date | None) -> Looker:
    """What looks at one entry and says in a few words what it saw, or nothing."""
    if looks is Looks.AGE:
        return _age(old_before)
    return {Looks.HOUR: _hour, Looks.AUDIENCE: _audience, Looks.TAG: _tag, Looks.PICTURE_PLACE: _place}[looks]


def flag(lens: str, saw: str) -> Flag:
    return Flag(lens, RULE, saw)


def _hour(entry: Entry) -> str:
    if entry.at is None or entry.kind not in _WRITTEN:
        return ""
    at = entry.at if entry.local else entry.at + (_HOUR if _is_summer(entry.at) else 0)
    into = at % _DAY
    return f"{into // _HOUR:02}:{into % _HOUR // 60:02}" if into < _LATE else ""


def _age(old_before: date | None) -> Looker:
    if old_before is None:
        return lambda _entry: ""
    limit = int(datetime(old_before.year, old_before.month, old_before.day, tzinfo=UTC).timestamp())
    limit -= _HOUR if _is_summer(limit) else 0

    def look(entry: Entry) -> str:
        if entry.at is None or entry.at >= limit or entry.kind is Kind.PAGE or entry.kind is Kind.GROUP:
            return ""
        return str(_day(entry.at))

    return look


def _audience(entry: Entry) -> str:
    words = _SEEN_BY_ALL.get(entry.audience)
    return _(words) if words else ""


def _tag(entry: Entry) -> str:
    if entry.kind is Kind.TAG_OF_ME:
        return entry.title or _("you were tagged")
    return entry.title if entry.title and _TAGGED.search(entry.title) else ""


def _place(entry: Entry) -> str:
    if entry.kind not in _PICTURES and not entry.media:
        return ""
    if entry.place:
        return entry.place
    if _is_somewhere(entry.lat, entry.lon):
        return _on_map(entry.lat, entry.lon)
    for one in entry.media:
        if _is_somewhere(one.lat, one.lon):
            return _on_map(one.lat, one.lon)
    return ""


def _is_somewhere(lat: float | None, lon: float | None) -> bool:
    """0, 0 is what a camera without a signal writes."""
    return lat is not None and lon is not None and (lat != 0.0 or lon != 0.0)


def _on_map(lat: float | None, lon: float | None) -> str:
    return f"{lat:.4f}, {lon:.4f}"


def _day(at: int) -> date:
    return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=at)).date()


def _is_summer(at: int) -> bool:
    """Whether the clocks of the United Kingdom are an hour ahead: from the last Sunday of March to that of October."""
    begins, ends = _summer(1970 + int(at // 31556952))
    return begins <= at < ends


@lru_cache(maxsize=256)
def _summer(year: int) -> tuple[int, int]:
    def change(month: int) -> int:
        last = datetime(year, month, 31, 1, tzinfo=UTC)
        return int((last - timedelta(days=(last.weekday() + 1) % 7)).timestamp())

    return change(3), change(10)
