"""XposedOrNot: the data breaches an e-mail address stands in.

Shapes from the project's own documentation of check-email; that an address without breaches is told with code 200 comes
from people who use it. The page of a breach was not tried. The whole address goes to somebody else, so only with a yes.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from footprint.i18n import N_, _
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request


class XposedOrNot:
    """Breaches by e-mail address."""

    name = "xposedornot"
    label = "XposedOrNot"
    host = "api.xposedornot.com"
    kind = Kind.EMAILS
    needs = None
    keeps = N_("XposedOrNot gets your whole e-mail address. It does not say how long it keeps it.")

    def wording(self, words: str) -> str:
        return words.strip().lower()

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        address = f"https://{self.host}/v1/check-email/{quote(words, safe='@')}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        found = base.answer(reply) or {}
        if reply.status in (200, 404) and base.text_in(found, "Error", 200) == "Not found":
            return Page(Outcome.EMPTY)
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        listed = found.get("breaches")
        names = listed[0] if isinstance(listed, list) and len(listed) == 1 else None
        if not isinstance(names, list) or not names:
            return Page(Outcome.UNREADABLE)
        return base.settled([_hit(name) for name in names], len(names))


def _hit(name: object) -> Hit | None:
    if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ._&+-]{0,80}", name):
        return None
    title = _("Your e-mail address was in a data breach: {name}").format(name=name)
    return Hit(f"https://xposedornot.com/breach/{quote(name)}", title)
