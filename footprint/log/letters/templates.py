"""The letters that ship with the app: which there are, and which fit an item."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.log.by_hand import Strict, fault, read
from footprint.log.ladder.rungs import Rung as Step
from footprint.log.law import laws
from footprint.log.likely import known_relation
from footprint.log.origins import Origin
from footprint.log.records import Action, Item, Kind
from footprint.log.relations import PLACES, Relation
from footprint.log.states import REPLY_DAYS, State
from footprint.paths import shipped

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment


class Tone(Labelled):
    FRIENDLY = "friendly", N_("Friendly")
    FIRM = "firm", N_("Firm")


class Length(Labelled):
    SHORT = "short", N_("Short")
    LONG = "long", N_("Long")


class Audience(Labelled):
    """Who reads a letter: it decides how it may be worded, and which law can bind the reader."""

    PERSON = "person", N_("One person")
    PEOPLE = "people", N_("Family and friends")
    ORGANISATION = "organisation", N_("An organisation")
    NEWSPAPER = "newspaper", N_("A newspaper")
    ENGINE = "engine", N_("A search engine")
    ARCHIVE = "archive", N_("A web archive")

    @property
    def private(self) -> bool:
        """People, whom no letter speaks to of the law."""
        return self in (Audience.PERSON, Audience.PEOPLE)


class Rung(Labelled):
    """How far up the ladder a letter stands. On the lower ones no letter speaks of the law."""

    ASK = "ask", N_("Ask")
    ERASURE = "erasure", N_("Ask for it to be deleted by law")
    COMPLAINT = "complaint", N_("Complain to the organisation")
    SEARCH = "search", N_("Ask a search engine")
    ARCHIVE = "archive", N_("Ask a web archive")


_STEPS = {
    Rung.ERASURE: Step.ERASURE,
    Rung.COMPLAINT: Step.COMPLAINT,
    Rung.SEARCH: Step.SEARCH,
    Rung.ARCHIVE: Step.SITE,
}
FIELDS = ("to", "what", "ask", "where", "reason", "by", "me", "asked", "own", "who", "years", "hold")
"""All that may stand between double braces in a letter."""
_OF_ITEMS = frozenset({"what", "ask"})
"""What only an item can say: a note that concerns none cannot use it."""


class Wording(Strict, frozen=True, kw_only=True):
    """One tone of a letter, in two lengths."""

    subject: str
    short: str
    long: str

    def text(self, length: Length) -> str:
        return self.short if length is Length.SHORT else self.long


class LetterFile(Strict, frozen=True, kw_only=True):
    """One file of `resources/letters`: one kind of request.

    `relations`: offered first to whoever gave one of these answers. `order`: the smaller, the earlier in the list.
    `note`: it can be written without an item. `again`: it reminds someone who was asked before. `reply_days`: how long
    the reader is given to answer. `first`: what the person should know before they write. `address`: the email address
    it always goes to. `law`: ids in `resources/law/uk.toml` that it relies on. `was`: ids it had before, which old
    requests still name.
    """

    format: int
    id: str
    title: str
    order: int
    audience: Audience
    guidance: tuple[str, ...]
    friendly: Wording
    firm: Wording
    rung: Rung = Rung.ASK
    origins: tuple[Origin, ...] = ()
    actions: tuple[Action, ...] = ()
    kinds: tuple[Kind, ...] = ()
    relations: tuple[Relation, ...] = ()
    note: bool = False
    again: bool = False
    reply_days: int = REPLY_DAYS
    first: str = ""
    address: str = ""
    law: tuple[str, ...] = ()
    was: tuple[str, ...] = ()

    def wording(self, tone: Tone) -> Wording:
        return self.friendly if tone is Tone.FRIENDLY else self.firm

    def step(self, origin: Origin) -> Step:
        """The step of the ladder it is written on, for something that was put there by `origin`."""
        if self.rung in _STEPS:
            return _STEPS[self.rung]
        office = origin is Origin.ORGANISATION or not self.audience.private
        return Step.SITE if office or any(one in PLACES for one in self.relations) else Step.PERSON

    def fits(self, item: Item) -> bool:
        return (
            item.origin.may_be_asked
            and item.origin in self.origins
            and item.action in self.actions
            and (not self.kinds or item.kind in self.kinds)
        )


def environment() -> ImmutableSandboxedEnvironment:
    """Fills in blanks and does nothing else; a blank without a value is an error."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=False, autoescape=False)


@lru_cache(maxsize=256)
def compiled(text: str) -> Template:
    """A shipped template ready to be filled in: made once, because a letter is filled in at every pause in typing."""
    return environment().from_string(text)


