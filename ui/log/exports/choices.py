"""What is chosen about a copy of the list: its kind, which things, what goes in, and as what kind of file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint import dates
from footprint.i18n import _
from footprint.log import Query
from footprint.reports import Inside
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option, Ticks
from ui.kit.theme import space
from ui.log.exports.forms import FORMS, Form, Wanted, What
from ui.page import clear

ALL, SHOWN, TICKED = "all", "shown", "ticked"
NOTES, LETTERS, PICTURES = "notes", "letters", "pictures"
_TICKS = {What.BUNDLE: (), What.REDACTED: (), What.FULL: (NOTES, LETTERS, PICTURES), What.SHEET: (NOTES,)}


class ExportChoices(Card):
    """`changed` after every choice. What does not go with the kind chosen is not shown, and does not count."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        space(self.body, 20, (20, 18, 20, 18))
        self._query, self._ticked = Query(), ()
        self.what = Choices(_("What kind of copy?"), _kinds())
        self.what.set_value(What.BUNDLE)
        self.what.chosen.connect(lambda _value: self._show_what())
        self.add(self.what)
        self._scopes = QVBoxLayout()
        space(self._scopes, 0)
        self.body.addLayout(self._scopes)
        self.scope: Choices | None = None
        self.inside = Ticks(_("What goes in?"), _parts())
        self.inside.changed.connect(self.changed)
        self.add(self.inside)
        self.forms = {what: self._add_forms(forms) for what, forms in FORMS.items() if len(forms) > 1}
        self._arrange()

    @property
    def wanted(self) -> Wanted:
        """What is chosen now."""
        what = What(self.what.value)
        form = Form(self.forms[what].value) if what in self.forms else FORMS[what][0]
        ticks = [one for one in self.inside.values() if one in self._ticks(what, form)]
        scope = self.scope.value if self.scope is not None else ALL
        return Wanted(
            what,
            form,
            Query(sort=self._query.sort) if scope == ALL else self._query,
            Inside(NOTES in ticks, LETTERS in ticks, PICTURES in ticks),
            self._ticked if scope == TICKED else None,
            whole=scope == ALL,
        )

    def offer(self, query: Query, ticked: tuple[str, ...]) -> None:
        """Which things there are to choose from: all, those the list shows, those ticked in it. The last is chosen."""
        self._query, self._ticked = query, ticked
        options = [Option(ALL, _("Everything on the list"))]
        if query != Query(sort=query.sort):
            options.append(Option(SHOWN, _("Only what the list shows now")))
        if ticked:
            words = _("Only what you selected: {n}").format(n=dates.number(len(ticked)))
            options.append(Option(TICKED, words))
        clear(self._scopes)
        self.scope = None
        if len(options) > 1:
            self.scope = Choices(_("Which things?"), options)
            self.scope.set_value(options[-1].value)
            self.scope.chosen.connect(lambda _value: self.changed.emit())
            self._scopes.addWidget(self.scope)

    def _add_forms(self, forms: tuple[Form, ...]) -> Choices:
        made = Choices(_("Which kind of file?"), [Option(one.value, one.label) for one in forms], columns=2)
        made.set_value(forms[0].value)
        made.chosen.connect(lambda _value: self._show_what())
        self.add(made)
        return made

    def _show_what(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        wanted = self.wanted
        shown = self._ticks(wanted.what, wanted.form)
        for name, tick in self.inside.cards.items():
            tick.setVisible(name in shown)
        self.inside.setVisible(bool(shown))
        for what, forms in self.forms.items():
            forms.setVisible(what is wanted.what)

    def _ticks(self, what: What, form: Form) -> tuple[str, ...]:
        """Plain words hold no pictures."""
        return tuple(one for one in _TICKS[what] if one != PICTURES or form is not Form.TEXT)


def _kinds() -> list[Option]:
    return [
        Option(
            What.BUNDLE,
            _("A locked file for my other computer"),
            _("Everything, encrypted. It opens only with a passphrase."),
        ),
        Option(
            What.REDACTED,
            _("A report without the details"),
            _("How many, how far and when. No names, and none of your words."),
        ),
        Option(What.FULL, _("A full report"), _("Everything about each thing, to read or to print.")),
        Option(What.SHEET, _("A spreadsheet"), _("A row for each thing, to sort and count.")),
    ]


def _parts() -> list[Option]:
    return [
        Option(NOTES, _("Your notes")),
        Option(LETTERS, _("Messages you sent, word for word")),
        Option(PICTURES, _("Pictures you kept"), _("Private pictures stay here.")),
    ]
