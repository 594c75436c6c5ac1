"""GitHub users, by the name on their profile; no account is needed to ask."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from footprint.i18n import N_, _
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_MOST = 30
_BY_NAME = " in:name"


class GitHub:
    """Profiles by name. The answer holds only usernames, so the name asked for goes with each."""

    name = "github"
    label = "GitHub"
    host = "api.github.com"
    kind = Kind.PEOPLE
    needs = None
    keeps = N_("GitHub may keep the words you search for and your internet address. It does not say how long.")

    def wording(self, words: str) -> str:
        """A name is looked for in profile names; one word is a username."""
        words = words.replace('"', "").strip()
        return f'"{words}"{_BY_NAME}' if " " in words else f"{words} in:login"

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        address = f"https://{self.host}/search/users?{urlencode({'q': words, 'per_page': _MOST})}"
        headers = {"Accept": "application/vnd.github+json"}
        return (Request(address, Purpose.SEARCH, headers=headers, details=details),)

    def read(self, reply: Reply) -> Page:
        if reply.status == 403 and reply.headers.get("x-ratelimit-remaining") == "0":
            return Page(Outcome.RATE_LIMITED, note=_("GitHub takes 10 questions a minute."))
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        found = base.answer(reply)
        people = None if found is None else found.get("items")
        if found is None or not isinstance(people, list):
            return Page(Outcome.UNREADABLE)
        if not people and found.get("total_count") not in (0, None):
            return Page(Outcome.UNREADABLE)
        named = _asked_name(reply.url)
        partial = _("GitHub ran out of time and left some out.") if found.get("incomplete_results") is True else ""
        return base.settled(
            [_hit(one, named) for one in base.entries(people) or []],
            len(people),
            partial=partial,
            more=len(people) >= _MOST,
        )


def _asked_name(address: str) -> str:
    """The name that was asked for, where the question was for a name."""
    try:
        words = parse_qs(urlsplit(address).query, errors="replace").get("q", [""])[0]
    except ValueError:
        return ""
    return words.removesuffix(_BY_NAME).strip('"') if words.endswith(_BY_NAME) else ""


def _hit(one: dict[str, object], named: str) -> Hit | None:
    login = base.text_in(one, "login", 60)
    if not re.fullmatch(r"[A-Za-z0-9_-]+(\[bot\])?", login):
        return None
    return Hit(f"https://github.com/{login}", login, "", named)