@lru_cache(maxsize=256)
def fields_of(subject: str, text: str) -> frozenset[str]:
    """The names between double braces in a letter."""
    from jinja2 import meta

    return frozenset(meta.find_undeclared_variables(environment().parse(subject + text)))


def letter_files(folder: Path | None = None) -> tuple[LetterFile, ...]:
    """Every letter of a folder in the order they are offered. `BadLetters` names a fault."""
    return _read_folder(folder or shipped("resources") / "letters")


def letter_named(name: str, folder: Path | None = None) -> LetterFile | None:
    """The letter with this id, or that had it once."""
    files = letter_files(folder)
    return next((one for one in files if one.id == name), None) or next((one for one in files if name in one.was), None)


def letters_for(
    item: Item,
    relation: Relation | None = None,
    *,
    asked: bool = False,
    step: Step | None = None,
    folder: Path | None = None,
) -> tuple[LetterFile, ...]:
    """Every letter that fits, the likeliest first. None where the poster is never written to.

    `relation` is what the person said; without it that of the item, then its words are looked at. `asked`: they were
    asked before, so that they can be reminded; while an answer is waited for, that is the likeliest. `step`: letters of
    this step of the ladder come first.
    """
    known, waiting = relation or known_relation(item), item.state in (State.ASKED, State.WAITING)

    def likely(one: LetterFile) -> tuple[bool, bool, bool, int]:
        return (
            step not in (None, one.step(item.origin)),
            one.again is not waiting,
            known not in one.relations,
            one.order,
        )

    fitting = (one for one in letter_files(folder) if one.fits(item) and (asked or waiting or not one.again))
    return tuple(sorted(fitting, key=likely))


def notes(folder: Path | None = None) -> tuple[LetterFile, ...]:
    """The letters that need no item, for family, friends and others close to the person; those to all of them first."""
    there = (one for one in letter_files(folder) if one.note)
    return tuple(sorted(there, key=lambda one: one.audience is not Audience.PEOPLE))


@lru_cache(maxsize=4)
def _read_folder(folder: Path) -> tuple[LetterFile, ...]:
    found = [(path, read(path, LetterFile)) for path in sorted(folder.glob("*.toml"))]
    for path, one in found:
        for words in _faults(one, path.stem):
            raise fault(path, words)
    names: set[str] = set()
    for path, one in found:
        for name in (one.id, *one.was):
            if name in names:
                raise fault(path, _("“{name}” is the name of another letter").format(name=name))
            names.add(name)
    return tuple(sorted((one for _path, one in found), key=lambda one: (one.order, one.id)))


def _faults(one: LetterFile, name: str) -> Iterator[str]:
    if one.format != 2:
        yield _("is of another form than this app knows")
    if one.id != name:
        yield _("its id must be its file name, “{name}”").format(name=name)
    for origin in one.origins:
        if not origin.may_be_asked:
            yield _("nobody who is “{origin}” is ever written to").format(origin=origin.value)
    if bool(one.origins) != bool(one.actions) or not (one.origins or one.note):
        yield _("needs origins and actions, or note")
    if not 7 <= one.reply_days <= 60:
        yield _("reply_days must be from 7 to 60")
    yield from _law_faults(one)
    for tone in Tone:
        wording = one.wording(tone)
        for part, words in (("subject", wording.subject), ("short", wording.short), ("long", wording.long)):
            for problem in _template_faults(words, note=one.note):
                yield f"{tone.value}.{part}: {problem}"


def _law_faults(one: LetterFile) -> Iterator[str]:
    """A letter names the law it quotes, quotes the law it names, and only to those it binds."""
    known = laws()
    text = " ".join(part for tone in Tone for part in (one.wording(tone).short, one.wording(tone).long))
    for name in one.law:
        if name not in known or not known[name].certain:
            yield _("“{name}” is no law that a letter may rely on").format(name=name)
        elif one.audience.value not in known[name].binds:
            yield _("“{name}” does not bind whoever reads this").format(name=name)
        elif not known[name].quoted_in(text):
            yield _("relies on “{name}” and never says so").format(name=name)
    for law in known.values():
        if law.id not in one.law and law.quoted_in(text):
            yield _("speaks of “{name}” and does not name it in law").format(name=law.id)


def _template_faults(text: str, *, note: bool) -> Iterator[str]:
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
    known = [name for name in FIELDS if not (note and name in _OF_ITEMS)]
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, plain):
            yield _("only names between double braces can be used here")
            return
        if isinstance(node, nodes.Name) and node.name not in known:
            yield _("“{name}” is not one of: {known}").format(name=node.name, known=", ".join(known))
