"""“Make a copy for my manager”: everything that is inside, then the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import web
from footprint.dates import local_day
from footprint.i18n import N_, _
from footprint.log import incidents
from footprint.log.incidents import Form, Whole
from footprint.reports import incident_html, incident_paper, incident_text, incident_word
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.incidents.note import copies_card
from ui.incidents.now import Now
from ui.incidents.paper import PaperCard
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.printing import to_pdf
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.saving import save_as, writing

_BUTTONS = (
    (Form.PDF, N_("Save as PDF"), N_("PDF (*.pdf)")),
    (Form.WORD, N_("Save for Word"), N_("Word file (*.docx)")),
    (Form.HTML, N_("Save as a web page"), N_("Web page (*.html)")),
    (Form.TEXT, N_("Save as plain words"), N_("Plain words (*.txt)")),
)


class CopyView(QWidget):
    """The preview is the paper itself. The app sends nothing; the person hands the file over."""

    def __init__(self, desk: Desk, now: Now) -> None:
        super().__init__()
        self._desk, self._now = desk, now
        column = QVBoxLayout(self)
        space(column, 16)
        found = incidents.cautions(now.note, now.own)
        if found:
            quoted = ", ".join(f"“{one.words}”" for one in found)
            words = _("You wrote: {words}").format(words=quoted)
            column.addWidget(Banner("warn", incidents.warning(found), words, quiet=True))
        column.addWidget(PaperCard(incident_paper(now.whole)))
        card = Card(title=_("Make the file"))
        card.add(
            PlainLabel(_("A PDF is for printing and signing. The other three can be read aloud by a screen reader."))
        )
        self.buttons: dict[Form, Btn] = {}
        for form, words, _filter in _BUTTONS:
            button = Btn(_(words), "primary" if form is Form.PDF else "secondary")
            button.clicked.connect(lambda _on=False, form=form: self.ask(form))
            self.buttons[form] = button
        self.primary = self.buttons[Form.PDF]
        card.add(ButtonRow(*self.buttons.values()))
        column.addWidget(card)
        if now.whole.copies:
            column.addWidget(copies_card(now.whole.copies))

    def ask(self, form: Form) -> None:
        """The name suggested says nothing about the person or about what happened."""
        day = local_day(self._desk.bench.vault.now())
        filters = next(words for one, _words, words in _BUTTONS if one is form)
        save_as(
            self.window(),
            _("Save the copy"),
            f"online-check-{day.isoformat()}.{form.value}",
            [_(filters)],
            lambda path: self.save_to(form, path),
        )

    def save_to(self, form: Form, path: Path) -> None:
        """Write it, note it in the journal, and list it with its day."""
        vault, note = self._desk.bench.vault, self._now.note.id
        write = _WRITERS[form]

        def work(_task: Task) -> str:
            whole = incidents.whole(vault, note)
            with writing():
                write(whole, path)
            web.note_made(vault, _("A copy of a note, for your workplace"))
            incidents.copied(vault, note, form)
            return path.name

        self._desk.run(
            Operation(
                work,
                lane="bulk",
                changes=Changes(incidents=True, ledger=True),
                said=lambda name: _("Saved {name}").format(name=name),
            )
        )


def _pdf(whole: Whole, path: Path) -> None:
    to_pdf(incident_html(whole), path, incident_paper(whole).title)


_WRITERS: dict[Form, Callable[[Whole, Path], object]] = {
    Form.PDF: _pdf,
    Form.WORD: lambda whole, path: path.write_bytes(incident_word(whole)),
    Form.HTML: lambda whole, path: path.write_text(incident_html(whole), encoding="utf-8"),
    Form.TEXT: lambda whole, path: path.write_text(incident_text(whole), encoding="utf-8"),
}
