"""The list of incident notes: the day and the kind of each, never what it says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.log.incidents import Incident
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.rows import RowButton
from ui.kit.theme import space

ROWS_AT_ONCE = 40


class Overview(QWidget):
    """`opened` gives the note and whether it is finished."""

    opened = Signal(str, bool)
    wanted = Signal()
    contacts = Signal()

    def __init__(self, notes: Sequence[Incident]) -> None:
        super().__init__()
        self.rows: list[RowButton] = []
        column = QVBoxLayout(self)
        space(column, 16)
        self.primary = Btn(_("Something has happened"), "primary", icon="flag")
        self.primary.clicked.connect(self.wanted)
        self.contacts_button = Btn(_("Who to tell"))
        self.contacts_button.clicked.connect(self.contacts)
        if notes:
            self._card = Card()
            space(self._card.body, 4, (8, 8, 8, 8))
            column.addWidget(self._card)
            self._show(notes[:ROWS_AT_ONCE])
            rest = notes[ROWS_AT_ONCE:]
            if rest:
                self._offer(rest)
            column.addWidget(ButtonRow(self.primary, self.contacts_button))
        else:
            words = _("When something online worries you, write it down here. It takes about 5 minutes.")
            column.addWidget(EmptyState("flag", _("No notes yet"), words, self.primary))
            column.addWidget(ButtonRow(self.contacts_button))

    def _show(self, notes: Sequence[Incident]) -> None:
        for one in notes:
            pill, tone = _standing(one)
            day = _("Begun on {day}").format(day=day_in_words(local_day(one.begun_at)))
            row = RowButton(one.kind.label, day, pill, tone, icon="flag", last=one is notes[-1])
            row.clicked.connect(lambda _on=False, one=one: self.opened.emit(one.id, one.finished))
            self.rows.append(row)
            self._card.add(row)

    def _offer(self, rest: Sequence[Incident]) -> None:
        words = ngettext("Show {n} more", "Show {n} more", len(rest)).format(n=len(rest))
        more = Btn(words, "quiet", icon="down")

        def show() -> None:
            more.hide()
            first = len(self.rows)
            self._show(rest)
            QTimer.singleShot(0, self.rows[first], self.rows[first].setFocus)

        more.clicked.connect(show)
        self._card.add(more)


def _standing(one: Incident) -> tuple[str, str]:
    if one.handed_on is not None:
        return _("Handed over"), "ok"
    return (_("Written"), "info") if one.finished else (_("Not finished"), "warn")
