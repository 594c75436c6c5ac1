"""The nouns of the password check. None of them ever holds a password; what is made from one is left out of `repr`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from footprint.i18n import N_, _, ngettext
from footprint.labels import Labelled


class Grade(Labelled):
    """How hard one password is to guess, in the words people read."""

    STRONG = "strong", N_("Strong")
    GUESSABLE = "guessable", N_("Could be guessed")
    COMMON = "common", N_("Used by many people")
    PERSONAL = "personal", N_("Has your own details in it")

    @property
    def weak(self) -> bool:
        return self is not Grade.STRONG


class Sort(Labelled):
    """What sort of detail of the person stands in a password; it is named, never repeated."""

    NAME = "name", N_("your name")
    TOWN = "town", N_("your town")
    WORK = "work", N_("where you work")
    USERNAME = "username", N_("a username of yours")
    EMAIL = "email", N_("your email address")
    PHONE = "phone", N_("your phone number")
    NETWORK = "network", N_("the name of a site you use")


@dataclass(frozen=True)
class Judgement:
    """What a password is like. `notes` are further remarks in full sentences; none of them quotes it."""

    grade: Grade
    sorts: tuple[Sort, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The details in it, to stand inside a sentence: “your name and your town”."""
        return _joined(self.sorts)

    @property
    def sentence(self) -> str:
        """Why, in one or two short sentences."""
        if self.grade is Grade.PERSONAL:
            return _("It has {what} in it. People who know you try that first.").format(what=self.words)
        return _(_WHY[self.grade])


_WHY = {
    Grade.STRONG: N_("It would take far too long to guess."),
    Grade.GUESSABLE: N_("A computer could work through to it in hours or days. Make it longer."),
    Grade.COMMON: N_("It is on the lists that are tried first, or nearly. Do not use it anywhere."),
}


def _joined(sorts: tuple[Sort, ...]) -> str:
    words = [one.label for one in sorts]
    if len(words) < 2:
        return words[0] if words else _("a detail of yours")
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


class Look(Labelled):
    """How a look in the leaked lists ended. Only the first two are answers; all others say nothing at all."""

    FOUND = "found", N_("Found in leaked lists")
    NOT_FOUND = "not found", N_("Not in the leaked lists")
    TURNED_AWAY = "turned away", N_("The list site turned the question away, so nothing was looked up.")
    ASKED_TO_WAIT = "asked to wait", N_("The list site does not want more questions now. Try again later.")
    NOT_REACHED = "not reached", N_("The list site could not be reached, so nothing was looked up.")
    UNREADABLE = "unreadable", N_("The answer could not be read, so nothing was looked up.")
    NOT_ASKED = "not asked", N_("You stopped before this was asked.")

    @property
    def answered(self) -> bool:
        return self in (Look.FOUND, Look.NOT_FOUND)


@dataclass(frozen=True)
class Seen:
    """What the leaked lists say of one password: `times` it was seen. `note` says more about a look that failed."""

    look: Look
    times: int = 0
    note: str = ""

    @property
    def sentence(self) -> str:
        if self.look is Look.FOUND:
            return ngettext(
                "It was seen {times} time in leaked lists. Change it everywhere you use it.",
                "It was seen {times} times in leaked lists. Change it everywhere you use it.",
                self.times,
            ).format(times=f"{self.times:,}")
        if self.look is Look.NOT_FOUND:
            return _("It is not in the lists we looked in. That does not make a weak password strong.")
        return self.note or self.look.label


class Manager(Labelled):
    """Where a list of logins came from."""

    BITWARDEN = "bitwarden", "Bitwarden"
    ONEPASSWORD = "1password", "1Password"
    KEEPASSXC = "keepassxc", "KeePassXC"
    CHROME = "chrome", N_("Chrome or Edge")
    FIREFOX = "firefox", "Firefox"
    APPLE = "apple", N_("Apple Passwords or Safari")
    PROTON = "proton", "Proton Pass"
    LASTPASS = "lastpass", "LastPass"
    DASHLANE = "dashlane", "Dashlane"
    KEEPASS = "keepass", "KeePass 2"
    OTHER = "other", N_("another manager")


@dataclass(frozen=True)
class Login:
    """One login of a list, as far as it may leave the process that read it: no password, no username, no address.

    `accounts` are the numbers of the person's accounts it belongs to. `fingerprint` means something only beside the
    others of the same list: the key it was made with is thrown away. `sha1` is kept until the leaked lists were looked
    in, and only for the person's own accounts.
    """

    accounts: tuple[int, ...]
    fingerprint: bytes = field(repr=False)
    grade: Grade
    sorts: tuple[Sort, ...] = ()
    sha1: bytes = field(default=b"", repr=False)
    changed: str = ""  # a day, where the list has one
    two_step: bool | None = None  # None where the list does not say


@dataclass(frozen=True)
class Export:
    """What was read of one list. `others` counts the logins that are none of the person's accounts, by fingerprint."""

    manager: Manager
    logins: tuple[Login, ...]
    others: dict[bytes, int] = field(repr=False)
    total: int
    skipped: int  # rows that hold no login, or could not be read
    says_two_step: bool
    says_dates: bool


@dataclass(frozen=True)
class AccountResult:
    """What the list says about one of the person’s accounts; names of accounts only, never a password."""

    account_id: str
    network: str
    name: str
    logins: int  # how many logins of the list belong to it
    shares_with: tuple[str, ...]  # names of the person’s other accounts
    shares_with_others: int  # how many other logins of the list
    grade: Grade | None  # None where the list holds no password for it
    sorts: tuple[Sort, ...] = ()
    seen: Seen | None = None
    changed_on: date | None = None
    old: bool = False
    two_step: bool | None = None

    @property
    def shares(self) -> bool:
        return bool(self.shares_with or self.shares_with_others)

    @property
    def wants_change(self) -> bool:
        """Age alone is no reason: shared, weak or leaked is."""
        return self.shares or bool(self.grade and self.grade.weak) or bool(self.seen and self.seen.look is Look.FOUND)

    @property
    def known(self) -> bool:
        return self.grade is not None


@dataclass(frozen=True)
class Report:
    """One list looked at. `accounts`: those with something to change first."""

    manager: Manager
    total: int
    skipped: int
    accounts: tuple[AccountResult, ...]
    says_two_step: bool
    says_dates: bool
    hashes: dict[str, tuple[bytes, ...]] = field(default_factory=dict, repr=False)  # account id -> SHA-1 of each login

    @property
    def known(self) -> tuple[AccountResult, ...]:
        return tuple(one for one in self.accounts if one.known)

    @property
    def not_in_list(self) -> tuple[AccountResult, ...]:
        return tuple(one for one in self.accounts if not one.known)

    @property
    def counts(self) -> Counts:
        known = self.known
        asked = any(one.seen is not None for one in known)
        return Counts(
            accounts=len(known),
            shared=sum(one.shares for one in known),
            weak=sum(bool(one.grade and one.grade.weak) for one in known),
            leaked=sum(bool(one.seen and one.seen.look is Look.FOUND) for one in known) if asked else None,
            old=sum(one.old for one in known) if self.says_dates else None,
            no_two_step=sum(one.two_step is False for one in known) if self.says_two_step else None,
        )


@dataclass(frozen=True)
class Counts:
    """All that is kept of a look: numbers. None where the list did not say, or nobody looked."""

    accounts: int
    shared: int
    weak: int
    leaked: int | None = None
    old: int | None = None
    no_two_step: int | None = None


@dataclass(frozen=True)
class Past:
    """The counts of an earlier look."""

    id: str
    at: datetime
    counts: Counts
