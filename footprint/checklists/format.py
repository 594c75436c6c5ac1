"""The shape of a checklist file; anything a file says beyond this is an error that names its place.

A file is one network or one place, written by hand in TOML (`checklists/README.md` says how).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Kind(StrEnum):
    NETWORK = "network"
    PLACE = "place"


class Risk(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Where(StrEnum):
    """Where the setting can be reached."""

    WEB = "web"
    PHONE = "phone"
    BOTH = "both"


class Confidence(StrEnum):
    """How sure we are of a step: from the network itself, from an independent guide, or from neither."""

    OFFICIAL = "official"
    INDEPENDENT = "independent"
    UNVERIFIED = "unverified"


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Sourced(_Strict, frozen=True, kw_only=True):
    """Where a fact comes from, the day that source was last seen to say so, and how sure that makes us."""

    source: str
    verified: date
    confidence: Confidence


class Statement(Sourced, frozen=True, kw_only=True):
    """One plain sentence about the network ("Anyone can see your name and profile picture.")."""

    text: str


class Page(Sourced, frozen=True, kw_only=True):
    """A page or a way to it: change the password, look logged out, download, delete, untag, report."""

    link: str = ""
    menu: str = ""
    steps: tuple[str, ...] = ()
    note: str = ""


class Profile(Sourced, frozen=True, kw_only=True):
    """How profile addresses look.

    `address` holds `{handle}`; `handle` is a regular expression for the whole handle; `example` is an invented
    handle that fits it.
    """

    address: str
    handle: str
    hint: str
    example: str = ""


class Pages(_Strict, frozen=True, kw_only=True):
    """What a network must say, or say plainly that it has none (an entry with only a `note`)."""

    password: Page
    two_step: Page
    logged_out: Page
    download: Page
    delete: Page
    untag: Page | None = None
    report: Page | None = None
    rename: Page | None = None
    bulk_delete: Page | None = None


class Group(_Strict, frozen=True, kw_only=True):
    """Checks that belong together in the list of steps ("Your posts")."""

    id: str
    title: str


class Choice(_Strict, frozen=True, kw_only=True):
    """One thing the setting can be set to. `safer` marks what suits a care professional best."""

    id: str
    label: str
    detail: str = ""
    safer: bool = False


class Check(Sourced, frozen=True, kw_only=True):
    """One step. Checks with the same `page` lie on one settings page and are answered together.

    `look` marks a check where nothing can be set, only looked at: none of its choices is the safer one.
    `again` is after how many months it is worth another look (0: by its risk).
    """

    id: str
    group: str
    page: str
    title: str
    why: str
    risk: Risk
    where: Where
    guidance: tuple[str, ...]
    choices: tuple[Choice, ...]
    short: str = ""
    essential: bool = False
    minutes: float = 1.0
    link: str = ""
    menu: str = ""
    web: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()
    default: str = ""
    default_note: str = ""
    help: str = ""
    looks_different: str = ""
    facts: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    split_into: tuple[str, ...] = ()
    retired: bool = False
    look: bool = False
    again: int = 0


class NetworkFile(_Strict, frozen=True, kw_only=True):
    """One whole file of `checklists/`. `domains` are further domains the network itself owns ("meta.com")."""

    format: int
    id: str
    name: str
    kind: Kind
    summary: str
    start: str
    profile: Profile
    pages: Pages
    always_public: tuple[Statement, ...]
    groups: tuple[Group, ...]
    checks: tuple[Check, ...]
    domains: tuple[str, ...] = ()
