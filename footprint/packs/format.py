"""The shape of everything an employer's pack can hold; whatever a file says beyond this is an error with its place.

What is not here, no pack can do. There is no field that sends, asks a site, runs, switches a setting of the app, marks
a shipped choice as safer, or hides help: `footprint.packs.never` names what may not be touched even by the fields there
are. Checks, networks and life events are decoded by the rooms they belong to (`footprint.packs.records.Parts`).
`resources/packs/README.md` says all of it in words; a test holds the two together.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

FORMAT = 1
OWN = "org:"
"""What every id a pack makes begins with, so that it never meets one of the app's own."""

Line = Annotated[str, Meta(min_length=1, max_length=120)]
"""One line: a name, a title, a label."""
MaybeLine = Annotated[str, Meta(max_length=120)]
Words = Annotated[str, Meta(min_length=1, max_length=600)]
"""A few sentences. `**bold**` is the only mark-up."""
MaybeWords = Annotated[str, Meta(max_length=600)]
Reason = Annotated[str, Meta(min_length=10, max_length=300)]
"""Why the pack changes or hides something. The person sees it beside what was changed."""
Id = Annotated[str, Meta(pattern=r"\A[a-z0-9]+([-_][a-z0-9]+)*\Z", max_length=60)]
"""The id of something the app ships."""
OwnId = Annotated[str, Meta(pattern=r"\Aorg:[a-z0-9]+([-_][a-z0-9]+)*\Z", max_length=64)]
"""An id the pack makes itself."""
AnyId = Annotated[str, Meta(pattern=r"\A(org:)?[a-z0-9]+([-_][a-z0-9]+)*\Z", max_length=64)]
SectionId = Annotated[str, Meta(pattern=r"\A(org:)?[a-z0-9]+([-_.][a-z0-9]+)*\Z", max_length=64)]
"""A section of the guidance: one of the app's ("3.3.1"), or one the pack makes ("org:our-rules")."""
Host = Annotated[str, Meta(pattern=r"\A([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\Z", max_length=120)]
"""One host in small letters, as it stands in an address: no `https://`, no path, no port."""
Address = Annotated[str, Meta(pattern=r"\Ahttps://[^\s\\]+\Z", max_length=500)]
"""An https address whose host is in the pack's own list."""
MaybeAddress = Annotated[str, Meta(pattern=r"\A(https://[^\s\\]+)?\Z", max_length=500)]
_PHONE = r"\A((?!0 ?9|\+44 ?9)\+?[0-9][0-9 ]{2,20}[0-9]( ?(ext|x)\.? ?[0-9]{1,6})?)?\Z"
Phone = Annotated[str, Meta(pattern=_PHONE, max_length=40)]
"""Digits and blanks, an extension after them; no premium rate."""
Email = Annotated[str, Meta(pattern=r"\A([A-Za-z0-9._+'-]+@[a-z0-9.-]+\.[a-z]{2,})?\Z", max_length=120)]
"""An email address whose part after the @ is in the pack's list of hosts."""


class Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What people write by hand: a field nobody knows is an error."""


# -- pack.toml -------------------------------------------------------------------------------------------


class Changes(StrEnum):
    """The kinds of thing a pack may change. The manifest names those it wants, and it can touch no other."""

    GUIDANCE = "guidance"
    CONTACTS = "contacts"
    CHECKS = "checks"
    NETWORKS = "networks"
    CADENCES = "cadences"
    LETTERS = "letters"
    LINKS = "links"
    EVENTS = "events"
    LENSES = "lenses"


class Manifest(Strict, frozen=True, kw_only=True):
    """`pack.toml`: who made the pack, which one it is, and what it wants to change.

    `version` only grows. `contact` is whom to ask about the pack: a role, and how to reach it. `hosts` are all hosts
    its addresses and emails may name, shown before first use. `note` says what is new in this version.
    """

    format: int
    id: Id
    organisation: Line
    version: Annotated[int, Meta(ge=1, le=1_000_000)]
    made: date
    contact: Line
    language: Annotated[str, Meta(pattern=r"\A[a-z]{2,3}(-[A-Z]{2})?\Z")]
    hosts: Annotated[tuple[Host, ...], Meta(max_length=50)]
    changes: Annotated[tuple[Changes, ...], Meta(min_length=1)]
    summary: Words
    contact_email: Email = ""
    contact_phone: Phone = ""
    note: MaybeWords = ""


# -- guidance.toml ---------------------------------------------------------------------------------------


class Section(Strict, frozen=True, kw_only=True):
    """A section of the guidance page that is the organisation's own."""

    id: OwnId
    title: Line


