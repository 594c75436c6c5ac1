"""One step, whole: why it cannot wait, what to do, and the buttons that do it or leave it out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.dates import number
from footprint.i18n import _
from footprint.reminders.events import Form, Mark, Standing, Step
from ui.checklists.page_part import fill_page
from ui.events import words
from ui.events.now import OneEvent
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.layout import Fold, vbox
from ui.kit.rows import RowButton
from ui.kit.steps import NumberedSteps
from ui.kit.text import Heading, PlainLabel
from ui.places import every_place


class StepCard(Card):
    """`primary` is what Ctrl+Enter presses. Nothing is kept before the person presses a button."""

    marked = Signal(object)  # Mark | None
    checks_asked = Signal(str)  # the network to begin with, "" for the first
    opened = Signal()
    link = Signal(str)

    def __init__(self, now: OneEvent, step: Step, at: int) -> None:
        super().__init__("hero" if step.standing is Standing.OPEN else "plain")
        self.step, self._now = step, now
        self.primary: Btn | None = None
        self.rows: list[RowButton] = []
        total = len(now.audit.asked)
        self.add(PlainLabel(_("Step {n} of {total}").format(n=number(at), total=number(total)), "small", "accent_text"))
        self.heading = Heading(step.file.title, "h2")
        self.add(self.heading)
        self.add(PlainLabel(step.file.why))
        if step.file.steps:
            self.add(NumberedSteps(list(step.file.steps)))
        self._add_parts()
        self._add_pages()
        self._add_buttons()

    def _add_parts(self) -> None:
        if not self.step.parts:
            return
        rows = QWidget()
        column = vbox(spacing=0)
        rows.setLayout(column)
        for part in self.step.parts:
            done = not part.left
            row = RowButton(
                part.name,
                words.part(part),
                tone="done" if done else "neutral",
                icon="check_circle" if done else "checklist",
                last=part is self.step.parts[-1],
            )
            row.clicked.connect(lambda _on=False, one=part.network: self.checks_asked.emit(one))
            self.rows.append(row)
            column.addWidget(row)
        self.add(rows)

    def _add_pages(self) -> None:
        for page in self.step.pages:
            fold = Fold(page.name)
            now = self._now.networks[page.network]

            def fill(is_open: bool, fold: Fold = fold, now: object = now, page: object = page) -> None:
                if is_open and not fold.body.count():
                    fill_page(fold.body, now, page.page, self.link.emit, self.step.file.title)

            fold.toggled.connect(fill)
            self.add(fold)

    def _add_buttons(self) -> None:
        step = self.step
        buttons: list[QWidget] = []
        if step.standing is Standing.OPEN:
            buttons = self._ways()
            leave = Btn(_("Leave this out"), "quiet")
            leave.clicked.connect(lambda: self.marked.emit(Mark.LEFT_OUT))
            buttons.append(leave)
        elif step.file.form is not Form.CHECKS or step.standing is Standing.LEFT_OUT:
            back = Btn(_("Do this step after all") if step.standing is Standing.LEFT_OUT else _("It is not done yet"))
            back.clicked.connect(lambda: self.marked.emit(None))
            buttons = [back]
        if step.file.link:
            go = Btn(step.file.link_label, "quiet", "external")
            go.clicked.connect(lambda: self.link.emit(step.file.link))
            buttons.append(go)
        if buttons:
            self.add(ButtonRow(*buttons))

    def _ways(self) -> list[QWidget]:
        """What does the step: the page or the checks it opens first, then the tick."""
        form = self.step.file.form
        if form is Form.CHECKS:
            some = any(not one.left for one in self.step.parts)
            go = Btn(_("Go on with these checks") if some else _("Start these checks"), "primary")
            go.clicked.connect(lambda: self.checks_asked.emit(""))
            self.primary = go
            return [go]
        done = Btn(_("Put the pause on") if form is Form.PAUSE else _("I have done this"))
        done.clicked.connect(lambda: self.marked.emit(Mark.DONE))
        if form is not Form.OPEN:
            done.set_kind("primary")
            self.primary = done
            return [done]
        names = {one.name: _(one.label) for one in every_place()}
        go = Btn(_("Open “{place}”").format(place=names[self.step.file.place]), "primary")
        go.clicked.connect(self.opened)
        self.primary = go
        return [go, done]
