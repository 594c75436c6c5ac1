"""The one next step: what is proposed and why, what it takes, and the way to another one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from footprint.i18n import _
from footprint.log.ladder import Entry, Outcome, Rung, Standing
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn, LinkBtn
from ui.kit.cards import Banner, Card
from ui.kit.text import BoldText, Heading, PlainLabel
from ui.kit.theme import space
from ui.log.rungs.words import LINE, done_words, in_order, lasts
from ui.page import clear

# For these a message is written, or steps stand in a card of their own: noting it here is the lesser way.
_ELSEWHERE = (Rung.PERSON, Rung.SITE, Rung.ERASURE, Rung.COMPLAINT, Rung.YOURSELF, Rung.PRESERVE)


class NextCard(Card):
    """Emits the rung that was done, or how a wait ended, or that another one is wanted."""

    done = Signal(str)
    ended = Signal(str, str)  # Rung and Outcome by their values
    another = Signal()
    link_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(title=_("Next step"))
        self._rung: Rung | None = None
        self.words = Heading("", "h3")
        self.why = PlainLabel("")
        self.instead = PlainLabel("", "small", "text2")
        self.bounced = Banner("warn", _("The last message to this contact came back"), _("Look for another address."))
        self.takes = BoldText("")
        self._links = QVBoxLayout()
        space(self._links, 6)
        self.did = Btn("", icon="check")
        self.did.clicked.connect(lambda: self._rung is not None and self.done.emit(self._rung.value))
        self.heard = Btn(_("I have their answer"), icon="check")
        self.heard.clicked.connect(lambda: self._end(Outcome.DONE))
        self.silent = Btn(_("No answer yet"))
        self.silent.clicked.connect(lambda: self._end(Outcome.SILENCE))
        self.other = Btn(_("Choose another step"), "quiet")
        self.other.clicked.connect(self.another)
        for part in (self.words, self.why, self.instead, self.bounced, self.takes, self._links):
            self.add(part)
        self.add(ButtonRow(self.did, self.heard, self.silent, self.other))

    @property
    def leads(self) -> bool:
        """This card has the step itself; no other card does."""
        return self._rung is not None and self._rung not in _ELSEWHERE

    def show_standing(self, standing: Standing, *, asked_elsewhere: bool) -> None:
        """`asked_elsewhere`: another card asks what came of a wait."""
        proposal = standing.proposal
        self._rung = proposal.rung
        step = standing.step(proposal.rung) if proposal.rung is not None else None
        self.words.setText(self._title(standing))
        self.why.setText(proposal.why)
        if proposal.chosen and step is not None:
            self.why.setText(step.why)
        self.instead.setText(_chosen_words(standing))
        self.instead.setVisible(proposal.chosen)
        self.bounced.setVisible(standing.bounced is not None)
        acting = step is not None and not proposal.waiting
        self.takes.setText(_takes(step.entry) if acting else "")
        self.takes.setVisible(acting)
        self._show_links(step.entry.links if acting else ())
        self.did.setVisible(acting)
        if step is not None:
            self.did.setText(done_words(step.rung))
        late = step is not None and proposal.waiting and not asked_elsewhere
        self.heard.setVisible(late)
        self.silent.setVisible(late)
        self.other.setVisible(any(one.open and one.rung is not proposal.rung for one in standing.steps))

    def _title(self, standing: Standing) -> str:
        proposal = standing.proposal
        if proposal.rung is None:
            return _("Nothing to do now")
        title = standing.step(proposal.rung).entry.title
        if proposal.waiting:
            return _("Waiting: {rung}").format(rung=title)
        return _("Once more: {rung}").format(rung=title) if proposal.again else title

    def _show_links(self, links: tuple[object, ...]) -> None:
        clear(self._links)
        for one in links:
            button = LinkBtn(one.label)
            button.set_flush()
            button.clicked.connect(lambda _on=False, link=one.link: self.link_asked.emit(link))
            self._links.addWidget(button)

    def _end(self, outcome: Outcome) -> None:
        if self._rung is not None:
            self.ended.emit(self._rung.value, outcome.value)


def _takes(entry: Entry) -> str:
    if not entry.wait:
        return in_order(entry.takes)
    wait = _("How long to wait: {time}.").format(time=lasts(entry.wait, entry.unit))
    return LINE.join((in_order(entry.takes), wait))


def _chosen_words(standing: Standing) -> str:
    instead = standing.proposal.instead
    if instead is None:
        return _("You chose this.")
    return _("You chose this. We would do this first: {rung}.").format(rung=standing.step(instead).entry.title)
