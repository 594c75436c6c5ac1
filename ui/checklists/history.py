"""Every answer the person gave to one check, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from footprint.checklists import Answer, Check
from footprint.dates import day_in_words, local_day
from footprint.i18n import _, ngettext
from ui.checklists import words
from ui.kit.buttons import Btn
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel

SHOWN = 20
# Presses this close together are one answer being chosen; the last of them is what was meant.
ONE_SITTING = timedelta(minutes=5)


def meant(answers: Sequence[Answer]) -> list[Answer]:
    """`answers` (newest first) without those that were put right within five minutes."""
    kept: list[Answer] = []
    for one in answers:
        if kept and kept[-1].at - one.at < ONE_SITTING:
            continue
        kept.append(one)
    return kept


class HistorySheet(Sheet):
    """Opened with `.open()`; closes with Esc."""

    def __init__(self, parent: QWidget, check: Check, answers: Sequence[Answer]) -> None:
        super().__init__(parent, _("Earlier answers"))
        self.body.addWidget(PlainLabel(check.marked, "h3"))
        found = meant(answers)
        for one in found[:SHOWN]:
            self.body.addWidget(PlainLabel(day_in_words(local_day(one.at), weekday=True), "label"))
            self.body.addWidget(PlainLabel(words.answer_line(check, one), "body", "text2"))
        if len(found) > SHOWN:
            more = len(found) - SHOWN
            said = ngettext("{n} older answer is kept too.", "{n} older answers are kept too.", more)
            self.body.addWidget(PlainLabel(said.format(n=more), "small", "text2"))
        if not found:
            self.body.addWidget(PlainLabel(_("There are no answers yet."), "body", "text2"))
        self.close_button = self.add_button(Btn(_("Close"), "primary"))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
