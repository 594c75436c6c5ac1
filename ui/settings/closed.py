"""Closed things: whether they are deleted for good after a time, which would go now, and what still holds them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from footprint import retention
from footprint.dates import day_in_words, number
from footprint.i18n import _, ngettext
from footprint.retention import Elsewhere, Plan, Purged
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.dialogs import Sheet
from ui.kit.fields import Field, Select
from ui.kit.progress import Working
from ui.kit.text import PlainLabel
from ui.kit.verbatim import Verbatim
from ui.settings.look import label_of, options_of
from ui.settings.section import Section, titled


@dataclass(frozen=True)
class _Asked:
    """What a time would do, read before anything is done."""

    months: int
    plan: Plan
    copies: tuple[Elsewhere, ...]


class ClosedThings(Section):
    """Choosing a time shows what would go; only then, and only after a yes, does anything go."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        card = titled(_("Closed things"))
        card.add(
            PlainLabel(
                _("Things that are gone, or that you keep up, can be deleted for good after a time. ")
                + _("Their pictures, messages and search results go too.")
            )
        )
        self.months = Select(label_of("delete_closed_after_months"), _options())
        self.months.chosen.connect(self._chosen)
        card.add(Field(label_of("delete_closed_after_months"), self.months))
        self.line = PlainLabel("", "small", "text2")
        card.add(self.line)
        self.working = Working(_("Deleting closed things"))
        card.add(self.working)
        self.card = card
        self.result: Banner | None = None
        self.body.addWidget(card)
        self.sheet: GoingSheet | None = None

    def reload(self) -> None:
        self.months.set_value(str(self.now.delete_closed_after_months))
        self.line.setText(_in_force(self.now.delete_closed_after_months))

    # -- choosing ----------------------------------------------------------------------------------

    def _chosen(self, value: str) -> None:
        self._clear_result()
        if int(value) == 0:
            self._save(0)
            return
        self.months.setEnabled(False)
        self.desk.read(lambda _task: self._look(int(value)), self._looked, failed=self._failed)

    def _look(self, months: int) -> _Asked:
        return _Asked(months, retention.plan(self.vault, months), retention.copies_elsewhere(self.vault))

    def _looked(self, asked: _Asked) -> None:
        self.months.setEnabled(True)
        if not asked.plan.items:
            self._save(asked.months)
            return
        self.sheet = GoingSheet(self.window(), asked.plan, asked.copies)
        self.sheet.accepted.connect(lambda: self._go(asked))
        self.sheet.rejected.connect(self.reload)
        self.sheet.open()

    def _failed(self, problem: Exception) -> None:
        self.months.setEnabled(True)
        self.reload()
        self.desk.show_problem(problem)

    def _save(self, months: int) -> bool:
        saved = self.change(delete_closed_after_months=months)
        self.reload()
        return saved

    # -- doing -------------------------------------------------------------------------------------

    def _go(self, asked: _Asked) -> None:
        if not self._save(asked.months):
            return
        self.months.setEnabled(False)
        job = self.desk.run(
            Operation(
                lambda task: retention.purge(self.vault, asked.plan, task), lane="bulk", changes=Changes(items=True)
            ),
            then=self._done,
        )
        job.stopped.connect(self._stopped)
        job.ended.connect(self._over)
        self.working.follow(job)

    def _over(self) -> None:
        self.months.setEnabled(True)

    def _stopped(self) -> None:
        self._tell("info", _("Stopped"), _("What went stays gone. The rest goes when you open the app next."))

    def _done(self, done: Purged) -> None:
        title = ngettext("{n} thing deleted for good", "{n} things deleted for good", done.items)
        words = [_("Your notes were read through again: nothing of it is left in them.")]
        if not done.checked:
            words = [_("Something of it may still be in the file. The app looks again when you open it next.")]
        if done.left:
            words.append(_("These copies may still hold it:"))
            words += [str(one.path) for one in done.left]
        self._tell("ok" if done.checked else "warn", title.format(n=number(done.items)), "\n".join(words))

    def _tell(self, tone: str, title: str, words: str) -> None:
        self._clear_result()
        self.result = Banner(tone, title, words)
        self.card.add(self.result)

    def _clear_result(self) -> None:
        if self.result is not None:
            self.result.hide()
            self.result.deleteLater()
            self.result = None


class GoingSheet(Sheet):
    """Which things would go, by name, before any does."""

    WIDTH = 560

    def __init__(self, parent: QWidget | None, plan: Plan, copies: tuple[Elsewhere, ...]) -> None:
        count = len(plan.items)
        title = ngettext("Delete {n} closed thing for good?", "Delete {n} closed things for good?", count)
        super().__init__(parent, title.format(n=number(count)))
        self.add(PlainLabel(_("These go now. Later ones go by themselves when their time has come.")))
        self.names = Verbatim(_("What goes"))
        closed = _("{title}, closed on {day}")
        self.names.show_text(
            "\n".join(closed.format(title=one.title, day=day_in_words(one.closed_on)) for one in plan.items)
        )
        self.add(self.names)
        self.add(
            Banner(
                "danger",
                _("This cannot be undone"),
                _("They go from your notes, and from the copies the app makes by itself."),
                quiet=True,
            )
        )
        if copies:
            self.add(PlainLabel(_("These copies still hold them. Delete the copies you do not need:")))
            where = Verbatim(_("Copies that still hold them"))
            where.show_text("\n".join(str(one.path) for one in copies))
            self.add(where)
        self.keep = self.add_button(Btn(_("Keep them")))
        self.keep.clicked.connect(self.reject)
        words = ngettext("Delete {n} thing", "Delete {n} things", count)
        self.do = self.add_button(Btn(words.format(n=number(count)), "danger"))
        self.do.clicked.connect(self.accept)
        self.keep.setFocus()


def _options() -> list[tuple[str, str]]:
    return [(one.value, one.title) for one in options_of("delete_closed_after_months")]


def _in_force(months: int) -> str:
    if not months:
        return _("Nothing here is deleted unless you do it.")
    return _("The app looks once a day, when you open it.")


def purge_in_time(desk: Desk, task: Task) -> Purged | None:
    """What a purge by itself does, off the main thread: what was cut off, then what the chosen time asks for."""
    vault, months = desk.bench.vault, desk.bench.settings.now.delete_closed_after_months
    if not retention.is_due(vault, months):
        return None
    retention.finish(vault, task)
    return retention.purge(vault, retention.plan(vault, months), task)
