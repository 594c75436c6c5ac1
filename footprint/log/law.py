"""What the law says where a letter relies on it: one dated file, in our own words, with where each line comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from footprint.checklists import Confidence
from footprint.i18n import _
from footprint.log.by_hand import Strict, fault, read
from footprint.paths import shipped

NATIONS = ("england", "wales", "scotland", "northern-ireland")


class Law(Strict, frozen=True, kw_only=True):
    """One rule. `says` is in our words; `terms` are the words by which a letter quotes it.

    `binds` names whom it binds. Nothing here binds a person who posts for themself and their family.
    """

    id: str
    says: str
    source: str
    verified: date
    confidence: Confidence
    nations: tuple[Literal["england", "wales", "scotland", "northern-ireland"], ...]
    binds: tuple[Literal["organisation", "engine", "newspaper"], ...]
    terms: tuple[str, ...]

    @property
    def certain(self) -> bool:
        """Somebody has seen a source for it: only then may a letter rely on it."""
        return self.confidence is not Confidence.UNVERIFIED

    def quoted_in(self, text: str) -> bool:
        """Whether a text speaks of this rule."""
        return any(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE) for term in self.terms)


class LawFile(Strict, frozen=True, kw_only=True):
    """`resources/law/uk.toml`."""

    format: int
    checked: date
    law: tuple[Law, ...]


def laws(path: Path | None = None) -> Mapping[str, Law]:
    """Every rule by its id. `BadLetters` names a fault."""
    return _read(path or shipped("resources") / "law" / "uk.toml")


@lru_cache(maxsize=4)
def _read(path: Path) -> Mapping[str, Law]:
    file = read(path, LawFile)
    for words in _faults(file):
        raise fault(path, words)
    return MappingProxyType({one.id: one for one in file.law})


def _faults(file: LawFile) -> Iterator[str]:
    if file.format != 1:
        yield _("is of a newer form than this app knows")
    ids = [one.id for one in file.law]
    if len(set(ids)) != len(ids):
        yield _("has the same id twice")
    for one in file.law:
        if one.verified > file.checked:
            yield _("{id}: verified must not be after checked").format(id=one.id)
        if not one.source.startswith("https://"):
            yield _("{id}: source must be an https address").format(id=one.id)
        if not (one.nations and one.says.strip()):
            yield _("{id}: needs says and nations").format(id=one.id)
        if one.certain != bool(one.terms):
            yield _("{id}: what is certain needs terms, and what is not may have none").format(id=one.id)
