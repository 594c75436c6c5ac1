"""The nouns of the log: the item, what may be asked about many of them, its history and its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.log.origins import Origin
from footprint.log.relations import Relation
from footprint.log.states import Group, State, Status, status_of


class Kind(Labelled):
    """What it is."""

    POST = "post", N_("A post")
    PHOTO = "photo", N_("A photo")
    VIDEO = "video", N_("A video")
    COMMENT = "comment", N_("A comment")
    TAG = "tag", N_("A tag")
    PROFILE = "profile", N_("A profile")
    LISTING = "listing", N_("An entry in a list")
    REVIEW = "review", N_("A review")
    ARTICLE = "article", N_("An article")
    SETTING = "setting", N_("A setting")
    OTHER = "other", N_("Something else")


class Action(Labelled):
    """What the person wants to do about it."""

    REMOVE = "remove", N_("Take it down")
    UNTAG = "untag", N_("Take my name off it")
    ASK = "ask", N_("Ask someone to take it down")
    HIDE = "hide", N_("Hide it")
    REPORT = "report", N_("Report it to the network")
    KEEP = "keep", N_("Keep it as it is")


class Severity(Labelled):
    """How much it matters to the person."""

    LOW = "low", N_("Matters a little")
    MEDIUM = "medium", N_("Matters to me")
    HIGH = "high", N_("Matters a lot")


class Sort(Labelled):
    DUE = "due", N_("Due first")
    NEWEST = "newest", N_("Newest first")
    TITLE = "title", N_("A to Z")
    SEVERITY = "severity", N_("What matters most first")


@dataclass(frozen=True)
class New:
    """What the person says about a new item. `check` is "network:check"; `found_at` is now unless given.

    `relation`: who it is, asked only where somebody may be written to (`relations_for`).
    """

    title: str
    address: str = ""
    place: str = ""
    network: str = ""
    kind: Kind = Kind.OTHER
    origin: Origin = Origin.UNSURE
    action: Action = Action.REMOVE
    contact: str = ""
    notes: str = ""
    severity: Severity = Severity.MEDIUM
    due: date | None = None
    found_at: datetime | None = None
    finding_id: str = ""
    check: str = ""
    account_id: str = ""
    relation: Relation | None = None


@dataclass(frozen=True)
class Item:
    """One thing to act on. Titles and addresses may come from outside: shown as plain text only."""

    id: str
    title: str
    address: str
    host: str
    place: str
    network: str
    kind: Kind
    origin: Origin
    action: Action
    contact: str
    notes: str
    severity: Severity
    state: State
    due: date | None
    found_at: datetime
    finding_id: str
    check: str
    account_id: str
    changed_at: datetime
    relation: Relation | None = None

    def status(self, today: date) -> Status:
        return status_of(self.state, self.due, today)


@dataclass(frozen=True)
class Row:
    """What a list shows of an item: no notes, no contact, no address."""

    id: str
    title: str
    host: str
    place: str
    network: str
    kind: Kind
    origin: Origin
    action: Action
    severity: Severity
    state: State
    due: date | None
    found_at: datetime
    status: Status


@dataclass(frozen=True)
class Query:
    """Which items, in which order. Empty fields ask for nothing; `text` is what the person typed, as it is.

    `due_within`: open, and due so many days from today or before. `set_id`: those of one group made by hand.
    """

    text: str = ""
    group: Group | None = None
    status: Status | None = None
    kinds: tuple[Kind, ...] = ()
    origins: tuple[Origin, ...] = ()
    network: str = ""
    due_before: date | None = None
    due_within: int | None = None
    set_id: str = ""
    sort: Sort = Sort.DUE


class EventKind(StrEnum):
    ADDED = "added"
    MOVED = "moved"
    CHANGED = "changed"
    ASKED = "asked"
    EVIDENCE = "evidence"
    DELETED = "deleted"
    RESTORED = "restored"
    RUNG = "rung"
    REPLY = "reply"
    MERGED = "merged"
    PARTED = "parted"


@dataclass(frozen=True)
class Event:
    """One line of an item's history. `words` is the sentence shown, `note` what the person wrote about it."""

    at: datetime
    kind: EventKind
    words: str
    note: str
    state: State


@dataclass(frozen=True)
class DeletedRow:
    """An item deleted in the last 30 days; `until` is the last day it can be brought back."""

    id: str
    title: str
    deleted_at: datetime
    until: date


class EvidenceKind(Labelled):
    PICTURE = "picture", N_("Picture")
    PAGE = "page", N_("Saved page")
    TEXT = "text", N_("Text")
    PDF = "pdf", N_("PDF")
    EMAIL = "email", N_("Email")


@dataclass(frozen=True)
class Evidence:
    """A copy kept of what was seen. `sha256` is of the bytes as they came; `bytes` is how many.

    `width` and `height` are a picture's pixels, else 0. `says_where`: the picture says where it was taken.
    `made_from` is the SHA-256 of the file it was cropped or covered from, "" for one kept as it came.
    """

    id: str
    item_id: str
    kind: EvidenceKind
    sha256: str
    taken_at: datetime
    bytes: int
    name: str
    width: int
    height: int
    address: str
    says_where: bool = False
    shows: str = ""
    made_from: str = ""

    @property
    def intimate(self) -> bool:
        """It shows an adult undressed, as the person said, and was kept on purpose."""
        return self.shows == "intimate"
