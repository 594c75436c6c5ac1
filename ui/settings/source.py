"""One public source in the settings: what it is asked, what it may keep, and giving or forgetting a key or address."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from footprint import search
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search import KeyState, Provider, Tried
from footprint.web import judge_origin
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.dialogs import Question
from ui.kit.fields import Field, TextBox
from ui.kit.text import PlainLabel
from ui.settings.key_trial import KeyTrial
from ui.settings.section import focus_soon


class SourceCard(Card):
    def __init__(self, desk: Desk, provider: Provider) -> None:
        super().__init__(title=_(provider.label))
        if self.heading is not None:
            self.heading.set_role("h3")
        self._desk, self.provider = desk, provider
        self._vault = desk.bench.vault
        self.add(PlainLabel(self._asked()))
        self.add(PlainLabel(_(provider.keeps), colour="text2"))
        self.state = PlainLabel("", "label")
        self.add(self.state)
        self.result = PlainLabel("", "small")  # what came of trying a key, until the page is left
        self.result.hide()
        self.add(self.result)
        if provider.needs is not None:
            self._add_form(provider.needs.label, provider.needs.help, secret=provider.needs.secret)
        self.show_given("" if provider.needs is None else None)

    def show_given(self, given: str | None) -> None:
        """`given` as it may be shown; None where it is still missing, "" where nothing is needed."""
        needs = self.provider.needs
        if needs is None:
            self.state.setText(_("Ready. It needs no account."))
        elif given is None:
            self.state.setText(_("Not set up"))
        elif needs.secret:
            self.state.setText(_("Ready. Your key ends in {end}").format(end=given))
        else:
            self.state.setText(_("Ready. The app may go to {address}").format(address=given))
        ready = given is not None
        self.state.set_colour("ok" if ready else "text2")
        if needs is not None:
            asking = needs.secret and self.trial.asking
            self.field.setVisible(not ready and not asking)
            self.save.setVisible(not ready and not asking)
            self.forget.setVisible(ready)

    def _asked(self) -> str:
        if self.provider.host:
            return _("The words you search for go to {host}.").format(host=self.provider.host)
        return _("The words you search for go to the address you give here.")

    def _add_form(self, label: str, help_text: str, *, secret: bool) -> None:
        self.box = TextBox(_(label))
        if secret:
            self.box.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.box.returnPressed.connect(self._save)
        self.field = Field(_(label), self.box, _(help_text))
        self.add(self.field)
        self.save = Btn(_("Continue") if secret else _("Save the address"))
        self.save.clicked.connect(self._save)
        self.forget = Btn(_("Forget the key") if secret else _("Forget the address"))
        self.forget.clicked.connect(self._forget)
        for button in (self.save, self.forget):
            button.setAccessibleName(f"{button.text()}: {_(self.provider.label)}")
        self.add(ButtonRow(self.save, self.forget))
        if secret:
            self.trial = KeyTrial(self._desk, self.provider)
            self.trial.kept.connect(self._tried)
            self.trial.refused.connect(self._refused)
            self.trial.left.connect(self._type_again)
            self.add(self.trial)

    # -- giving and forgetting ---------------------------------------------------------------------

    def _save(self) -> None:
        """A key is tried first, with a yes; an address is kept after the person has seen exactly what it allows."""
        text = self.box.text().strip()
        needs = self.provider.needs
        if needs is None:
            return
        if not text:
            self._wrong(_("Enter the key first.") if needs.secret else _("Enter the address first."))
        elif needs.secret:
            self._offer_to_try(text)
        elif needs.server:
            self._give(text)
        else:
            self._confirm(text)

    def _offer_to_try(self, text: str) -> None:
        try:
            key = search.read_key(text)
        except FootprintError as problem:
            self._wrong(str(problem))
            return
        self.field.clear_error()
        self.field.hide()
        self.save.hide()
        self.result.hide()
        self.trial.offer(key)

    def _tried(self, tried: Tried) -> None:
        self._given(tried.shown)
        colours = {KeyState.WORKS: "ok", KeyState.KEPT: "warn", KeyState.UNTRIED: "text2"}
        self.result.setText(" ".join(one for one in (tried.state.label, tried.note) if one))
        self.result.set_colour(colours[tried.state])
        self.result.show()
        announce(self, self.result.text())

    def _type_again(self) -> None:
        """Back to the box, with what was typed."""
        self.field.show()
        self.save.show()
        focus_soon(self.box)

    def _confirm(self, text: str) -> None:
        try:
            plain = judge_origin(text)
        except FootprintError as problem:
            self._wrong(str(problem))
            return
        self.field.clear_error()
        self.question = Question(
            self.window(),
            _("Allow this one address?"),
            _(
                "{address}\n\nThe app may then send your searches there, even if it is inside your own network."
                " It goes to this exact address and no other. You can take it back here."
            ).format(address=plain),
            _("Allow it"),
            _("Do not allow"),
        )
        self.question.accepted.connect(lambda: self._give(plain))
        self.question.open()

    def _give(self, text: str) -> None:
        self._desk.run(
            Operation(
                lambda _task: search.give(self._vault, self.provider, text),
                changes=Changes(settings=True),
                said=lambda _end: _("{source} is ready").format(source=_(self.provider.label)),
            ),
            then=self._given,
            failed=self._refused,
        )

    def _given(self, shown: str) -> None:
        self.field.clear_error()
        self.box.clear()
        self.show_given(shown)
        focus_soon(self.forget)

    def _forget(self) -> None:
        self._desk.run(
            Operation(
                lambda _task: search.forget(self._vault, self.provider),
                changes=Changes(settings=True),
                said=lambda _nothing: _("Forgotten: {source}").format(source=_(self.provider.label)),
            ),
            then=self._forgotten,
        )

    def _forgotten(self, _nothing: object) -> None:
        self.result.hide()
        self.show_given(None)
        focus_soon(self.box)

    def _refused(self, problem: Exception) -> None:
        self._type_again()
        if isinstance(problem, FootprintError):
            self._wrong(str(problem))
        else:
            self._desk.show_problem(problem)

    def _wrong(self, words: str) -> None:
        self.field.show_error(words)
        self.box.setFocus()
        announce(self, words, urgent=True)
