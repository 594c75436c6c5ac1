"""The nouns of a probe: which site is asked about which username, what it answered, and why we believe it or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import quote

from footprint.checklists import Probe
from footprint.i18n import N_, _, ngettext
from footprint.labels import Labelled
from footprint.web import Sending


class Answer(Labelled):
    """What a probe says of a username on a site."""

    FOUND = "found", N_("There is a profile")
    ABSENT = "absent", N_("No profile")
    CANNOT_TELL = "cannot tell", N_("Cannot tell")


class Reason(Labelled):
    """Why an answer is what it is. All but the first two lead to “cannot tell”."""

    TOLD_APART = "told apart", N_("The site told it apart from a made-up username.")
    SAYS_NO = "says no", N_("The site says no, and it did show an account that is there for certain.")
    MADE_UP_EXISTS = "made-up exists", N_("The site says the same of a username we made up.")
    TURNED_AWAY = "turned away", N_("The site turned the question away.")
    CHALLENGE = "challenge", N_("The site wants to know if you are a person.")
    LOGIN = "login", N_("The site shows this only to people who sign in.")
    SOFT_404 = "soft 404", N_("The page says it is not there, in a way we cannot rely on.")
    ASKED_TO_WAIT = "asked to wait", N_("The site does not want more questions now.")
    TROUBLE = "trouble", N_("The site is in trouble.")
    SENT_ON = "sent on", N_("The site sent us on to another page.")
    UNCLEAR = "unclear", N_("The answer is not one we know of this site.")
    CHANGEABLE = "changeable", N_("The site gave 2 answers to the same question.")
    NO_ANSWER = "no answer", N_("The site could not be reached.")
    NOT_PROVEN = "not proven", N_("The site could not prove that it is the right one.")
    TOO_SLOW = "too slow", N_("The site took too long.")
    UNREADABLE = "unreadable", N_("The answer could not be read.")
    UNVERIFIED = "unverified", N_("It seems not to be there. Nobody has checked how this site says no.")
    NOTHING_TO_COMPARE = "nothing to compare", N_("It seems not to be there. We know no account to compare it with.")
    KNOWN_NOT_SEEN = "known not seen", N_("The site did not show an account that is there for certain.")
    OWN_NOT_SEEN = "own not seen", N_("The site says that an account of yours is not there.")
    STOPPED = "stopped", N_("You stopped before this was asked.")


@dataclass(frozen=True)
class Site:
    """One site that can be asked. `profile` is the address of a profile; `network` is set where a checklist has it."""

    id: str
    name: str
    profile: str
    handle_rule: str
    probe: Probe
    network: str = ""

    def address(self, handle: str) -> str:
        """Where people see the profile."""
        return self.profile.replace("{handle}", quote(handle, safe="@:+~"))

    def asked_address(self, handle: str) -> str:
        """What the app asks for."""
        return (self.probe.address or self.profile).replace("{handle}", quote(handle, safe=""))


@dataclass(frozen=True)
class Ask:
    """One username to ask for. `declared`: the person has said that this account is theirs."""

    handle: str
    declared: bool = False


@dataclass(frozen=True)
class Line:
    """One site of a plan: the usernames it is asked for, and the made-up ones it is asked for beside them."""

    number: int
    site: Site
    asks: tuple[Ask, ...]
    made_up: tuple[str, str]
    sendings: tuple[Sending, ...]
    on: bool = True

    @property
    def requests(self) -> int:
        """About how many it takes: the made-up one, each username, and twice the account that is there for certain."""
        return 1 + len(self.asks) + (2 if self.site.probe.known and self.site.probe.sure else 0)


@dataclass(frozen=True)
class Plan:
    """What the person sees before anything is sent. `unfit`: (site, username) pairs that are not asked."""

    lines: tuple[Line, ...]
    unfit: tuple[tuple[str, str], ...] = ()

    @property
    def chosen(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.on)

    @property
    def sendings(self) -> tuple[Sending, ...]:
        return tuple(one for line in self.chosen for one in line.sendings)

    @property
    def requests(self) -> int:
        return sum(line.requests for line in self.chosen)

    @property
    def minutes(self) -> int:
        """About how long it takes: sixteen sites at once, a second and a half each time one is asked."""
        return max(1, round(self.requests * 1.5 / 16 / 60)) if self.requests else 0

    def only(self, numbers: Iterable[int]) -> Plan:
        wanted = frozenset(numbers)
        return replace(self, lines=tuple(replace(line, on=line.number in wanted) for line in self.lines))


@dataclass(frozen=True)
class Result:
    """What one site said of one username. `address` is where people see the profile."""

    site: str
    site_name: str
    handle: str
    address: str
    answer: Answer
    reason: Reason
    declared: bool
    sure: bool


@dataclass(frozen=True)
class Calibration:
    """How many of the accounts the person declared were found again: how much a run would have missed."""

    declared: int
    found: int
    missed: tuple[Result, ...]

    @property
    def sentence(self) -> str:
        """In words; empty where no account was declared on a site that was asked."""
        if not self.declared:
            return ""
        return (
            ngettext(
                "Found {found} of your {n} account. What was not seen there could be missed elsewhere too.",
                "Found {found} of your {n} accounts. What was not seen there could be missed elsewhere too.",
                self.declared,
            ).format(found=self.found, n=self.declared)
            if self.missed
            else ngettext("Found your {n} account.", "Found all your {n} accounts.", self.declared).format(
                n=self.declared
            )
        )


@dataclass(frozen=True)
class Run:
    """One asking of many sites, with what each said."""

    id: str
    started_at: datetime
    ended_at: datetime | None
    stopped: bool
    results: tuple[Result, ...]

    def of(self, answer: Answer) -> tuple[Result, ...]:
        return tuple(one for one in self.results if one.answer is answer)

    @property
    def told(self) -> bool:
        """Whether any site gave an answer at all."""
        return any(one.answer is not Answer.CANNOT_TELL for one in self.results)

    @property
    def calibration(self) -> Calibration:
        own = [one for one in self.results if one.declared]
        missed = tuple(one for one in own if one.answer is not Answer.FOUND)
        return Calibration(len(own), len(own) - len(missed), missed)

    @property
    def sentence(self) -> str:
        """How the run ended, in words that never make a failed look a clean one."""
        found, unsure = len(self.of(Answer.FOUND)), len(self.of(Answer.CANNOT_TELL))
        words = ngettext("{n} profile found.", "{n} profiles found.", found).format(n=found)
        if unsure:
            more = ngettext("{n} site could not tell us.", "{n} sites could not tell us.", unsure)
            words += " " + more.format(n=unsure)
        return words + (" " + _("You stopped before the end.") if self.stopped else "")
