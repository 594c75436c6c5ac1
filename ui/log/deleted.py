"""Recently deleted: what can still be brought back, and until when."""

from __future__ import annotations

from footprint import dates, log
from footprint.i18n import _, ngettext
from footprint.log import DeletedRow
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.cards import Card, EmptyState
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.log.view import View
from ui.page import clear


class DeletedView(View):
    """Choose one to bring it back. After 30 days things are gone for good."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list: ListPane | None = None

    def show_at(self, **details: object) -> None:
        self.headed.emit(_("Recently deleted"), _("Choose something to bring it back. It stays here for 30 days."))

    def reload(self) -> None:
        self.desk.read(lambda _task: log.recently_deleted(self.vault), self._show)

    def _show(self, rows: tuple[DeletedRow, ...]) -> None:
        clear(self.body)
        self.list = None
        if not rows:
            self.body.addWidget(
                EmptyState("remove", _("Nothing was deleted"), _("What you delete from the list stays here for 30 days."))
            )
            self.body.addStretch(1)
            return
        today = dates.local_day(self.vault.now())
        looks = [_look(row, today) for row in rows]
        self.list = ListPane(PagedRows(lambda offset, limit: looks[offset : offset + limit], len(looks)))
        self.list.chosen.connect(self._restore)
        card = Card()
        card.add(self.list)
        self.body.addWidget(card, 1)

    def _restore(self, key: str) -> None:
        work = Operation(
            lambda _task: log.restore(self.vault, [key]),
            changes=Changes(items=True),
            said=lambda _value: _("It is back on your list"),
        )
        self.desk.run(work)
