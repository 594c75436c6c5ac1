"""An employer's pack once it is read, what decodes its parts, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from footprint.errors import FootprintError
from footprint.handwritten import Problem
from footprint.i18n import _, ngettext
from footprint.packs.format import (
    FORMAT,
    CadencesFile,
    ChecksFile,
    ContactsFile,
    GuidanceFile,
    LensesFile,
    LettersFile,
    LinksFile,
    Manifest,
)
from footprint.signing import fingerprint


class PackError(FootprintError):
    """A pack that cannot be used. `problems` names each fault by file and place; the sentence says the first."""

    def __init__(self, problems: Iterable[Problem], words: str = "") -> None:
        self.problems = tuple(problems)
        more = len(self.problems) - 1
        first = f"{self.problems[0]}.".replace("..", ".") if self.problems else ""
        rest = (
            ngettext("There is {n} more fault.", "There are {n} more faults.", more).format(n=more) if more > 0 else ""
        )
        super().__init__(" ".join(part for part in (words, first, rest) if part))


class NotAPack(PackError):
    """The file is no pack, or is dangerous to open: nothing inside it was decoded."""


class NotSigned(PackError):
    """The pack carries no signature: it can be looked at, and never used."""


class WrongSignature(PackError):
    """The signature does not fit what is in the pack: it was altered after it was signed."""


class Decoded(NamedTuple):
    """What became of one file: its value, or the faults that keep it from being used."""

    value: Any
    problems: tuple[Problem, ...] = ()


class Parts(Protocol):
    """The strict decoders of the rooms above, handed in by whoever reads a pack (`footprint.pack_parts.PARTS`).

    Each takes the name of a file inside the pack and its text, and names every fault by that file and its place.
    """

    def checks(self, file: str, text: str) -> Decoded:
        """`checks/NETWORK.toml`: the organisation's own checks on a network that ships."""

    def network(self, file: str, text: str) -> Decoded:
        """`networks/NAME.toml`: a network of the organisation's own, in the checklist format."""

    def event(self, file: str, text: str) -> Decoded:
        """`events/NAME.toml`: a life event, in the events format."""


@dataclass(frozen=True)
class Part:
    """One file in the format of a higher room. `value` is what that room's own decoder made of it."""

    file: str
    text: str
    value: Any


@dataclass(frozen=True)
class Ships:
    """What ships with this copy of the app, so that a pack naming something else is found out before it is used.

    `checks` and `groups`: the ids each list has. `kept`: its checks that are never hidden (main ones, of high risk).
    `places`: pages of the app an event may open. `pages`: the pages a network may have.
    """

    statements: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    checks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)
    letters: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()


NO_GUIDANCE = GuidanceFile(format=FORMAT)
NO_CONTACTS = ContactsFile(format=FORMAT)
NO_CHECKS = ChecksFile(format=FORMAT)
NO_CADENCES = CadencesFile(format=FORMAT)
NO_LINKS = LinksFile(format=FORMAT)
NO_LENSES = LensesFile(format=FORMAT)


@dataclass(frozen=True)
class Pack:
    """Everything in one pack. `key` is the raw public key it is signed with, None for one that is not signed.

    `added_checks` hold `checklists.pack_parts.AddedChecks`, `networks` `checklists.NetworkFile`, `events`
    `reminders.events` `EventFile`. `sha256` is of the whole file ("" for a folder), `size` its content in bytes.
    """

    manifest: Manifest
    guidance: GuidanceFile = NO_GUIDANCE
    contacts: ContactsFile = NO_CONTACTS
    checks: ChecksFile = NO_CHECKS
    cadences: CadencesFile = NO_CADENCES
    links: LinksFile = NO_LINKS
    lenses: LensesFile = NO_LENSES
    letters: LettersFile | None = None
    added_checks: tuple[Part, ...] = ()
    networks: tuple[Part, ...] = ()
    events: tuple[Part, ...] = ()
    key: bytes | None = None
    sha256: str = ""
    size: int = 0

    @property
    def id(self) -> str:
        return self.manifest.id

    @property
    def organisation(self) -> str:
        return self.manifest.organisation

    @property
    def version(self) -> int:
        return self.manifest.version

    @property
    def signed(self) -> bool:
        return self.key is not None

    @cached_property
    def fingerprint(self) -> str:
        """The mark of the key in eight groups of four, to compare by phone; "" where the pack is not signed."""
        return "" if self.key is None else fingerprint(self.key)


def other_key(old: Pack, new: Pack) -> bool:
    """Whether an update of one organisation's pack is signed by another key than before: to be said loudly."""
    return old.key != new.key


def no_pack(why: str, file: str = "") -> NotAPack:
    return NotAPack((Problem(file or _("The file"), "", why),))
