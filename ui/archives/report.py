"""What came of bringing a copy in: what is kept, what was left out and why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from footprint.archives.index.contents import Account, contents
from footprint.archives.index.forgetting import forget_account
from footprint.archives.index.imported import Imported, imported
from footprint.archives.opening.reading import skeleton
from footprint.archives.records import Why
from footprint.archives.report import Reason, Report, Row, not_exported, report_of
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.archives.stage import ArchivePart, Stage
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.clipboard import copy_text
from ui.kit.dialogs import Question
from ui.kit.layout import Fold
from ui.kit.progress import Working
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space

_SHOWN = 40


@dataclass(frozen=True)
class Seen:
    """One copy, what came of it, and what its networks are called."""

    copy: Imported
    report: Report
    names: dict[str, str]
    accounts: tuple[Account, ...]


def read_seen(_task: Task, bench: Workbench, number_: int) -> Seen:
    copy = imported(bench.vault, number_)
    names = {one: bench.checklists.network_or_any(one).name for one in copy.networks}
    accounts = tuple(one for one in contents(bench.vault).accounts if one.network in names)
    return Seen(copy, report_of(copy.course, not_exported(copy.networks)), names, accounts)


class ReportPart(ArchivePart):
    """Shown after a copy was read, and again whenever it is opened."""

    def __init__(self, desk: Desk, number_: int) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self.working = Working(_("Forgetting…"))
        desk.read(lambda task: read_seen(task, desk.bench, number_), self._show)

    def _show(self, seen: Seen) -> None:
        self._column.addWidget(_headline(seen))
        self._column.addWidget(self.working)
        self._column.addWidget(self._next(seen))
        for network, name in seen.names.items():
            self._column.addWidget(self._network(seen, network, name))
        rest = [row for row in seen.report.rows if not row.network and (row.skipped or row.unreadable)]
        if rest:
            self._column.addWidget(self._unknown(seen, rest))
        forget = Btn(_("Forget what was read"), "quiet", "trash")
        forget.clicked.connect(lambda: self._ask_to_forget(seen))
        self._column.addWidget(ButtonRow(forget))
        self._column.addStretch(1)

    def _next(self, seen: Seen) -> RowsCard:
        course = seen.copy.course
        card = RowsCard(_("What to do next"))
        rows: list[tuple[str, str, str, str]] = []
        if course.new or course.changed or course.same:
            rows.append((_("Go through your posts"), _("Those that stand out first."), "posts", Stage.REVIEW))
        if course.connections:
            people = ngettext("{n} person.", "{n} people.", course.connections).format(n=number(course.connections))
            rows.append((_("Go through your connections"), people, "people", "connections"))
        if course.held:
            rows.append((_("See what else is held about you"), _("Logins, apps, adverts and more."), "eye", Stage.HELD))
        rows.append((_("All copies"), _("Bring in another one, or ask for one."), "download", Stage.OVERVIEW))
        for title, meta, icon, where in rows:
            row = RowButton(title, meta, icon=icon, last=where == Stage.OVERVIEW)
            row.clicked.connect(lambda _on=False, where=where: self._go(where))
            card.add(row)
        return card

    def _go(self, where: str) -> None:
        if where == "connections":
            self._desk.go("connections")
        else:
            self.went.emit(where)

    # -- what was read -----------------------------------------------------------------------------

    def _network(self, seen: Seen, network: str, name: str) -> Card:
        card = Card(title=name)
        lines = [one for one in seen.copy.course.lines if one.network == network]
        counts = (
            (sum(one.entries for one in lines), _("Posts, comments and other entries")),
            (sum(one.connections for one in lines), _("People")),
            (sum(one.held for one in lines), _("Other things held about you")),
        )
        for count, words in counts:
            if count:
                card.add(PlainLabel(f"{words}: {number(count)}"))
        rows = [row for row in seen.report.rows if row.network == network]
        for title, reasons in (
            (_("Could not be read"), [one for row in rows for one in row.unreadable]),
            (_("Left out"), [one for row in rows for one in row.skipped]),
        ):
            _add_reasons(card, title, reasons)
        files = Fold(_("File by file"))
        for row in rows[:_SHOWN]:
            files.body.addWidget(PlainLabel(f"{_member(row)}: {row.words}", "small", "text2"))
        _add_more(files, len(rows) - _SHOWN)
        card.add(files)
        if missing := seen.report.not_exported.get(network):
            fold = Fold(_("What {network} does not put in its copies").format(network=name))
            for said in missing:
                fold.body.addWidget(PlainLabel(said, colour="text2"))
            card.add(fold)
        return card

    def _unknown(self, seen: Seen, rows: Sequence[Row]) -> Card:
        """Files nobody knows; the outline of one can be copied, to tell those who make this app."""
        card = Card(title=_("The rest of the files"))
        _add_reasons(card, _("Could not be read"), [one for row in rows for one in row.unreadable])
        _add_reasons(card, _("Left out"), [one for row in rows for one in row.skipped])
        strange = next(
            (one.where for row in rows for one in row.skipped if one.why is Why.UNKNOWN_FILE and one.where), ""
        )
        if strange:
            outline = Btn(_("Copy an outline of {name}").format(name=strange.rpartition("/")[2]), "quiet", "copy")
            outline.clicked.connect(lambda: self._copy_outline(seen, strange))
            card.add(ButtonRow(outline))
        return card

    def _copy_outline(self, seen: Seen, member: str) -> None:
        paths = seen.copy.paths
        self._desk.read(lambda task: skeleton(paths, member, task), self._outlined)

    def _outlined(self, text: str) -> None:
        if text:
            copy_text(text)
            self._desk.say(_("The outline is copied. It has none of your words in it."))
        else:
            self._desk.say(_("The file is not where it was."))

    # -- forgetting --------------------------------------------------------------------------------

    def _ask_to_forget(self, seen: Seen) -> None:
        names = ", ".join(seen.names.values())
        ask = Question(
            self,
            _("Forget all posts of {networks}?").format(networks=names),
            _("All that copies of it brought in goes from this app. What is on your list stays. The file stays too."),
            _("Forget them"),
            _("Keep them"),
            danger=True,
        )
        ask.accepted.connect(lambda: self._forget(seen))
        ask.open()

    def _forget(self, seen: Seen) -> None:
        vault, accounts = self._desk.bench.vault, seen.accounts

        def work(task: Task) -> int:
            return sum(forget_account(vault, one.number, task) for one in accounts)

        operation = Operation(
            work, lane="bulk", changes=Changes(archives=True, connections=True), said=lambda _n: _("Forgotten")
        )
        self.working.follow(self._desk.run(operation, then=lambda _n: self.went.emit(Stage.OVERVIEW)))


def _headline(seen: Seen) -> Banner:
    course, report = seen.copy.course, seen.report
    if seen.copy.ended_at is None:
        return Banner("info", _("This was stopped"), _("Choose the same files again to go on."), quiet=True)
    if not report.kept and report.same:
        return Banner("ok", _("Nothing new"), _("Everything in it was here already."), quiet=True)
    title = ngettext("{n} thing is kept", "{n} things are kept", report.kept).format(n=number(report.kept))
    words = []
    if report.same:
        words.append(
            ngettext("{n} was here already.", "{n} were here already.", report.same).format(n=number(report.same))
        )
    if course.gone:
        gone = ngettext(
            "{n} of an older copy is not in this one any more.", "{n} of older copies are not in this one any more.",
            course.gone,
        )  # fmt: skip
        words.append(gone.format(n=number(course.gone)))
    if course.confirmed:
        done = ngettext(
            "{n} of them you wanted to go: it is done.", "{n} of them you wanted to go: they are done.",
            course.confirmed,
        )  # fmt: skip
        words.append(done.format(n=number(course.confirmed)))
    if not report.whole:
        words.append(_("Some of it could not be read: see below."))
    return Banner("ok" if report.whole else "info", title, " ".join(words), quiet=True)


def _add_reasons(card: Card, title: str, reasons: Sequence[Reason]) -> None:
    counts: dict[Why, list[Reason]] = {}
    for one in reasons:
        counts.setdefault(one.why, []).append(one)
    if not counts:
        return
    card.add(Heading(title, "h3"))
    for some in counts.values():
        count = sum(one.count for one in some)
        times = ngettext("{n} time", "{n} times", count).format(n=number(count))
        card.add(PlainLabel(f"{times}: {some[0].label}. {some[0].advice}".strip(), "small", "text2"))


def _add_more(fold: Fold, more: int) -> None:
    if more > 0:
        words = ngettext("And {n} more file.", "And {n} more files.", more).format(n=number(more))
        fold.body.addWidget(PlainLabel(words, "small", "text2"))


def _member(row: Row) -> str:
    if row.member:
        return row.member
    return ngettext("{n} more file", "{n} more files", row.members).format(n=number(row.members))
