"""One copy, larger: our own pixels of a picture, the words of a page or an e-mail, what is known of a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from footprint import dates, log, web
from footprint.i18n import _, ngettext
from footprint.log import Evidence, EvidenceKind
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.dialogs import Question, Sheet
from ui.kit.fields import NotesBox
from ui.kit.picture import PictureBox
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.log.words import as_image, size
from ui.saving import save_as, writing

LARGEST_SIDE = 1600
_MOST_HEADERS = 12


class CopySheet(Sheet):
    """Opens at once and fills when the copy has been read; foreign bytes are read by a process of their own."""

    WIDTH = 860

    def __init__(self, parent: QWidget, desk: Desk, one: Evidence, title: str) -> None:
        super().__init__(parent, title)
        self._desk, self._vault, self._one = desk, desk.bench.vault, one
        self.question: Question | None = None
        self.picture = PictureBox(title, most_height=900)
        self.facts = PlainLabel("", "body", selectable=True)
        self.words = NotesBox(title, rows=18)
        self.words.setReadOnly(True)
        self.working = Working(_("Reading the copy…"))
        self.outside = Banner(
            "warn",
            _("Other programs may do more than show it"),
            _("The app does not open it. Save a copy only if you trust where it came from."),
        )
        for part in (self.working, self.outside, self.picture, self.facts, self.words):
            part.hide()
            self.add(part)
        self.save_button = self.add_button(Btn(_("Save a copy…")))
        self.save_button.clicked.connect(self._ask_before_saving)
        self.close_button = self.add_button(Btn(_("Close"), "primary"))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
        read, show = self._reading()
        self.working.follow(desk.read(lambda _task: read(), show))

    def _reading(self) -> tuple[Callable[[], Any], Callable[[Any], None]]:
        """How this kind is read on the lane's thread, and how it is shown."""
        vault, one = self._vault, self._one
        if one.kind is EvidenceKind.PICTURE:
            return lambda: as_image(log.picture(vault, one.id, most=LARGEST_SIDE)), self._show_picture
        if one.kind is EvidenceKind.PDF:
            return lambda: log.pdf_of(vault, one.id), self._show_pdf
        if one.kind is EvidenceKind.EMAIL:
            return lambda: log.mail_of(vault, one.id), self._show_mail
        return lambda: log.page_words(vault, one.id), self._show_words

    def _show_picture(self, image: QImage) -> None:
        self.picture.show_image(image)
        self.picture.show()
        self.fit()

    def _show_words(self, words: str) -> None:
        self.words.setPlainText(words)
        self.words.show()
        self.fit()

    def _show_mail(self, told: Any) -> None:
        lines = [f"{name}: {words}" for name, words in told.headers[:_MOST_HEADERS]]
        lines += [
            _("Attached: {name} ({type}, {size})").format(
                name=one.name or _("no name"), type=one.type, size=size(one.bytes)
            )
            for one in told.attached
        ]
        self.facts.setText("\n".join(lines))
        self.facts.show()
        self._show_words(told.words)

    def _show_pdf(self, told: Any) -> None:
        pages = ngettext("{n} page", "{n} pages", told.pages).format(n=dates.number(told.pages))
        lines = [
            pages if told.pages else _("How many pages it has cannot be told."),
            size(self._one.bytes),
            *([_("It is locked with a password.")] if told.locked else []),
            *([_("It holds parts that can act by themselves.")] if told.acts else []),
            _("The app keeps PDFs as they are and does not show their pages."),
        ]
        self.facts.setText("\n".join(lines))
        self.facts.show()
        self.outside.show()
        self.fit()

    # -- saving --------------------------------------------------------------------------------------

    def _ask_before_saving(self) -> None:
        """It leaves the locked notes, and another program may run or fetch what is in it."""
        self.question = Question(
            self,
            _("Save it outside the locked notes?"),
            _("Whoever can use this computer can read the saved copy. Other programs may go on the internet."),
            _("Choose where"),
            _("Leave it here"),
        )
        self.question.accepted.connect(self._ask_where)
        self.question.open()

    def _ask_where(self) -> None:
        start = f"copy-{self._one.sha256[:8]}"
        save_as(self.window(), _("Save a copy"), start + self._ending(), [_("All files (*)")], self.save_to)

    def _ending(self) -> str:
        return log.ending_of(self._one.kind, log.evidence_bytes(self._vault, self._one.id)[:64])

    def save_to(self, path: Path) -> None:
        """Write it there byte for byte, and note in the Privacy journal that it was made."""
        vault, one = self._vault, self._one

        def work(_task: Task) -> Path:
            with writing(), path.open("wb") as out:
                path.chmod(0o600)
                out.write(log.evidence_bytes(vault, one.id))
            web.note_made(vault, _("A copy of what you kept"), (path.name,))
            return path

        self._desk.run(
            Operation(
                work,
                lane="bulk",
                changes=Changes(ledger=True),
                said=lambda made: _("Saved {name}").format(name=made.name),
            )
        )
