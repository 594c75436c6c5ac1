"""“Look again at all”: what would be sent, the looks with progress and a stop, and a list of what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from footprint import dates
from footprint.i18n import _, ngettext
from footprint.log import recheck
from footprint.log.recheck import Line, Look, Plan, Run, Verdict
from footprint.vault import Vault
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.layout import hbox
from ui.kit.lists import PagedRows, RowLook
from ui.kit.progress import Working
from ui.kit.send_preview import SendPreview
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.log.lists.list_card import BESIDE_ROWS, CARD_OF_ROWS, FittingList
from ui.log.recheck import run_in_words, shown
from ui.log.view import View
from ui.page import clear

MOST = 24
"""Addresses in one preview: more than this nobody reads. The rest comes next time."""
_TONES = {
    Verdict.GONE: "ok",
    Verdict.GONE_IN_SEARCH: "info",
    Verdict.SEEMS_GONE: "info",
    Verdict.CAME_BACK: "warn",
    Verdict.COULD_NOT_CHECK: "neutral",
    Verdict.STILL_THERE: "neutral",
}


@dataclass(frozen=True)
class Ready:
    """What could be looked at now, and what a stopped look left."""

    plan: Plan
    left: Plan | None
    due: int


class RecheckView(View):
    """Three states in one place: before, while, and after looking."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.preview: SendPreview | None = None
        self.working: Working | None = None
        self.list: FittingList | None = None
        self._job: Job | None = None
        self._plan = Plan(())
        self._titles: dict[str, Line] = {}
        self._looks: tuple[Look, ...] = ()
        self._ended = False
        self._column = QVBoxLayout()
        space(self._column, 16)
        self.body.addLayout(self._column)
        self.body.addStretch(1)

    # -- before --------------------------------------------------------------------------------------

    def show_at(self, **details: object) -> None:
        self._ended = False

    def reload(self) -> None:
        """While the app looks, and while what came of it is being read, nothing changes under the person."""
        if self._job is None and not self._ended:
            self.desk.read(lambda _task: _ready(self.vault), self._show, failed=self.desk.show_problem)

    def escape(self) -> bool:
        if self._job is not None and self.working is not None:
            self.working.cancel()
            return True
        return False

    def _show(self, ready: Ready) -> None:
        if self._job is not None or self._ended:
            return
        self._clear()
        bench = self.desk.bench
        self.headed.emit(_("Look again at all"), _line(ready))
        if bench.offline or bench.settings.now.never_use_internet:
            words = _("So nothing can be looked at. You can change it in Settings.")
            self._column.addWidget(Banner("info", _("“Never use the internet” is on"), words, quiet=True))
            return
        if ready.left is not None:
            self._offer_left(ready.left)
        if ready.plan.chosen or any(not one.problem for one in ready.plan.lines):
            self._offer(ready.plan)
        elif ready.left is None:
            self._say_nothing(ready.plan)
        self._by_hand(ready.plan.by_hand)

    def _offer(self, plan: Plan) -> None:
        lines = [shown(one) for one in plan.lines if not one.problem]
        self.preview = SendPreview(_("These looks leave your computer"), _verb, lines)
        self.preview.send.connect(lambda numbers: self._look(plan.only(numbers)))
        self.preview.not_sent.connect(lambda: self.asked.emit("list", {}))
        self._column.addWidget(self.preview)
        self.primary = self.preview.send_button
        if plan.rest:
            words = ngettext(
                "{n} more comes after these.", "{n} more come after these, in turns of {most}.", plan.rest
            ).format(n=dates.number(plan.rest), most=dates.number(MOST))
            self._column.addWidget(PlainLabel(words, "small", "text2"))

    def _offer_left(self, left: Plan) -> None:
        count = len(left.chosen)
        carry_on = Btn(_("Carry on"))
        carry_on.clicked.connect(lambda: self._carry_on(left))
        words = ngettext("{n} is left from the last time.", "{n} are left from the last time.", count)
        self._column.addWidget(
            Banner("info", _("A look was stopped"), words.format(n=dates.number(count)), carry_on, quiet=True)
        )

    def _carry_on(self, left: Plan) -> None:
        """The same preview again: a stopped look is no standing consent."""
        self._clear()
        self._offer(left)
        if self.preview is not None:
            self.preview.send_button.setFocus()

    def _say_nothing(self, plan: Plan) -> None:
        back = Btn(_("Back to the list"))
        back.clicked.connect(lambda: self.asked.emit("list", {}))
        words = _("Add the address of a page to something in your list, and the app can look if it is still there.")
        if plan.by_hand:
            words = _("The app cannot look at these for you. Open them yourself.")
        self._column.addWidget(EmptyState("search", _("Nothing to look at"), words, back))

    def _by_hand(self, lines: Sequence[Line]) -> None:
        """What only the person can look at, as rows that open the thing."""
        if not lines:
            return
        looks = [RowLook(one.title, one.problem, icon="eye", key=one.item_id) for one in lines]
        title = _("Only you can look at these")
        self._column.addWidget(_card(title, self._rows(looks, title)))

    # -- while ---------------------------------------------------------------------------------------

    def _look(self, plan: Plan) -> None:
        bench = self.desk.bench
        self._plan, self._titles = plan, {one.item_id: one for one in plan.lines}
        self._job = self.desk.run(
            Operation(
                lambda task: recheck.run(bench.vault, bench.web, plan, task),
                "web",
                Changes(items=True, ledger=True),
                said=run_in_words,
            ),
            then=self._over,
            failed=self._failed,
        )
        self._clear()
        card = Card(title=_("Looking"))
        self.working = Working(_("Looking…"))
        self.working.cancel_button.setText(_("Stop"))
        self.working.follow(self._job)
        card.add(PlainLabel(_about(plan), colour="text2"))
        card.add(self.working)
        card.add(PlainLabel(_("Each look is kept at once. You can stop at any time."), "small", "text2"))
        self._column.addWidget(card)
        self.primary = None

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self.desk.show_problem(problem)
        self.reload()

    # -- after ---------------------------------------------------------------------------------------

    def _over(self, run: Run) -> None:
        self._job, self._ended, self._looks = None, True, run.looks
        self._clear()
        self.headed.emit(_("Look again at all"), _came_of_it(run))
        looks = [_row(one, self._titles[one.item_id]) for one in sorted(run.looks, key=_rank)]
        if looks:
            self.list = self._rows(looks, _("What came of it"))
            self._column.addWidget(_card(_("What came of it"), self.list))
        again = Btn(_("Look at more") if run.left or self._plan.rest else _("Look again"))
        again.clicked.connect(self._again)
        back = Btn(_("Back to the list"), "primary")
        back.clicked.connect(lambda: self.asked.emit("list", {}))
        self._column.addWidget(ButtonRow(back, again))
        self.primary = back

    def _again(self) -> None:
        self._ended = False
        self.reload()

    # -- parts ---------------------------------------------------------------------------------------

    def _rows(self, looks: Sequence[RowLook], label: str) -> FittingList:
        listed = list(looks)
        rows = PagedRows(lambda offset, limit: listed[offset : offset + limit], len(listed))
        made = FittingList(rows, label)
        rows.setParent(made)
        made.chosen.connect(lambda key: self.asked.emit("item", {"item": key}))
        return made

    def _clear(self) -> None:
        clear(self._column)
        self.preview = self.working = self.list = None
        self.primary = None


