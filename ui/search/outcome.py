"""How a search ended, line by line: a look that failed is never shown as one that found nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from footprint.i18n import _, ngettext
from footprint.search import Outcome, Provider, Run
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold, hbox
from ui.kit.text import PlainLabel
from ui.search.wording import outcome_label

_TONES = {Outcome.RESULTS: "ok", Outcome.EMPTY: "ok", Outcome.PARTIAL: "warn"}


class OutcomeCard(Card):
    sort_chosen = Signal()
    again_chosen = Signal()

    def __init__(self, run: Run, providers: Sequence[Provider]) -> None:
        super().__init__(title=_title(run))
        self.primary: Btn | None = None
        labels = {one.name: one.label for one in providers}
        found = sum(look.results for look in run.looks)
        self.add(Banner(_TONES.get(run.outcome, "danger"), _headline(run, found), run.outcome.sentence))
        lines = Fold(_("How each line ended"), is_open=not run.outcome.searched)
        for look in run.looks:
            name = labels.get(look.provider, look.provider)
            pill = outcome_label(look.outcome)
            row = PlainLabel(f"{name}: {look.words}", "label")
            lines.body.addWidget(row)
            lines.body.addWidget(PlainLabel(f"{pill}. {look.note}".strip(" ."), "small", "text2"))
        self.add(lines)
        self._add_buttons(found)

    def _add_buttons(self, found: int) -> None:
        again = Btn(_("Look again"), "secondary")
        again.clicked.connect(self.again_chosen)
        if found:
            sort = Btn(_("Sort the results"), "primary")
            sort.clicked.connect(self.sort_chosen)
            self.primary = sort
            self.body.addLayout(hbox(sort, again, None))
        else:
            self.body.addLayout(hbox(again, None))


def _title(run: Run) -> str:
    return _("The search was stopped") if run.stopped else _("The search has ended")


def _headline(run: Run, found: int) -> str:
    if run.stopped:
        return _("Stopped. What came back so far is kept.")
    if found:
        return ngettext("{n} result came back", "{n} results came back", found).format(n=found)
    return outcome_label(run.outcome)
