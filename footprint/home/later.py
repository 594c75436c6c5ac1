"""“Remind me tomorrow”: a suggestion that is not made again before its day. It is a reminder put off like any other."""

from __future__ import annotations

from datetime import date, timedelta

from footprint import reminders
from footprint.vault import Done, Vault


def tomorrow(vault: Vault, suggestion: str, today: date) -> Done[date]:
    """Leave out the suggestion of this key until tomorrow."""
    return reminders.snooze(vault, suggestion, today + timedelta(days=1), today)
