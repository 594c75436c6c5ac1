"""Is a username known elsewhere? What would be asked of which site, then how each of them answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.search import probes
from footprint.search.probes import Answer, Line, Plan, Reason, Result, Run
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.layout import Fold
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.calibration import CalibrationCard
from ui.search.stage import Seen, Stage, StagePart

_MOST = 60  # lines of text shown for one kind of answer


class ProbePart(StagePart):
    """One pressed preview is one consent; calling `probes.run` is that press."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self.preview: SendPreview | None = None
        self.working: Working | None = None
        self.outcome: ProbeOutcome | None = None
        self._looked_back = False  # what is shown is from another day
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        desk.read(self._plan, self._show_plan)

    @property
    def way_back(self) -> str:
        return "" if self.busy or self.outcome is not None or self.preview is not None else super().way_back

    @property
    def primary(self) -> QAbstractButton | None:
        if self.outcome is not None:
            return self.outcome.primary
        return self.preview.send_button if self.preview is not None and self._job is None else None

    @property
    def busy(self) -> bool:
        return self._job is not None

    def stop(self) -> bool:
        """Stop what is running; what was settled so far is kept."""
        if self._job is None or self.working is None:
            return False
        self.working.cancel()
        return True

    def line(self, _seen: Seen) -> str:
        if self.busy or self.outcome is not None:
            return ""
        return _("See which sites know your username. Read first what would be asked.")

    def back(self) -> bool:
        """From what sites said some time ago to asking them anew."""
        if not self._looked_back:
            return False
        self.outcome, self._looked_back = None, False
        self._desk.read(self._plan, self._show_plan)
        return True

    def _plan(self, _task: Task) -> tuple[Plan, Run | None]:
        vault = self._desk.bench.vault
        return probes.plan(vault, probes.known_sites(self._desk.bench.checklists)), probes.last_run(vault)

    def _show_plan(self, read: tuple[Plan, Run | None]) -> None:
        plan, last = read
        clear(self._column)
        if last is not None:
            self._column.addWidget(self._last_time(last))
        if not plan.lines:
            names = Btn(_("Add a username"))
            names.clicked.connect(lambda: self.went.emit(Stage.NAMES))
            words = _("Add a username you use, and switch it on for searching. Then you can ask which sites know it.")
            self._column.addWidget(EmptyState("search", _("There is no username to ask for"), words, names))
        else:
            count = len(plan.lines)
            to = ngettext("{n} site, asked by itself", "{n} sites, each asked by itself", count).format(n=number(count))
            title = _("This leaves your computer")
            self.preview = SendPreview(title, _verb, [_shown(line, to) for line in plan.lines])
            self.preview.send.connect(lambda numbers: self._send(plan.only(numbers)))
            self.preview.not_sent.connect(self._leave)
            self._column.addWidget(PlainLabel(_about(plan), colour="text2"))
            self._column.addWidget(self.preview)
        self._column.addStretch(1)
        self._turn()

    def _last_time(self, last: Run) -> Card:
        """What was said before is not lost: it can be read again."""
        card = Card()
        day = day_in_words(local_day(last.started_at))
        card.add(PlainLabel(_("You last asked on {day}. {how}").format(day=day, how=last.sentence)))
        self.see_last = Btn(_("See what the sites said then"), "quiet", "right")
        self.see_last.clicked.connect(lambda: self._look_back(last))
        card.add(ButtonRow(self.see_last))
        return card

    def _send(self, chosen: Plan) -> None:
        bench = self._desk.bench
        self._job = self._desk.run(
            Operation(
                lambda task: probes.run(bench.vault, bench.web, chosen, task),
                "web",
                Changes(findings=True, ledger=True),
                said=lambda run: _("Asking was stopped") if run.stopped else _("All sites were asked"),
            ),
            then=self._ended,
            failed=self._failed,
        )
        clear(self._column)
        card = Card(title=_("Asking sites"))
        time = ngettext("It takes about {m} minute.", "It takes about {m} minutes.", chosen.minutes)
        card.add(PlainLabel(time.format(m=number(chosen.minutes)), colour="text2"))
        self.working = Working(_("Asking…"))
        self.working.cancel_button.setText(_("Stop"))
        self.working.follow(self._job)
        card.add(self.working)
        self._column.addWidget(card)
        self._column.addStretch(1)
        self._turn()

    def _ended(self, run: Run) -> None:
        self._job = None
        self.show_outcome(run)

    def show_outcome(self, run: Run) -> None:
        """How every site answered."""
        clear(self._column)
        self.outcome = ProbeOutcome(run)
        self.outcome.sort_chosen.connect(lambda: self.went.emit(Stage.SORT))
        self.outcome.left.connect(self._leave)
        self.outcome.accounts_asked.connect(lambda: self._desk.go("accounts"))
        self._column.addWidget(self.outcome)
        self._turn()

    def _look_back(self, last: Run) -> None:
        self._looked_back = True
        self.show_outcome(last)

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self._desk.show_problem(problem)
        self._leave()

    def _turn(self) -> None:
        self.stepped.emit()
        self.turned.emit()

    def _leave(self) -> None:
        self.went.emit(Stage.WAYS)


