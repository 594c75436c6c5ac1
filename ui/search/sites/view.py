"""Is a username known elsewhere? What would be asked of which site, then how each of them answered."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from footprint import person
from footprint.dates import day_in_words, local_day, number
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.person import DetailKind
from footprint.search import probes
from footprint.search.probes import Line, Plan, Run
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.fields import Field, TextBox
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.sites.outcome import ProbeOutcome
from ui.search.stage import Seen, Stage, StagePart
from ui.search.wording import listed


class ProbePart(StagePart):
    """One pressed preview is one consent; calling `probes.run` is that press."""

    help_topic: ClassVar[str] = "search_sites"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self.preview: SendPreview | None = None
        self.working: Working | None = None
        self.outcome: ProbeOutcome | None = None
        self._first: Btn | None = None  # what has to be done before anything can be asked
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
        if self._first is not None:
            return self._first
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
        if self.preview is None:
            return _("The app asks sites if they know a username of yours.")
        return _("Read first what would be asked. Nothing has left this computer yet.")

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
        self._first = None
        if not plan.lines:
            self._column.addWidget(self._ask_for_username())
        elif self._desk.bench.settings.now.never_use_internet:
            settings = Btn(_("Open Settings"))
            settings.clicked.connect(lambda: self._desk.go("settings", section="internet"))
            words = _("You chose this in Settings. You can still look in your own browser.")
            self._column.addWidget(Banner("info", _("The internet is switched off"), words, settings, quiet=True))
        else:
            self._column.addWidget(self._at_a_glance(plan))
            count = len(plan.lines)
            to = ngettext("{n} site, asked by itself", "{n} sites, each asked by itself", count).format(n=number(count))
            title = _("This leaves your computer")
            self.preview = SendPreview(title, _verb, [_shown(line, to) for line in plan.lines])
            self.preview.send.connect(lambda numbers: self._send(plan.only(numbers)))
            self.preview.not_sent.connect(self._leave)
            self._column.addWidget(self.preview)
        if last is not None:
            self._column.insertWidget(1 if self.preview is not None else 0, self._last_time(last))
        self._column.addStretch(1)
        self._turn()

    def _ask_for_username(self) -> Card:
        """Typed here and kept among the details, so that nobody has to go and look for the place."""
        card = Card(title=_("There is no username to ask for"))
        card.add(PlainLabel(_("Add one you use. It is kept with your names, and you can take it out there.")))
        self.box = TextBox(_("A username you use"))
        self.box.returnPressed.connect(self._add_username)
        self.field = Field(_("A username you use"), self.box, _("With or without the @."))
        card.add(self.field)
        self._first = Btn(_("Add it"), "primary", "plus")
        self._first.clicked.connect(self._add_username)
        card.add(ButtonRow(self._first))
        return card

    def _add_username(self) -> None:
        try:
            handle = probes.read_handle(self.box.text())
        except FootprintError as problem:
            self.field.show_error(str(problem))
            self.box.setFocus()
            return
        vault = self._desk.bench.vault
        self._desk.run(
            Operation(
                lambda _task: person.add_detail(vault, DetailKind.HANDLE, handle, searchable=True),
                changes=Changes(person=True),
                said=lambda _detail: _("Added: {text}").format(text=handle),
            ),
            then=lambda _detail: self._desk.read(self._plan, self._show_plan),
            failed=self._not_added,
        )

    def _not_added(self, problem: Exception) -> None:
        if isinstance(problem, FootprintError):
            self.field.show_error(str(problem))
        else:
            self._desk.show_problem(problem)

    def _at_a_glance(self, plan: Plan) -> Card:
        """How much it is, what is asked for, and how far it can be believed."""
        card = Card("hero")
        card.add(Heading(_about(plan), "h2"))
        asks = [ask for line in plan.lines for ask in line.asks]
        handles = list(dict.fromkeys(ask.handle for ask in asks if not ask.declared))
        if handles:
            card.add(PlainLabel(_("They are asked for {handles}.").format(handles=listed(handles))))
        own = sum(ask.declared for ask in asks)
        if own:
            words = ngettext(
                "{n} of your own accounts is asked for too. That shows how much such a look misses.",
                "{n} of your own accounts are asked for too. That shows how much such a look misses.",
                own,
            ).format(n=number(own))
        else:
            words = _("List your accounts under My accounts. Then this also shows how much it misses.")
        card.add(PlainLabel(words, colour="text2"))
        return card

    def _last_time(self, last: Run) -> Card:
        """What was said before is not lost: it can be read again."""
        card = Card("flat")
        day = day_in_words(local_day(last.started_at))
        card.add(PlainLabel(_("You last asked on {day}. {how}").format(day=day, how=last.sentence), colour="text2"))
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
        self.outcome.by_hand_chosen.connect(lambda: self.went.emit(Stage.BY_HAND))
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
    """“57 sites, about 2 minutes”."""
    sites, minutes = len(plan.lines), plan.minutes
    count = ngettext("{n} site", "{n} sites", sites).format(n=number(sites))
    time = ngettext("about {m} minute", "about {m} minutes", minutes).format(m=number(minutes))
    return _("{sites}, {time}").format(sites=count, time=time)


def _verb(count: int) -> str:
    return ngettext("Ask this {n} site", "Ask these {n} sites", count).format(n=number(count))
