""" "On my phone": the checks that exist only in a phone app, large enough to hold the phone beside, and to print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import PhoneCheck, matrix
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from ui.checklists import paper, phone_sheet
from ui.checklists.now import OnPhone
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.layout import Columns, vbox
from ui.kit.qr import QrCode
from ui.kit.steps import NumberedSteps
from ui.kit.text import Heading, PlainLabel
from ui.saving import save_as

# So many checks stand on the page at once; the rest a press away. The print-out always has all of them.
AT_ONCE = 6


class PhonePage(QWidget):
    """Shown inside the page of the checklists."""

    answer = Signal(str, str)  # network, check

    def __init__(self, desk: Desk, found: OnPhone) -> None:
        super().__init__()
        self.desk = desk
        self.found = found
        self._shown = 0
        self._name = ""
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        if not found.checks:
            self._column.addWidget(
                EmptyState(
                    "check_circle",
                    _("Nothing to do on your phone"),
                    _("Checks that are only in a phone app show here, on one page you can print."),
                )
            )
            return
        self.print_button = Btn(_("Print"), icon="print")
        self.print_button.clicked.connect(self.print_it)
        self.save_button = Btn(_("Save a copy"), icon="download")
        self.save_button.clicked.connect(self.save_it)
        self._column.addWidget(ButtonRow(self.print_button, self.save_button, gap=8))
        self._list = vbox(spacing=16)
        self._column.addLayout(self._list)
        self.more = Btn("", "secondary", icon="down")
        self.more.clicked.connect(self.show_more)
        self._column.addWidget(ButtonRow(self.more))
        self.show_more()

    def html(self) -> str:
        """Off the main thread: it draws a code for every link."""
        return phone_sheet.sheet(self.found.checks)

    def print_it(self) -> None:
        if self.found.checks:
            self.desk.read(lambda _task: self.html(), self._print)

    def _print(self, html: str) -> None:
        from ui.kit.printing import print_html

        print_html(self, html, phone_sheet.title())

    def save_it(self) -> None:
        if self.found.checks:
            name = f"online-check-{self.found.today.isoformat()}.pdf"
            save_as(self, _("Save a copy"), name, [_("PDF (*.pdf)"), _("Web page (*.html)")], self.save_to)

    def save_to(self, path: Path) -> None:
        def write(_task: Task) -> None:
            paper.write(self.html(), path, phone_sheet.title())

        self.desk.run(Operation(write, lane="bulk", said=lambda _done: _("Saved")), origin=self)

    def show_more(self) -> None:
        """The next few checks."""
        batch = self.found.checks[self._shown : self._shown + AT_ONCE]
        for one in batch:
            if phone_sheet.group(one) != self._name:
                self._name = phone_sheet.group(one)
                self._list.addWidget(Heading(self._name, "h2"))
            self._list.addWidget(self._card(one))
        self._shown += len(batch)
        left = len(self.found.checks) - self._shown
        said = ngettext("Show {n} more", "Show {n} more", left).format(n=left)
        self.more.setText(said)
        self.more.setVisible(left > 0)

    def _card(self, one: PhoneCheck) -> Card:
        check = one.state.check
        words = QWidget()
        parts: list[QWidget] = [Heading(check.marked, "h3"), NumberedSteps(list(check.phone or check.web))]
        if check.menu:
            parts.append(PlainLabel(_("Where it is: {path}").format(path=check.menu), "small", "text2"))
        button = Btn(_("Answer this check"), "quiet", icon="right")
        button.setAccessibleDescription(check.title)
        button.clicked.connect(lambda: self.answer.emit(one.network, check.id))
        words.setLayout(vbox(*parts, button))
        card = Card()
        link, said = phone_sheet.code_of(one)
        if link:
            code = QWidget()
            code.setLayout(vbox(QrCode(matrix(link, border=0), said), PlainLabel(said, "small", "text2"), None))
            card.add(Columns([words, code], [3, 1], 520))
        else:
            card.add(words)
        return card
