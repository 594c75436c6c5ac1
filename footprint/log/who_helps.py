"""Who helps, day and night or when they open: one dated file that ships with the app and is read without a vault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Literal

from footprint.checklists import Confidence
from footprint.i18n import _
from footprint.log.by_hand import Strict, fault, read
from footprint.paths import shipped

_NUMBER = re.compile(r"[0-9][0-9 ]{1,16}[0-9]")


class Topic(StrEnum):
    """What a helpline is for, as the page groups them."""

    DANGER = "danger"
    TALK = "talk"
    HOME = "home"
    IMAGE = "image"
    CHILD = "child"
    WORK = "work"


class Helpline(Strict, frozen=True, kw_only=True):
    """One service. `number` is to ring and `address` to open; one of the two may be missing.

    `hours_sure`: the source is plain and not old. What is not sure is never shown as if it were.
    """

    id: str
    name: str
    number: str = ""
    address: str = ""
    always: bool
    hours: str
    hours_sure: bool
    remit: str
    nations: tuple[Literal["england", "wales", "scotland", "northern-ireland"], ...]
    ages: str
    topics: tuple[Topic, ...]
    source: str
    verified: date
    confidence: Confidence

    @property
    def certain(self) -> bool:
        """Somebody has seen a good source that it exists and does this."""
        return self.confidence is not Confidence.UNVERIFIED

    @property
    def rings_now(self) -> bool:
        """It is a number that is answered at any hour, and we are sure of that."""
        return bool(self.number) and self.always and self.hours_sure and self.certain

    @property
    def doubt(self) -> str:
        """What is not certain about it, as a sentence; "" when nothing is."""
        if not self.certain:
            return _("We could not check that it is still there. Look at its site first.")
        return "" if self.hours_sure else _("Its hours may have changed.")


class HelplineFile(Strict, frozen=True, kw_only=True):
    """`resources/helplines/uk.toml`."""

    format: int
    checked: date
    helpline: tuple[Helpline, ...]


def helplines(nation: str = "", *, topics: Iterable[Topic] = (), path: Path | None = None) -> tuple[Helpline, ...]:
    """Those of a nation ("" means all of them), in the order of the file; with `topics`, those for one of them."""
    wanted, where = frozenset(topics), nation.replace(" ", "-")
    return tuple(
        one
        for one in _read(path or _shipped()).helpline
        if (not where or where in one.nations) and (not wanted or wanted & set(one.topics))
    )


def helplines_checked(path: Path | None = None) -> date:
    """The day the whole list was last gone through."""
    return _read(path or _shipped()).checked


def _shipped() -> Path:
    return shipped("resources") / "helplines" / "uk.toml"


@lru_cache(maxsize=4)
def _read(path: Path) -> HelplineFile:
    file = read(path, HelplineFile)
    for words in _faults(file):
        raise fault(path, words)
    return file


def _faults(file: HelplineFile) -> Iterator[str]:
    if file.format != 1:
        yield _("is of a newer form than this app knows")
    ids = [one.id for one in file.helpline]
    if len(set(ids)) != len(ids):
        yield _("has the same id twice")
    for one in file.helpline:
        if one.verified > file.checked:
            yield _("{id}: verified must not be after checked").format(id=one.id)
        if not all(link.startswith("https://") for link in (one.source, *([one.address] if one.address else []))):
            yield _("{id}: source and address must be https addresses").format(id=one.id)
        if not (one.number or one.address) or (one.number and not _NUMBER.fullmatch(one.number)):
            yield _("{id}: needs a number to ring or an address").format(id=one.id)
        if not (one.nations and one.topics and all(text.strip() for text in (one.name, one.hours, one.remit))):
            yield _("{id}: needs name, hours, remit, nations and topics").format(id=one.id)
        if one.hours_sure and not one.certain:
            yield _("{id}: what is not certain cannot have certain hours").format(id=one.id)
