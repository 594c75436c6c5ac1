"""“Is it still there?”: the last look in words, the next one, a look on demand, and what the person saw themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from footprint import dates, log
from footprint.errors import NotFound
from footprint.i18n import _, ngettext
from footprint.log import Item, recheck
from footprint.log.recheck import Line, Look, Plan, Reason, Run, Standing, Verdict, Word
from footprint.vault import Vault
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Card
from ui.kit.dialogs import Sheet
from ui.kit.layout import Fold
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.words import moment
from ui.page import clear

_MOST_LOOKS = 8


@dataclass(frozen=True)
class Facts:
    """What the card shows, read in one go."""

    item: Item
    standing: Standing
    looks: tuple[Look, ...]
    line: Line | None  # None where there is no address
    offline: bool
    today: date


class RecheckCard(Card):
    """Nothing is looked at before the preview is pressed. Words only: the page itself is never shown here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(title=_("Is it still there?"))
        self._desk, self._vault = desk, desk.bench.vault
        self._item_id = ""
        self.facts: Facts | None = None
        self.preview: SendPreview | None = None
        self.sheet: Sheet | None = None
        self._make()

    def show_item(self, item: Item) -> None:
        """Read where it stands; something without an address is nothing the app can look at."""
        self.setVisible(bool(item.address))
        if item.id != self._item_id:
            self._item_id = item.id
            if self.sheet is not None:
                self.sheet.reject()
        settings = self._desk.bench
        offline = settings.offline or settings.settings.now.never_use_internet
        self._desk.read(lambda _task: _facts(self._vault, item, offline), self._show, failed=self._failed)

    # -- building ------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.verdict = PlainLabel("", "label")
        self.why = PlainLabel("", "body", "text2")
        self.when = PlainLabel("", "small", "text2")
        self.look = Btn("")
        self.look.clicked.connect(self.ask)
        self.open = Btn(_("Open it yourself"), icon="external")
        self.open.clicked.connect(lambda: self.facts and self._desk.open_link(self.facts.item.address))
        self.use = Btn(_("Use the new address"))
        self.use.clicked.connect(self._use_address)
        self.said = {word: Btn(word.label) for word in Word}
        for word, button in self.said.items():
            button.clicked.connect(lambda _on=False, word=word: self._say(word))
        self.working = Working(_("Looking…"))
        self.working.cancel_button.setText(_("Stop"))
        self.earlier = Fold(_("Earlier looks"))
        self._list = QVBoxLayout()
        space(self._list, 8)
        self.earlier.body.addLayout(self._list)
        for part in (self.verdict, self.why, self.when):
            self.add(part)
        self.add(ButtonRow(self.look, self.open, self.use, *self.said.values()))
        self.add(self.working)
        self.add(self.earlier)

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, facts: Facts) -> None:
        if facts.item.id != self._item_id:
            return
        self.facts = facts
        standing, line = facts.standing, facts.line
        by_hand = line is not None and bool(line.problem)
        self.verdict.setText(recheck.standing_in_words(standing))
        self.verdict.setVisible(bool(facts.looks) or by_hand)
        self.why.setText(_why(facts))
        self.when.setText(_when(facts))
        self.when.setVisible(bool(self.when.text()))
        self.look.setText(_("Look now") if facts.looks else _("Take a first look"))
        self.look.setVisible(line is not None and not by_hand and not facts.offline)
        self.open.setVisible(by_hand or (standing.verdict is not None and standing.verdict.wants_a_look))
        self.use.setVisible(bool(_new_address(facts)))
        gone = facts.item.state is log.State.GONE
        self.said[Word.GONE].setVisible(not gone or standing.reason is Reason.DISAGREES)
        self.said[Word.THERE].setVisible(bool(facts.looks) or gone)
        self.said[Word.IN_SEARCH].setVisible(gone and standing.verdict is not Verdict.GONE_IN_SEARCH)
        self._show_looks(facts.looks)

    def _show_looks(self, looks: tuple[Look, ...]) -> None:
        clear(self._list)
        for one in reversed(looks[-_MOST_LOOKS:]):
            words = recheck.look_in_words(one)
            self._list.addWidget(PlainLabel(f"{moment(one.at)}: {words}", "small", "text2"))
        self.earlier.setVisible(len(looks) > 1)

    def _failed(self, problem: Exception) -> None:
        if not isinstance(problem, NotFound):  # deleted just now: the page says so
            self._desk.show_problem(problem)

    # -- looking -------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Show word for word what would leave, over the page, before anything does."""
        if self.facts is None or self.facts.line is None or self.sheet is not None:
            return
        line = self.facts.line
        self.sheet = Sheet(self.window(), _("Is it still there?"))
        self.preview = SendPreview(_("This look leaves your computer"), _verb, [shown(line, on=True)])
        self.preview.send.connect(lambda numbers: self._look(line) if numbers else None)
        self.preview.not_sent.connect(self.sheet.reject)
        self.sheet.add(self.preview)
        self.sheet.primary = self.preview.send_button
        self.sheet.finished.connect(lambda _how: self._closed())
        self.sheet.open()
        self.preview.send_button.setFocus()

    def _closed(self) -> None:
        self.sheet = self.preview = None

    def _look(self, line: Line) -> None:
        bench = self._desk.bench
        if self.sheet is not None:
            self.sheet.accept()
        job = self._desk.run(
            Operation(
                lambda task: recheck.run(bench.vault, bench.web, Plan((line,)).only([line.number]), task),
                "web",
                Changes(items=True, ledger=True),
                said=run_in_words,
            ),
            failed=self._desk.show_problem,
        )
        self.working.follow(job)

    # -- saying --------------------------------------------------------------------------------------

    def _say(self, word: Word) -> None:
        item_id = self._item_id
        self._desk.run(
            Operation(
                lambda _task: recheck.say(self._vault, item_id, word),
                changes=Changes(items=True),
                said=recheck.look_in_words,
            )
        )

    def _use_address(self) -> None:
        item_id, address = self._item_id, _new_address(self.facts) if self.facts else ""
        if address:
            self._desk.run(
                Operation(
                    lambda _task: log.change(self._vault, item_id, address=address),
                    changes=Changes(items=True),
                    said=lambda _item: _("The new address is used from now on"),
                )
            )


