"""A reminder as a calendar file (RFC 5545), with a title that says nothing about the person or the app."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from footprint.i18n import _
from footprint.ids import new_id

FILE_NAME = "online-check.ics"


def reminder(first: date, months: int, now: datetime) -> str:
    """A whole-day event on `first` that comes back every `months` months. Lines end in CR LF, as the format asks."""
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//online check//EN",
        "BEGIN:VEVENT",
        f"UID:{new_id()}",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{first + timedelta(days=1):%Y%m%d}",
        f"RRULE:FREQ=MONTHLY;INTERVAL={months}",
        f"SUMMARY:{_('Online check')}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
    return "\r\n".join(lines)


def write(path: Path, first: date, months: int, now: datetime) -> Path:
    path.write_text(reminder(first, months, now), encoding="utf-8", newline="")
    return path
