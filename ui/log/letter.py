"""One private message: written by us, changed by the person, sent by them and never by the app."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSignalBlocker, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication

from footprint import log, web
from footprint.i18n import _
from footprint.log import REPLY_DAYS, BlankLeft, How, Item, Letter, MayNotAsk, Request, Tone
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit import clipboard
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.choices import Choices, Option
from ui.kit.fields import Field, NotesBox
from ui.kit.layout import hbox
from ui.kit.text import PlainLabel
from ui.log import drafts
from ui.log.blanks import Blanks
from ui.log.drafts import Writing
from ui.log.fields import Problem
from ui.log.mail import mail_link, open_mail

TYPING_PAUSE_MS = 150


class MessageBox(NotesBox):
    """The message. Selecting is no way round a gap: nothing with one in it is copied, cut out or dragged off."""

    refused = Signal()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = super().createMimeDataFromSelection()
        if not {"[", "]"} & set(data.text()):
            return data
        self.refused.emit()
        kept = QMimeData()
        kept.setText(QGuiApplication.clipboard().text())
        return kept


class LetterCard(Card):
    """Tone, gaps, text, then the three ways to ask."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(title=_("Ask privately"))
        self._desk, self._vault = desk, desk.bench.vault
        self._writings = drafts.letters(self._vault)
        self._writing = Writing()
        self._item: Item | None = None
        self._letter: Letter | None = None
        self.open_mail: Callable[[QUrl], bool] = open_mail
        self._make()
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING_PAUSE_MS)
        self._typed.timeout.connect(self._redraft)
        self.blanks.changed.connect(self._typed.start)
        self.tone.chosen.connect(self._on_tone)
        self.text.textChanged.connect(self._on_own_words)

    def show_item(self, item: Item, *, again: bool) -> None:
        """`again`: they were asked before."""
        self.heading.setText(_("Ask once more") if again else _("Ask privately"))
        if self._item is not None and _told(self._item) == _told(item):
            return
        other = self._item is None or self._item.id != item.id
        self._item = item
        self._writing = self._writings.setdefault(item.id, Writing())
        if other:
            self._letter = None
            self.tone.set_value(self._writing.tone.value)
            self.problem.say("")
        self._draft_anew()

    def put_away(self) -> None:
        """The letters that were begun are there again after unlocking."""
        if self._item is not None and self._writing.own_words is None:
            self._writing.values = self.blanks.values
        drafts.keep_letters(self._vault, self._writings)

    # -- building ------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.tone = Choices(
            _("How should it sound?"),
            [Option(Tone.FRIENDLY.value, _("Friendly")), Option(Tone.FIRM.value, _("Firm"))],
            columns=2,
        )
        self.blanks = Blanks()
        self.text = MessageBox(_("Your message"), rows=15)
        self.text.refused.connect(self._gap_selected)
        self.problem = Problem()
        self.fresh = Btn(_("Start again with our words"), "quiet", icon="undo")
        self.fresh.clicked.connect(self._start_again)
        self.copy = Btn(_("Copy"), "primary")
        self.copy.clicked.connect(self._copy)
        self.email = Btn(_("Open in email"), icon="mail")
        self.email.clicked.connect(self._email)
        self.in_person = Btn(_("I asked in person"))
        self.in_person.clicked.connect(self._asked_in_person)
        self.add(PlainLabel(_("Write to them in private, never in public. You send it yourself."), "body", "text2"))
        for part in (self.tone, self.blanks):
            self.add(part)
        self.add(Field(_("Your message"), self.text, _("You can change any word.")))
        self.add(hbox(self.fresh, None))
        self.add(self.problem)
        self.add(ButtonRow(self.copy, self.email, self.in_person))

    # -- writing -------------------------------------------------------------------------------------

    def _draft_anew(self) -> None:
        """Which gaps there are is asked with nothing filled in; then the letter with what was."""
        item, tone = self._item, self._writing.tone
        self._desk.read(
            lambda _task: (item, log.draft(self._vault, item, tone)), self._show_blanks, failed=self._no_letter
        )

    def _show_blanks(self, found: tuple[Item, Letter]) -> None:
        item, letter = found
        if item is not self._item:
            return
        self.blanks.show_blanks(letter.blanks, self._writing.values)
        self._redraft()

    def _redraft(self) -> None:
        item, tone, values = self._item, self._writing.tone, self.blanks.values
        self._writing.values = values
        self._desk.read(lambda _task: (item, log.draft(self._vault, item, tone, values)), self._show_letter)

    def _show_letter(self, found: tuple[Item, Letter]) -> None:
        item, letter = found
        if item is not self._item:
            return
        self._letter = letter
        own = self._writing.own_words
        with QSignalBlocker(self.text):
            if self.text.toPlainText() != (own or letter.text):
                self.text.setPlainText(own or letter.text)
        self.blanks.setVisible(own is None and bool(self.blanks.fields))
        self.fresh.setVisible(own is not None)

    def _on_tone(self, value: str) -> None:
        self._writing.tone = Tone(value)
        self._writing.own_words = None
        self._redraft()

    def _on_own_words(self) -> None:
        self._writing.own_words = self.text.toPlainText()
        self.blanks.hide()
        self.fresh.show()

    def _start_again(self) -> None:
        self._writing.own_words = None
        self.problem.say("")
        self._redraft()

    def _no_letter(self, problem: Exception) -> None:
        if isinstance(problem, MayNotAsk):
            self.hide()
        else:
            self._desk.show_problem(problem)

    def _gap_selected(self) -> None:
        self.problem.say(_("Fill in what stands in square brackets first. Then you can copy it."))
        if self._writing.own_words is None:
            self.blanks.point_at_gap()

    # -- asking --------------------------------------------------------------------------------------

    def _finished(self) -> Letter | None:
        """The letter if nothing is left to fill in; else what is missing is said."""
        letter = self._letter
        if letter is None or (self._writing.own_words is None and self.blanks.point_at_gap()):
            return None
        if self._writing.own_words is not None:
            letter = letter.edited(self._writing.own_words)
        try:
            letter.finished()
        except BlankLeft as problem:
            self.problem.say(str(problem))
            self.text.setFocus()
            return None
        self.problem.say("")
        return letter

    def _copy(self) -> None:
        letter = self._finished()
        if letter is not None:
            clipboard.copy_text(letter.finished())
            self._note(letter, How.COPIED, _("Copied. Paste it into a private message."))

    def _email(self) -> None:
        letter = self._finished()
        if letter is None:
            return
        if self.open_mail(mail_link(self._item.contact, letter.subject, letter.finished())):
            self._note(letter, How.EMAIL, _("Your email program has the message. Send it from there."))
        else:
            self.problem.say(_("No email program opened. Copy the message instead."))

    def _asked_in_person(self) -> None:
        self._note(None, How.IN_PERSON, _("Noted. We will remind you in {n} days.").format(n=REPLY_DAYS))

    def _note(self, letter: Letter | None, how: How, said: str) -> None:
        """Somebody was asked; what was copied or handed to the mail program is in the journal as well."""
        vault, item_id = self._vault, self._item.id

        def work(_task: Task) -> Done[Request]:
            done = log.sent(vault, item_id, letter, how)
            if letter is not None:
                web.note_made(vault, _("A letter copied, or opened in your email program"))
            return done

        self._desk.run(Operation(work, changes=Changes(items=True, ledger=True), said=lambda _value: said))


def _told(item: Item) -> tuple[object, ...]:
    """What a letter is made of: only when this changes is it written anew."""
    return item.id, item.contact, item.address, item.place, item.network, item.kind, item.origin, item.action
