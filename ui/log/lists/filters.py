"""What the list may be narrowed by: words, status, kind, who put it there, network, day, group; and its order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import dates
from footprint.i18n import N_, _
from footprint.log import Group, Kind, Origin, Query, Sort, Status
from footprint.log.views import View, within_words
from ui.kit.buttons import Btn
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import Flow
from ui.kit.theme import space

TYPING_PAUSE_MS = 150
_GROUP_WORDS = {Group.DONE: N_("Done or kept")}
_WITHIN = (0, 7, 30)
_BEFORE, _OR = "before ", "|"
Options = Sequence[tuple[str, str]]


class FilterBar(QWidget):
    """Search as you type, and a few lists to choose from."""

    changed = Signal()

    def __init__(self, networks: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._offers: dict[Select, Options] = {}
        self._views: tuple[View, ...] = ()
        self._make(networks)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_PAUSE_MS)
        self._typed.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._typed.start())
        for select in self._selects:
            select.chosen.connect(lambda _value: self.changed.emit())
        self.saved.chosen.connect(self._choose_saved)
        self.changed.connect(self._show_saved)
        self.more = Btn(_("More filters"), "quiet", icon="right")
        self.more.clicked.connect(lambda: self.show_more(self._extra.isHidden()))
        first = (
            (_("Search this list"), self.search), (_("Saved filter"), self.saved), (_("Show"), self.status),
            (_("Order"), self.sort),
        )  # fmt: skip
        rest = (
            (_("What kind"), self.kind), (_("Who put it there"), self.origin), (_("Network"), self.network),
            (_("When it is due"), self.due), (_("Group"), self.set),
        )  # fmt: skip
        column = QVBoxLayout(self)
        space(column, 12)
        column.addWidget(Flow([Field(*one) for one in first], column=200, gap=12))
        fields = [Field(*one) for one in rest]
        self._set_field = fields[-1]
        self._set_field.hide()
        self._extra = Flow(fields, column=200, gap=12)
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
        due = self.due.value
        before = due.startswith(_BEFORE)
        return Query(
            text=self.search.text().strip(),
            group=group,
            status=status,
            kinds=tuple(Kind(one) for one in self.kind.value.split(_OR) if one),
            origins=tuple(Origin(one) for one in self.origin.value.split(_OR) if one),
            network=self.network.value,
            due_before=date.fromisoformat(due.removeprefix(_BEFORE)) if before else None,
            due_within=int(due) if due and not before else None,
            set_id=self.set.value,
            sort=Sort(self.sort.value),
        )

    @property
    def saved_name(self) -> str:
        """What the filter is called that is asked for now; "" where it is not saved."""
        return next((one.name for one in self._views if one.query == self.query), "")

    @property
    def narrowed(self) -> bool:
        """Anything but the order is set."""
        return self.query != Query(sort=Sort(self.sort.value))

    def clear(self) -> None:
        """Show everything again; the order stays."""
        self.show_only("")

    def show_only(self, what: str) -> None:
        """A group or a status by its value, and nothing else narrowed; anything else shows everything."""
        self.show_query(Query(sort=Sort(self.sort.value)), tell=False)
        self.status.set_value(_key(what))
        self.changed.emit()

    def show_query(self, query: Query, *, tell: bool = True) -> None:
        """Ask for this and nothing else. What no list offers by itself is offered from now on."""
        with QSignalBlocker(self):
            self.search.setText(query.text)
            self._typed.stop()
        group = group_key(query.group) if query.group is not None else ""
        self._put(self.status, _key(query.status.value) if query.status is not None else group)
        self._put(self.kind, _OR.join(query.kinds), ", ".join(one.label for one in query.kinds))
        self._put(self.origin, _OR.join(query.origins), ", ".join(one.label for one in query.origins))
        self._put(self.network, query.network, query.network)
        self._put(self.set, query.set_id, _("A group that is gone"))
        self._put(self.due, *_due_option(query))
        self.sort.set_value(query.sort.value)
        if query.network or query.kinds or query.origins or query.set_id or _due_option(query)[0]:
            self.show_more(True)
        if tell:
            self.changed.emit()

    def show_views(self, views: Sequence[View]) -> None:
        """The saved filters there are."""
        offered = tuple(views)
        if offered != self._views:
            self._views = offered
            self.saved.set_options([("", _("None")), *((one.id, one.name) for one in offered if not one.hidden)])
        self._show_saved()

    def show_sets(self, sets: Options) -> None:
        """The groups there are."""
        options = [("", _("Any or none")), *sets]
        if options != self._offers[self.set]:
            was = self.set.value
            self._offers[self.set] = options
            self.set.set_options(options)
            self._put(self.set, was, _("A group that is gone"))
        self._set_field.setVisible(self.set.count() > 1)

    def _put(self, select: Select, value: str, words: str = "") -> None:
        offers = self._offers.get(select, ())
        if value and words and select.findData(value) < 0:
            select.set_options([*offers, (value, words)])
        select.set_value(value)

    def _choose_saved(self, view_id: str) -> None:
        found = next((one for one in self._views if one.id == view_id), None)
        if found is None:
            self.clear()
        else:
            self.show_query(found.query)

    def _show_saved(self) -> None:
        query = self.query
        self.saved.set_value(next((one.id for one in self._views if one.query == query and not one.hidden), ""))

    def _make(self, networks: Sequence[tuple[str, str]]) -> None:
        self.search = TextBox(_("Search this list"), _("Title, site or note"))
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
        self.due = Select(_("When it is due"), [("", _("Any day")), *((str(n), within_words(n)) for n in _WITHIN)])
        self.set = Select(_("Group"), [("", _("Any or none"))])
        self.saved = Select(_("Saved filter"), [("", _("None"))])
        self._selects = (self.status, self.sort, self.kind, self.origin, self.network, self.due, self.set)
        for select in self._selects:
            self._offers[select] = [(str(select.itemData(at)), select.itemText(at)) for at in range(select.count())]

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


def _due_option(query: Query) -> tuple[str, str]:
    if query.due_before is not None:
        day = dates.day_in_words(query.due_before - timedelta(days=1))
        return f"{_BEFORE}{query.due_before.isoformat()}", _("Due by {day}").format(day=day)
    if query.due_within is not None:
        return str(query.due_within), within_words(query.due_within)
    return "", ""
