"""Asking which checks go on paper, and then printing the large list or saving it as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from footprint.checklists import NetworkFile
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from ui.checklists import paper
from ui.checklists.large_print import POINTS, large_print, title
from ui.checklists.now import Now
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.choices import Choices, Option
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel
from ui.saving import save_as

MAIN, ALL = "main", "all"


class LargeSheet(Sheet):
    """Stays open until the list is handed to the printer or saved, so that a closed sheet prints nothing."""

    def __init__(self, desk: Desk, parent: QWidget, now: Now) -> None:
        super().__init__(parent, _("Print a large list"))
        self.desk, self.network, self.today = desk, now.network, now.today
        self._window = parent.window()
        words = _("Letters of {n} points, black on white, with a box to tick for each choice.").format(n=POINTS)
        self.add(PlainLabel(words))
        options = _options(self.network)
        self.which = Choices(_("Which checks?"), options)
        self.which.set_value(options[0].value)
        if len(options) > 1:
            self.add(self.which)
        else:
            self.which.setParent(self)
            self.which.hide()
        self.add(PlainLabel(_("Nothing about you is on it. The web page is best for a screen reader."), colour="text2"))
        self.close_button = self.add_button(Btn(_("Close")))
        self.close_button.clicked.connect(self.reject)
        self.save_button = self.add_button(Btn(_("Save a copy"), icon="download"))
        self.save_button.clicked.connect(self.save_it)
        self.print_button = self.add_button(Btn(_("Print"), "primary", "print"))
        self.print_button.clicked.connect(self.print_it)

    def print_it(self) -> None:
        network, today, essential_only = self._asked()

        def make(_task: Task) -> str:
            return large_print(network, today, essential_only=essential_only)

        self.desk.read(make, self._print)

    def save_it(self) -> None:
        name = f"large-list-{self.today.isoformat()}.pdf"
        kinds = [_("PDF (*.pdf)"), _("Web page (*.html)")]
        save_as(self, _("Save a copy"), name, kinds, self.save_to)

    def save_to(self, path: Path) -> None:
        network, today, essential_only = self._asked()

        def write(_task: Task) -> None:
            paper.write(large_print(network, today, essential_only=essential_only), path, title(network))

        self.desk.run(Operation(write, lane="bulk", said=lambda _done: _("Saved")), then=self._saved)

    def _asked(self) -> tuple[NetworkFile, date, bool]:
        return self.network, self.today, self.which.value == MAIN

    def _print(self, html: str) -> None:
        from ui.kit.printing import print_html

        if self.isVisible():
            self.accept()
            print_html(self._window, html, title(self.network))

    def _saved(self, _done: object) -> None:
        self.accept()


def _options(network: NetworkFile) -> list[Option]:
    """The main ones first: they fit on fewer pages. Where all are main, or none is, there is nothing to choose."""
    live = [check for check in network.checks if not check.retired]
    main = sum(check.essential for check in live)
    every = ngettext("All {n} check", "All {n} checks", len(live)).format(n=len(live))
    if not 0 < main < len(live):
        return [Option(ALL, every)]
    words = ngettext("Only the {n} main check", "Only the {n} main checks", main).format(n=main)
    return [Option(MAIN, words, _("Shorter: for most people this is enough")), Option(ALL, every)]
