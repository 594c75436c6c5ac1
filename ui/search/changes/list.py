"""The card of what changed: which kinds are listed, and the list itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Verdict
from footprint.search.changes import CHANGES, Change, Kind
from ui.kit.cards import Card
from ui.kit.choices import Tick
from ui.kit.fields import Field, Select
from ui.kit.layout import hbox
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.text import PlainLabel
from ui.kit.theme import px, space
from ui.search.changes.words import row

ALL = "changes"
_FEW = 7  # up to so many rows the list is as tall as they are
_LEAST = 5


class _Rows(ListPane):
    def __init__(self, rows: PagedRows) -> None:
        super().__init__(rows, _("What changed"), chevron=False)
        rows.modelReset.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(px(300), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self._tall())

    def _tall(self) -> int:
        count = self.rows.rowCount()
        return self.height_of_rows(count if count <= _FEW else _LEAST)

    def _fit(self) -> None:
        few = self.rows.rowCount() <= _FEW
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed if few else policy.Expanding)
        self.updateGeometry()


class ChangedList(Card):
    chosen = Signal(str)  # opened by Enter or the mouse
    moved = Signal(str)  # come to with the arrows
    narrowed = Signal()  # other rows are listed

    def __init__(self) -> None:
        super().__init__()
        space(self.body, 8, (8, 16, 8, 10))
        self._all: tuple[Change, ...] = ()
        self._wanted = ""  # the kind that was chosen
        self.found: tuple[Change, ...] = ()
        self.kinds = Select(_("Show"), [(ALL, "")])
        self.kinds.chosen.connect(lambda _value: self._choose())
        self.body.addLayout(hbox(Field(_("Show"), self.kinds), margins=(12, 0, 12, 0)))
        self.not_me = Tick("")
        self.not_me.toggled.connect(lambda _on: self._narrow())
        self.body.addLayout(hbox(self.not_me, margins=(12, 0, 12, 0)))
        self.none = PlainLabel(_("None of this kind."), colour="text2")
        self.body.addLayout(hbox(self.none, margins=(12, 4, 12, 4)))
        self.rows = PagedRows(self._fetch, 0, self)
        self.list = _Rows(self.rows)
        self.list.chosen.connect(self.chosen)
        self.list.moved.connect(self.moved)
        self.body.addWidget(self.list)

    def show_changes(self, every: Sequence[Change]) -> None:
        """Other changes; the kind that is shown stays where it still has some."""
        self._all = tuple(every)
        strangers = sum(1 for one in self._all if one.verdict is Verdict.NOT_ME)
        words = ngettext("Also {n} that is not me", "Also {n} that are not me", strangers)
        self.not_me.setText(words.format(n=number(strangers)))
        self.not_me.setVisible(bool(strangers))
        self._narrow()

    def _choose(self) -> None:
        self._wanted = self.kinds.value
        self._narrow()

    def select(self, key: str) -> None:
        at = next((at for at, one in enumerate(self.found) if one.finding_id == key), -1)
        self.list.select_key(key, at)

    def _narrow(self) -> None:
        mine = [one for one in self._all if self.not_me.isChecked() or one.verdict is not Verdict.NOT_ME]
        shown, options = self._wanted, _options(mine)
        if not shown:  # nothing changed: what else there is to know comes first
            real = any(one.kind in CHANGES for one in mine)
            shown = ALL if real or len(options) < 2 else options[1][0]
        self.kinds.set_options(options)
        self.kinds.set_value(shown)
        shown = self.kinds.value
        self.found = tuple(one for one in mine if one.kind.value == shown or (shown == ALL and one.kind in CHANGES))
        self.rows.reload(len(self.found), first=self._fetch(0, 100))
        self.list.setVisible(bool(self.found))
        self.none.setVisible(not self.found)
        self.narrowed.emit()

    def _fetch(self, offset: int, limit: int) -> Sequence[RowLook]:
        with_kind = self.kinds.value == ALL
        return [row(one, with_kind=with_kind) for one in self.found[offset : offset + limit]]


def _options(every: Sequence[Change]) -> list[tuple[str, str]]:
    """All that changed, then each kind there is, with how many."""
    count = {kind: sum(1 for one in every if one.kind is kind) for kind in Kind}
    real = sum(count[kind] for kind in CHANGES)
    words = [(ALL, _("Everything that changed"), real)]
    words += [(kind.value, kind.label, count[kind]) for kind in Kind if count[kind]]
    return [(value, _("{kind} ({n})").format(kind=label, n=number(n))) for value, label, n in words]
