"""The list with its words: what each thing is, where, how far it is, what happened, who was asked, which copies exist.

Notes, messages and pictures go in only when the person chooses so. Pictures are drawn anew from their pixels, so
nothing hidden in a file goes along; private ones never leave.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from footprint import log
from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.log import Event, Evidence, EvidenceKind, Item, Request
from footprint.reports.figures import Figure, figure
from footprint.reports.paper import Part, copy_line, how_many, written_lines
from footprint.tasks import Task
from footprint.vault import Vault


@dataclass(frozen=True)
class Inside:
    """What goes into a report besides what each thing is, where, and what happened on which day."""

    notes: bool = False
    letters: bool = False
    pictures: bool = False


@dataclass(frozen=True)
class Entry:
    """One thing of the list. `facts` are names with what is said under them."""

    title: str
    status: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Full:
    """All that a full report says, in its order."""

    title: str
    intro: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    entries: tuple[Entry, ...]
    foot: tuple[str, ...]


def full(
    vault: Vault, ids: Sequence[str], inside: Inside, today: date, task: Task | None = None, *, drawn: bool = True
) -> Full:
    """The report of these items, in this order. Takes a moment for each picture; `task` may stop it.

    Not `drawn`, it has every word of it, and no pictures yet.
    """
    following = task or Task()
    entries, counts = [], Counter[str]()
    for done, one in enumerate(ids):
        following.step(done, len(ids))
        entry = _entry(vault, log.get(vault, one), inside, today, following if drawn else None)
        counts[entry.status] += 1
        entries.append(entry)
    following.step(len(ids), len(ids))
    return Full(
        _("What I am sorting out online"),
        (_("Made on {day}.").format(day=day_in_words(today)), how_many(len(ids))),
        tuple(counts.most_common()),
        tuple(entries),
        _foot(inside),
    )


def _foot(inside: Inside) -> tuple[str, ...]:
    """What is left out, so that nobody takes the report for the whole."""
    said = []
    if not inside.notes:
        said.append(_("The person’s own notes are left out."))
    if not inside.letters:
        said.append(_("The words of messages are left out."))
    said.append(
        _("Private pictures are left out. Other files are named here and are not inside.")
        if inside.pictures
        else _("Pictures and files are named here and are not inside.")
    )
    said.append(_("A fingerprint shows that a file was not changed."))
    return tuple(said)


def _entry(vault: Vault, item: Item, inside: Inside, today: date, task: Task | None) -> Entry:
    """Pictures are drawn, if they are wanted, where there is a `task` that may stop it."""
    copies = log.evidence(vault, item.id)
    parts = [
        Part(_("What happened"), tuple(_event(one, inside) for one in log.history(vault, item.id))),
        *_asked(log.requests(vault, item.id), inside),
        Part(_("Copies kept of it"), tuple(_copy(one) for one in copies)),
    ]
    if inside.notes:
        parts.insert(0, Part(_("Notes"), written_lines(item.notes)))
    return Entry(
        item.title,
        item.status(today).label,
        tuple((name, words) for name, words in _facts(item) if words),
        tuple(one for one in parts if one.lines),
        _figures(vault, copies, task) if inside.pictures and task is not None else (),
    )


def _facts(item: Item) -> tuple[tuple[str, str], ...]:
    return (
        (_("Where"), item.place),
        (_("Address"), item.address),
        (_("Network"), log.network_name(item.network) if item.network else ""),
        (_("Kind"), item.kind.label),
        (_("Who put it there"), item.origin.label),
        (_("Who it is"), item.relation.label if item.relation else ""),
        (_("What to do"), item.action.label),
        (_("Who to contact"), item.contact),
        (_("How much it matters"), item.severity.label),
        (_("Found on"), day_in_words(local_day(item.found_at))),
        (_("Due"), day_in_words(item.due) if item.due else ""),
    )


def _event(one: Event, inside: Inside) -> str:
    words = f"{day_in_words(local_day(one.at))}: {one.words}"
    return f"{words} {' '.join(written_lines(one.note))}" if inside.notes and one.note.strip() else words


def _asked(requests: Sequence[Request], inside: Inside) -> tuple[Part, ...]:
    """Every message in full, or each day of asking on a line."""
    days = tuple(f"{day_in_words(one.sent_on)}: {one.how.label}" for one in requests)
    if not inside.letters:
        return (Part(_("When you asked"), days),)
    return tuple(
        Part(_("You asked on {day}").format(day=day_in_words(one.sent_on)), (one.how.label, *written_lines(one.text)))
        for one in requests
    )


def _copy(one: Evidence) -> str:
    return copy_line(one.kind.label, one.taken_at, one.bytes, one.sha256)


def _figures(vault: Vault, copies: Sequence[Evidence], task: Task) -> tuple[Figure, ...]:
    found = []
    for one in copies:
        if one.kind is EvidenceKind.PICTURE and not one.intimate:
            task.check()
            found.append(figure(vault, one))
    return tuple(found)
