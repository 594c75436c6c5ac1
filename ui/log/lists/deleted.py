"""Recently deleted: what can still be brought back, and until when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from footprint import dates, log
from footprint.i18n import _
from footprint.log import DeletedRow
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.cards import EmptyState
from ui.kit.lists import PagedRows, RowLook
from ui.log.lists.list_card import FittingList, ListCard
from ui.log.view import View


class DeletedView(View):
    """Choose one to bring it back. After 30 days things are gone for good."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._looks: list[RowLook] = []
        self.rows = PagedRows(lambda offset, limit: self._looks[offset : offset + limit], 0, self)
        self.card = ListCard(self.rows)
        self.list = FittingList(self.rows, _("Recently deleted"), chevron=False)
        self.list.chosen.connect(self._restore)
        self.card.show_list(self.list)
        self.nothing: QWidget = EmptyState(
            "remove", _("Nothing was deleted"), _("What you delete from your list stays here for 30 days.")
        )
        for part in (self.card, self.nothing):
            part.hide()
            self.body.addWidget(part, 1)

    def show_at(self, **details: object) -> None:
        self.headed.emit(_("Recently deleted"), "")

    def reload(self) -> None:
        self.desk.read(lambda _task: log.recently_deleted(self.vault), self._show)

    def _show(self, rows: tuple[DeletedRow, ...]) -> None:
        today = dates.local_day(self.vault.now())
        self._looks = [_look(row, dates.short_day(row.until, today)) for row in rows]
        self.rows.reload(len(self._looks))
        if rows:
            self.headed.emit(_("Recently deleted"), _("Choose something to bring it back."))
        self.card.setVisible(bool(rows))
        self.nothing.setVisible(not rows)

    def _restore(self, key: str) -> None:
        back = Operation(
            lambda _task: log.restore(self.vault, [key]),
            changes=Changes(items=True),
            said=lambda _count: _("It is back on your list"),
        )
        self.desk.run(back)


def _look(row: DeletedRow, until: str) -> RowLook:
    return RowLook(
        title=row.title, meta=_("Can be brought back until {day}").format(day=until), pill=_("Bring it back"),
        tone="neutral", icon="undo", key=row.id,
    )  # fmt: skip
