"""What the list may be narrowed by: words, status, kind, who put it there, network; and its order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import N_, _
from footprint.log import Group, Kind, Origin, Query, Sort, Status
from ui.kit.buttons import Btn
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import Flow
from ui.kit.theme import space

TYPING_PAUSE_MS = 150
_GROUP_WORDS = {Group.DONE: N_("Done or kept")}


class FilterBar(QWidget):
    """Search as you type, and a few lists to choose from."""

    changed = Signal()

    def __init__(self, networks: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._make(networks)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_PAUSE_MS)
        self._typed.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        for select in self._selects:
            select.chosen.connect(lambda _value: self.changed.emit())
        self.more = Btn(_("More filters"), "quiet", icon="right")
        self.more.clicked.connect(lambda: self.show_more(self._extra.isHidden()))
        first = ((_("Search this list"), self.search), (_("Show"), self.status), (_("Order"), self.sort))
        rest = ((_("What kind"), self.kind), (_("Who put it there"), self.origin), (_("Network"), self.network))
        column = QVBoxLayout(self)
        space(column, 12)
        column.addWidget(Flow([Field(*one) for one in first], column=220, gap=12))
        self._extra = Flow([Field(*one) for one in rest], column=220, gap=12)
        self._extra.hide()
        column.addWidget(self._extra)

    def show_more(self, on: bool) -> None:
        """The filters that are needed less often. `more`, their button, stands where the page puts it."""
        self._extra.setVisible(on)
        self.more.setText(_("Fewer filters") if on else _("More filters"))
        self.more.set_icon("down" if on else "right")

    @property
    def query(self) -> Query:
        """What is asked for now."""
        group, status = self._group_and_status()
        return Query(
            text=self.search.text().strip(),
            group=group,
            status=status,
            kinds=(Kind(self.kind.value),) if self.kind.value else (),
            origins=(Origin(self.origin.value),) if self.origin.value else (),
            network=self.network.value,
            sort=Sort(self.sort.value),
        )

    @property
    def narrowed(self) -> bool:
        """Anything but the order is set."""
        return self.query != Query(sort=Sort(self.sort.value))

    def clear(self) -> None:
        """Show everything again; the order stays."""
        self.show_only("")

    def show_only(self, what: str) -> None:
        """A group or a status by its value, and nothing else narrowed; anything else shows everything."""
        with QSignalBlocker(self):
            self.search.clear()
            for select in (self.status, self.kind, self.origin, self.network):
                select.set_value("")
            self.status.set_value(_key(what))
            self._typed.stop()
        self.changed.emit()

    def _make(self, networks: Sequence[tuple[str, str]]) -> None:
        self.search = TextBox(_("Search this list"), _("A title, a site, a name or your notes"))
        shown = [
            ("", _("Everything")),
            *((group_key(one), _(_GROUP_WORDS[one]) if one in _GROUP_WORDS else one.label) for one in Group),
        ]
        shown += [(one.value, one.label) for one in Status if one is not Status.WAITING]
        self.status = Select(_("Show"), shown)
        self.sort = Select(_("Order"), [(one.value, one.label) for one in Sort])
        self.kind = Select(_("What kind"), [("", _("Any kind")), *((one.value, one.label) for one in Kind)])
        self.origin = Select(_("Who put it there"), [("", _("Anybody")), *((one.value, one.label) for one in Origin)])
        self.network = Select(_("Network"), [("", _("Any network")), *networks])
        self._selects = (self.status, self.sort, self.kind, self.origin, self.network)

    def _group_and_status(self) -> tuple[Group | None, Status | None]:
        for group in Group:
            if self.status.value == group_key(group):
                return group, None
        return None, Status(self.status.value) if self.status.value else None


def group_key(group: Group) -> str:
    """A group's value in the list of what to show, where "done" is a status as well."""
    return f"group {group.value}"


def _key(what: str) -> str:
    """What another page calls a status or a group, as this list has it. Waiting is the same as its group."""
    if what in {one.value for one in Status} and what != Status.WAITING.value:
        return what
    return group_key(Group(what)) if what in {one.value for one in Group} else what
