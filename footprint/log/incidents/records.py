"""The nouns of an incident note: what happened, whom it was told, what is kept of it, and who there is to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from footprint.errors import FootprintError
from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.log.records import EvidenceKind
from footprint.packs.origins import FromPack


class BadIncident(FootprintError):
    """A field cannot be kept as it was given; `field` names it for the form."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


class Kind(Labelled):
    """What happened."""

    POSTED = "posted", N_("Someone posted about me or my service")
    CONTACT = "contact", N_("Someone I met through work got in touch")
    MISTAKE = "mistake", N_("I made a mistake online")
    LOST = "lost", N_("I lost an account or a device")
    THREAT = "threat", N_("Someone threatens or frightens me")


class Post(Labelled):
    """Whom a workplace has for telling; each by its task, never by a person's name."""

    MANAGER = "manager", N_("Line manager")
    ABOVE = "above", N_("The manager above them")
    SAFEGUARDING = "safeguarding", N_("Safeguarding lead")
    IT = "it", N_("IT security")
    DATA = "data", N_("Data protection")
    COMMUNICATIONS = "communications", N_("Communications team")
    HR = "hr", N_("Human resources")
    UNION = "union", N_("Union")
    HOURS = "hours", N_("Out of hours")
    WHISTLE = "whistle", N_("Whistleblowing")


class Form(StrEnum):
    """What kind of file a copy is; the value is how its name ends."""

    PDF = "pdf"
    WORD = "docx"
    HTML = "html"
    TEXT = "txt"


@dataclass(frozen=True)
class Told:
    """Somebody who was told. `who` is a role in the person’s words, `at` the time as they put it ("" for none)."""

    id: str
    who: str
    on: date
    at: str = ""


@dataclass(frozen=True)
class Proof:
    """A copy of what was seen. `kept_id` points to one the log keeps of an item; "" is a copy of the note’s own.

    `shows` and `made_from` as for the copies of the log (`Evidence`).
    """

    id: str
    kept_id: str
    kind: EvidenceKind
    name: str
    sha256: str
    size: int
    taken_at: datetime
    shows: str = ""
    made_from: str = ""

    @property
    def intimate(self) -> bool:
        """It shows an adult undressed, as the person said, and was kept on purpose: covered in every view."""
        return self.shows == "intimate"


@dataclass(frozen=True)
class Copy:
    """A copy made for somebody else."""

    id: str
    form: Form
    made_at: datetime


@dataclass(frozen=True)
class Incident:
    """One note. It is kept from its first word on; unfinished, it can be carried on at question `step` (from 0).

    `seen_typed` and `telling` are a day and a telling as far as they are typed, in the form’s own way.
    """

    id: str
    kind: Kind
    begun_at: datetime
    what: str = ""
    seen_on: date | None = None
    seen_typed: str = ""
    seen_at: str = ""
    place: str = ""
    concerns: str = ""
    agreed: str = ""
    wanted: str = ""
    network: str = ""
    item_id: str = ""
    telling: str = ""
    manager_fits: bool = True
    step: int = 0
    finished_at: datetime | None = None
    handed_on: date | None = None

    @property
    def finished(self) -> bool:
        return self.finished_at is not None


@dataclass(frozen=True)
class Whole:
    """A note with everything that hangs on it, each part oldest first."""

    incident: Incident
    told: tuple[Told, ...] = ()
    proofs: tuple[Proof, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True)
class AskedHere:
    """What the workplace itself asks for when something of a kind has happened; it stands after the app’s own lines."""

    words: str
    link: str
    link_label: str
    origin: FromPack


@dataclass(frozen=True)
class Contact:
    """How to reach one of the workplace’s posts; `name` is what the post is called there.

    `note`, `link` and `origin` are of a contact that comes from an employer’s pack.
    """

    post: Post
    name: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    note: str = ""
    link: str = ""
    origin: FromPack | None = None

    @property
    def known(self) -> bool:
        """Whether anything was typed in about it."""
        return bool(self.name or self.phone or self.email or self.hours)

    @property
    def called(self) -> str:
        return self.name or self.post.label
