"""Gravatar: the public profile that belongs to an e-mail address.

Shapes from Gravatar's REST documentation, version 3 (profiles, rate limits); the body of its 404 was not tried.
"""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from footprint.i18n import N_
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Page
from footprint.web import Purpose, Reply, Request


class Gravatar:
    """A profile by e-mail address. What goes is a fingerprint of it, which whoever knows the address can tell."""

    name = "gravatar"
    label = "Gravatar"
    host = "api.gravatar.com"
    kind = Kind.EMAILS
    needs = None
    keeps = N_("Gravatar gets a fingerprint of your e-mail address, and can tell whose it is if it knows the address.")

    def wording(self, words: str) -> str:
        return words.strip().lower()

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        address = f"https://{self.host}/v3/profiles/{hashlib.sha256(words.encode()).hexdigest()}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        return base.profile(reply, _hit)


def _hit(one: dict[str, object]) -> Hit | None:
    address = base.page_address(one.get("profile_url"))
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    if not address.startswith("https://") or not f".{host}".endswith(".gravatar.com"):
        return None
    name = base.text_in(one, "display_name", 200)
    told = (base.text_in(one, part, 300) for part in ("job_title", "company", "location", "description"))
    return Hit(address, f"{name} – Gravatar" if name else "Gravatar", " · ".join(part for part in told if part), name)
