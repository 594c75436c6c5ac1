"""The kinds of copy of the list, what a preview of each says, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from footprint import dates, log
from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.log import Query, third_party
from footprint.log.exchange import bundle_name, write_bundle
from footprint.log.third_party import Finding
from footprint.reports import (
    Contents,
    Inside,
    contents,
    full,
    full_html,
    full_pages,
    full_text,
    full_word,
    redacted,
    redacted_html,
    redacted_text,
)
from footprint.tasks import Task
from footprint.workbench import Workbench

MOST_ITEMS, MOST_LETTERS = 200, 12_000
"""A preview shows so many things and so many letters of them; what comes after is as it is there."""


class What(StrEnum):
    """The kind of copy."""

    BUNDLE = "bundle"
    REDACTED = "redacted"
    FULL = "full"
    SHEET = "sheet"


class Form(Labelled):
    """The kind of file; its value is the ending."""

    LOCKED = "footprint-list", N_("Locked file")
    HTML = "html", N_("Web page")
    PDF = "pdf", N_("PDF")
    WORD = "docx", N_("Word")
    TEXT = "txt", N_("Plain words")
    CSV = "csv", N_("Spreadsheet")


FORMS = {
    What.BUNDLE: (Form.LOCKED,),
    What.REDACTED: (Form.HTML, Form.PDF, Form.TEXT),
    What.FULL: (Form.HTML, Form.PDF, Form.WORD, Form.TEXT),
    What.SHEET: (Form.CSV,),
}
FILTERS = {
    Form.LOCKED: N_("Locked lists (*.footprint-list)"),
    Form.HTML: N_("Web page (*.html)"),
    Form.PDF: N_("PDF (*.pdf)"),
    Form.WORD: N_("Word file (*.docx)"),
    Form.TEXT: N_("Plain words (*.txt)"),
    Form.CSV: N_("Spreadsheet (*.csv)"),
}
JOURNAL = {
    What.BUNDLE: N_("A locked copy of your list"),
    What.REDACTED: N_("Your list without the details"),
    What.FULL: N_("A full report of your list"),
    What.SHEET: N_("The list of things to remove, as a spreadsheet"),
}


@dataclass(frozen=True)
class Wanted:
    """What the person chose. `ticked`: only these things of `query`; what no longer is in it is left out.

    `whole`: the list as it is, whatever is in it when the file is made.
    """

    what: What
    form: Form
    query: Query
    inside: Inside = field(default_factory=Inside)
    ticked: tuple[str, ...] | None = None
    whole: bool = False


@dataclass(frozen=True)
class Seen:
    """What a preview shows: the counts, the words of the file, how many things these are of, and case data in them."""

    wanted: Wanted
    contents: Contents
    text: str
    shown: int
    cut: bool
    looks: tuple[Finding, ...]


def ids_of(bench: Workbench, wanted: Wanted) -> tuple[str, ...]:
    """In the order of the list."""
    found = log.ids(bench.vault, wanted.query, dates.local_day(bench.vault.now()))
    kept = None if wanted.ticked is None else frozenset(wanted.ticked)
    return tuple(one for one in found if kept is None or one in kept)


def name_of(bench: Workbench, wanted: Wanted) -> str:
    """The file name to suggest. It says nothing about the person."""
    if wanted.what is What.BUNDLE:
        return bundle_name(bench.vault)
    return f"online-check-{_today(bench).isoformat()}.{wanted.form.value}"


def look_in(bench: Workbench, wanted: Wanted, task: Task) -> Seen:
    """Read what the file would hold. Takes a moment."""
    ids = ids_of(bench, wanted)
    first = ids[:MOST_ITEMS]
    counted = contents(bench.vault, ids, task)
    text = _TEXTS[wanted.what](bench, wanted, first, task) if ids and wanted.what in _TEXTS else ""
    typed = wanted.what in (What.FULL, What.SHEET) and (wanted.inside.notes or wanted.inside.letters)
    looks = third_party.findings(text, third_party.own_of(bench.vault)) if typed else ()
    return Seen(wanted, counted, text[:MOST_LETTERS], len(first), len(text) > MOST_LETTERS, looks)


def make(bench: Workbench, wanted: Wanted, path: Path, task: Task) -> None:
    """Write the file to `path`. OSError when that cannot be done; `Stopped` when the person stops it."""
    ids = ids_of(bench, wanted)
    task.check()
    if wanted.what is What.FULL:
        _make_full(bench, wanted, ids, path, task)
    elif wanted.form is Form.CSV:
        path.write_bytes(_sheet(bench, wanted, ids, task).encode("utf-8-sig"))
    else:
        _make_redacted(bench, wanted, ids, path, task)


def make_locked(bench: Workbench, wanted: Wanted, path: Path, passphrase: str, task: Task) -> None:
    """Write the locked file to `path`, whole or not at all. Seconds of work."""
    ids = None if wanted.whole else ids_of(bench, wanted)
    write_bundle(bench.vault, path, passphrase, task=task, ids=ids)


def _make_full(bench: Workbench, wanted: Wanted, ids: Sequence[str], path: Path, task: Task) -> None:
    made = full(bench.vault, ids, wanted.inside, _today(bench), task)
    if wanted.form is Form.WORD:
        path.write_bytes(full_word(made, task))
    elif wanted.form is Form.PDF:
        _pdf(full_pages(made, task), path, made.title)
    else:
        text = full_html(made) if wanted.form is Form.HTML else full_text(made)
        path.write_text(text, encoding="utf-8")


def _make_redacted(bench: Workbench, wanted: Wanted, ids: Sequence[str], path: Path, task: Task) -> None:
    made = redacted(bench.vault, bench.checklists, _today(bench), only=ids, task=task)
    if wanted.form is Form.PDF:
        _pdf([redacted_html(made)], path, made.title)
    else:
        text = redacted_html(made) if wanted.form is Form.HTML else redacted_text(made)
        path.write_text(text, encoding="utf-8")


def _pdf(parts: Iterable[str], path: Path, title: str) -> None:
    from ui.kit.printing import parts_to_pdf  # heavy, and only for those who print

    parts_to_pdf(parts, path, title)


def _today(bench: Workbench) -> date:
    return dates.local_day(bench.vault.now())


def _sheet(bench: Workbench, wanted: Wanted, ids: Sequence[str], _task: Task) -> str:
    return log.export_csv(bench.vault, wanted.query, only=ids, notes=wanted.inside.notes)


def _full_words(bench: Workbench, wanted: Wanted, ids: Sequence[str], task: Task) -> str:
    """Pictures are not drawn for it: that takes long, and they are counted beside it."""
    return full_text(full(bench.vault, ids, wanted.inside, _today(bench), task, drawn=False))


def _redacted_words(bench: Workbench, _wanted: Wanted, ids: Sequence[str], task: Task) -> str:
    return redacted_text(redacted(bench.vault, bench.checklists, _today(bench), only=ids, task=task))


_TEXTS: dict[What, Callable[[Workbench, Wanted, Sequence[str], Task], str]] = {
    What.REDACTED: _redacted_words,
    What.FULL: _full_words,
    What.SHEET: _sheet,
}
