"""The list for somebody who may not read it: how many, how far, which kinds, networks and days. No words of it.

What a report is filled in from has no place for text: a line holds numbers, days, our own enums, and a network of the
checklists. So nothing the person or a page wrote can get into it, whatever a template does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from footprint import log
from footprint.checklists import Library, NetworkFile
from footprint.dates import day_in_words, local_day, medium_day, number
from footprint.i18n import _
from footprint.log import Kind, Query, Sort, Status
from footprint.reports.pages import environment
from footprint.reports.paper import how_many
from footprint.tasks import Task
from footprint.vault import Vault

_SHARES = (5, 19, 13, 17, 14, 15, 8, 9)
"""How much of the width each column takes, in hundredths: paper has little of it, and no word may break."""


@dataclass(frozen=True)
class RedactedLine:
    """One item: nothing in it was typed by anyone or read from a page. `network` is None for one not in our files."""

    number: int
    kind: Kind
    status: Status
    network: NetworkFile | None
    found_on: date
    due: date | None
    asked: int
    copies: int


@dataclass(frozen=True)
class Redacted:
    """All that a redacted report says."""

    made_on: date
    lines: tuple[RedactedLine, ...]

    @property
    def title(self) -> str:
        return _("What I am sorting out online, without the details")


def redacted(
    vault: Vault, library: Library, today: date, query: Query | None = None, *, only: Collection[str] | None = None,
    task: Task | None = None,
) -> Redacted:  # fmt: skip
    """The items of `query` (all without one), oldest first; with `only`, those of these ids. `task` may stop it.

    The text of a query is used to choose, and not kept.
    """
    chosen = query or Query(sort=Sort.NEWEST)
    rows = log.page(vault, chosen, 0, -1, today)
    wanted = None if only is None else frozenset(only)
    ordered = sorted((row for row in rows if wanted is None or row.id in wanted), key=lambda row: row.found_at)
    following, lines = task or Task(), []
    for at, row in enumerate(ordered, 1):
        following.step(at, len(ordered))
        lines.append(_line(vault, library, row, at))
    return Redacted(today, tuple(lines))


def redacted_html(one: Redacted) -> str:
    """A page to read in a browser, with nothing in it that could load or run."""
    return environment().get_template("redacted.html.j2").render(
        title=one.title, intro=_intro(one), counts=_counts(one), head=tuple(zip(_head(), _SHARES, strict=True)),
        one_by_one=_("One by one"),
        rows=[_cells(line, medium_day) for line in one.lines],
    )  # fmt: skip


def redacted_text(one: Redacted) -> str:
    """The same as plain text."""
    blocks = [one.title, *_intro(one)]
    blocks += ["\n".join((name, *(f"{words}: {n}" for words, n in rows))) for name, rows in _counts(one)]
    for line in one.lines:
        cells = zip(_head(), _cells(line, day_in_words), strict=True)
        blocks.append("\n".join(f"{name}: {cell}" for name, cell in cells))
    return "\n\n".join(blocks) + "\n"


def _line(vault: Vault, library: Library, row: log.Row, at: int) -> RedactedLine:
    network = library.network(row.network) if row.network in library else None
    asked, copies = len(log.requests(vault, row.id)), len(log.evidence(vault, row.id))
    return RedactedLine(at, row.kind, row.status, network, local_day(row.found_at), row.due, asked, copies)


def _intro(one: Redacted) -> tuple[str, ...]:
    return (
        _("Made on {day}.").format(day=day_in_words(one.made_on)),
        how_many(len(one.lines)),
        _("Titles, addresses, names, notes, messages and copies are left out."),
    )


def _counts(one: Redacted) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """How many of each, the most first."""
    return tuple(
        (name, tuple((words, number(n)) for words, n in Counter(found).most_common()))
        for name, found in (
            (_("How far they are"), [line.status.label for line in one.lines]),
            (_("What they are"), [line.kind.label for line in one.lines]),
            (_("Where they are"), [_network(line) for line in one.lines]),
        )
        if found
    )


def _head() -> tuple[str, ...]:
    return (
        _("No."), _("Kind"), _("How far it is"), _("Network"), _("Found on"), _("Due"), _("Asked"), _("Copies"),
    )  # fmt: skip


def _cells(line: RedactedLine, words: Callable[[date], str]) -> tuple[str, ...]:
    due = words(line.due) if line.due else _("No day")
    return (
        number(line.number), line.kind.label, line.status.label, _network(line), words(line.found_on), due,
        number(line.asked), number(line.copies),
    )  # fmt: skip


def _network(line: RedactedLine) -> str:
    return line.network.name if line.network else _("Another place")
