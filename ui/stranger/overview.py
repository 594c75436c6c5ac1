"""The list: the next account to look at, what a stranger could learn over all networks, and every account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.checklists import stranger
from footprint.checklists.stranger import Learned, Seen
from footprint.i18n import N_, _, ngettext
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.rows import RowButton
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import px, space
from ui.stranger import words
from ui.stranger.learned import line
from ui.stranger.now import Overview, Row

ROWS_AT_ONCE = 40
# Over all networks only that can be claimed which was looked at.
_OVER_ALL = {
    Seen.SEEN: N_("Can be seen"),
    Seen.NOT_SEEN: N_("Not seen where you looked"),
    Seen.NOT_LOOKED: N_("Not looked at everywhere"),
}


class LookList(QWidget):
    """`look` begins or carries on with a look at an account, `learned` shows its last one."""

    look = Signal(str, str)  # network, account
    learned = Signal(str)  # look
    add_account = Signal()

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self.overview = overview
        self.rows: list[RowButton] = []
        self.primary: Btn | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        if overview.rows:
            self._next(overview.rows[0])
            if overview.card.looks:
                self._learned()
            self._accounts()
        else:
            self._nothing()
        self._without()

    def _nothing(self) -> None:
        self.primary = Btn(_("Add an account"), "primary", icon="plus")
        self.primary.clicked.connect(self.add_account)
        said = _("Add a network you use. Then look at yourself there as a stranger does. It takes about 5 minutes.")
        self._column.addWidget(EmptyState("eye", _("Nothing to look at yet"), said, self.primary))

    def _next(self, one: Row) -> None:
        card = Card("hero")
        lead, verb = _next_words(one)
        card.add(PlainLabel(lead, "small", "accent_text"))
        card.add(Heading(_("Look at yourself on {name}").format(name=one.name), "h2"))
        card.add(PlainLabel(_("You open it logged out, and tick what you see. About 5 minutes.")))
        self.primary = Btn(verb, "primary", icon="eye")
        self.primary.setAccessibleName(_("{verb}: {name}").format(verb=verb, name=one.name))
        self.primary.clicked.connect(lambda: self.look.emit(one.network.id, one.account.id))
        card.body.addSpacing(px(4))
        card.add(ButtonRow(self.primary))
        self._column.addWidget(card)

    def _learned(self) -> None:
        card = Card(title=_("What a stranger could learn"))
        space(card.body, 8, (20, 18, 20, 18))
        self.card = card
        lines = self.overview.card.lines
        seen = [one for one in lines if one.seen_on]
        open_ = [one for one in lines if not one.seen_on and one.not_looked_on]
        rest = [one for one in lines if not one.seen_on and not one.not_looked_on]
        for group, some in ((Seen.SEEN, seen), (Seen.NOT_SEEN, rest), (Seen.NOT_LOOKED, open_)):
            if some:
                card.body.addSpacing(px(4))
                card.add(Heading(_(_OVER_ALL[group]), "h3"))
            for one in some:
                card.add(line(group, stranger.label(one.sign), self._where(one, group)))
        if self.overview.not_yet:
            said = _("Not in here, because you have not looked there: {names}.")
            card.add(PlainLabel(said.format(names=", ".join(self.overview.not_yet)), "small", "text2"))
        self._column.addWidget(card)

    def _where(self, one: Learned, group: Seen) -> str:
        """On which networks, and on which of them nobody looked."""
        names = self.overview.names
        said = []
        if group is Seen.SEEN:
            said.append(_("On {names}.").format(names=_named(one.seen_on, names)))
        elif one.not_seen_on:
            said.append(_("Not seen on {names}.").format(names=_named(one.not_seen_on, names)))
        if one.not_looked_on:
            said.append(_("Not looked at on {names}.").format(names=_named(one.not_looked_on, names)))
        return " ".join(said)

    def _accounts(self) -> None:
        card = Card()
        space(card.body, 4, (8, 14, 8, 8))
        title = Heading(_("Your accounts"), "h2")
        title.setContentsMargins(px(12), 0, px(12), 0)
        card.add(title)
        self._accounts_card = card
        rest = self.overview.rows[ROWS_AT_ONCE:]
        self._show_rows(self.overview.rows[:ROWS_AT_ONCE])
        if rest:
            more = Btn(ngettext("Show {n} more", "Show {n} more", len(rest)).format(n=len(rest)), "quiet", icon="down")
            more.clicked.connect(lambda: self._show_rest(more, rest))
            card.add(more)
            self.more = more
        self._column.addWidget(card)

    def _show_rows(self, some: Sequence[Row]) -> None:
        for one in some:
            pill, tone = words.status(one, self.overview)
            row = RowButton(one.name, words.meta(one), pill, tone, letter=one.name[:1], last=one is some[-1])
            row.clicked.connect(lambda _on=False, one=one: self._open(one))
            self.rows.append(row)
            self._accounts_card.add(row)

    def _show_rest(self, more: Btn, rest: Sequence[Row]) -> None:
        more.hide()
        first = len(self.rows)
        self._show_rows(rest)
        QTimer.singleShot(0, self.rows[first], self.rows[first].setFocus)

    def _open(self, one: Row) -> None:
        """To what was seen, or to the look where there is none to see or one to carry on with."""
        if one.last is not None and one.begun is None:
            self.learned.emit(one.last.id)
        else:
            self.look.emit(one.network.id, one.account.id)

    def _without(self) -> None:
        if not self.overview.without:
            return
        names = ", ".join(name.replace("_", " ").capitalize() for name in self.overview.without)
        said = _("We have no steps yet for: {names}. Open your profile there in a private window, signed out.")
        self._column.addWidget(PlainLabel(said.format(names=names), "small", "text2"))


def _next_words(one: Row) -> tuple[str, str]:
    if one.begun is not None:
        left = len(one.begun.not_looked)
        said = ngettext("{n} thing is still to look at", "{n} things are still to look at", left)
        return said.format(n=left), _("Carry on")
    if one.last is None:
        return _("You have not looked here yet"), _("Look now")
    said = _("You last looked on {day}").format(day=words.day(one.last))
    return said, _("Look again")


def _named(networks: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(sorted((names.get(one, one) for one in networks), key=str.casefold))
