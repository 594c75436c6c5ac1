"""The nouns of the person room: details, the profile that chooses wording and routes, and accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footprint.i18n import N_, _
from footprint.labels import Labelled


class DetailKind(Labelled):
    """What a detail says about the person, in the order they are asked."""

    NAME = "name", N_("Name")
    FORMER_NAME = "former name", N_("Former name")
    KNOWN_AS = "known as", N_("Known as")
    TOWN = "town", N_("Town")
    EMPLOYER = "employer", N_("Employer")
    JOB_TITLE = "job title", N_("Job title")
    HANDLE = "handle", N_("Username")
    EMAIL = "email", N_("Email")
    PHONE = "phone", N_("Phone")

    @property
    def searchable_at_first(self) -> bool:
        """Whether a new one may be used in searches before the person says so."""
        return self not in _OFF

    @property
    def why(self) -> str:
        """Why it is off until the person switches it on; empty for a kind that is on from the start."""
        return _(_OFF[self]) if self in _OFF else ""

    @property
    def is_name(self) -> bool:
        return self in (DetailKind.NAME, DetailKind.FORMER_NAME, DetailKind.KNOWN_AS)


_OFF = {
    DetailKind.FORMER_NAME: N_(
        "Off, because a former name can link an old life to the new one. Switch it on yourself."
    ),
    DetailKind.EMPLOYER: N_("Off, because it tells a search engine where you work."),
    DetailKind.JOB_TITLE: N_("Off, because it tells a search engine what you do."),
    DetailKind.EMAIL: N_("Off, because an email address leads straight to you."),
    DetailKind.PHONE: N_("Off, because a phone number leads straight to you."),
}


@dataclass(frozen=True)
class Detail:
    """One thing about the person. `given` and `family` are the parts of a name; `network` is where a handle is used."""

    id: str
    kind: DetailKind
    text: str
    given: str
    family: str
    searchable: bool
    network: str = ""


class Nation(Labelled):
    """Where the person works: it decides which regulator and which laws are named."""

    UNSAID = "", N_("Not said")
    ENGLAND = "england", N_("England")
    WALES = "wales", N_("Wales")
    SCOTLAND = "scotland", N_("Scotland")
    NORTHERN_IRELAND = "northern ireland", N_("Northern Ireland")


class Role(Labelled):
    STAFF = "staff", N_("Member of staff")
    MANAGER = "manager", N_("Manager")
    STUDENT = "student", N_("Student on placement")
    VOLUNTEER = "volunteer", N_("Volunteer")
    MEMBER = "member", N_("Elected member")

    @property
    def turns_to(self) -> str:
        """Who somebody in this role tells when something worries them, to stand inside a sentence."""
        return _(_TURNS_TO[self])


_TURNS_TO = {
    Role.STAFF: N_("your line manager"),
    Role.MANAGER: N_("your own manager"),
    Role.STUDENT: N_("your practice educator or your tutor"),
    Role.VOLUNTEER: N_("the person who looks after volunteers"),
    Role.MEMBER: N_("the officer who supports members"),
}


class Service(Labelled):
    """Whom the person’s service is for."""

    ADULTS = "adults", N_("Adults")
    CHILDREN = "children", N_("Children and families")
    BOTH = "both", N_("Adults and children")
    OTHER = "other", N_("Something else")

    @property
    def with_children(self) -> bool:
        return self in (Service.CHILDREN, Service.BOTH)

    @property
    def with_adults(self) -> bool:
        return self in (Service.ADULTS, Service.BOTH)


class Regulator(Labelled):
    """The body the person is registered with, if any."""

    NONE = "none", N_("I am not registered with any")
    SWE = "swe", N_("Social Work England")
    SCW = "scw", N_("Social Care Wales")
    SSSC = "sssc", N_("Scottish Social Services Council")
    NISCC = "niscc", N_("Northern Ireland Social Care Council")


@dataclass(frozen=True)
class Profile:
    """What chooses wording and routes. Until the person says otherwise every route stays open (`Service.BOTH`)."""

    nation: Nation = Nation.UNSAID
    role: Role = Role.STAFF
    service: Service = Service.BOTH
    regulator: Regulator = Regulator.NONE


class Purpose(Labelled):
    """What an account is used for."""

    PERSONAL = "personal", N_("Personal")
    PROFESSIONAL = "professional", N_("Work")
    BOTH = "both", N_("Both")


class AccountState(Labelled):
    IN_USE = "in use", N_("In use")
    DORMANT = "dormant", N_("Not used any more")
    CLOSED = "closed", N_("Closed")


@dataclass(frozen=True)
class Account:
    """The person’s presence on a network. `label` is their own word for it where they have several."""

    id: str
    network: str
    label: str
    handle: str
    address: str
    purpose: Purpose
    state: AccountState
    added_at: datetime
