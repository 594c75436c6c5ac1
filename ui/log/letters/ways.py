"""The ways a finished message leaves the window: copied, into the mail program, as a file, or said in person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import log, web
from footprint.i18n import _
from footprint.log import How, Item, Letter, MayNotAsk, Request
from footprint.log.ladder import Considered
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.kit import clipboard
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.theme import space
from ui.log.considering import Considering
from ui.log.letters.file_sheet import EML, PDF, TXT, FileSheet
from ui.log.letters.mail import TooLong, mail_link, open_mail, write_letter
from ui.saving import save_as, writing


class Ways(QWidget):
    """Four buttons. Each notes that somebody was asked, and none of them sends anything."""

    troubled = Signal(str)

    def __init__(self, desk: Desk, finished: Callable[[], Letter | None]) -> None:
        super().__init__()
        self._desk, self._vault, self._finished = desk, desk.bench.vault, finished
        self._item: Item | None = None
        self.open_mail: Callable[[QUrl], bool] = open_mail
        self.sheet: FileSheet | None = None
        self.considering = Considering(desk, self)
        self.copy = Btn(_("Copy"), "primary")
        self.email = Btn(_("Open in email"), icon="mail")
        self.save = Btn(_("Save as a file"), icon="download")
        self.in_person = Btn(_("I asked in person"))
        for button, do in (
            (self.copy, self._copy), (self.email, self._email), (self.save, self._ask_form),
            (self.in_person, self._asked_in_person),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, do=do: self._considered(do))
        column = QVBoxLayout(self)
        space(column, 0)
        column.addWidget(ButtonRow(self.copy, self.email, self.save, self.in_person))

    def show_item(self, item: Item | None) -> None:
        """None: a note that concerns nothing in the list, so that nobody is waited for."""
        self._item = item
        self.in_person.setVisible(item is not None)

    def _considered(self, do: Callable[[Considered | None], None]) -> None:
        """Whether a case could be about it is answered before a message leaves the window."""
        if self._item is None:
            do(None)
        else:
            self.considering.before(self._item.id, do)

    def _copy(self, considered: Considered | None) -> None:
        letter = self._finished()
        text = self._text_to_send(letter) if letter is not None else ""
        if letter is not None and text:
            clipboard.copy_text(text)
            self._note(letter, How.COPIED, _("Copied. Paste it into a private message."), considered)

    def _email(self, considered: Considered | None) -> None:
        letter = self._finished()
        if letter is None:
            return
        try:
            link = mail_link(self._vault, letter)
        except TooLong as problem:
            self.troubled.emit(str(problem))
            self._open_sheet(considered)
            return
        except MayNotAsk as problem:
            self.troubled.emit(str(problem))
            return
        if self.open_mail(link):
            self._note(letter, How.EMAIL, _("Your email program has the message. Send it from there."), considered)
        else:
            self.troubled.emit(_("No email program opened. Copy the message instead."))

    def _text_to_send(self, letter: Letter) -> str:
        """ "" where its reader has become one who is never written to, which is then said."""
        try:
            return log.to_send(self._vault, letter)
        except MayNotAsk as problem:
            self.troubled.emit(str(problem))
            return ""

    # -- as a file -----------------------------------------------------------------------------------

    def _ask_form(self, considered: Considered | None) -> None:
        if self._finished() is not None:
            self._open_sheet(considered)

    def _open_sheet(self, considered: Considered | None) -> None:
        self.sheet = FileSheet(self.window())
        self.sheet.picked.connect(lambda form: self._ask_place(form, considered))
        self.sheet.open()

    def _ask_place(self, form: str, considered: Considered | None) -> None:
        """The name suggested says nothing about the person."""
        kinds = {EML: _("Email (*.eml)"), TXT: _("Plain words (*.txt)"), PDF: _("PDF (*.pdf)")}
        name = f"message.{form}"
        save_as(self, _("Save the message"), name, [kinds[form]], lambda path: self.save_to(path, considered))

    def save_to(self, path: Path, considered: Considered | None = None) -> None:
        """What kind of file it becomes is said by its ending."""
        letter = self._finished()
        if letter is None:
            return

        def write() -> None:
            with writing():
                write_letter(self._vault, path, letter)

        said = _("Saved {name}. You send it yourself.").format(name=path.name)
        self._note(letter, How.SAVED, said, considered, write)

    # -- noting it -----------------------------------------------------------------------------------

    def _asked_in_person(self, considered: Considered | None) -> None:
        days = log.days_to_wait(self._item.relation if self._item is not None else None)
        self._note(None, How.IN_PERSON, _("Noted. We will remind you in {n} days.").format(n=days), considered)

    def _note(
        self,
        letter: Letter | None,
        how: How,
        said: str,
        answered: Considered | None,
        first: Callable[[], None] | None = None,
    ) -> None:
        """Somebody was asked; what was copied or handed to the mail program is in the journal as well."""
        vault, item = self._vault, self._item

        def work(considered: Considered | None) -> Done[Request] | None:
            if first is not None:
                first()
            done = log.sent(vault, item.id, letter, how, considered=considered) if item is not None else None
            if letter is not None:
                web.note_made(vault, _("A letter copied, saved, or opened in your email program"))
            return done

        changes = Changes(items=True, ledger=True)
        self.considering.run(work, changes=changes, said=lambda _value: said, answered=answered)
