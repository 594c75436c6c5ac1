"""The nouns of the person room: details, the profile that chooses wording and routes, and accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from footprint.i18n import N_, _


class DetailKind(StrEnum):
    """What a detail says about the person, in the order they are asked."""

    NAME = "name"
    FORMER_NAME = "former name"
    KNOWN_AS = "known as"
    TOWN = "town"
    EMPLOYER = "employer"
    JOB_TITLE = "job title"
    HANDLE = "handle"
    EMAIL = "email"
    PHONE = "phone"

    @property
    def label(self) -> str:
        return _(_KINDS[self])

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


_KINDS = {
    DetailKind.NAME: N_("Name"),
    DetailKind.FORMER_NAME: N_("Former name"),
    DetailKind.KNOWN_AS: N_("Known as"),
    DetailKind.TOWN: N_("Town"),
    DetailKind.EMPLOYER: N_("Employer"),
    DetailKind.JOB_TITLE: N_("Job title"),
    DetailKind.HANDLE: N_("Username"),
    DetailKind.EMAIL: N_("Email"),
    DetailKind.PHONE: N_("Phone"),
}
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


class Nation(StrEnum):
    """Where the person works: it decides which regulator and which laws are named."""

    UNSAID = ""
    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern ireland"

    @property
    def label(self) -> str:
        return _(_NATIONS[self])


_NATIONS = {
    Nation.UNSAID: N_("Not said"),
    Nation.ENGLAND: N_("England"),
    Nation.WALES: N_("Wales"),
    Nation.SCOTLAND: N_("Scotland"),
    Nation.NORTHERN_IRELAND: N_("Northern Ireland"),
}


class Role(StrEnum):
    STAFF = "staff"
    MANAGER = "manager"
    STUDENT = "student"
    VOLUNTEER = "volunteer"
    MEMBER = "member"

    @property
    def label(self) -> str:
        return _(_ROLES[self])

    @property
    def turns_to(self) -> str:
        """Who somebody in this role tells when something worries them, to stand inside a sentence."""
        return _(_TURNS_TO[self])


_ROLES = {
    Role.STAFF: N_("Member of staff"),
    Role.MANAGER: N_("Manager"),
    Role.STUDENT: N_("Student on placement"),
    Role.VOLUNTEER: N_("Volunteer"),
    Role.MEMBER: N_("Elected member"),
}
_TURNS_TO = {
    Role.STAFF: N_("your line manager"),
    Role.MANAGER: N_("your own manager"),
    Role.STUDENT: N_("your practice educator or your tutor"),
    Role.VOLUNTEER: N_("the person who looks after volunteers"),
    Role.MEMBER: N_("the officer who supports members"),
}


class Service(StrEnum):
    """Whom the person’s service is for."""

    ADULTS = "adults"
    CHILDREN = "children"
    BOTH = "both"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _(_SERVICES[self])

    @property
    def with_children(self) -> bool:
        return self in (Service.CHILDREN, Service.BOTH)

    @property
    def with_adults(self) -> bool:
        return self in (Service.ADULTS, Service.BOTH)


_SERVICES = {
    Service.ADULTS: N_("Adults"),
    Service.CHILDREN: N_("Children and families"),
    Service.BOTH: N_("Adults and children"),
    Service.OTHER: N_("Something else"),
}


class Regulator(StrEnum):
    """The body the person is registered with, if any."""

    NONE = "none"
    SWE = "swe"
    SCW = "scw"
    SSSC = "sssc"
    NISCC = "niscc"

    @property
    def label(self) -> str:
        return _(_REGULATORS[self])


_REGULATORS = {
    Regulator.NONE: N_("I am not registered with any"),
    Regulator.SWE: N_("Social Work England"),
    Regulator.SCW: N_("Social Care Wales"),
    Regulator.SSSC: N_("Scottish Social Services Council"),
    Regulator.NISCC: N_("Northern Ireland Social Care Council"),
}


@dataclass(frozen=True)
class Profile:
    """What chooses wording and routes. Until the person says otherwise every route stays open (`Service.BOTH`)."""

    nation: Nation = Nation.UNSAID
    role: Role = Role.STAFF
    service: Service = Service.BOTH
    regulator: Regulator = Regulator.NONE


class Purpose(StrEnum):
    """What an account is used for."""

    PERSONAL = "personal"
    PROFESSIONAL = "professional"
    BOTH = "both"

    @property
    def label(self) -> str:
        return _(_PURPOSES[self])


_PURPOSES = {Purpose.PERSONAL: N_("Personal"), Purpose.PROFESSIONAL: N_("Work"), Purpose.BOTH: N_("Both")}


class AccountState(StrEnum):
    IN_USE = "in use"
    DORMANT = "dormant"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return _(_STATES[self])


_STATES = {
    AccountState.IN_USE: N_("In use"),
    AccountState.DORMANT: N_("Not used any more"),
    AccountState.CLOSED: N_("Closed"),
}


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
