"""Which group the selected things go into: a new one, one there is, or none any more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.i18n import _, ngettext
from footprint.log.sets import ItemSet
from ui.kit.buttons import Btn
from ui.kit.choices import Choices, Option
from ui.kit.dialogs import Sheet
from ui.kit.fields import Field, Select, TextBox
from ui.log.fields import Problem

_NEW, _THERE, _OUT = "new", "there", "out"


class GroupSheet(Sheet):
    """`inside`: the list shows one group, so things can be taken out of it."""

    WIDTH = 480
    made = Signal(str)  # the name of a new group
    added = Signal(str)  # the id of a group there is
    taken_out = Signal()

    def __init__(self, parent: QWidget, count: int, there: Sequence[ItemSet], *, inside: bool) -> None:
        title = ngettext("Group {n} thing", "Group {n} things", count).format(n=count)
        super().__init__(parent, title)
        self._count = count
        options = [Option(_NEW, _("A new group"), _("Such as one photo in five places."))]
        options += [Option(_THERE, _("A group there is"))] if there else []
        options += [Option(_OUT, _("Take them out of their group"), _("They stay in the list."))] if inside else []
        self.choices = Choices(title, options, show_label=False)
        self.choices.set_value(_NEW)
        self.choices.chosen.connect(self._on_chosen)
        self.name = TextBox(_("Name of the group"))
        self.name.setMaxLength(100)
        self.name_field = Field(_("Name of the group"), self.name, _("Empty: named after the first thing."))
        self.groups = Select(_("Which group?"), [(one.id, one.name) for one in there])
        self.groups_field = Field(_("Which group?"), self.groups)
        self.problem = Problem()
        self.save = Btn(_("Save"), "primary")
        self.save.clicked.connect(self._save)
        self.leave = Btn(_("Cancel"))
        self.leave.clicked.connect(self.reject)
        for part in (self.problem, self.choices, self.name_field, self.groups_field):
            self.add(part)
        self.add_button(self.leave)
        self.add_button(self.save)
        self.name.returnPressed.connect(self._save)
        self._on_chosen(_NEW)
        self.choices.focus_first()

    def _on_chosen(self, value: str) -> None:
        self.name_field.setVisible(value == _NEW)
        self.groups_field.setVisible(value == _THERE)
        self.problem.say("")

    def _save(self) -> None:
        value = self.choices.value
        if value == _NEW and self._count < 2:
            self.problem.say(_("A group needs 2 things at least. Select more."))
            return
        self.accept()
        if value == _NEW:
            self.made.emit(self.name.text().strip())
        elif value == _THERE:
            self.added.emit(self.groups.value)
        else:
            self.taken_out.emit()
