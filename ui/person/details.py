"""Names, towns, work and handles: what there is about the person, and which of it may stand in a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import person
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.person import Detail, DetailKind
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.choices import Tick
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.page import clear

_HINTS = {
    DetailKind.NAME: lambda: _("As you would write it, such as Ada Example."),
    DetailKind.FORMER_NAME: lambda: _("A name you had before, such as before you married."),
    DetailKind.KNOWN_AS: lambda: _("A short name or nickname."),
    DetailKind.HANDLE: lambda: _("The name you use on a site, with or without the @."),
}


class DetailsEditor(QWidget):
    """A tick for each detail says whether it may be used in searches; one line adds another. Saved as it is changed."""

    changed = Signal()

    def __init__(self, desk: Desk, first: DetailKind = DetailKind.NAME) -> None:
        super().__init__()
        self._desk = desk
        self._vault = desk.bench.vault
        column = QVBoxLayout(self)
        space(column, 12)
        self._list = QVBoxLayout()
        space(self._list, 4)
        column.addLayout(self._list)
        self.kind = Select(_("What is it?"), [(one.value, one.label) for one in DetailKind])
        self.kind.set_value(first.value)
        self.kind.chosen.connect(lambda _value: self._show_hint())
        self.box = TextBox(_("What to add"))
        self.box.returnPressed.connect(self.add)
        self.field = Field(_("Add"), self.box)
        column.addWidget(Field(_("What is it?"), self.kind))
        column.addWidget(self.field)
        add = Btn(_("Add"), icon="plus")
        add.clicked.connect(self.add)
        column.addLayout(hbox(add, None))
        self._show_hint()
        desk.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        self._desk.read(self._read, self._show)

    def add(self) -> None:
        """Keep what is typed; a problem stands beside the field, and nothing typed is lost."""
        kind, text = DetailKind(self.kind.value), self.box.text()
        self._desk.run(
            Operation(
                lambda _task: person.add_detail(self._vault, kind, text),
                changes=Changes(person=True),
                said=lambda one: _("Added: {what}").format(what=one.text),
            ),
            then=self._added,
            failed=self._refused,
        )

    def _read(self, _task: Task) -> tuple[Detail, ...]:
        return person.details(self._vault)

    def _show(self, details: Sequence[Detail]) -> None:
        clear(self._list)
        if not details:
            self._list.addWidget(PlainLabel(_("Nothing here yet. Start with your name."), "body", "text2"))
        kinds = list(DetailKind)
        for one in sorted(details, key=lambda one: kinds.index(one.kind)):
            self._list.addWidget(self._row(one))
        self.changed.emit()

    def _row(self, one: Detail) -> QWidget:
        row = QWidget()
        tick = Tick(f"{one.kind.label}: {one.text}", _second_line(one))
        tick.setChecked(one.searchable)
        tick.clicked.connect(lambda on: self._switch(one, on))
        remove = Btn(_("Remove"), "quiet")
        remove.setAccessibleName(_("Remove {what}").format(what=one.text))
        remove.clicked.connect(lambda: self._remove(one))
        line = hbox(tick, remove)
        line.setStretch(0, 1)
        row.setLayout(line)
        return row

    def _switch(self, one: Detail, on: bool) -> None:
        said = _("{what} may be used in searches") if on else _("{what} is left out of searches")
        self._desk.run(
            Operation(
                lambda _task: person.set_searchable(self._vault, one.id, on),
                changes=Changes(person=True),
                said=lambda _one: said.format(what=one.text),
            )
        )

    def _remove(self, one: Detail) -> None:
        self._desk.run(
            Operation(
                lambda _task: person.remove_detail(self._vault, one.id),
                changes=Changes(person=True),
                said=lambda _one: _("Removed: {what}").format(what=one.text),
            )
        )

    def _added(self, _one: Detail) -> None:
        self.field.clear_error()
        self.box.clear()
        self.box.setFocus()

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, FootprintError):
            self.field.show_error(str(problem))
            self.box.setFocus()
        else:
            self._desk.show_problem(problem)

    def _show_hint(self) -> None:
        kind = DetailKind(self.kind.value)
        hint = _HINTS[kind]() if kind in _HINTS else kind.why
        self.field.set_hint(hint)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.person:
            self.reload()


def _second_line(one: Detail) -> str:
    if one.searchable:
        return _("Used in searches")
    return one.kind.why or _("Not used in searches")
