"""How the log speaks: the line under a title, and the picture beside it."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtGui import QImage

from footprint import dates
from footprint.i18n import _, locale_name
from footprint.log import Item, Kind, Pixels, Row, Status
from ui.kit.lists import RowLook

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


def look(row: Row, today: date) -> RowLook:
    """A row of the list as it is painted. Titles may come from outside: plain text."""
    return RowLook(
        title=row.title,
        meta=meta(row, today),
        pill=row.status.label,
        tone=row.status.tone,
        icon=ICONS[row.kind],
        key=row.id,
    )


def meta(row: Row, today: date) -> str:
    """Where it is, when it comes up again, and when it was found: one line, of which the end may be cut off."""
    parts = [row.place or row.host, _due(row, today), _found(row, today)]
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
        return _("No reply by {day}").format(day=dates.short_day(row.due, today))
    return _("Come back to it {when}").format(when=when)


def moment(instant: datetime) -> str:
    """`16 November 2026, 2:30pm`, where the person is."""
    return _("{day}, {time}").format(day=dates.day_in_words(instant.astimezone().date()), time=clock(instant))


def clock(instant: datetime) -> str:
    """`2:30pm`, where the person is."""
    from babel.dates import format_time

    there = instant.astimezone()
    return format_time(there, "h:mma", tzinfo=there.tzinfo, locale=locale_name()).lower()


def size(count: int) -> str:
    """A number of bytes, rounded up to something a person reads."""
    if count < 1_000_000:
        return _("{n} kB").format(n=dates.number(max(1, round(count / 1_000))))
    return _("{n} MB").format(n=dates.number(round(count / 1_000_000, 1)))


def standing(item: Item, status: Status, today: date) -> str:
    """How it stands, for the line under its title."""
    if item.due is None or not item.state.open:
        return _("{status}.").format(status=status.label)
    when = dates.when_in_words(item.due, today)
    if status is Status.WAITING:
        return _("{status}. We will remind you {when}.").format(status=status.label, when=when)
    if status is Status.FOLLOW_UP:
        return _("{status}. There was no reply by {day}.").format(
            status=status.label, day=dates.short_day(item.due, today)
        )
    return _("{status}. You want to come back to it {when}.").format(status=status.label, when=when)


def as_image(pixels: Pixels) -> QImage:
    """Pixels of our own as a picture to paint; the bytes handed in are not the image's own, so they are copied."""
    width, height = pixels.width, pixels.height
    return QImage(pixels.rgba, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
