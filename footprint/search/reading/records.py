"""The nouns of reading: what a found page shows about the person, and how the reading of it ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from footprint.i18n import N_, _
from footprint.labels import Labelled
from footprint.search.records import Outcome
from footprint.web import Sending

WHY = N_("Reading it shows what this page says about you.")
KEEPS = N_("The site may note that somebody looked, from which computer address, and when.")


class Facet(Labelled):
    """One kind of thing a page can show about a person."""

    NAME_AND_PICTURE = "name and picture", N_("Your name with a picture")
    EMPLOYER = "employer", N_("Where you work")
    TOWN = "town", N_("Where you live or come from")
    ADDRESS = "address", N_("Address or postcode")
    PHONE = "phone", N_("Phone number")
    EMAIL = "email", N_("Email address")
    FAMILY = "family", N_("Family")
    BIRTH = "birth", N_("Age or birthday")
    SCHOOL = "school", N_("A child’s school")
    PLATE = "plate", N_("Car number plate")


class Why(Labelled):
    """Why a page could not be read. Never a reason to say that it shows nothing."""

    LOGIN = "login", N_("The site shows this page only to people who sign in.")
    CONSENT = "consent", N_("The site asks to agree to something first.")
    CHALLENGE = "challenge", N_("The site wants to know if you are a person.")
    REFUSED = "refused", N_("The site turned us away.")
    WITHHELD = "withheld", N_("The site holds this page back for legal reasons.")
    ASKED_TO_WAIT = "asked to wait", N_("The site does not want more questions now. Try again later.")
    ROBOTS = "robots", N_("The site asks programs not to read this page. You can still open and save it.")
    NETWORK = "network", N_("This network does not let programs read its pages. Save the page, then drop it here.")
    GONE = "gone", N_("The site says that this page is not there.")
    SENT_ON = "sent on", N_("The site sent us to another page instead.")
    TROUBLE = "trouble", N_("The site has a problem. Try again later.")
    NO_ANSWER = "no answer", N_("The site could not be reached. Try again later.")
    TOO_SLOW = "too slow", N_("The site took too long. Try again later.")
    NOT_PROVEN = "not proven", N_("The site could not prove that it is the right one, so we did not read it.")
    TOO_BIG = "too big", N_("This page is too big to read.")
    WRONG_TYPE = "wrong type", N_("This is a picture or another file, and not a page with words.")
    PDF = "pdf", N_("This is a PDF, which the app cannot read. Copy its words into a text file, then drop that here.")
    SCRIPTED = "scripted", N_("This page fills itself in later. Open it, save it, then drop it here.")
    UNREADABLE = "unreadable", N_("The page could not be read.")

    @property
    def outcome(self) -> Outcome:
        """How a reading that ended so is counted."""
        return _OUTCOMES.get(self, Outcome.BLOCKED)

    @property
    def by_hand_helps(self) -> bool:
        """Whether the person can get past it: they open the page themselves and save it."""
        return self in _BY_HAND


_OUTCOMES = {
    Why.ASKED_TO_WAIT: Outcome.RATE_LIMITED,
    Why.TROUBLE: Outcome.NETWORK_ERROR,
    Why.NO_ANSWER: Outcome.NETWORK_ERROR,
    Why.TOO_SLOW: Outcome.NETWORK_ERROR,
    Why.NOT_PROVEN: Outcome.NETWORK_ERROR,
    Why.GONE: Outcome.UNREADABLE,
    Why.SENT_ON: Outcome.UNREADABLE,
    Why.TOO_BIG: Outcome.UNREADABLE,
    Why.WRONG_TYPE: Outcome.UNREADABLE,
    Why.PDF: Outcome.UNREADABLE,
    Why.SCRIPTED: Outcome.UNREADABLE,
    Why.UNREADABLE: Outcome.UNREADABLE,
}
_BY_HAND = frozenset(
    {Why.LOGIN, Why.CONSENT, Why.CHALLENGE, Why.REFUSED, Why.ROBOTS, Why.NETWORK, Why.SCRIPTED, Why.TOO_BIG, Why.PDF}
)


@dataclass(frozen=True)
class Exposed:
    """One thing the page shows, with the words as they stood there. From outside: plain text only."""

    facet: Facet
    words: str


@dataclass(frozen=True)
class Reading:
    """One reading of the page behind a finding. Texts are from outside: shown as plain text only.

    `outcome` is `RESULTS` where it shows something, `EMPTY` where it was read and shows nothing we know to look for;
    every other outcome is a failed reading, with `why` and nothing exposed. `published` and `modified` are ISO dates
    or "". `picture` is the whole address of the page's own picture, or "". `robots` is what the page asks of search
    engines. `professional`: a page on which the person is expected to be listed for their work.
    """

    id: str
    finding_id: str
    read_at: datetime
    outcome: Outcome
    why: Why | None = None
    by_hand: bool = False
    final_address: str = ""
    canonical: str = ""
    title: str = ""
    picture: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    robots: str = ""
    professional: bool = False
    exposed: tuple[Exposed, ...] = ()
    text_hash: str = ""

    @property
    def good(self) -> bool:
        """Whether the page was read at all."""
        return self.outcome.searched

    @property
    def note(self) -> str:
        """Why it failed, in a sentence; "" for a good one."""
        return "" if self.why is None else self.why.label

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The kinds of things it shows, each once, in the order of the list."""
        seen = {one.facet for one in self.exposed}
        return tuple(one for one in Facet if one in seen)

    @property
    def hidden_from_search(self) -> bool:
        """The page asks search engines to leave it out."""
        return "noindex" in self.robots or "none" in self.robots.replace(",", " ").split()


@dataclass(frozen=True)
class Line:
    """One page of a plan. `why` says why the app does not read it by itself: then only the person can."""

    number: int
    finding_id: str
    title: str
    address: str
    host: str
    why: Why | None = None
    problem: str = ""
    on: bool = True

    @property
    def origin(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def requests(self) -> tuple[str, ...]:
        """Every address that is asked for, word for word."""
        return (f"{self.origin}/robots.txt", self.address)

    @property
    def sendings(self) -> tuple[Sending, ...]:
        """The second stands for the other name of the same site, where the site sends on to it."""
        twin = self.host.removeprefix("www.") if self.host.startswith("www.") else f"www.{self.host}"
        asked = "\n".join(self.requests)
        return tuple(Sending(host, self.address, _(WHY), asked, keeps=_(KEEPS)) for host in (self.host, twin))


@dataclass(frozen=True)
class Plan:
    """Which pages would be asked for, before anything is sent."""

    lines: tuple[Line, ...]

    @property
    def chosen(self) -> tuple[Line, ...]:
        return tuple(one for one in self.lines if one.on and not one.problem)

    @property
    def by_hand(self) -> tuple[Line, ...]:
        """Pages that only the person can open."""
        return tuple(one for one in self.lines if one.problem)

    @property
    def sendings(self) -> tuple[Sending, ...]:
        return tuple(sending for one in self.chosen for sending in one.sendings)

    @property
    def minutes(self) -> int:
        """About how long it takes: two questions a page, two seconds each, four sites at once."""
        return max(1, round(len(self.chosen) / 60)) if self.chosen else 0

    def only(self, numbers: Iterable[int]) -> Plan:
        wanted = frozenset(numbers)
        return Plan(tuple(replace(one, on=one.number in wanted) for one in self.lines))