class ProbeOutcome(QWidget):
    """Found first, then what could not be told and why; “no profile” last, as it is the least to act on."""

    sort_chosen = Signal()
    left = Signal()
    accounts_asked = Signal()

    def __init__(self, run: Run) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 16)
        self._run = run
        found, unsure = run.of(Answer.FOUND), run.of(Answer.CANNOT_TELL)
        to_sort = [one for one in found if not one.declared]
        card = Card(title=_("Asking was stopped") if run.stopped else _("What the sites said"))
        self.banner = Banner("warn" if unsure or run.stopped else "ok", run.sentence)
        card.add(self.banner)
        if to_sort:
            card.add(
                PlainLabel(_("A profile with this username need not be yours. Sort them to say so."), "small", "text2")
            )
        self.sort = Btn(_("Sort the results"), "primary")
        self.sort.clicked.connect(self.sort_chosen)
        self.done = Btn(_("Look in another way"), "quiet" if to_sort else "primary")
        self.done.clicked.connect(self.left)
        self.primary = self.sort if to_sort else self.done
        card.add(ButtonRow(*([self.sort] if to_sort else []), self.done))
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


def _shown(line: Line, to: str) -> SendLine:
    handles = ", ".join(one.handle for one in line.asks)
    return SendLine(
        number=line.number,
        words=f"{line.site.name}: {handles}",
        to=to,
        why=_("Is there a profile? We ask for made-up names too. They show what a site says when no one is there."),
        details=tuple(one.handle for one in line.asks),
        url="\n".join(one.url for one in line.sendings),
        keep=_("They may keep the name and where you ask from. Most do not say how long."),
        on=line.on,
        place=line.sendings[0].host,
    )


def _about(plan: Plan) -> str:
    """“57 sites, about 2 minutes. 4 of your own accounts are asked for too.”"""
    sites, minutes, own = len(plan.lines), plan.minutes, sum(one.declared for line in plan.lines for one in line.asks)
    count = ngettext("{n} site", "{n} sites", sites).format(n=number(sites))
    time = ngettext("about {m} minute", "about {m} minutes", minutes).format(m=number(minutes))
    words = _("{sites}, {time}.").format(sites=count, time=time)
    if not own:
        return words
    mine = ngettext(
        "{n} of your own accounts is asked for too, to see how much is missed.",
        "{n} of your own accounts are asked for too, to see how much is missed.",
        own,
    )
    return f"{words} {mine.format(n=number(own))}"


def _verb(count: int) -> str:
    return ngettext("Ask this {n} site", "Ask these {n} sites", count).format(n=number(count))
