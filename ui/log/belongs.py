"""What a thing belongs to: the group it is in, and what was put together with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.i18n import _, ngettext
from footprint.log.sets import ItemSet
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.text import Heading, PlainLabel
from ui.log.lists.set_bar import set_words

_NAMED = 3


class BelongsCard(Card):
    """Not shown where there is neither."""

    set_asked = Signal(str)
    left = Signal()
    parted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._set_id = ""
        self.group = Heading("", "h2")
        self.group_words = PlainLabel("", "body", "text2")
        self.see = Btn(_("See the group"))
        self.see.clicked.connect(lambda: self.set_asked.emit(self._set_id))
        self.leave = Btn(_("Take this out of it"), "quiet")
        self.leave.clicked.connect(self.left)
        self.together = Heading(_("Put together"), "h2")
        self.together_words = PlainLabel("", "body", "text2")
        self.part = Btn(_("Take them apart again"))
        self.part.clicked.connect(self.parted)
        self._group_parts: tuple[QWidget, ...] = (self.group, self.group_words, ButtonRow(self.see, self.leave))
        self._together_parts: tuple[QWidget, ...] = (self.together, self.together_words, self.part)
        for part in (*self._group_parts, *self._together_parts):
            self.add(part)

    def show_item(self, group: ItemSet | None, parts: Sequence[str], today: date) -> None:
        """`parts`: the titles of what was put into it last."""
        self.setVisible(group is not None or bool(parts))
        for part in self._group_parts:
            part.setVisible(group is not None)
        for part in self._together_parts:
            part.setVisible(bool(parts))
        if group is not None:
            self._set_id = group.id
            self.group.setText(_("In a group: {name}").format(name=group.name))
            self.group_words.setText(set_words(group, today))
        if parts:
            self.together_words.setText(_parts_words(parts))


def _parts_words(parts: Sequence[str]) -> str:
    named = ", ".join(f"“{title[:60]}”" for title in parts[:_NAMED])
    words = _("This was listed twice. It took in: {names}.").format(names=named)
    more = len(parts) - _NAMED
    if more > 0:
        words += " " + ngettext("And {n} more.", "And {n} more.", more).format(n=more)
    return words + " " + _("What you did since stays with it.")
