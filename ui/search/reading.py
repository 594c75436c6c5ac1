"""Reading pages: what would be asked of which site, the reading with progress and a stop, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import reading
from footprint.search.reading import Line, Plan, Reading, Run
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold, vbox
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear


class Results(Protocol):
    """What steps aside while pages are read."""

    def step_aside(self) -> None: ...
    def come_back(self) -> None: ...
    def reading_stepped(self) -> None: ...


MOST = 24
"""Pages in one preview: more than this nobody reads. The rest comes next time."""
_NAMED = 12


class ReadingPlace(QVBoxLayout):
    """Where pages are read, above the results that step aside for it."""

    def __init__(self, desk: Desk, results: Results) -> None:
        super().__init__()
        self._desk, self._results = desk, results
        self.view: ReadingView | None = None

    def read_pages(self, finding_ids: Sequence[str]) -> None:
        """In the place of the results, until it has ended: what would be asked, then the reading."""
        if self.view is not None:
            return
        self.view = ReadingView(self._desk, finding_ids)
        self.view.ended.connect(self.end)
        self.view.stepped.connect(self._results.reading_stepped)
        self.addWidget(self.view)
        self._results.step_aside()

    def read_left(self, finding_ids: Sequence[str]) -> None:
        """Those of these pages that were not read yet, in their order."""
        ids, vault = list(finding_ids), self._desk.bench.vault
        self._desk.read(
            lambda _task: reading.latest(vault, ids),
            lambda known: self._read_rest([one for one in ids if one not in known]),
        )

    def _read_rest(self, left: Sequence[str]) -> None:
        if left:
            self.read_pages(left)
        else:
            self._desk.say(_("All these pages were read. To read one again, open its result."))

    def end(self) -> None:
        """Back to the results."""
        if self.view is not None:
            self.view = None
            clear(self)
            self._results.come_back()


class ReadingView(QWidget):
    """One pressed preview is one consent; calling `reading.read` is that press. Stands in the place of the results."""

    ended = Signal()
    stepped = Signal()

    def __init__(self, desk: Desk, finding_ids: Sequence[str]) -> None:
        super().__init__()
        self._desk, self._vault = desk, desk.bench.vault
        self._job: Job | None = None
        self._titles: dict[str, Line] = {}
        self.preview: SendPreview | None = None
        self.working: Working | None = None
        self.done_button: Btn | None = None
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        ids = tuple(finding_ids)
        desk.read(lambda _task: reading.plan(self._vault, ids), self._show, failed=self._failed)

    @property
    def primary(self) -> QAbstractButton | None:
        if self.done_button is not None:
            return self.done_button
        return self.preview.send_button if self.preview is not None and self._job is None else None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def stop(self) -> bool:
        """Stop what is running; what was read so far is kept."""
        if self._job is None or self.working is None:
            return False
        self.working.cancel()
        return True

    # -- before --------------------------------------------------------------------------------------

    def _show(self, plan: Plan) -> None:
        clear(self._column)
        self._titles = {one.finding_id: one for one in plan.lines}
        lines = plan.chosen[:MOST]
        if lines:
            count = len({one.host for one in lines})
            to = ngettext("{n} site", "{n} sites, each asked by itself", count).format(n=number(count))
            self.preview = SendPreview(_("Reading leaves your computer"), _verb, [_shown(one, to) for one in lines])
            self.preview.send.connect(lambda numbers: self._read(plan.only(numbers)))
            self.preview.not_sent.connect(self.ended)
            self._column.addWidget(self.preview)
            minutes = plan.only(one.number for one in lines).minutes
            time = ngettext("It takes about {m} minute.", "It takes about {m} minutes.", minutes)
            self._column.addWidget(PlainLabel(time.format(m=number(minutes)), "small", "text2"))
        else:
            self.done_button = Btn(_("Back to the results"), "primary")
            self.done_button.clicked.connect(self.ended)
            words = _("Open each in your browser, save it, and drop it on its result.")
            self._column.addWidget(Banner("info", _("The app may read none of these"), words, self.done_button))
        rest = len(plan.chosen) - len(lines)
        if rest > 0:
            words = ngettext("{n} more page comes after these.", "{n} more pages come after these.", rest)
            self._column.addWidget(PlainLabel(words.format(n=number(rest)), "small", "text2"))
        self._by_hand(plan.by_hand)
        self._column.addStretch(1)
        self.stepped.emit()
        if self.preview is not None:
            focus_heading(self.preview.heading)

    def _by_hand(self, lines: Sequence[Line]) -> None:
        if not lines:
            return
        count = len(lines)
        fold = Fold(
            ngettext("{n} page only you can open", "{n} pages only you can open", count).format(n=number(count))
        )
        for one in lines[:_NAMED]:
            fold.body.addWidget(PlainLabel(one.title, "label"))
            fold.body.addWidget(PlainLabel(f"{one.host}. {one.problem}", "small", "text2"))
        if count > _NAMED:
            more = _("And {n} more.").format(n=number(count - _NAMED))
            fold.body.addWidget(PlainLabel(more, "small", "text2"))
        self._column.addWidget(fold)

    # -- while ---------------------------------------------------------------------------------------

    def _read(self, chosen: Plan) -> None:
        bench = self._desk.bench
        self._job = self._desk.run(
            Operation(
                lambda task: reading.read(bench.vault, bench.web, chosen, task),
                "web",
                Changes(findings=True, ledger=True),
                said=_ended_in_words,
            ),
            then=self._show_end,
            failed=self._failed,
        )
        clear(self._column)
        self.preview = None
        card = Card(title=_("Reading"))
        count = len(chosen.chosen)
        words = ngettext("{n} page, asked for by itself.", "{n} pages, one at a time from each site.", count)
        card.add(PlainLabel(words.format(n=number(count)), colour="text2"))
        self.working = Working(_("Reading…"))
        self.working.cancel_button.setText(_("Stop"))
        self.working.follow(self._job)
        card.add(self.working)
        card.add(PlainLabel(_("What was read is kept at once. You can stop at any time."), "small", "text2"))
        self._column.addWidget(card)
        self._column.addStretch(1)
        self.stepped.emit()
        focus_heading(card.heading)

    # -- after ---------------------------------------------------------------------------------------

    def _show_end(self, run: Run) -> None:
        self._job, self.working = None, None
        if len(run.readings) == 1 and not run.stopped and run.readings[0].good:
            self.ended.emit()  # its result says all of it
            return
        clear(self._column)
        card = Card(title=_("What was read"))
        shows = [one for one in run.readings if one.exposed]
        nothing = [one for one in run.readings if one.good and not one.exposed]
        failed = [one for one in run.readings if not one.good]
        if run.stopped:
            card.add(PlainLabel(_left_in_words(run.left), colour="text2"))
        for title, several in (
            (_("Shows something about you"), shows),
            (_("Read, and we saw nothing we look for"), nothing),
            (_("Could not be read"), failed),
        ):
            self._add(card, title, several)
        self.done_button = Btn(_("Back to the results"), "primary")
        self.done_button.clicked.connect(self.ended)
        card.add(ButtonRow(self.done_button))
        self._column.addWidget(card)
        self._column.addStretch(1)
        self.stepped.emit()
        focus_heading(card.heading)

    def _add(self, card: Card, title: str, several: Sequence[Reading]) -> None:
        if not several:
            return
        card.add(Heading(_("{group} ({n})").format(group=title, n=number(len(several))), "h3"))
        for one in several[:MOST]:
            line = self._titles.get(one.finding_id)
            name = (line.title if line is not None else "") or one.title or one.final_address
            words = one.note or _(", ").join(facet.label for facet in one.facets) or (line.host if line else "")
            card.add(vbox(PlainLabel(name, "label"), PlainLabel(words, "small", "text2"), spacing=0))

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self._desk.show_problem(problem)
        self.ended.emit()


def _shown(line: Line, to: str) -> SendLine:
    first = line.sendings[0]
    return SendLine(
        number=line.number,
        words=line.address,
        to=to,
        why=first.why,
        url=first.url,
        keep=first.keeps,
        on=line.on,
        place=line.host,
    )


def _verb(count: int) -> str:
    return ngettext("Read this {n} page", "Read these {n} pages", count).format(n=number(count))


def _ended_in_words(run: Run) -> str:
    if run.stopped:
        return _("The reading was stopped")
    good = sum(one.good for one in run.readings)
    return ngettext("{n} of {total} page read", "{n} of {total} pages read", len(run.readings)).format(
        n=number(good), total=number(len(run.readings))
    )


def _left_in_words(left: int) -> str:
    words = ngettext("You stopped. {n} page was not asked for.", "You stopped. {n} pages were not asked for.", left)
    return words.format(n=number(left))
