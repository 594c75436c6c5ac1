"""Names, towns, work and handles: what there is about the person, and which of it may stand in a search."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.choices import Tick
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import Columns, hbox, vbox
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear

_HINTS = {
    DetailKind.NAME: lambda: _("As you would write it, such as Ada Example."),
    DetailKind.FORMER_NAME: lambda: _("A name you had before, such as before you married."),
    DetailKind.KNOWN_AS: lambda: _("A short name or nickname."),
    DetailKind.TOWN: lambda: _("Where you live now, or lived before."),
    DetailKind.EMPLOYER: lambda: _("Where you work. It stays out of searches until you tick it."),
    DetailKind.JOB_TITLE: lambda: _("What you do. It stays out of searches until you tick it."),
    DetailKind.HANDLE: lambda: _("The name you use on a site, with or without the @."),
    DetailKind.EMAIL: lambda: _("It stays out of searches until you tick it."),
    DetailKind.PHONE: lambda: _("It stays out of searches until you tick it."),
}


class DetailsEditor(QWidget):
    """First the box to add one, then a tick for each: may it be used in searches? Saved as it is changed."""

    changed = Signal()

    def __init__(self, desk: Desk, first: DetailKind = DetailKind.NAME) -> None:
        super().__init__()
        self._desk = desk
        self._vault = desk.bench.vault
        self._then: Callable[[], None] | None = None
        self._when_read: Callable[[], None] | None = None
        self.details: tuple[Detail, ...] = ()
        self._rows: dict[str, tuple[Tick, Btn]] = {}
        column = QVBoxLayout(self)
        space(column, 12)
        column.addWidget(self._make_form(first))
        self.heading = Heading(_("May be used in searches"), "h3")
        self.empty = PlainLabel(_("Nothing here yet. Start with your name."), "body", "text2")
        self._list = QVBoxLayout()
        space(self._list, 2)
        column.addWidget(self.heading)
        column.addWidget(self.empty)
        column.addLayout(self._list)
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

    def add_typed(self, then: Callable[[], None]) -> bool:
        """Keep what is typed and not added yet, and go on with `then`; False when the box is empty."""
        if not self.box.text().strip():
            return False
        self._then = then
        self.add()
        return True

    def once_read(self, then: Callable[[], None]) -> None:
        """Read the list again, then go on."""
        self._when_read = then
        self.reload()

    def _make_form(self, first: DetailKind) -> QWidget:
        self.box = TextBox(_("Your name"))
        self.box.returnPressed.connect(self.add)
        self.field = Field(_("Your name"), self.box)
        self.kind = Select(_("What is it?"), [(one.value, one.label) for one in DetailKind])
        self.kind.set_value(first.value)
        self.kind.chosen.connect(lambda _value: self._show_hint())
        self.kind_field = Field(_("What is it?"), self.kind, _("Names, towns, work, usernames."))
        add = Btn(_("Add"), icon="plus")
        add.clicked.connect(self.add)
        cells = []
        for field in (self.field, self.kind_field):
            cell = QWidget()
            cell.setLayout(vbox(field, None))
            cells.append(cell)
        form = QWidget()
        form.setLayout(vbox(Columns(cells, [3, 2], 560), ButtonRow(add), spacing=12))
        return form

    # -- showing -------------------------------------------------------------------------------------

    def _read(self, _task: Task) -> tuple[Detail, ...]:
        return person.details(self._vault)

    def _show(self, details: Sequence[Detail]) -> None:
        self.details = tuple(details)
        held = self._held()
        clear(self._list)
        self._rows = {}
        self.heading.setVisible(bool(details))
        self.empty.setVisible(not details)
        kinds = list(DetailKind)
        for one in sorted(details, key=lambda one: kinds.index(one.kind)):
            self._list.addWidget(self._row(one))
        if held is not None:
            self._hold(*held)
        self._show_hint()
        self.changed.emit()
        then, self._when_read = self._when_read, None
        if then is not None:
            then()

    def _row(self, one: Detail) -> QWidget:
        row = QWidget()
        tick = Tick(_("{kind}: {text}").format(kind=one.kind.label, text=one.text), reason(one))
        tick.setChecked(one.searchable)
        tick.clicked.connect(lambda on: self._switch(one, on))
        remove = Btn(_("Remove"), "quiet")
        remove.set_ending()
        remove.setAccessibleName(_("Remove {what}").format(what=one.text))
        remove.clicked.connect(lambda: self._remove(one))
        line = hbox(tick, remove)
        line.setStretch(0, 1)
        row.setLayout(line)
        self._rows[one.id] = tick, remove
        return row

    def _held(self) -> tuple[int, str, int] | None:
        """Where the focus is among the rows: the number of the row, its detail, and the tick (0) or the button (1)."""
        for at, (detail, parts) in enumerate(self._rows.items()):
            for part, widget in enumerate(parts):
                if widget.hasFocus():
                    return at, detail, part
        return None

    def _hold(self, at: int, detail: str, part: int) -> None:
        """The same place again; after a removal the next row, or the box when there is none."""
        left = list(self._rows.values())
        parts = self._rows.get(detail) or (left[min(at, len(left) - 1)] if left else None)
        (self.box if parts is None else parts[part]).setFocus()

    def _show_hint(self) -> None:
        kind = DetailKind(self.kind.value)
        named = any(one.kind is DetailKind.NAME for one in self.details)
        label = _("Your name") if kind is DetailKind.NAME and not named else _("{kind} to add").format(kind=kind.label)
        self.field.set_label(label)
        self.field.set_hint(_HINTS[kind]())

    # -- changing ------------------------------------------------------------------------------------

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
        then, self._then = self._then, None
        if then is not None:
            then()

    def _refused(self, problem: Exception) -> None:
        self._then = None
        if isinstance(problem, FootprintError):
            self.field.show_error(str(problem))
            self.box.setFocus()
        else:
            self._desk.show_problem(problem)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.person:
            self.reload()


def reason(one: Detail) -> str:
    """Whether it may stand in a search, and why it is so."""
    if one.searchable:
        return _("Used in searches. You switched it on.") if one.kind.why else _("Used in searches.")
    return one.kind.why or _("Not used in searches. You switched it off.")


def can_be_found(details: Sequence[Detail]) -> bool:
    """Whether there is a whole name that may be used: a nickname alone is no search."""
    return any(
        one.searchable and (one.kind is DetailKind.NAME or (one.kind.is_name and one.given and one.family))
        for one in details
    )
