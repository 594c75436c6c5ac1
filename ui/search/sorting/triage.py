"""Sorting what was found: one result at a time, four choices, each with its keys; nothing is asked twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from footprint import log, search
from footprint.dates import number
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.log import Item
from footprint.search import Finding, Verdict
from footprint.vault import Done
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState, bring_into_view
from ui.kit.progress import Progress, Working
from ui.kit.theme import space
from ui.page import clear
from ui.search.reading import ReadingPlace, ReadingView
from ui.search.sorting.after import AfterNote
from ui.search.sorting.beside import Beside
from ui.search.sorting.nothing import none_left, nothing_found
from ui.search.sorting.now import Part, Places, Section, Shown, Sorted, after_verdict, read_sorted
from ui.search.sorting.page_shows import PageShows
from ui.search.sorting.result import CHOICES, ResultCard
from ui.search.sorting.result_list import FEW, ResultList
from ui.search.sorting.sides import Side, Sides
from ui.search.stage import Seen, Stage, StagePart
from ui.search.wording import how_far, said

_SIDE = (12, 20, 12, 20)  # what stands beside rows brings 12 more
_PAUSE_MS = 600  # after a verdict, before thousands of results are ranked anew


class Triage(StagePart):
    """A list on the left, the result chosen there on the right. After a choice the next one takes its place."""

    help_topic: ClassVar[str] = "search_sort"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._vault = desk, desk.bench.vault
        self.shown = Shown.LEFT
        self.found: tuple[Finding, ...] = ()
        self.result: ResultCard | None = None
        self._places = Places()
        self._read: Sorted | None = None
        self._key, self._number = "", 0
        self._saying: tuple[Finding, Verdict | None] | None = None
        self._job: Job | None = None
        self.pages = ReadingPlace(desk, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self.reload)
        self.beside = Beside(self, desk)
        self.beside.plan_made.connect(self.plan_made)
        self._build()
        desk.changed.connect(self._on_changed)
        self.reload()

    @property
    def way_back(self) -> str:
        if self.reading is not None:
            return ""
        return _("Search again") if self._read is None or self._read.counts.total else ""

    @property
    def busy(self) -> bool:
        return self.reading is not None and self.reading.busy

    def stop(self) -> bool:
        return self.reading is not None and self.reading.stop()

    def line(self, seen: Seen) -> str:
        if self.reading is not None:
            return "" if self.reading.done_button is not None else _("Nothing leaves this computer until you press.")
        return how_far(self._read.counts if self._read is not None else seen.counts)

    def back(self) -> bool:
        return self.escape()

    def choose(self, choice: int) -> None:
        """Ctrl+1 to Ctrl+4: what the person says about the result shown."""
        if self.result is not None and choice in CHOICES and self.reading is None:
            self._say(self.result.finding, CHOICES[choice])

    def escape(self) -> bool:
        """Out of reading pages, or from a group back to what is left to sort; False when that is what is shown."""
        if self.reading is not None:
            self.pages.end()
            return True
        if self.shown is Shown.LEFT:
            return False
        self.show_group(Shown.LEFT)
        return True

    def show_group(self, shown: Shown) -> None:
        """Other results in the list, from the first."""
        self.shown, self._key, self.found = shown, "", ()
        self._places.forget()
        self.after.clear()
        self._read = None
        self.reload()

    def show_finding(self, finding_id: str) -> None:
        """This result, in the group it belongs to."""
        self._desk.read(lambda _task: search.finding(self._vault, finding_id), self._show_finding)

    def _show_finding(self, one: Finding) -> None:
        self.show_group(Shown.of(one.verdict))
        self._key = one.id

    def reload(self) -> None:
        """Look again; an older look that still waits for its turn is dropped."""
        self._later.stop()
        if self._job is not None:
            self._job.stop()
        self._number += 1
        number_, shown = self._number, self.shown
        self._job = self._desk.read(
            lambda task: read_sorted(task, self._vault, number_, shown), self._show, failed=self._not_read
        )
        self._job.ended.connect(self._ended)
        if self._read is None:
            self.working.follow(self._job)

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        space(column, 16)
        self.progress = Progress(_("Results sorted"), bare=True)
        self.working = Working(_("Reading what was found…"))
        self.list = ResultList()
        self.list.chosen.connect(self._open)
        self.list.moved.connect(self._move_to)
        self.list.group_chosen.connect(lambda value: self.show_group(Shown(value)))
        self.list.hidden_chosen.connect(lambda: self.beside.show_hidden(self._read.hidden if self._read else ()))
        self.list.lessons_chosen.connect(lambda: self.beside.show_lessons(self._read.lessons if self._read else ()))
        self.read_all = Btn(_("Read all pages left"), "quiet", "eye")
        self.read_all.clicked.connect(lambda: self.pages.read_left([one.id for one in self.found]))
        self.list.add_below(self.read_all)
        self.side = Card()
        space(self.side.body, 0, _SIDE)
        self.after = AfterNote()
        self.after.item_asked.connect(lambda item: self._desk.go("remove", item=item))
        self.after.hide_asked.connect(self.beside.hide)
        self._right = Side(self.side)
        self.parts = Sides(Side(self.list), self._right)
        self.parts.stacks.connect(self._fit)
        self._message = QVBoxLayout()
        for part in (self.progress, self.working):
            column.addWidget(part)
        column.addLayout(self._message)
        column.addLayout(self.pages)
        column.addWidget(self.parts, 1)
        column.addStretch(0)
        self.progress.hide()
        self.parts.hide()

    def _fit(self, stacked: bool) -> None:
        """In one column the list folds, and what follows from a verdict stands under the result."""
        self.list.set_foldable(stacked)
        if stacked:
            self._right.column.addWidget(self.after)
        else:
            self.list.add_note(self.after)

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, read: Sorted) -> None:
        if read.number != self._number:
            return
        before = {one.id for one in self.found} if self._read is not None else None
        known = [one.id for one in read.found if before is not None and one.id not in before]
        back = next((one for one in known if self._places.knows(one)), "")
        at = self._at()
        self._read = read
        self.found = self._places.arrange(read.found, read.expected)
        self._show_counts(read)
        clear(self._message)
        self.parts.setVisible(bool(read.counts.total or read.hidden) and self.reading is None)
        if not read.counts.total and not read.hidden:
            self.result = None
            self._say_instead(self._message, nothing_found(read.how), lambda: self.went.emit(Stage.WAYS))
            return
        self.list.show_sorted(read, self._in_sections())
        if back:  # a verdict was taken back: its result is shown again
            self._key = back
            self.after.clear()
        elif self._at() < 0:
            self._key = self.found[max(0, min(at, len(self.found) - 1))].id if self.found else ""
        self._put(take_focus=bool(back))

    def _in_sections(self) -> list[Part]:
        """Headings only among what is left to sort (elsewhere the person has said what it is), and not for a few."""
        if self.shown in (Shown.LEFT, Shown.NEW):
            parts = self._places.parts(self.found)
            if len(self.found) > FEW or any(section is Section.EXPECTED for section, _found in parts):
                return parts
        return [(None, self.found)] if self.found else []

    def _show_counts(self, read: Sorted) -> None:
        self.progress.show(read.counts.sorted, max(1, read.counts.total))
        self.progress.setVisible(bool(read.counts.total) and self.reading is None)
        self.read_all.setVisible(bool(self.found) and self.shown in (Shown.LEFT, Shown.NEW))
        self.stepped.emit()

    def _put(self, *, take_focus: bool = False) -> None:
        """The result that is chosen, in the card on the right; left alone where it stands there already."""
        at = self._at()
        if self._read is None:
            return
        if at < 0:
            self.result = None
            clear(self.side.body)
            words = none_left(self.shown, self._read.counts)
            self._say_instead(self.side.body, words, self._lead_on)
            if take_focus:
                focus_heading(words.heading)
            return
        one = self.found[at]
        if self.result is None or self.result.finding != one:
            clear(self.side.body)
            self.result = self._card(one)
            self.side.add(self.result)
        if self.primary is not None and self.reading is None:
            self.primary = None
            self.stepped.emit()
        self.result.show_place(at, len(self.found))
        self.list.select(one.id)
        if take_focus:
            self._focus()

    def _card(self, one: Finding) -> ResultCard:
        card = ResultCard(one)
        shows = PageShows(self._desk, one)
        shows.read_asked.connect(lambda key: self.pages.read_pages([key]))
        card.add_part(shows)
        card.said.connect(lambda verdict: self._say(one, Verdict(verdict)))
        card.glad.connect(lambda: self._say(one, Verdict.FINE, glad=True))
        card.put_back.connect(lambda: self._say(one, None))
        card.worried.connect(lambda: self._desk.go("happened"))
        card.opened.connect(self._desk.open_link)
        card.item_asked.connect(lambda: self.beside.find_item(one))
        card.copies_asked.connect(lambda: self.beside.plan_copies(one))
        return card

    def _focus(self) -> None:
        if self.result is not None:
            focus_heading(self.result.heading)
            bring_into_view(self.result.place)
            bring_into_view(self.result.heading)

    def _at(self) -> int:
        return next((at for at, one in enumerate(self.found) if one.id == self._key), -1)

    def _say_instead(self, place: QVBoxLayout, words: EmptyState, lead: Callable[[], object]) -> None:
        """Words in the place of a result; `lead` is where their button leads."""
        place.addWidget(words)
        button = words.button
        if button is not None:
            button.clicked.connect(lambda: lead())
        self.primary = button if button is not None and button.kind == "primary" else None
        self.stepped.emit()

    def _lead_on(self) -> None:
        if self._read is not None and self._read.counts.left:
            self.show_group(Shown.LEFT)
        else:
            self._desk.go("remove")

    def _not_read(self, problem: Exception) -> None:
        again = Btn(_("Try again"), icon="undo")
        again.clicked.connect(self.reload)
        clear(self._message)
        self._message.addWidget(
            Banner("danger", _("The results could not be read"), _("Nothing is lost. Try again."), again)
        )
        if not isinstance(problem, FootprintError):
            self._desk.show_problem(problem)

    # -- moving ----------------------------------------------------------------------------------------

    def _open(self, key: str) -> None:
        """Enter or the mouse: show it, and go there."""
        self._key = key
        self.list.fold_away()
        self._put(take_focus=True)

    def _move_to(self, key: str) -> None:
        """The arrows: show it, and stay in the list."""
        if key != self._key and any(one.id == key for one in self.found):
            self._key = key
            self._put()

    def _ended(self) -> None:
        if self.sender() is self._job:
            self._job = None

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not (changes.findings or changes.person) or self.reading is not None:  # read anew when that has ended
            return
        if self._saying is not None and self._read is not None:  # shown at once; the rest waits until the hands rest
            self._number += 1
            self._later.start()
        else:
            self.reload()

    # -- reading pages -----------------------------------------------------------------------------------

    @property
    def reading(self) -> ReadingView | None:
        return self.pages.view

    def step_aside(self) -> None:
        self.parts.hide()
        self.progress.hide()
        self.reading_stepped()
        self.turned.emit()

    def reading_stepped(self) -> None:
        self.primary = self.reading.primary if self.reading is not None else None
        self.stepped.emit()

    def come_back(self) -> None:
        """To the result that stood there."""
        self.parts.show()
        self.reading_stepped()
        self.reload()
        self.turned.emit()
        self._focus()

    # -- saying ----------------------------------------------------------------------------------------

    def _say(self, one: Finding, verdict: Verdict | None, *, glad: bool = False) -> None:
        """Keep the verdict; “me, and it should go” makes the item in the same breath. One at a time."""
        if self._saying is not None:
            return
        self._saying = (one, verdict)
        self._desk.run(
            Operation(
                lambda _task: self._judge(one, verdict, glad),
                changes=Changes(findings=True, items=verdict is Verdict.REMOVE),
                said=lambda _value: said(verdict) if verdict is not None else _("Put back to sort"),
            ),
            then=self._saved,
            failed=self._not_saved,
        )

    def _judge(self, one: Finding, verdict: Verdict | None, glad: bool) -> Done[Item] | Done[Finding]:
        if verdict is Verdict.REMOVE:
            return log.put_on_list(self._vault, one)
        return search.verdict(self._vault, one.id, verdict, glad)

    def _not_saved(self, problem: Exception) -> None:
        self._saying = None
        self._desk.show_problem(problem)

    def _saved(self, value: object) -> None:
        """At once, without waiting for the list to be read again."""
        if self._saying is None:
            return
        (one, verdict), self._saying = self._saying, None
        at = next((at for at, other in enumerate(self.found) if other.id == one.id), -1)
        if at < 0 or self._read is None:  # another group was opened in the meantime
            self.reload()
            return
        if self.shown.keeps(verdict):
            now = value if isinstance(value, Finding) else replace(one, verdict=verdict)
            self.found = (*self.found[:at], now, *self.found[at + 1 :])
            at = (at + 1) % len(self.found)
        else:
            self.found = tuple(other for other in self.found if other.id != one.id)
        self._key = self.found[min(at, len(self.found) - 1)].id if self.found else ""
        self._read = after_verdict(self._read, one, verdict)
        self._show_counts(self._read)
        self.list.show_sorted(self._read, self._in_sections())
        self._put(take_focus=True)
        self._announce(verdict)
        self._follow_up(one, verdict, value)

    def _announce(self, verdict: Verdict | None) -> None:
        parts = [f"{said(verdict)}." if verdict is not None else ""]
        if self.result is not None:
            left = len(self.found)
            parts.append(ngettext("{n} result here.", "{n} results here.", left).format(n=number(left)))
            parts.append(_("Next: {title}").format(title=self.result.heading.text()))
        else:
            parts.append(_("All of it is sorted."))
        announce(self, " ".join(part for part in parts if part))

    def _follow_up(self, one: Finding, verdict: Verdict | None, value: object) -> None:
        self.after.clear()
        if isinstance(value, Item):
            self.after.show_item(value.id, value.title)
        elif verdict is Verdict.NOT_ME and self.shown in (Shown.LEFT, Shown.NEW):
            others = sum(other.host == one.host for other in self.found)
            if others and one.host:
                self.after.offer_to_hide(one.host, others)
