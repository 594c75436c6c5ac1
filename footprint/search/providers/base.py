"""What every public source has to offer, and what all of them do the same way with an answer."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from footprint.i18n import _, ngettext
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Reply, Request, Unreadable

_CHALLENGES = (
    *("anomaly-modal", "cf-chl", "challenge-platform", "just a moment...", "captcha", "unusual traffic"),
    *("are you a robot", "verify you are human", "px-captcha", "datadome", "ddos-guard"),
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


class Kind(StrEnum):
    """What a source searches: pages by words, or people by what is named here."""

    PAGES = "pages"
    PEOPLE = "people"  # by name or username
    NAMES = "names"
    HANDLES = "usernames"
    EMAILS = "e-mail addresses"  # only with a yes for each address, each time
    COPIES = "copies"  # kept copies of one page, for one address at a time


@dataclass(frozen=True)
class Need:
    """What the person has to give once before a source can be used. Kept in the vault."""

    name: str
    label: str
    help: str
    secret: bool
    server: bool = False  # the name of a public server; without it, what is no secret is the person's own address


class Provider(Protocol):
    """A public source. It opens no connection itself: it says what to ask and reads what came back."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def host(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def needs(self) -> Need | None: ...
    @property
    def keeps(self) -> str: ...

    def wording(self, words: str) -> str:
        """`words` exactly as they will be sent."""

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        """The pages to ask for, in order, for words as `wording` gave them; `given` is what `needs` asked for."""

    def read(self, reply: Reply) -> Page:
        """What an answer holds. Never raises; never `EMPTY` for an answer that is not surely one."""


def unhappy(reply: Reply, *, keyed: bool = False) -> Page | None:
    """The page for an answer that is no result list; None for one that may be."""
    if challenged(reply):
        return Page(Outcome.BLOCKED, note=_("The site wants to know if you are a person."))
    status = reply.status
    if status == 200:
        return None
    if status == 429:
        return Page(Outcome.RATE_LIMITED, note=_again_in(reply.retry_after))
    if keyed and status in (401, 403):
        return Page(Outcome.KEY_REFUSED)
    if status in (202, 401, 403, 405, 451, 999):
        return Page(Outcome.BLOCKED, note=_("The site turned the question away (code {status}).").format(status=status))
    if status >= 500 or status == 407:
        return Page(Outcome.NETWORK_ERROR, note=_("The site is in trouble (code {status}).").format(status=status))
    return Page(Outcome.UNREADABLE, note=_("The site gave an answer of code {status}.").format(status=status))


def challenged(reply: Reply) -> bool:
    """Whether a page that is no JSON asks to prove that a person is there."""
    start = reply.body[:200_000]
    if start.lstrip()[:1] in (b"{", b"["):
        return False
    low = start.decode("utf-8", "replace").casefold()
    return any(sign in low for sign in _CHALLENGES)


def _again_in(seconds: float | None) -> str:
    if not seconds:
        return ""
    minutes = max(1, round(seconds / 60))
    return ngettext(
        "The site asks for a pause of about {minutes} minute.",
        "The site asks for a pause of about {minutes} minutes.",
        minutes,
    ).format(minutes=minutes)


def answer(reply: Reply) -> dict[str, object] | None:
    """The JSON object in an answer; None when there is none."""
    try:
        found = reply.json()
    except Unreadable:
        return None
    return found if isinstance(found, dict) else None


def entries(value: object) -> list[dict[str, object]] | None:
    """The objects in a list; None when it is no list."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else None


def profile(reply: Reply, hit: Callable[[dict[str, object]], Hit | None]) -> Page:
    """The page for a source that knows one profile or says in JSON, with code 404, that there is none."""
    found = answer(reply)
    if reply.status == 404 and found is not None and text_in(found, "error", 200):
        return Page(Outcome.EMPTY)
    bad = unhappy(reply)
    if bad is not None:
        return bad
    one = None if found is None else hit(found)
    return Page(Outcome.UNREADABLE) if one is None else Page(Outcome.RESULTS, (one,))


def wiki_error(found: dict[str, object] | None) -> Page:
    """The page for what a wiki says in place of results, with code 200; `None` is no JSON at all."""
    error = (found or {}).get("error")
    code = text_in(error, "code", 80) if isinstance(error, dict) else ""
    return Page(Outcome.RATE_LIMITED if code in ("ratelimited", "maxlag") else Outcome.UNREADABLE)


def settled(found: list[Hit | None], given: int, *, more: bool = False, partial: str = "", pause: float = 0.0) -> Page:
    """The page for `given` raw results, of which `found` could be read: one bad result never costs the others."""
    hits = tuple(hit for hit in found if hit is not None)
    if given and not hits:
        return Page(Outcome.UNREADABLE)
    lost = given - len(hits)
    if partial or lost:
        note = partial or _("Some of the answer could not be read.")
        return Page(Outcome.PARTIAL, hits, note, more, pause)
    return Page(Outcome.RESULTS if hits else Outcome.EMPTY, hits, more=more, pause=pause)


def text_in(entry: dict[str, object], name: str, longest: int = 600, *, marked_up: bool = False) -> str:
    """One text field as plain text on one line; empty when it is missing or no text."""
    value = entry.get(name)
    return plain(value, longest, marked_up=marked_up) if isinstance(value, str) else ""


def plain(value: str, longest: int = 600, *, marked_up: bool = False) -> str:
    """Foreign text without mark-up, control characters or long runs of blanks."""
    value = value[: longest * 10]
    if marked_up:
        value = html.unescape(_TAG.sub("", value))
    value = "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in value)
    value = "".join(letter for letter in value if unicodedata.category(letter) not in ("Cs", "Cf"))
    value = " ".join(value.split())
    return value if len(value) <= longest else value[: longest - 1].rstrip() + "…"


def page_address(value: object) -> str:
    """A web address from an answer; empty when it is none that a browser should open."""
    if not isinstance(value, str) or not re.match(r"https?://[^\s/]", value, re.IGNORECASE) or len(value) > 4096:
        return ""
    return value if value.isprintable() and " " not in value else ""
