"""What a look at an item's address found, what is kept of it, and what that is taken for.

The rows of the table “Re-check semantics” (facts, search and removal, F) are the members of `Verdict`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from footprint.i18n import N_
from footprint.labels import Labelled
from footprint.search.reading.sign import Sign


class Verdict(Labelled):
    """What one look says about whether it is still there."""

    STILL_THERE = "still there", N_("Still there")
    NAME_REMOVED = "name removed", N_("Your name is gone from it")
    PROBABLY_GONE = "probably gone", N_("Probably gone: look at it to be sure")
    MOVED = "moved", N_("Moved or removed: look at it to be sure")
    SEEMS_GONE = "seems gone", N_("Seems gone")
    GONE = "gone", N_("Gone from there")
    GONE_IN_SEARCH = "gone in search", N_("Gone from there, but a search still shows it")
    WITHHELD = "withheld", N_("Held back for legal reasons")
    CAME_BACK = "came back", N_("It came back")
    NEEDS_EYES = "needs eyes", N_("Needs your eyes")
    COULD_NOT_CHECK = "could not check", N_("Could not check")

    @property
    def is_gone(self) -> bool:
        return self in (Verdict.GONE, Verdict.GONE_IN_SEARCH)

    @property
    def wants_a_look(self) -> bool:
        """The person should open the page by hand."""
        return self in (Verdict.NAME_REMOVED, Verdict.PROBABLY_GONE, Verdict.MOVED, Verdict.NEEDS_EYES)


class Reason(StrEnum):
    """Why a look ended in its verdict; `words.py` says each in a sentence."""

    STATUS = "status"  # the answer's own code says it
    TWICE = "twice"  # the same answer again, a day or more later
    NEVER_SEEN = "never seen"  # the first look did not get the page either
    NAME = "name"
    NO_NAME = "no name"
    ECHO = "echo"  # the name only stands in a sentence that says it is not there
    PHRASE = "phrase"
    CANONICAL = "canonical"
    SHORT = "short"
    SIBLING = "sibling"
    OTHER = "other"  # quite another page
    REDIRECT = "redirect"
    REDIRECT_NAMED = "redirect named"
    LOGIN = "login"
    CONSENT = "consent"
    CHALLENGE = "challenge"
    REFUSED = "refused"
    TROUBLE = "trouble"  # 5xx, or an answer no page has
    NO_ANSWER = "no answer"
    TOO_SLOW = "too slow"
    NOT_PROVEN = "not proven"  # its certificate
    TOO_BIG = "too big"
    ROBOTS = "robots"
    NETWORK = "network"  # Facebook, Instagram, LinkedIn, X: never asked by a program
    SCRIPTED = "scripted"
    NO_BASELINE = "no baseline"
    PICTURE = "picture"  # no page: a picture or another file
    SAME_FILE = "same file"
    DISAGREES = "disagrees"  # the person said gone, and nothing the app sees has changed
    SEARCH = "search"
    BY_HAND = "by hand"


@dataclass(frozen=True)
class Page:
    """What is kept of a page that came: never its words. The hashes are short, and of this item alone."""

    title: str = ""
    canonical: str = ""
    robots: str = ""
    length: int = 0  # letters of what can be read on it
    words: int = 0
    named: bool = False  # a form of the person's name, or a contact point of theirs, can be read on it
    digest: str = ""
    shape: str = ""  # 64 bits that differ little when the words differ little
    signs: frozenset[Sign] = frozenset()
    refresh: str = ""


@dataclass(frozen=True)
class Seen:
    """How one question ended. `trouble` is the reason when nothing usable came back; then `status` is None."""

    status: int | None = None
    url: str = ""
    hops: tuple[str, ...] = ()
    trouble: Reason | None = None
    page: Page = Page()


@dataclass(frozen=True)
class Look:
    """One look at an item: by the app, or what the person says they saw (`by_hand`)."""

    id: str
    item_id: str
    at: datetime
    verdict: Verdict
    reason: Reason
    by_hand: bool = False
    first: bool = False
    seen: Seen = Seen()
    note: str = ""

    @property
    def tells_nothing(self) -> bool:
        """The state before it goes on."""
        return not self.by_hand and (
            self.verdict is Verdict.COULD_NOT_CHECK or self.reason in (Reason.ROBOTS, Reason.NETWORK)
        )


class Word(Labelled):
    """What the person may say after looking themselves. It wins over every look of the app."""

    GONE = "gone", N_("I looked, it is gone")
    THERE = "there", N_("I looked, it is still there")
    IN_SEARCH = "in search", N_("It is gone, but a search still shows it")


@dataclass(frozen=True)
class Standing:
    """Where an item stands with its looks. `verdict` is the newest that told anything, None before the first."""

    item_id: str
    verdict: Verdict | None
    reason: Reason | None
    by_hand: bool
    since: datetime | None  # when that verdict was first reached
    last: Look | None  # the newest look, also one that told nothing
    next_day: date | None  # None where no look is planned
    looks: int

    def is_due(self, today: date) -> bool:
        return self.next_day is not None and self.next_day <= today
