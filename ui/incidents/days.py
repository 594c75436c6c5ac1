"""Days in three boxes: kept as far as they are typed, and looked over."""

from __future__ import annotations

from datetime import date

from footprint.dates import local_day
from footprint.i18n import _
from ui.desk import Desk
from ui.kit.date_field import DateField

_BOXES = 3


def typed_day(field: DateField) -> str:
    """The three boxes as they stand, "" when nothing is in them."""
    typed = [box.text().strip().replace("/", " ") for box in field.boxes.values()]
    return "/".join(typed) if any(typed) else ""


def show_typed(field: DateField, typed: str) -> None:
    """Put back what `typed_day` gave."""
    parts = [*typed.split("/"), *[""] * _BOXES][:_BOXES]
    for box, text in zip(field.boxes.values(), parts, strict=True):
        box.setText(text)


def good_day(desk: Desk, field: DateField) -> date | None:
    """The day, where it is one that has been."""
    return None if day_problem(desk, field, "late") else field.date()


def day_problem(desk: Desk, field: DateField, late: str) -> str:
    """What is wrong with it in the field’s own words, `late` for a day to come; "" for nothing."""
    try:
        day = field.date()
    except ValueError as problem:
        return str(problem)
    return _(late) if day is not None and day > local_day(desk.bench.vault.now()) else ""