class AddedStatement(Strict, frozen=True, kw_only=True):
    """A statement of the organisation's own. `section`: one of the app's ("3.4") or of the pack's. `rule`: it also
    stands in the Do list or the Do not list. `link` leads to the policy it comes from."""

    id: OwnId
    section: SectionId
    short: Annotated[str, Meta(min_length=1, max_length=80)]
    text: Words
    rule: Literal["do", "dont"] | None = None
    link: MaybeAddress = ""
    link_label: MaybeLine = ""


class RewordedStatement(Strict, frozen=True, kw_only=True):
    """Other words for a statement of the app; what is left out stays as it is. The app's own words can be shown too."""

    id: Id
    reason: Reason
    short: Annotated[str, Meta(max_length=80)] = ""
    text: MaybeWords = ""


class HiddenStatement(Strict, frozen=True, kw_only=True):
    """A statement of the app that does not hold at this workplace. It stays in the list of what is hidden, with why."""

    id: Id
    reason: Reason


class GuidanceFile(Strict, frozen=True, kw_only=True):
    """`guidance.toml`."""

    format: int
    section: tuple[Section, ...] = ()
    add: tuple[AddedStatement, ...] = ()
    reword: tuple[RewordedStatement, ...] = ()
    hide: tuple[HiddenStatement, ...] = ()


# -- contacts.toml ---------------------------------------------------------------------------------------


class Post(StrEnum):
    """Whom a workplace has for telling: the posts of the incident page (`log.incidents.Post`, held equal by a test)."""

    MANAGER = "manager"
    ABOVE = "above"
    SAFEGUARDING = "safeguarding"
    IT = "it"
    DATA = "data"
    COMMUNICATIONS = "communications"
    HR = "hr"
    UNION = "union"
    HOURS = "hours"
    WHISTLE = "whistle"


class Happened(StrEnum):
    """What happened: the kinds of the incident page (`log.incidents.Kind`, held equal by a test)."""

    POSTED = "posted"
    CONTACT = "contact"
    MISTAKE = "mistake"
    LOST = "lost"
    THREAT = "threat"


class Contact(Strict, frozen=True, kw_only=True):
    """How to reach one post. `name` is what it is called there, never a person's name. `happened`: only for these
    kinds (all where empty): two contacts may share a post when their kinds differ."""

    post: Post
    name: Line
    phone: Phone = ""
    email: Email = ""
    hours: MaybeLine = ""
    link: MaybeAddress = ""
    note: MaybeWords = ""
    happened: tuple[Happened, ...] = ()


class When(Strict, frozen=True, kw_only=True):
    """What the workplace asks for when something of one kind has happened. It stands after the app's own first steps
    and takes none away. `also_tell`: posts that are told too, after those the app names."""

    happened: Happened
    words: Words
    also_tell: tuple[Post, ...] = ()
    link: MaybeAddress = ""
    link_label: MaybeLine = ""


class ContactsFile(Strict, frozen=True, kw_only=True):
    """`contacts.toml`: who to tell."""

    format: int
    contact: tuple[Contact, ...] = ()
    when: tuple[When, ...] = ()


# -- checks.toml, beside checks/*.toml and networks/*.toml -----------------------------------------------


class RewordedCheck(Strict, frozen=True, kw_only=True):
    """Other words for a check of the app. Its choices, which of them is safer, its steps, its risk and when it comes up
    again cannot be changed: there is no field for them."""

    network: Id
    check: Id
    reason: Reason
    title: MaybeLine = ""
    why: MaybeWords = ""


