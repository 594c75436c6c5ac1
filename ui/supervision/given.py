"""“What did I give them?”: every copy that was made, with its words shown again from what is kept of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from footprint.supervision import copies, summary
from footprint.supervision.copies import Copy
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import EmptyState
from ui.kit.dialogs import Sheet
from ui.kit.layout import Fold
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.supervision.now import Now
from ui.supervision.sheet import sheet_of

AT_ONCE = 20
CHANGES = Changes(supervision=True)


class GivenView(QWidget):
    """A row for each copy. Nothing but its day, its form and its lines was ever kept."""

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__()
        self._desk = desk
        self.rows: list[RowButton] = []
        column = QVBoxLayout(self)
        space(column, 16)
        if not now.copies:
            said = _("When you save, copy or print a summary, it is listed here with its day and its words.")
            column.addWidget(EmptyState("share", _("You have given nothing"), said))
            return
        card = RowsCard(_("Copies you made"))
        said = _("The app keeps the day, the form and the lines. It cannot know who you gave it to.")
        card.add_beside(PlainLabel(said, "small", "text2"))
        shown = now.copies[:AT_ONCE]
        for one in shown:
            card.body.addWidget(self._row(one, last=one is shown[-1]))
        if now.copies[AT_ONCE:]:
            fold = Fold(_("Earlier copies"))
            rest = now.copies[AT_ONCE : AT_ONCE * 6]

            def fill(is_open: bool) -> None:
                for one in rest if is_open and not fold.body.count() else ():
                    fold.body.addWidget(self._row(one))

            fold.toggled.connect(fill)
            card.add_beside(fold)
        column.addWidget(card)

    def _row(self, one: Copy, *, last: bool = False) -> RowButton:
        names = [line.name for line in summary.lines(one.summary)]
        said = ", ".join(names) if names else _("Just that you did it")
        row = RowButton(f"{day_in_words(local_day(one.made_at))}: {one.form.label}", said, icon="share", last=last)
        row.clicked.connect(lambda: CopySheet(self._desk, self.window(), one).open())
        self.rows.append(row)
        return row


class CopySheet(Sheet):
    """One copy as it was given."""

    def __init__(self, desk: Desk, parent: QWidget, one: Copy) -> None:
        super().__init__(parent, _("What you gave on {day}").format(day=day_in_words(local_day(one.made_at))))
        self._desk, self._one = desk, one
        self.add(PlainLabel(one.form.label, colour="text2"))
        self.add(sheet_of(one.summary, _("These were its words")))
        self.forget_button = Btn(_("Take off this list"), "quiet", "trash")
        self.forget_button.clicked.connect(self.forget)
        self.add(ButtonRow(self.forget_button))
        close = self.add_button(Btn(_("Close")))
        close.clicked.connect(self.reject)

    def forget(self) -> None:
        vault, key = self._desk.bench.vault, self._one.id
        self._desk.run(
            Operation(
                lambda _task: copies.forget(vault, key), changes=CHANGES, said=lambda _one: _("Taken off the list")
            )
        )
        self.accept()


def counted(found: tuple[Copy, ...]) -> str:
    """How many, for the row that leads here."""
    if not found:
        return _("Nothing yet")
    said = ngettext("{n} copy, on {day}", "{n} copies, the last on {day}", len(found))
    return said.format(n=len(found), day=day_in_words(local_day(found[0].made_at)))
