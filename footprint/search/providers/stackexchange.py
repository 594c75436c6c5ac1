"""Stack Overflow, the largest site of Stack Exchange: profiles by the name shown.

Shapes from the Stack Exchange API 2.3 documentation (/users, backoff, error handling).
"""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from footprint.i18n import N_, _
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_MOST = 30


class StackExchange:
    """Profiles by name or username. It takes 300 questions a day, and says when it wants a pause."""

    name = "stackexchange"
    label = "Stack Exchange"
    host = "api.stackexchange.com"
    kind = Kind.PEOPLE
    needs = None
    keeps = N_("Stack Exchange may keep the words you search for and your internet address. It does not say how long.")

    def wording(self, words: str) -> str:
        return words

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = {"inname": words, "site": "stackoverflow", "pagesize": _MOST, "order": "desc", "sort": "reputation"}
        address = f"https://{self.host}/2.3/users?{urlencode(asked)}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        found = base.answer(reply) or {}
        if reply.status in (400, 502) and found.get("error_name") == "throttle_violation":
            return Page(Outcome.RATE_LIMITED, note=_("The site asks for a pause."))
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        people = found.get("items")
        if not isinstance(people, list) or "error_id" in found:
            return Page(Outcome.UNREADABLE)
        pause = found.get("backoff")
        seconds = float(pause) if isinstance(pause, int) and 0 < pause < 100_000 else 0.0
        return base.settled(
            [_hit(one) for one in base.entries(people) or []], len(people), pause=seconds, more=len(people) >= _MOST
        )


def _hit(one: dict[str, object]) -> Hit | None:
    address = base.page_address(one.get("link"))
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    if not address.startswith("https://") or host != "stackoverflow.com":
        return None
    name = base.text_in(one, "display_name", 200, marked_up=True)
    return Hit(address, f"{name} – Stack Overflow", base.text_in(one, "location", 200, marked_up=True), name)
