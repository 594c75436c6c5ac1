"""How every site answered about a username: found, cannot tell and why, and no profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search.probes import Answer, Reason, Result, Run
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.search.sites.calibration import CalibrationCard

_MOST = 60  # lines of text shown for one kind of answer


class ProbeOutcome(QWidget):
    """Found first, then what could not be told and why; “no profile” last, as it is the least to act on."""

    sort_chosen = Signal()
    left = Signal()
    accounts_asked = Signal()
    by_hand_chosen = Signal()

    def __init__(self, run: Run) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 16)
        self._run = run
        found, unsure = run.of(Answer.FOUND), run.of(Answer.CANNOT_TELL)
        to_sort = [one for one in found if not one.declared]
        card = Card(title=_("Asking was stopped") if run.stopped else _("What the sites said"))
        if run.told:
            self.banner = Banner("warn" if unsure or run.stopped else "ok", run.sentence)
        else:
            words = _("{how} This says nothing about you. Look in your own browser instead.").format(how=run.sentence)
            self.banner = Banner("warn", _("No site could tell us"), words)
        card.add(self.banner)
        if to_sort:
            card.add(
                PlainLabel(_("A profile with this username need not be yours. Sort them to say so."), "small", "text2")
            )
        self.sort = Btn(_("Sort the results"), "primary")
        self.sort.clicked.connect(self.sort_chosen)
        self.done = Btn(_("All ways to look"), "quiet" if to_sort else "primary", "left")
        self.done.clicked.connect(self.left)
        self.by_hand = Btn(_("Look in my own browser"), "primary", "external")
        self.by_hand.clicked.connect(self.by_hand_chosen)
        first = self.sort if to_sort else None if run.told else self.by_hand
        self.done.set_kind("primary" if first is None else "quiet")
        self.primary = first or self.done
        card.add(ButtonRow(*([first] if first is not None else []), self.done))
        column.addWidget(card)
        self.calibration = CalibrationCard(run.calibration)
        self.calibration.accounts_asked.connect(self.accounts_asked)
        column.addWidget(self.calibration)
        for part in (_found_card(found), _unsure_card(unsure), _absent_card(run.of(Answer.ABSENT))):
            if part is not None:
                column.addWidget(part)
        column.addStretch(1)


@dataclass(frozen=True)
class _Same:
    """Results that could not tell for one and the same reason."""

    reason: Reason
    results: tuple[Result, ...]


def _found_card(found: Sequence[Result]) -> Card | None:
    if not found:
        return None
    card = Card(title=Answer.FOUND.label)
    mine = [one for one in found if one.declared]
    others = [one for one in found if not one.declared]
    for words, results in ((_("Accounts you listed"), mine), (_("To sort"), others)):
        if results:
            card.add(Heading(words, "h3"))
            card.add(PlainLabel(_lines([f"{one.site_name}: {one.address}" for one in results]), "body", "text2"))
    return card


def _unsure_card(unsure: Sequence[Result]) -> Card | None:
    if not unsure:
        return None
    card = Card(title=Answer.CANNOT_TELL.label)
    card.add(
        PlainLabel(_("You may or may not have a profile there. Look in your own browser to be sure."), colour="text2")
    )
    for same in _by_reason(unsure):
        sites = list(dict.fromkeys(one.site_name for one in same.results))
        count = ngettext("{n} site", "{n} sites", len(sites)).format(n=number(len(sites)))
        fold = Fold(f"{same.reason.label} ({count})")
        fold.body.addWidget(PlainLabel(_lines(sites), "small", "text2"))
        card.add(fold)
    return card


def _absent_card(absent: Sequence[Result]) -> Card | None:
    if not absent:
        return None
    card = Card(title=Answer.ABSENT.label)
    names = [f"{one.site_name}: {one.handle}" for one in absent]
    fold = Fold(ngettext("{n} answer", "{n} answers", len(names)).format(n=number(len(names))))
    fold.body.addWidget(PlainLabel(_lines(names), "small", "text2"))
    card.add(PlainLabel(_("The site said no, and showed that it can say yes."), colour="text2"))
    card.add(fold)
    return card


def _by_reason(results: Sequence[Result]) -> tuple[_Same, ...]:
    """The reason most of them share first."""
    found: dict[Reason, list[Result]] = {}
    for one in results:
        found.setdefault(one.reason, []).append(one)
    return tuple(_Same(why, tuple(found[why])) for why in sorted(found, key=lambda one: -len(found[one])))


def _lines(words: Sequence[str]) -> str:
    more = len(words) - _MOST
    shown = "\n".join(words[:_MOST])
    if more <= 0:
        return shown
    return shown + "\n" + ngettext("and {n} more", "and {n} more", more).format(n=number(more))