class HiddenCheck(Strict, frozen=True, kw_only=True):
    """A check of the app that does not fit this workplace. Main checks and those of high risk cannot be hidden."""

    network: Id
    check: Id
    reason: Reason


class ChecksFile(Strict, frozen=True, kw_only=True):
    """`checks.toml`: what changes in the checks that ship. Own checks stand in `checks/NETWORK.toml`."""

    format: int
    reword: tuple[RewordedCheck, ...] = ()
    hide: tuple[HiddenCheck, ...] = ()


# -- cadences.toml ---------------------------------------------------------------------------------------


class Again(StrEnum):
    """What comes up again."""

    CHECKS = "checks"
    SEARCH = "search"
    POSTS = "posts"


MOST_MONTHS = {Again.CHECKS: 12, Again.SEARCH: 6, Again.POSTS: 12}
"""Never longer than the app's own; where a check is due sooner by itself, the sooner of the two holds."""


class Cadence(Strict, frozen=True, kw_only=True):
    """How often something is worth another look here: only as often as the app says, or more often. `network`: for
    the checks of one network alone. What the person chose themself always stands."""

    again: Again
    months: Annotated[int, Meta(ge=1, le=12)]
    reason: Reason
    network: Annotated[str, Meta(pattern=r"\A((org:)?[a-z0-9]+([-_][a-z0-9]+)*)?\Z", max_length=64)] = ""


class CadencesFile(Strict, frozen=True, kw_only=True):
    """`cadences.toml`."""

    format: int
    cadence: tuple[Cadence, ...] = ()


# -- letters.toml ----------------------------------------------------------------------------------------


class NeverSay(StrEnum):
    """A detail of the person's own that letters here do not give away."""

    EMPLOYER = "employer"
    JOB_TITLE = "job_title"
    WORK_EMAIL = "work_email"
    WORK_PHONE = "work_phone"


class AskFirst(Strict, frozen=True, kw_only=True):
    """Speak to a post before writing a letter of this kind (an id of `resources/letters`)."""

    letter: Id
    post: Post
    words: Words


class LettersFile(Strict, frozen=True, kw_only=True):
    """`letters.toml`: how letters are signed here. `words` is the rule as people read it; `line` may be put under the
    name in a letter, if the person wants it. No letter's own text can be changed."""

    format: int
    words: Words
    reason: Reason
    never_say: tuple[NeverSay, ...] = ()
    line: MaybeLine = ""
    ask_first: tuple[AskFirst, ...] = ()


# -- links.toml ------------------------------------------------------------------------------------------


class Shown(StrEnum):
    """The page a link stands on."""

    GUIDANCE = "guidance"
    HAPPENED = "happened"
    PASSWORDS = "passwords"
    LETTERS = "letters"
    SUPERVISION = "supervision"


class Link(Strict, frozen=True, kw_only=True):
    """A page of the organisation's that is worth knowing. Opened only by the person, after they saw its host."""

    id: OwnId
    label: Line
    address: Address
    shown: Annotated[tuple[Shown, ...], Meta(min_length=1)]
    note: MaybeWords = ""


class LinksFile(Strict, frozen=True, kw_only=True):
    """`links.toml`."""

    format: int
    link: tuple[Link, ...] = ()


# -- lenses.toml -----------------------------------------------------------------------------------------


class Lens(StrEnum):
    """The lenses a pack may give words to: those about work, and no other. A lens on politics, belief, health,
    sexuality or union matters is not in this list and never will be; its words are refused in these lenses too."""

    WORK_NAMED = "work_named"
    PEOPLE_SUPPORTED = "people_supported"
    COURT_AND_CASES = "court_and_cases"


class LensWords(Strict, frozen=True, kw_only=True):
    """More words for one lens, taken as they stand: names of the employer, its teams, buildings and services."""

    lens: Lens
    words: Annotated[tuple[Annotated[str, Meta(min_length=3, max_length=60)], ...], Meta(min_length=1, max_length=100)]
    reason: Reason


class LensesFile(Strict, frozen=True, kw_only=True):
    """`lenses.toml`."""

    format: int
    words: tuple[LensWords, ...] = ()
