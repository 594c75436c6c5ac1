"""How a search ended, source by source: a look that failed is never shown as one that found nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import search
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.search import Counts, Look, Outcome, Plan, Provider, Run
from footprint.tasks import Task
from ui.desk import Desk
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold, hbox
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.search.pill import Pill
from ui.search.stage import Stage, StagePart
from ui.search.wish import USUAL, Wish
from ui.search.wording import listed, next_step, outcome_label

_TONES = {Outcome.RESULTS: "info", Outcome.EMPTY: "ok"}
_MOST_LINES = 20
_MOST_NOTES = 3


@dataclass(frozen=True)
class Group:
    """The lines of one source that ended in the same way; those that were searched belong together."""

    source: str
    outcome: Outcome
    looks: tuple[Look, ...]

    @property
    def results(self) -> int:
        return sum(one.results for one in self.looks)

    @property
    def notes(self) -> str:
        return " ".join(list(dict.fromkeys(one.note for one in self.looks if one.note))[:_MOST_NOTES])


def grouped(looks: Iterable[Look], providers: Sequence[Provider]) -> tuple[Group, ...]:
    """Those that did not work first: they are the ones to do something about."""
    labels = {one.name: _(one.label) for one in providers}
    found: dict[tuple[str, Outcome | None], list[Look]] = {}
    for look in looks:
        found.setdefault((look.provider, None if look.outcome.searched else look.outcome), []).append(look)
    groups = [
        Group(labels.get(name, name), outcome or search.overall([one.outcome for one in looks]), tuple(looks))
        for (name, outcome), looks in found.items()
    ]
    return tuple(sorted(groups, key=lambda one: one.outcome.searched))


class OutcomeCard(StagePart):
    help_topic: ClassVar[str] = "search_plan"

    def __init__(self, desk: Desk, run: Run, wish: Wish = USUAL) -> None:
        super().__init__()
        self._desk, self._run, self._wish = desk, run, wish
        looks = tuple({(look.provider, look.words): look for look in run.looks}.values())  # as each ended at last
        self.groups = grouped(looks, list(desk.bench.providers))
        self.failed = tuple(look for look in looks if not look.outcome.searched)
        self.found = sum(look.results for look in looks)
        column = QVBoxLayout(self)
        space(column, 16)
        card = Card(title=_("The search was stopped") if run.stopped else _("The search has ended"))
        tone = "ok" if run.outcome.searched else "warn"
        self.banner = Banner(tone, self._headline(), self._sentence())
        card.add(self.banner)
        self.left = PlainLabel("", colour="text2")
        self.left.hide()
        card.add(self.left)
        self._make_buttons()
        card.add(ButtonRow(*self._buttons))
        column.addWidget(card)
        if self.groups:
            column.addWidget(self._details())
        column.addStretch(1)
        desk.read(self._count, self._show_counts)

    @property
    def title(self) -> str:
        return self._wish.title

    # -- in words --------------------------------------------------------------------------------------

    def _headline(self) -> str:
        if self._run.stopped and not self.found:
            return _("Stopped before anything came back")
        if self.found:
            words = ngettext("{n} result came back", "{n} results came back", self.found).format(n=number(self.found))
            return _("Stopped. {what}").format(what=words) if self._run.stopped else words
        return outcome_label(self._run.outcome)

    def _sentence(self) -> str:
        if self._run.stopped:
            return _("What came back is kept. The rest was not searched, so something may be missing.")
        if self.failed and self.found:
            return _("{lines}, so something may be missing.").format(lines=self._failed_in_words())
        return self._run.outcome.sentence

    def _failed_in_words(self) -> str:
        """“2 lines did not work, 3 were answered in part”."""
        part = len([one for one in self.failed if one.outcome is Outcome.PARTIAL])
        lost = len(self.failed) - part
        words = []
        if lost:
            words.append(ngettext("{n} line did not work", "{n} lines did not work", lost).format(n=number(lost)))
        if part:
            some = ngettext("{n} line was answered in part", "{n} lines were answered in part", part)
            words.append(some.format(n=number(part)))
        return listed(words)

    # -- parts -----------------------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.sort = Btn(_("Sort the results"), "primary")
        self.sort.clicked.connect(lambda: self.went.emit(Stage.SORT))
        count = len(self.failed)
        words = ngettext("Ask {n} line again", "Ask {n} lines again", count)
        self.retry = Btn(words.format(n=number(count)), icon="undo")
        self.retry.clicked.connect(self._retry)
        self.by_hand = Btn(_("Look in my own browser"), icon="external")
        self.by_hand.clicked.connect(lambda: self.went.emit(Stage.BY_HAND))
        self.rest = Btn(_("Ask the rest"), icon="right")
        self.rest.clicked.connect(self._go_on)
        buttons = [self.sort] if self.found else []
        if self._run.stopped:
            buttons.append(self.rest)
        elif self.failed:
            buttons += [self.retry, self.by_hand]
        elif not self.found:
            buttons.append(self.by_hand)
        self.changes = Btn(_("See what changed"), icon="clock")
        self.changes.clicked.connect(lambda: self.went.emit(Stage.CHANGES))
        if any(not look.first_look for look in self._run.looks):
            buttons.append(self.changes)
        self.primary = buttons[0]
        self.primary.set_kind("primary")
        self._buttons = buttons

    def _details(self) -> Card:
        card = Card(title=_("How each source answered"))
        for group in self.groups:
            card.add(self._group(group))
        return card

    def _group(self, group: Group) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        space(column, 4, (0, 4, 0, 4))
        tone = _TONES.get(group.outcome, "warn")
        head = hbox(Heading(group.source, "h3"), Pill(outcome_label(group.outcome), tone))
        head.setStretch(0, 1)
        column.addLayout(head)
        for words in (next_step(group.outcome), group.notes):
            if words:
                column.addWidget(PlainLabel(words, "small", "text2"))
        lines = Fold(_counted(group))
        shown = [_line(one) for one in group.looks[:_MOST_LINES]]
        lines.body.addWidget(PlainLabel("\n".join(shown), "small", "text2"))
        column.addWidget(lines)
        if group.outcome is Outcome.KEY_REFUSED:
            settings = Btn(_("Check the key in Settings"))
            settings.clicked.connect(lambda: self._desk.go("settings", section="internet"))
            column.addWidget(ButtonRow(settings))
        return box

    # -- lines that did not work -----------------------------------------------------------------------

    def _retry(self) -> None:
        """Only the lines that did not work, in a preview of their own: a new press is a new consent."""
        wanted = [(look.provider, look.words) for look in self.failed]
        self._desk.read(lambda _task: self._wish.lines(self._desk.bench, wanted), self._planned_again)

    def _go_on(self) -> None:
        """What was not reached before the stop joins this search."""
        run, wish = self._run, self._wish
        self._desk.read(lambda _task: wish.left(self._desk.bench, run.looks), self._planned_again)

    def _planned_again(self, plan: Plan) -> None:
        if plan.lines:
            self.plan_made.emit(plan, replace(self._wish, goes_on=self._run.id if self._run.stopped else ""))
        else:
            self._desk.say(_("These lines cannot be asked any more. Start a new search instead."))
            self.went.emit(Stage.WAYS)

    # -- what is left to do ----------------------------------------------------------------------------

    def _count(self, _task: Task) -> Counts:
        return search.counts(self._desk.bench.vault)

    def _show_counts(self, counts: Counts) -> None:
        if not self.found:
            return
        if counts.left:
            words = ngettext("{n} is left to sort.", "{n} are left to sort.", counts.left)
            self.left.setText(words.format(n=number(counts.left)))
        else:
            self.left.setText(_("You have sorted all of them before. None of them is new."))
            self.sort.setText(_("See the results"))
        self.left.show()


def _counted(group: Group) -> str:
    count = len(group.looks)
    lines = ngettext("{n} line", "{n} lines", count).format(n=number(count))
    if not group.results:
        return lines
    results = ngettext("{n} result", "{n} results", group.results).format(n=number(group.results))
    return _("{lines}, {results}").format(lines=lines, results=results)


def _line(look: Look) -> str:
    if not look.results:
        return _("{words}: nothing found").format(words=look.words) if look.outcome.searched else look.words
    results = ngettext("{n} result", "{n} results", look.results).format(n=number(look.results))
    return _("{words}: {results}").format(words=look.words, results=results)
