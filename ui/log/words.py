"""How the log speaks: the line under a title, and the picture beside it."""

from __future__ import annotations

from datetime import date

from footprint import dates
from footprint.i18n import _
from footprint.log import Item, Kind, Row, State, Status

ICONS = {
    Kind.POST: "posts",
    Kind.PHOTO: "camera",
    Kind.VIDEO: "camera",
    Kind.COMMENT: "mail",
    Kind.TAG: "remove",
    Kind.PROFILE: "accounts",
    Kind.LISTING: "remove",
    Kind.REVIEW: "flag",
    Kind.ARTICLE: "book",
    Kind.SETTING: "gear",
    Kind.OTHER: "remove",
}


def meta(row: Row, today: date) -> str:
    """Where it is, when it was found, and when it comes up again: one line under the title."""
    parts = [row.place or row.host, _found(row, today), _due(row, today)]
    return ". ".join(part for part in parts if part)


def _found(row: Row, today: date) -> str:
    return _("Found {when}").format(when=dates.short_day(dates.local_day(row.found_at), today))


def _due(row: Row, today: date) -> str:
    if row.due is None or row.status in (Status.DONE, Status.KEPT):
        return ""
    when = dates.when_in_words(row.due, today)
    if row.status is Status.WAITING:
        return _("We will remind you {when}").format(when=when)
    if row.status is Status.FOLLOW_UP:
        return _("No reply was due {when}").format(when=when)
    return _("Come back to it {when}").format(when=when)
