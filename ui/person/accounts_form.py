"""The form for one account: which network, who the person is there, what for, and whether it is still used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import Library, plain
from footprint.i18n import _
from footprint.person import AccountState, BadInput, Purpose
from ui.kit.buttons import Btn
from ui.kit.cards import ErrorSummary
from ui.kit.choices import Choices, Option
from ui.kit.fields import Field, Select, TextBox
from ui.kit.layout import hbox
from ui.kit.theme import px, restyles, space
from ui.kit.tokens import TEXT_COLUMN
from ui.person import accounts_read as read
from ui.person.accounts_draft import OTHER, Draft


class AccountForm(QWidget):
    """`saved` is sent with a draft that can be kept; what cannot stands beside its field and at the top."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, library: Library, *, new: bool) -> None:
        super().__init__()
        self._library = library
        self._account = ""
        self._twice: frozenset[str] = frozenset()
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        space(self._column, 18)
        row = hbox(self._inner, None)
        row.setStretch(0, 1)
        row.setStretch(1, 0)
        self.setLayout(row)
        self.summary = ErrorSummary()
        self._column.addWidget(self.summary)
        self._add_network()
        self._add_who()
        self._add_choices()
        self._add_buttons(_("Add it") if new else _("Save"))
        self._set_width()
        self._show_network()

    @property
    def draft(self) -> Draft:
        return Draft(
            account=self._account,
            network=self.network.value,
            typed_network=self.typed.text().strip(),
            who=self.who.text().strip(),
            label=self.label.text().strip(),
            purpose=self.purpose.value or Purpose.PERSONAL.value,
            state=self.state.value or AccountState.IN_USE.value,
        )

    def fill(self, draft: Draft, *, twice: frozenset[str] = frozenset()) -> None:
        """Show this draft. `twice` are the networks with another account, where a name of one's own helps."""
        self._account, self._twice = draft.account, twice
        self.network.set_value(draft.network or OTHER)
        self.typed.setText(draft.typed_network)
        self.who.setText(draft.who)
        self.label.setText(draft.label)
        self.purpose.set_value(draft.purpose)
        self.state.set_value(draft.state)
        self.summary.clear()
        for field in (self.typed_field, self.who_field):
            field.clear_error()
        self._show_network()

    def submit(self) -> None:
        """Say `saved`, or what is wrong."""
        problems = self._problems()
        self.summary.show_problems(problems)
        if not problems:
            self.saved.emit(self.draft)

    def refuse(self, words: str) -> None:
        """It could not be kept: said at the top and beside the username."""
        self.who_field.show_error(words)
        self.summary.show_problems([(words, self.who)])

    def network_id(self) -> str:
        """The network chosen, or the one that was typed."""
        return read.network_of(self._library, self.typed.text()) if self.network.value == OTHER else self.network.value

    # -- parts -------------------------------------------------------------------------------------

    def _add_network(self) -> None:
        networks = [(one.id, one.name) for one in read.offered(self._library)]
        self.network = Select(_("Network"), [*networks, (OTHER, _("Another network"))])
        self.network.chosen.connect(lambda _value: self._show_network())
        self.network_field = Field(_("Network"), self.network)
        self.typed = TextBox(_("Name of the network"))
        self.typed_field = Field(_("Name of the network"), self.typed, _("Such as a forum or a dating site."))
        self.typed.editingFinished.connect(self._show_network)
        for field in (self.network_field, self.typed_field):
            self._column.addWidget(field)

    def _add_who(self) -> None:
        self.who = TextBox(_("Profile address or username"))
        self.who_field = Field(_("Profile address or username"), self.who, " ", optional=True)
        self.who.returnPressed.connect(self.submit)
        self.label = TextBox(_("Your own name for it"))
        self.label_field = Field(
            _("Your own name for it"), self.label, _("You have another account there. This tells them apart."), True
        )
        for field in (self.who_field, self.label_field):
            self._column.addWidget(field)

    def _add_choices(self) -> None:
        purposes = [Option(one.value, one.label) for one in Purpose]
        self.purpose = Choices(_("What do you use it for?"), purposes, columns=3)
        states = [Option(one.value, one.label) for one in AccountState]
        self.state = Choices(_("Is it still active?"), states, columns=3)
        self._column.addWidget(self.purpose)
        self._column.addWidget(self.state)

    def _add_buttons(self, words: str) -> None:
        self.save = Btn(words, "primary")
        self.save.clicked.connect(self.submit)
        self.leave = Btn(_("Cancel"), "quiet")
        self.leave.clicked.connect(self.left)
        self._column.addLayout(hbox(self.save, self.leave, None))
        self._column.addStretch(1)

    def _show_network(self) -> None:
        """The hint of the network chosen, and only the boxes it needs."""
        self.typed_field.setVisible(self.network.value == OTHER)
        network = self.network_id()
        known = network in self._library
        hint = (
            plain(self._library.network(network).profile.hint) if known else _("Copy it from the top of your profile.")
        )
        self.who_field.set_hint(hint)
        self.label_field.setVisible(network in self._twice or bool(self.label.text()))

    def _problems(self) -> list[tuple[str, QWidget]]:
        found: list[tuple[str, QWidget]] = []
        for field in (self.typed_field, self.who_field):
            field.clear_error()
        network = self.network_id()
        if not network:
            words = _("Enter the name of the network.")
            self.typed_field.show_error(words)
            found.append((words, self.typed))
        try:
            read.read_presence(self._library, network, self.who.text())
        except BadInput as problem:
            self.who_field.show_error(str(problem))
            found.append((str(problem), self.who))
        return found

    def _set_width(self) -> None:
        self._inner.setMaximumWidth(px(TEXT_COLUMN))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyles(event):
            self._set_width()
