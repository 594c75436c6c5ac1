"""Wikidata: entries whose name is the name asked for.

Shapes from the Wikibase documentation (wbsearchentities); the field names were not tried on the live site.
"""

from __future__ import annotations

import re
from urllib.parse import urlencode

from footprint.i18n import N_
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_MOST = 20


class Wikidata:
    """Entries by name. An entry about a person is rare, and tells much where there is one."""

    name = "wikidata"
    label = "Wikidata"
    host = "www.wikidata.org"
    kind = Kind.NAMES
    needs = None
    keeps = N_("Wikidata may keep the words you search for and your internet address for some months.")

    def wording(self, words: str) -> str:
        return words

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = {"action": "wbsearchentities", "search": words, "language": "en", "uselang": "en", "limit": _MOST}
        address = f"https://{self.host}/w/api.php?{urlencode({**asked, 'type': 'item', 'format': 'json'})}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        found = base.answer(reply)
        if found is None or "error" in found:
            return base.wiki_error(found)
        results = found.get("search")
        if not isinstance(results, list) or "searchinfo" not in found:
            return Page(Outcome.UNREADABLE)
        return base.settled(
            [_hit(one) for one in base.entries(results) or []], len(results), more=len(results) >= _MOST
        )


def _hit(one: dict[str, object]) -> Hit | None:
    number = base.text_in(one, "id", 20)
    if not re.fullmatch(r"Q[0-9]+", number):
        return None
    label = base.text_in(one, "label", 250)
    return Hit(f"https://www.wikidata.org/wiki/{number}", label or number, base.text_in(one, "description"), label)
