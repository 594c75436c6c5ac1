""" "I have 15 minutes": the ten that matter most, network by network, and how a sitting goes through them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint.checklists import QuickCheck, QuickList
from footprint.i18n import _, ngettext
from ui.checklists import words
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.layout import vbox
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space


def title() -> str:
    return _("I have 15 minutes")


def line(found: QuickList) -> str:
    n = len(found.checks)
    if not n:
        return _("There is nothing to check just now.")
    said = ngettext(
        "The check that matters most for you, {minutes}. You can stop at any time.",
        "The {n} checks that matter most for you, {minutes}. You can stop at any time.",
        n,
    )
    return said.format(n=n, minutes=words.minutes_about(found.minutes))


class QuickView(QWidget):
    """The list before and after a sitting. `start` goes through all of it, `chosen` begins at one check."""

    start = Signal()
    chosen = Signal(str, str)
    add_account = Signal()
    due = Signal()
    leave = Signal()

    def __init__(self, found: QuickList, *, due: int = 0, done: int = 0) -> None:
        """`due`: things to remove that want the person first; `done`: checks the last sitting went through."""
        super().__init__()
        self.found = found
        self.rows: list[RowButton] = []
        self.primary: Btn | None = None
        self._column = vbox(spacing=16)
        self.setLayout(self._column)
        if done:
            self._well_done(done)
        if not found.checks:
            self._nothing()
        else:
            self._start_button(again=bool(done))
        if due:
            self._add_due(due)
        for name, checks in groupby(found.checks, key=lambda one: one.network_name):
            self._add_network(name, list(checks))
        if found.left:
            left = ngettext(
                "{n} more check waits for another day.", "{n} more checks wait for another day.", found.left
            )
            self._column.addWidget(PlainLabel(left.format(n=found.left), "small", "text2"))

    def _well_done(self, done: int) -> None:
        said = ngettext("You went through {n} check.", "You went through {n} checks.", done).format(n=done)
        more = _("These come next, whenever you like.") if self.found.checks else _("Nothing more is waiting.")
        self._column.addWidget(Banner("ok", said, more))

    def _add_due(self, due: int) -> None:
        said = ngettext("{n} thing to remove is due", "{n} things to remove are due", due).format(n=due)
        row = RowButton(said, _("Somebody may have answered. It is soon looked at."), icon="remove", last=True)
        row.clicked.connect(self.due)
        card = Card()
        space(card.body, 0, (8, 8, 8, 8))
        card.add(row)
        self._column.addWidget(card)

    def _nothing(self) -> None:
        add = Btn(_("Add an account"), "primary")
        add.clicked.connect(self.add_account)
        self.primary = add
        self._column.addWidget(
            EmptyState(
                "check_circle",
                _("Nothing is waiting"),
                _("Every check is dealt with for now. Add an account you have not named yet, or enjoy your time."),
                add,
            )
        )

    def _start_button(self, *, again: bool) -> None:
        begin = Btn(_("Go through these") if again else _("Start"), "primary")
        begin.clicked.connect(self.start)
        self.primary = begin
        back = Btn(_("Not now"), "quiet")
        back.clicked.connect(self.leave)
        self._column.addWidget(ButtonRow(begin, back, gap=8))

    def _add_network(self, name: str, checks: Sequence[QuickCheck]) -> None:
        card = Card()
        space(card.body, 4, (8, 14, 8, 8))
        heading = Heading(name, "h2")
        heading.setContentsMargins(px(12), 0, px(12), 0)
        card.add(heading)
        for one in checks:
            row = RowButton(
                one.check.marked, one.why, words.minutes_about(math.ceil(one.check.minutes)), last=one is checks[-1]
            )
            row.clicked.connect(lambda _on=False, one=one: self.chosen.emit(one.network, one.check.id))
            self.rows.append(row)
            card.add(row)
        self._column.addWidget(card)


def parts(found: QuickList) -> list[tuple[str, tuple[str, ...]]]:
    """Network by network, the ids of its checks."""
    return [
        (network, tuple(one.check.id for one in checks))
        for network, checks in groupby(found.checks, key=lambda one: one.network)
    ]


class Sitting:
    """The networks still to go through, each with its checks; it only counts, the page opens what comes next."""

    def __init__(self, left: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        self._left = list(left)
        self.done = 0

    def starting_at(self, network: str) -> Sitting:
        """With this network first; the others keep their order."""
        self._left.sort(key=lambda one: one[0] != network)
        return self

    def next(self) -> tuple[str, tuple[str, ...]] | None:
        """The network to open now and its checks; None when all were gone through."""
        return self._left[0] if self._left else None

    def went_through(self, answered: int) -> None:
        """The first network is finished; `answered` of its checks have an answer from this sitting."""
        self._left.pop(0)
        self.done += answered