def _card(title: str, rows: FittingList) -> Card:
    """Rows have room of their own at the sides; the heading gets as much."""
    card = Card()
    space(card.body, 6, CARD_OF_ROWS)
    card.add(hbox(Heading(title), None, margins=BESIDE_ROWS))
    card.add(rows)
    return card


def _ready(vault: Vault) -> Ready:
    """On the lane's thread."""
    due = recheck.due(vault, dates.local_day(vault.now()))
    return Ready(recheck.plan(vault, most=MOST), recheck.unfinished(vault), len(due))


def _line(ready: Ready) -> str:
    if not ready.due:
        return _("The app asks each site once whether the page is still there.")
    return ngettext(
        "It is time to look again at {n} thing.", "It is time to look again at {n} things.", ready.due
    ).format(n=dates.number(ready.due))


def _about(plan: Plan) -> str:
    sites = len({one.host for one in plan.chosen})
    return ngettext(
        "{n} site is asked, one question at a time.", "{n} sites are asked, one question at a time for each.", sites
    ).format(n=dates.number(sites))


def _came_of_it(run: Run) -> str:
    """How many went, how many came back; and that it was stopped, if it was."""
    gone = sum(one.verdict.is_gone or one.verdict is Verdict.SEEMS_GONE for one in run.looks)
    back = sum(one.verdict is Verdict.CAME_BACK for one in run.looks)
    eyes = sum(one.verdict.wants_a_look for one in run.looks)
    parts = [_("Looked at {n} of {all}.").format(n=dates.number(len(run.looks)), all=dates.number(_all(run)))]
    if gone:
        parts.append(_("{n} gone or seems gone.").format(n=dates.number(gone)))
    if back:
        parts.append(ngettext("{n} came back.", "{n} came back.", back).format(n=dates.number(back)))
    if eyes:
        parts.append(ngettext("{n} needs a look of yours.", "{n} need a look of yours.", eyes).format(n=eyes))
    return " ".join(parts)


def _all(run: Run) -> int:
    return len(run.looks) + run.left


_ORDER = (
    Verdict.CAME_BACK, Verdict.GONE, Verdict.GONE_IN_SEARCH, Verdict.SEEMS_GONE, Verdict.PROBABLY_GONE,
    Verdict.NAME_REMOVED, Verdict.MOVED, Verdict.NEEDS_EYES, Verdict.WITHHELD, Verdict.STILL_THERE,
    Verdict.COULD_NOT_CHECK,
)  # fmt: skip


def _rank(look: Look) -> int:
    return _ORDER.index(look.verdict)


def _row(look: Look, line: Line) -> RowLook:
    tone = _TONES.get(look.verdict, "info")
    return RowLook(line.title, recheck.why(look.verdict, look.reason), look.verdict.label, tone, key=line.item_id)


def _verb(count: int) -> str:
    return ngettext("Look at this {n}", "Look at these {n}", count).format(n=dates.number(count))
