"""Bookmarks of the person: read, looked through for lines about them, and kept only line by line as they choose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from footprint import person
from footprint.i18n import _
from footprint.search.addresses import canonical, host_of
from footprint.search.handoff import Added, add_hits
from footprint.search.matching.judging import learned_now
from footprint.search.matching.names import fold
from footprint.search.matching.weighing import Profile, judge, profile
from footprint.search.pages.bookmark_files import LARGEST, Bookmark, BookmarkFile, read_bookmarks
from footprint.search.records import Band, Finding, Hit
from footprint.search.saved_page import apart
from footprint.tasks import Task
from footprint.vault import Done, Vault

__all__ = ["Bookmark", "BookmarkFile", "Suggestion", "add_bookmarks", "read_bookmark_file", "suggest"]


_STEP = 200  # lines between two looks at whether to stop


@dataclass(frozen=True)
class Suggestion:
    """A line of the file; `about_me` says whether it is ticked from the start, and `why` in the words of the match."""

    bookmark: Bookmark
    about_me: bool
    why: str


def read_bookmark_file(data: bytes, task: Task | None = None) -> BookmarkFile:
    """The lines of a file of bookmarks, read in a process of its own. Nothing is kept by reading."""
    if len(data) > LARGEST:
        return read_bookmarks(data)  # which says so, and reads nothing
    return apart(read_bookmarks, data, task)


def suggest(vault: Vault, file: BookmarkFile, task: Task | None = None) -> tuple[Suggestion, ...]:
    """Every line of the file, each with whether it looks as if it were about the person. Nothing is kept or sent."""
    who = profile(person.details(vault), person.accounts(vault))
    learned = learned_now(vault)
    words = _first_words(who)
    now = vault.now()
    made: list[Suggestion] = []
    for at, one in enumerate(file.lines):
        if task is not None and at % _STEP == 0:
            task.step(at, len(file.lines), _("Looking for your name"))
        text = fold(f"{one.title} {unquote(one.address)}")
        if not any(word in text for word in words):
            made.append(Suggestion(one, False, ""))
            continue
        form = canonical(one.address)
        found = Finding(
            "", one.address, form, host_of(form), _title(one), "", "", now, now, False, False, None, False
        )  # fmt: skip
        match = judge(who, found, learned)
        likely = match.band is not Band.UNLIKELY
        made.append(Suggestion(one, likely, match.reasons[0].text if likely else ""))
    return tuple(made)


def add_bookmarks(vault: Vault, chosen: Iterable[Bookmark]) -> Done[Added]:
    """Keep these lines as results to sort, each page once."""
    hits: dict[str, Hit] = {}
    for one in chosen:
        hits.setdefault(canonical(one.address), Hit(one.address, one.title))
    return add_hits(vault, tuple(hits.values()))


def _title(one: Bookmark) -> str:
    """The title with the words of the address behind it: many a page has the name only there."""
    path = unquote(urlsplit(one.address).path) if "//" in one.address else ""
    return f"{one.title} · {' '.join(path.replace('/', ' ').replace('-', ' ').replace('_', ' ').split())}"


def _first_words(who: Profile) -> frozenset[str]:
    """What a line must hold for a closer look: a family name, a handle, an address of theirs."""
    found = {fold(word) for name in who.names for word in (name.family[-1:] or name.given[:1])}
    found |= {fold(one) for one in (*who.handles, *who.emails)}
    found |= {fold(urlsplit(one).path.rsplit("/", 1)[-1]) for one in who.accounts}
    return frozenset(one for one in found if len(one) > 1)
