"""One person: what the copy says, what to ask oneself, and what can be said about them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.archives.connections import PROMPTS, SIGNS, Choice, Prompt, Somebody
from footprint.archives.records import Relation
from footprint.dates import number
from footprint.i18n import _
from ui.connections import words
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.keys import choice_keys
from ui.kit.layout import Fold, hbox
from ui.kit.rows import RowButton
from ui.kit.text import Heading, IconLabel, PlainLabel
from ui.kit.theme import space

CHOICES = {1: Choice.TRUST, 2: Choice.DISCUSS, 3: Choice.UNFRIEND, 4: Choice.LIMIT}
THROUGH_WORK = 5
_ICONS = {Choice.TRUST: "check", Choice.DISCUSS: "chat", Choice.UNFRIEND: "close", Choice.LIMIT: "eye_off"}
_BESIDE_ROWS = (12, 0, 12, 0)
_REQUESTS = (Relation.ASKED_ME, Relation.ASKED_BY_ME)


class PersonCard(Card):
    """Names come from outside and are shown as plain text."""

    said = Signal(str)
    through_work = Signal()
    opened = Signal(str)
    passed = Signal()

    def __init__(self, one: Somebody, network: str, at: int, total: int) -> None:
        super().__init__()
        self.person = one
        space(self.body, 8, (8, 18, 8, 12))
        column = QVBoxLayout()
        space(column, 8, _BESIDE_ROWS)
        self.body.addLayout(column)
        place = _("Person {n} of {total}").format(n=number(at + 1), total=number(total))
        column.addWidget(PlainLabel(place, "small", "text2"))
        self.heading = Heading(one.shown, "h2")
        head = hbox(IconLabel("people", "accent", 22, tile="accent_soft", box=44), self.heading, spacing=12)
        head.setStretch(1, 1)
        column.addLayout(head)
        for line in (words.link(one, network), one.words, words.heard(one)):
            if line:
                column.addWidget(PlainLabel(line, colour="text2"))
        if one.link:
            go = Btn(_("Open their page"), icon="external")
            go.clicked.connect(lambda: self.opened.emit(one.link))
            column.addWidget(ButtonRow(go))
        column.addWidget(_fold(_("What to ask yourself"), PROMPTS))
        if set(one.relations) & set(_REQUESTS):
            column.addWidget(_fold(_("Signs of an odd request"), SIGNS))
        column.addWidget(Heading(_("Do you know this person outside work?"), "h3"))
        self._add_choices()

    def _add_choices(self) -> None:
        rows = QWidget()
        inside = QVBoxLayout(rows)
        space(inside, 0)
        self.choices: dict[Choice, RowButton] = {}
        for n, choice in CHOICES.items():
            row = RowButton(
                words.title(choice), words.meta(choice), icon=_ICONS[choice], chevron=False, hint=choice_keys(n)
            )
            row.clicked.connect(lambda _on=False, choice=choice: self.said.emit(choice.value))
            self.choices[choice] = row
            inside.addWidget(row)
        self.work_row = RowButton(
            _("I met them through work"),
            _("They or their family use services I work in."),
            icon="flag",
            tone="warn",
            chevron=False,
            hint=choice_keys(THROUGH_WORK),
            last=True,
        )
        self.work_row.clicked.connect(self.through_work)
        inside.addWidget(self.work_row)
        self.body.addWidget(rows)
        later = Btn(_("Next person"), "quiet", "right")
        later.clicked.connect(self.passed)
        self.body.addLayout(hbox(ButtonRow(later), margins=_BESIDE_ROWS))


def _fold(title: str, prompts: tuple[Prompt, ...]) -> Fold:
    fold = Fold(title)
    for one in prompts:
        fold.body.addWidget(PlainLabel(one.words, colour="text2"))
    return fold
