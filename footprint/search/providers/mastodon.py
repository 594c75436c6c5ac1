"""One Mastodon server the person names: whether a username is known there.

Shapes from Mastodon's documentation (accounts/lookup). No search goes over all servers, so only the one named is asked.
"""

from __future__ import annotations

from urllib.parse import urlencode

from footprint.i18n import N_
from footprint.search.providers import base
from footprint.search.providers.base import Kind, Need
from footprint.search.records import Hit, Page
from footprint.web import Purpose, Reply, Request


class Mastodon:
    """An account by its username."""

    name = "mastodon"
    label = "Mastodon"
    host = ""  # the server that was named says where
    kind = Kind.HANDLES
    needs = Need(
        "search.mastodon.server",
        N_("The name of your Mastodon server"),
        N_("Give only its name, such as mastodon.example. It is the part after the second @ of a Mastodon name."),
        secret=False,
        server=True,
    )
    keeps = N_("The people who run that server may keep the username and your internet address.")

    def wording(self, words: str) -> str:
        """Without the server: `@ada@social.example` is `ada` there."""
        return words.lstrip("@").partition("@")[0]

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        address = f"https://{given}/api/v1/accounts/lookup?{urlencode({'acct': words})}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        return base.profile(reply, _hit)


def _hit(one: dict[str, object]) -> Hit | None:
    address, name = base.page_address(one.get("url")), base.text_in(one, "acct", 200)
    if not address.startswith("https://") or not name:
        return None
    shown = base.text_in(one, "display_name", 200)
    title = " ".join(part for part in (shown, f"@{name}") if part)
    return Hit(address, title, base.text_in(one, "note", marked_up=True))
