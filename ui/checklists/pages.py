"""One settings page of the walk-through: its checks, each with its question, and what stands beside them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from footprint.checklists import Guidance, SettingsPage
from footprint.i18n import _, ngettext
from ui.checklists import words
from ui.checklists.how import open_button
from ui.checklists.note import NoteBox
from ui.checklists.now import Now
from ui.checklists.question import Question
from ui.checklists.side import hidden_card, statements, why_card
from ui.checklists.trail import Trail
from ui.kit.button_row import ButtonRow
from ui.kit.cards import Banner, Card
from ui.kit.layout import vbox
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px

_CLOSE = 6


class SettingsPageView(QWidget):
    """The centre of the frame; `side_widgets` go beside it."""

    opened = Signal(str)

    def __init__(self, now: Now, trail: Trail, guidance: Guidance, *, on: str, resumed: str = "") -> None:
        super().__init__()
        self.now = now
        self.page: SettingsPage = now.again(trail.page)
        self._guidance = guidance
        alone = len(self.page.checks) == 1
        self._column = vbox(spacing=_CLOSE if alone else 12)
        self.setLayout(self._column)
        if resumed:
            self._column.addWidget(Banner("info", resumed))
            self._column.addSpacing(px(_CLOSE) if alone else 0)
        self._top = vbox(PlainLabel(_where(trail), "small", "text2"), spacing=_CLOSE)  # close above its heading
        self._column.addLayout(self._top)
        self.questions: list[Question] = []
        self.heading = self._head(alone)
        link = now.address(self.page.link)
        for state in self.page.checks:
            own = now.address(state.check.link)
            wanted = own if alone or own != link else ""
            question = Question(now, state, on=on, alone=alone, link=wanted)
            question.opened.connect(self.opened)
            self.questions.append(question)
            self._add(question, alone)
        if alone:
            self.heading = self.questions[0].heading

    def _head(self, alone: bool) -> Heading:
        """Several checks stand under a heading of their own, with one button for the page they share."""
        if alone:
            return Heading("", "h1")
        count = len(self.page.checks)
        heading = Heading(self.page.group_title, "h1")
        self._top.addWidget(heading)
        if not any(words.is_setting(one.check) for one in self.page.checks):
            said = ngettext("{n} question that stands alone.", "{n} questions that belong together.", count)
            self._column.addWidget(PlainLabel(said.format(n=count), "body"))
            return heading
        said = ngettext(
            "{n} setting on one page of {name}. Open it once, then answer each question.",
            "{n} settings on one page of {name}. Open it once, then answer each question.",
            count,
        )
        self._column.addWidget(PlainLabel(said.format(n=count, name=self.now.network.name), "body"))
        link = self.now.address(self.page.link)
        if link:
            self._column.addWidget(ButtonRow(open_button(self.now.network, link, self.opened.emit)))
        if self.page.menu:
            said = _("Where it is: {path}").format(path=self.page.menu)
            self._column.addWidget(PlainLabel(said, "small", "text2"))
        return heading

    def _add(self, question: Question, alone: bool) -> None:
        if alone:
            if question.check.private_note:
                question.add_note(NoteBox(question.check, self.now.note(question.check), rows=3))
            self._column.addWidget(question)
            return
        card = Card()
        card.add(question)
        self._column.addWidget(card)

    def side_widgets(self) -> list[QWidget]:
        """Why this matters, what cannot be hidden, and the note of a check that is alone."""
        made = [why_card(statements(self._guidance, self.page)), hidden_card(self.now.network)]
        beside = [one for one in made if one is not None]
        if len(self.questions) == 1 and self.questions[0].note is not None:
            beside.append(self.questions[0].note)
        elif len(self.questions) == 1 and not self.questions[0].check.private_note:
            beside.append(PlainLabel(words.no_note(), "small", "text2"))
        return beside

    def question(self, check_id: str) -> Question | None:
        return next((one for one in self.questions if one.check.id == check_id), None)

    def show_now(self, now: Now) -> None:
        self.now = now
        for question in self.questions:
            state = now.states.get(question.check.id)
            if state is not None:
                question.show_state(now, state)

    def unanswered(self) -> Question | None:
        """The first check of the page without an answer."""
        return next((one for one in self.questions if not one.answered), None)

    def at_hand(self) -> Question | None:
        """The check the focus is in, else the first without an answer, else the first."""
        now = QApplication.focusWidget()
        holding = (one for one in self.questions if now is not None and one.isAncestorOf(now))
        return next(holding, None) or self.unanswered() or next(iter(self.questions), None)

    def flush(self) -> None:
        for question in self.questions:
            question.flush()


def _where(trail: Trail) -> str:
    first, last, total = trail.numbers
    if first == last:
        said = _("Check {n} of {total}").format(n=first, total=total)
    else:
        said = _("Checks {first} to {last} of {total}").format(first=first, last=last, total=total)
    return _("Go further: {where}").format(where=said[0].lower() + said[1:]) if trail.further else said
