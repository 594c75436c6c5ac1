"""The letters that ship with the app: which there are, and which fits an item."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.log.by_hand import Strict, fault, read
from footprint.log.origins import Origin
from footprint.log.records import Action, Item, Kind
from footprint.log.states import REPLY_DAYS
from footprint.paths import shipped

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment


class Tone(Labelled):
    FRIENDLY = "friendly", N_("Friendly")
    FIRM = "firm", N_("Firm")


FIELDS = ("to", "what", "where", "reason", "by", "me")
"""All that may stand between double braces in a letter."""


class Wording(Strict, frozen=True, kw_only=True):
    """One tone of a letter. `reply_days` is how long the reader is given to answer."""

    subject: str
    text: str
    reply_days: int = REPLY_DAYS


class LetterFile(Strict, frozen=True, kw_only=True):
    """One file of `resources/letters`. Without `kinds` it fits every kind of thing."""

    format: int
    id: str
    title: str
    origins: tuple[Origin, ...]
    actions: tuple[Action, ...]
    guidance: tuple[str, ...]
    friendly: Wording
    firm: Wording
    kinds: tuple[Kind, ...] = ()

    def wording(self, tone: Tone) -> Wording:
        return self.friendly if tone is Tone.FRIENDLY else self.firm

    def fits(self, item: Item) -> bool:
        return (
            item.origin in self.origins and item.action in self.actions and (not self.kinds or item.kind in self.kinds)
        )


def environment() -> ImmutableSandboxedEnvironment:
    """Fills in blanks and does nothing else; a blank without a value is an error."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=False, autoescape=False)


def fields_of(wording: Wording) -> frozenset[str]:
    """The names between double braces in it."""
    from jinja2 import meta

    return frozenset(meta.find_undeclared_variables(environment().parse(wording.subject + wording.text)))


def letter_files(folder: Path | None = None) -> tuple[LetterFile, ...]:
    """Every letter of a folder, those made for certain kinds of things first. `BadLetters` names a fault."""
    return _read_folder(folder or shipped("resources") / "letters")


def letter_for(item: Item, folder: Path | None = None) -> LetterFile | None:
    """The letter that fits best."""
    return next((one for one in letter_files(folder) if one.fits(item)), None)


@lru_cache(maxsize=4)
def _read_folder(folder: Path) -> tuple[LetterFile, ...]:
    found = [(path, read(path, LetterFile)) for path in sorted(folder.glob("*.toml"))]
    for path, one in found:
        for words in _faults(one, path.stem):
            raise fault(path, words)
    return tuple(sorted((one for _path, one in found), key=lambda one: not one.kinds))


def _faults(one: LetterFile, name: str) -> Iterator[str]:
    if one.format != 1:
        yield _("is of a newer form than this app knows")
    if one.id != name:
        yield _("its id must be its file name, “{name}”").format(name=name)
    for origin in one.origins:
        if not origin.may_be_asked:
            yield _("nobody who is “{origin}” is ever written to").format(origin=origin.value)
    for tone in Tone:
        wording = one.wording(tone)
        if not 7 <= wording.reply_days <= 60:
            yield _("{tone}.reply_days must be from 7 to 60").format(tone=tone.value)
        for part, words in (("subject", wording.subject), ("text", wording.text)):
            for problem in _template_faults(words):
                yield f"{tone.value}.{part}: {problem}"


def _template_faults(text: str) -> Iterator[str]:
    from jinja2 import TemplateError, nodes

    plain = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)
    if not text.strip():
        yield _("is empty")
    if "[" in text or "]" in text:
        yield _("square brackets stand for blanks and cannot be used here")
    try:
        tree = environment().parse(text)
    except TemplateError as problem:
        yield str(problem)
        return
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, plain):
            yield _("only names between double braces can be used here")
            return
        if isinstance(node, nodes.Name) and node.name not in FIELDS:
            yield _("“{name}” is not one of: {known}").format(name=node.name, known=", ".join(FIELDS))
