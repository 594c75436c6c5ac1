"""Saving, printing and copying pages of the person's own words, each after a sentence that it holds them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from footprint import web
from footprint.i18n import N_, _
from footprint.reports import Paper
from footprint.supervision import own_pages
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.printing import print_html, to_pdf
from ui.kit.text import PlainLabel
from ui.saving import save_as, writing

_ENDINGS = (
    (".pdf", N_("Save as PDF"), N_("PDF (*.pdf)")),
    (".docx", N_("Word file"), N_("Word file (*.docx)")),
    (".txt", N_("Plain words"), N_("Plain words (*.txt)")),
)


class OwnFiles(Card):
    """The buttons, under their warning. `paper` is asked for what stands on the page when one is pressed."""

    def __init__(self, desk: Desk, paper: Callable[[], Paper], suggested: str, journal: str, warning: str) -> None:
        super().__init__(title=_("On paper or as a file"))
        self._desk, self._paper, self._suggested, self._journal = desk, paper, suggested, journal
        self.add(PlainLabel(warning))
        self.buttons: dict[str, Btn] = {}
        self.print_button = Btn(_("Print"), icon="print")
        self.print_button.clicked.connect(self.print)
        for ending, words, _filter in _ENDINGS:
            self.buttons[ending] = Btn(_(words))
            self.buttons[ending].clicked.connect(lambda _on=False, ending=ending: self.ask(ending))
        self.add(ButtonRow(self.print_button, *self.buttons.values()))

    def ask(self, ending: str) -> None:
        filters = next(_(words) for one, _words, words in _ENDINGS if one == ending)
        save_as(self.window(), _("Save a copy"), self._suggested + ending, [filters], self.save_to)

    def save_to(self, path: Path) -> None:
        vault, paper, journal = self._desk.bench.vault, self._paper(), self._journal

        def work(_task: Task) -> str:
            with writing():
                if path.suffix.lower() == ".pdf":
                    to_pdf(own_pages.paper_html(paper), path, paper.title)
                else:
                    path.write_bytes(own_pages.content(paper, path.suffix.lower()))
            web.note_made(vault, journal, (path.name,))
            return path.name

        self._desk.run(
            Operation(
                work,
                lane="bulk",
                changes=Changes(ledger=True),
                said=lambda name: _("Saved {name}").format(name=name),
            )
        )

    def print(self) -> None:
        paper = self._paper()
        print_html(self.window(), own_pages.paper_html(paper), paper.title)
