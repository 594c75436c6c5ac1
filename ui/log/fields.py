"""The fields of the form: who put it there, what, where, what to do about it, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.log import Action, Kind, Origin, Severity
from ui.kit.cards import Card
from ui.kit.fields import DateField, Field, NotesBox, Select, TextBox
from ui.kit.layout import Flow, hbox
from ui.kit.text import IconLabel, PlainLabel
from ui.kit.theme import space
from ui.log.draft import Draft
from ui.log.who import RelationField, origin_choices
from ui.log.worry import WorryBanner


class ItemFields(QWidget):
    """All of them, in reading order. Errors stand beside their field."""

    changed = Signal()

    def __init__(self, networks: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._make(networks)
        column = QVBoxLayout(self)
        space(column, 16)
        for part in (self._who(), self.worry, self._what(), self._plan()):
            column.addWidget(part)
        self.origin.chosen.connect(self._on_origin)

    @property
    def draft(self) -> Draft:
        """What stands in the fields; a day that is no day counts as none."""
        return Draft(
            self.origin.value, self.title.text().strip(), self.address.text().strip(), self.place.text().strip(),
            self.network.value, self.kind.value, self.action.value, self.contact.text().strip(),
            self.notes.toPlainText().strip(), self.severity.value, self._due_or_none(), self.relation.value,
        )  # fmt: skip

    def fill(self, draft: Draft) -> None:
        self.origin.set_value(draft.origin)
        for box, text in (
            (self.title, draft.title), (self.address, draft.address), (self.place, draft.place),
            (self.contact, draft.contact),
        ):  # fmt: skip
            box.setText(text)
        for select, value in (
            (self.network, draft.network), (self.kind, draft.kind), (self.action, draft.action),
            (self.severity, draft.severity),
        ):  # fmt: skip
            select.set_value(value)
        self.notes.setPlainText(draft.notes)
        self.due.set_date(draft.due)
        self.clear_errors()
        self._on_origin(draft.origin)
        self.relation.show_origin(Origin(draft.origin) if draft.origin else None, draft.relation)

    def problems(self) -> list[tuple[str, QWidget]]:
        """What is missing or cannot be read, in words, with where to put it right. Marks the fields too."""
        self.clear_errors()
        found: list[tuple[str, QWidget]] = []
        if not self.origin.value:
            found.append((_("Choose who put it there."), self.show_problem("origin", _("Choose who put it there."))))
        if not self.title.text().strip():
            words = _("Say in a few words what it is.")
            found.append((words, self.show_problem("title", words)))
        try:
            self.due.date()
        except ValueError as problem:
            found.append((str(problem), self.show_problem("due", str(problem))))
        return found

    def show_problem(self, name: str, words: str) -> QWidget:
        """Mark one field by its name in the log; gives the widget to put it right in."""
        if name == "origin":
            self.origin_error.say(words)
            return next(iter(self.origin.cards.values()))
        field = self._by_name().get(name, self.title_field)
        field.show_error(words)
        return field.widget

    def clear_errors(self) -> None:
        self.origin_error.say("")
        for field in self._by_name().values():
            field.clear_error()

    def _by_name(self) -> dict[str, Field]:
        return {
            "title": self.title_field, "address": self.address_field, "place": self.place_field,
            "contact": self.contact_field, "due": self.due_field, "notes": self.notes_field,
        }  # fmt: skip

    # -- building ------------------------------------------------------------------------------------

    def _make(self, networks: Sequence[tuple[str, str]]) -> None:
        self.origin = origin_choices()
        self.origin_error = Problem()
        self.relation = RelationField()
        self.worry = WorryBanner()
        self.worry.hide()
        self.title, self.address, self.place, self.contact = TextBox(), TextBox(), TextBox(), TextBox()
        self.network = Select(_("Which network?"), [("", _("None of these")), *networks])
        self.kind = Select(_("What kind of thing is it?"), _labels(Kind))
        self.action = Select(_("What do you want to do?"), _labels(Action))
        self.severity = Select(_("How much does it matter?"), _labels(Severity))
        self.due = DateField(_("When do you want to come back to it?"))
        self.notes = NotesBox(_("Your notes"))

    def _who(self) -> Card:
        card = Card(title=_("Who put it there?"))
        card.add(self.origin_error)
        card.add(self.origin)
        card.add(self.relation)
        return card

    def _what(self) -> Card:
        card = Card(title=_("What and where"))
        self.title_field = Field(_("What is it?"), self.title, _("In a few words, such as “photo from a party”."))
        self.address_field = Field(_("Its address"), self.address, _("Paste it from your browser."), optional=True)
        self.place_field = Field(_("Where is it?"), self.place, _("The page, the group or the site."), optional=True)
        kind = Field(_("What kind of thing is it?"), self.kind)
        network = Field(_("Which network?"), self.network)
        for part in (self.title_field, Flow([kind, network], 260, 16), self.address_field, self.place_field):
            card.add(part)
        return card

    def _plan(self) -> Card:
        card = Card(title=_("What next"))
        action = Field(_("What do you want to do?"), self.action)
        severity = Field(_("How much does it matter?"), self.severity)
        self.contact_field = Field(_("Who to contact"), self.contact, _("A name, an email or a page."), optional=True)
        self.due_field = Field(_("When do you want to come back to it?"), self.due, optional=True)
        self.notes_field = Field(_("Your notes"), self.notes, _("Only you see them."), optional=True)
        for part in (Flow([action, severity], 260, 16), self.contact_field, self.due_field, self.notes_field):
            card.add(part)
        return card

    def _on_origin(self, value: str) -> None:
        if value:
            self.origin_error.say("")
        self.relation.show_origin(Origin(value) if value else None, self.relation.value)
        self.worry.setVisible(bool(value) and Origin(value).worries)
        self.changed.emit()

    def _due_or_none(self) -> date | None:
        try:
            return self.due.date()
        except ValueError:
            return None


class Problem(QWidget):
    """What is wrong with a question that is no `Field`: an icon and words, in the place a field has them."""

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel("", "label", "danger")
        icon = IconLabel("warn", "danger", 18)
        row = hbox(icon, self._words, spacing=6)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setVisible(bool(words))


def _labels(kinds: Iterable[StrEnum]) -> list[tuple[str, str]]:
    return [(one.value, one.label) for one in kinds]
