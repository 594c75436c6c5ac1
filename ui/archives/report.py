"""What came of bringing a copy in: what is kept, what was left out and why, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from footprint.archives.course import Course, Line
from footprint.archives.imported import Imported, imported
from footprint.archives.readers import READERS
from footprint.archives.records import Why
from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.archives.stage import ArchivePart, Stage
from ui.desk import Desk
from ui.kit.cards import Banner, Card
from ui.kit.layout import Fold
from ui.kit.rows import RowButton
from ui.kit.rows_card import RowsCard
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space

_SHOWN = 40
# These were left out on purpose; everything else in a file could not be read.
LEFT_OUT = frozenset(
    {Why.OTHERS_WORDS, Why.NOT_NEEDED, Why.COPY, Why.HEADERS, Why.EMPTY, Why.MEDIA, Why.UNKNOWN_FILE, Why.NESTED}
)


@dataclass(frozen=True)
class Seen:
    """One copy and what its networks are called."""

    copy: Imported
    names: dict[str, str]


def read_seen(_task: Task, bench: Workbench, number_: int) -> Seen:
    copy = imported(bench.vault, number_)
    return Seen(copy, {one: bench.checklists.network_or_any(one).name for one in copy.networks})


class ReportPart(ArchivePart):
    """Shown after a copy was read, and again whenever it is opened."""

    def __init__(self, desk: Desk, number_: int) -> None:
        super().__init__()
        self._desk = desk
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        desk.read(lambda task: read_seen(task, desk.bench, number_), self._show)

    def _show(self, seen: Seen) -> None:
        course = seen.copy.course
        self._column.addWidget(_headline(course, stopped=seen.copy.ended_at is None))
        self._column.addWidget(self._next(course))
        for network, name in seen.names.items():
            lines = [one for one in course.lines if one.network == network]
            self._column.addWidget(_network_card(network, name, lines))
        rest = [one for one in course.lines if not one.network and one.troubles]
        if rest:
            self._column.addWidget(_rest_card(rest))
        self._column.addStretch(1)

    def _next(self, course: Course) -> RowsCard:
        card = RowsCard(_("What to do next"))
        rows: list[tuple[str, str, str, str]] = []
        if course.new or course.changed or course.same:
            rows.append((_("Go through your posts"), _("Those that stand out first."), "posts", Stage.REVIEW))
        if course.connections:
            people = ngettext("{n} person.", "{n} people.", course.connections).format(n=number(course.connections))
            rows.append((_("Go through your connections"), people, "people", "connections"))
        if course.held:
            rows.append((_("See what else is held about you"), _("Logins, apps, adverts and more."), "eye", Stage.HELD))
        rows.append((_("All copies"), _("Bring in another one, or delete a file."), "download", Stage.OVERVIEW))
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


def _headline(course: Course, *, stopped: bool) -> Banner:
    if stopped:
        return Banner("info", _("This was stopped"), _("Choose the same files again to go on."), quiet=True)
    new, known = course.new, course.same + course.changed
    if not new and known:
        words = _("Everything in it was here already.")
        return Banner("ok", _("Nothing new"), words, quiet=True)
    title = ngettext("{n} thing is kept", "{n} things are kept", new).format(n=number(new))
    words = []
    if known:
        words.append(ngettext("{n} was here already.", "{n} were here already.", known).format(n=number(known)))
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
    return Banner("ok", title, " ".join(words), quiet=True)


def _network_card(network: str, name: str, lines: Sequence[Line]) -> Card:
    card = Card(title=name)
    counts = (
        (sum(one.entries for one in lines), _("Posts, comments and other entries")),
        (sum(one.connections for one in lines), _("People")),
        (sum(one.held for one in lines), _("Other things held about you")),
    )
    for count, words in counts:
        if count:
            card.add(PlainLabel(f"{words}: {number(count)}"))
    for line in _compared(lines):
        card.add(PlainLabel(line, colour="text2"))
    left, broken = _reasons(lines, left_out=True), _reasons(lines, left_out=False)
    for title, reasons in ((_("Could not be read"), broken), (_("Left out"), left)):
        if reasons:
            card.add(Heading(title, "h3"))
            for why, count in reasons:
                times = ngettext("{n} time", "{n} times", count).format(n=number(count))
                card.add(PlainLabel(f"{times}: {why.label}.", "small", "text2"))
    files = Fold(_("File by file"))
    for one in lines[:_SHOWN]:
        files.body.addWidget(PlainLabel(_file(one), "small", "text2"))
    if len(lines) > _SHOWN:
        more = len(lines) - _SHOWN
        files.body.addWidget(
            PlainLabel(ngettext("And {n} more file.", "And {n} more files.", more).format(n=number(more)), "small")
        )
    card.add(files)
    if network in READERS and READERS[network].not_exported:
        missing = Fold(_("What {network} does not put in its copies").format(network=name))
        for said in READERS[network].not_exported:
            missing.body.addWidget(PlainLabel(said, colour="text2"))
        card.add(missing)
    return card


def _compared(lines: Sequence[Line]) -> list[str]:
    """What was found beside what the copy itself says it holds."""
    stated = [one for one in lines if one.stated is not None]
    if not stated:
        return []
    said, found = sum(one.stated or 0 for one in stated), sum(one.entries for one in stated)
    if said == found:
        return [_("The copy says it holds {n}, and all were read.").format(n=number(said))]
    return [_("The copy says it holds {n}. We read {found}.").format(n=number(said), found=number(found))]


def _reasons(lines: Sequence[Line], *, left_out: bool) -> list[tuple[Why, int]]:
    found: Counter[Why] = Counter()
    for one in lines:
        for trouble in one.troubles:
            if (trouble.why in LEFT_OUT) == left_out:
                found[trouble.why] += trouble.count
    return found.most_common()


def _file(one: Line) -> str:
    name = one.member or ngettext("{n} more file", "{n} more files", one.members).format(n=number(one.members))
    kept = one.entries + one.connections + one.held
    words = [ngettext("{n} kept", "{n} kept", kept).format(n=number(kept))] if kept else []
    words += [trouble.why.label for trouble in one.troubles]
    if not one.ended:
        words.append(_("not read to its end"))
    return f"{name}: {', '.join(words) or _('nothing in it')}"


def _rest_card(lines: Sequence[Line]) -> Card:
    card = Card(title=_("Files of no network we know"))
    for one in lines[:_SHOWN]:
        card.add(PlainLabel(_file(one), "small", "text2"))
    return card
