"""Bluesky people, by the name on their profile; no account is needed to ask."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from footprint.i18n import N_
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_MOST = 25


class Bluesky:
    """Profiles by name or username."""

    name = "bluesky"
    label = "Bluesky"
    host = "public.api.bsky.app"
    kind = Kind.PEOPLE
    needs = None
    keeps = N_("Bluesky may keep the words you search for and your internet address. It does not say how long.")

    def wording(self, words: str) -> str:
        return words

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = urlencode({"q": words, "limit": _MOST})
        address = f"https://{self.host}/xrpc/app.bsky.actor.searchActors?{asked}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        found = base.answer(reply)
        people = None if found is None else found.get("actors")
        if not isinstance(people, list):
            return Page(Outcome.UNREADABLE)
        return base.settled([_hit(one) for one in base.entries(people) or []], len(people), more=len(people) >= _MOST)


def _hit(one: dict[str, object]) -> Hit | None:
    handle, number = base.text_in(one, "handle", 253).lower(), base.text_in(one, "did", 200)
    if handle == "handle.invalid" or not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", handle):
        handle = ""
    if not handle and not number.startswith("did:"):
        return None
    shown = base.text_in(one, "displayName", 200)
    title = " ".join(part for part in (shown, f"@{handle}" if handle else "") if part)
    return Hit(
        f"https://bsky.app/profile/{quote(handle or number, safe=':.')}", title, base.text_in(one, "description")
    )
