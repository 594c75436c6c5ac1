"""What goes through the door and what the Privacy journal keeps of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Literal

from footprint.web import text
from footprint.web.errors import Unreadable


class Purpose(StrEnum):
    SEARCH = "search"
    PROBE = "probe"
    PAGE = "page"
    RECHECK = "recheck"
    BREACH = "breach"
    UPDATE = "update"
    LINKS = "links"


# Addresses the person found may be plain http; what the app asks by itself never is.
MAY_BE_PLAIN = frozenset({Purpose.PAGE, Purpose.RECHECK})


@dataclass(frozen=True)
class Sending:
    """One line of a preview: what goes where and why, as the person reads it before pressing the button."""

    host: str
    words: str
    why: str
    url: str = ""  # keys masked
    details: tuple[str, ...] = ()
    keeps: str = ""


@dataclass(frozen=True)
class Request:
    """One GET, or one HEAD, which asks for no body.

    `secrets` are further words to mask in the ledger, for keys that have to stand in the address.
    Without `follow` a redirect is an answer like any other. Its `repr` shows no key.
    """

    url: str
    purpose: Purpose
    headers: Mapping[str, str] = field(default_factory=dict)
    secret_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    details: tuple[str, ...] = ()
    cap: int = 2_000_000
    own_origin: bool = False
    secrets: tuple[str, ...] = field(default=(), repr=False)
    method: Literal["GET", "HEAD"] = "GET"
    follow: bool = True

    def masked(self, words: str) -> str:
        """`words` without any key, whether written plainly or percent-encoded."""
        keys = [key for key in (*self.secrets, *self.secret_headers.values()) if key]
        for form in sorted({form for key in keys for form in text.spellings(key)}, key=len, reverse=True):
            words = re.sub(re.escape(form), text.MASK, words, flags=re.IGNORECASE)
        return words


@dataclass(frozen=True)
class Reply:
    """What came back. `url` is where it was finally found, `hops` the addresses on the way there."""

    url: str
    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    hops: tuple[str, ...] = ()
    retry_after: float | None = None

    def text(self) -> str:
        """The body as text: never fails, whatever charset it claims."""
        return text.decode(self.body, self.headers.get("content-type", ""))

    def json(self) -> object:
        """The body as JSON, without NaN, NUL or lone surrogates; raises `Unreadable`."""
        try:
            return text.parse_json(self.body)
        except (ValueError, RecursionError):
            from urllib.parse import urlsplit

            raise Unreadable(urlsplit(self.url).hostname or "") from None


@dataclass(eq=False)
class Consent:
    """One pressed preview, open for the length of one run. Only the door that gave it takes it."""

    id: str
    purpose: Purpose
    sendings: tuple[Sending, ...]
    refusals: Counter[str] = field(default_factory=Counter)

    @cached_property
    def told(self) -> Mapping[str, frozenset[str]]:
        """Which of the person's details may go to each host of the preview; looked up for every request."""
        found: dict[str, set[str]] = {}
        for one in self.sendings:
            found.setdefault(one.host.lower(), set()).update(one.details)
        return {host: frozenset(details) for host, details in found.items()}


class Kind(StrEnum):
    SENT = "sent"
    MADE = "made"
    CLEARED = "cleared"


@dataclass(frozen=True)
class Entry:
    """One line of the ledger, word for word except for keys."""

    id: str
    kind: Kind
    at: datetime
    consent: str | None
    purpose: Purpose | None
    host: str
    method: str
    url: str
    headers: tuple[str, ...]
    details: tuple[str, ...]
    note: str
    connected: bool
    outcome: str  # "answered", the name of a problem, or empty while there is no answer
    status: int | None
    bytes: int | None


ANSWERED = "answered"


@dataclass(frozen=True)
class Press:
    """The entries of one pressed preview, newest first; `pressed_at` is None for files made and for clearings."""

    pressed_at: datetime | None
    purpose: Purpose | None
    sendings: tuple[Sending, ...]
    entries: tuple[Entry, ...]