def shown(line: Line, *, on: bool | None = None) -> SendLine:
    """A line of the preview: the address, who gets it, and every request word for word."""
    keeps = _("your internet address and the time, as with every page you open")
    why = _(
        "to see if it is still there. Its rules for programs (robots.txt) are read first. Sometimes an address that "
        "cannot exist is asked too, to see what the site says then."
    )
    if line.warning:
        why = f"{why} {line.warning}"
    return SendLine(
        line.number, line.address, line.host, why, (), "\n".join(line.requests), keeps, line.on if on is None else on
    )


def run_in_words(run: Run) -> str:
    """For the toast: one look by its verdict, several by their number."""
    if run.stopped and not run.looks:
        return _("The look was stopped")
    if len(run.looks) == 1 and not run.left:
        return run.looks[0].verdict.label
    count = len(run.looks)
    return ngettext("Looked at {n} thing", "Looked at {n} things", count).format(n=dates.number(count))


def _facts(vault: Vault, item: Item, offline: bool) -> Facts:
    """On the lane's thread."""
    lines = recheck.plan(vault, [item.id]).lines if item.address else ()
    return Facts(
        item,
        recheck.standing(vault, item.id),
        recheck.looks(vault, item.id),
        lines[0] if lines else None,
        offline,
        dates.local_day(vault.now()),
    )


def _why(facts: Facts) -> str:
    one = facts.standing
    if facts.line is not None and facts.line.problem and not one.by_hand:
        return facts.line.problem
    if one.verdict is not None and one.reason is not None:
        return recheck.why(one.verdict, one.reason, by_hand=one.by_hand)
    if one.last is not None:
        return recheck.why(one.last.verdict, one.last.reason)
    return _("A first look notes how the page is now, so that the app can tell later when it has gone.")


def _when(facts: Facts) -> str:
    """When it was looked at, whether that look told anything, and when the next one comes."""
    one, words = facts.standing, []
    if one.last is not None:
        words.append(_("Last look: {when}.").format(when=moment(one.last.at)))
        if one.last.tells_nothing and one.verdict is not None:
            told = recheck.why(one.last.verdict, one.last.reason)
            words.append(_("That look could not tell: {why}").format(why=told))
    if facts.offline and facts.line is not None and not facts.line.problem:
        words.append(_("“Never use the internet” is on, so the app does not look."))
    following = recheck.next_in_words(one, facts.today)
    return " ".join([*words, following]) if following else " ".join(words)


def _new_address(facts: Facts) -> str:
    """Where the page went with the person's name on it; "" where it did not."""
    last = facts.standing.last
    moved = last is not None and last.reason is Reason.REDIRECT_NAMED and facts.standing.verdict is Verdict.MOVED
    return last.seen.url if moved and last is not None else ""


def _verb(_count: int) -> str:
    return _("Look now")
