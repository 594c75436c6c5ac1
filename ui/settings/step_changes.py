"""What new steps would change, before anything does: first what asks again, then the rest by kind, in one long list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from footprint.checklists.changed import Change, CheckChange
from footprint.checklists.installed import Offered
from footprint.dates import day_in_words, number
from footprint.i18n import _, ngettext
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.dialogs import Sheet
from ui.kit.fields import Field, Select
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.text import PlainLabel
from ui.kit.theme import px

ALL, AGAIN = "all", "again"
_TALL = 300


class ChangesSheet(Sheet):
    """`accepted` means: use these steps. Everything else changes nothing."""

    WIDTH = 640

    def __init__(self, parent: QWidget, offered: Offered) -> None:
        day = day_in_words(offered.release.made)
        super().__init__(parent, _("New steps of {day}").format(day=day))
        self.offered = offered
        self.changes = in_order(offered.changes)
        self.add(PlainLabel(_("Nothing has changed yet. This is what these steps would change.")))
        if offered.release.note:
            self.add(PlainLabel(_("The makers say: “{note}”").format(note=offered.release.note), "body", "text2"))
        self.again = Banner("info" if offered.again else "ok", again_words(len(offered.again)), quiet=True)
        self.add(self.again)
        if self.changes:
            self._add_list()
        else:
            self.add(PlainLabel(_("No check reads differently. Only the day on which they were last seen is newer.")))
        self.leave = self.add_button(Btn(_("Not now")))
        self.leave.clicked.connect(self.reject)
        self.use = self.add_button(Btn(_("Use these steps"), "primary"))
        self.use.clicked.connect(self.accept)
        self.leave.setFocus()

    def _add_list(self) -> None:
        self.kinds = Select(_("Show"), kinds_of(self.changes))
        self.kinds.chosen.connect(self._show)
        self.add(Field(_("Show"), self.kinds))
        self._rows = PagedRows(lambda _offset, _limit: [], 0, self)
        self.pane = ListPane(self._rows, _("What changes"), chevron=False)
        self.pane.setMinimumHeight(px(_TALL))
        self.add(self.pane)
        self._show(ALL)

    def _show(self, kind: str) -> None:
        looks = [_look(one) for one in self.changes if _is_of(one, kind)]
        self._rows.reload(len(looks), fetch=lambda offset, limit: looks[offset : offset + limit])
        self.pane.scrollToTop()

    def rows(self) -> tuple[str, ...]:
        """The titles in the list as it stands."""
        return tuple(self._rows.index(row).data() for row in range(self._rows.rowCount()))


def in_order(found: Sequence[CheckChange]) -> tuple[CheckChange, ...]:
    """Those that ask again first, then kind by kind; network by network within each."""
    order = tuple(Change).index
    return tuple(sorted(found, key=lambda one: (not one.again, order(one.change))))


def kinds_of(found: Sequence[CheckChange]) -> list[tuple[str, str]]:
    """What the list can be narrowed to, each with how many there are."""
    counts = Counter(one.change for one in found)
    again = sum(one.again for one in found)
    every = [(ALL, _("Everything"), len(found)), (AGAIN, _("Asks you again"), again)]
    every += [(one.value, one.label, counts[one]) for one in Change]
    said = _("{what}: {n}")
    return [(key, said.format(what=words, n=number(n))) for key, words, n in every if n]


def again_words(n: int) -> str:
    if not n:
        return _("None of your answers has to be given again")
    words = ngettext("{n} check you answered asks you again", "{n} checks you answered ask you again", n)
    return words.format(n=number(n))


def _is_of(one: CheckChange, kind: str) -> bool:
    return kind == ALL or (one.again if kind == AGAIN else one.change.value == kind)


def _look(one: CheckChange) -> RowLook:
    meta = _("{network}. {what}").format(network=one.network_name, what=one.change.label)
    key = f"{one.network} {one.check}"
    if one.again:
        return RowLook(one.title, meta, _("Asks again"), "info", letter=one.network_name[:1], key=key)
    return RowLook(one.title, meta, letter=one.network_name[:1], key=key)
