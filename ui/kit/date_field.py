"""A date typed as day, month and year. There is no calendar to open: people know the date, or can read it somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from footprint.i18n import _, locale_name
from ui.kit.group import Group
from ui.kit.layout import vbox
from ui.kit.text import PlainLabel
from ui.kit.theme import px, restyles, space

if TYPE_CHECKING:
    from datetime import date

_WIDTHS = {"day": 64, "month": 64, "year": 92}


class DateField(Group):
    """Three boxes in a named group. Months may be numbers or names; `changed` tells of every key typed."""

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(label)
        row = QHBoxLayout(self)
        space(row, 12)
        self.boxes: dict[str, QLineEdit] = {}
        for part, words in (("day", _("Day")), ("month", _("Month")), ("year", _("Year"))):
            box = QLineEdit()
            box.setAccessibleName(words)
            box.textEdited.connect(lambda _text: self.changed.emit())
            name = PlainLabel(words, "small", wrap=False)
            name.setBuddy(box)
            self.boxes[part] = box
            row.addLayout(vbox(name, box, spacing=3))
        row.addStretch(1)
        self.setFocusProxy(self.boxes["day"])
        self._set_widths()

    def date(self) -> date | None:
        """The date, or None when all boxes are empty. Raises ValueError with a sentence that says what to do."""
        from datetime import date  # here, because the lock page loads this file with the other fields

        typed = {part: box.text().strip().rstrip(".,") for part, box in self.boxes.items()}
        if not any(typed.values()):
            return None
        for part, sentence in (
            ("day", _("The date must have a day.")),
            ("month", _("The date must have a month.")),
            ("year", _("The date must have a year.")),
        ):
            if not typed[part]:
                raise ValueError(sentence)
        try:
            return date(_year(typed["year"]), _month(typed["month"]), _whole(typed["day"]))
        except (ValueError, OverflowError):
            raise ValueError(_("There is no such day. Check the day, the month and the year.")) from None

    def set_date(self, day: date | None) -> None:
        """Show a date, or empty boxes."""
        parts = ("", "", "") if day is None else (str(day.day), str(day.month), str(day.year))
        for box, text in zip(self.boxes.values(), parts, strict=True):
            box.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event) and hasattr(self, "boxes"):
            self._set_widths()

    def _set_widths(self) -> None:
        for part, box in self.boxes.items():
            box.setFixedWidth(px(_WIDTHS[part]))


def _whole(text: str) -> int:
    """Figures and nothing else."""
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)


def _year(text: str) -> int:
    """A year of two figures is one of this century; a birthday is never asked for."""
    year = _whole(text)
    return 2000 + year if len(text) == 2 else year


def _month(text: str) -> int:
    """A month by number or by the first letters of its name, in English or the language in use."""
    if text.isdecimal():
        return int(text)
    from babel.dates import get_month_names

    wanted = text.casefold()
    if len(wanted) >= 3:
        for locale in (locale_name(), "en_GB"):
            for number, name in get_month_names("wide", locale=locale).items():
                if name.casefold().startswith(wanted):
                    return int(number)
    raise ValueError(text)
