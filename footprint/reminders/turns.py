"""When a reminder of the person's own comes up: reckoned from its first day, so that a month's end never drifts."""

from __future__ import annotations

from datetime import date

from footprint.reminders.records import Every, Own


def next_day(own: Own, done: date | None) -> date | None:
    """The first day it comes up after `done`, the day up to which it is dealt with; None when nothing is to come."""
    if done is None or done < own.first:
        return own.first
    if own.every is None or own.every.never:
        return None
    return next_turn(own.first, own.every, done)


def next_turn(first: date, every: Every, after: date) -> date:
    """The first of `first`, `first` + 1 turn, … that lies after `after`."""
    if after < first:
        return first
    low, high = 0, 1
    while every.after(first, high) <= after:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if every.after(first, middle) <= after else (low, middle)
    return every.after(first, high)
