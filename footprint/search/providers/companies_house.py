"""Companies House: people who run or ran a company, with the person's own free key.

Shapes from the Public Data API's specification (search officers). The link of an entry and its page on the public site
follow the common schema; they were not tried.
"""

from __future__ import annotations

import base64
import re
from urllib.parse import urlencode

from footprint.i18n import N_
from footprint.search.providers import base
from footprint.search.providers.base import Kind, Need
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request

_MOST = 30
_SITE = "https://find-and-update.company-information.service.gov.uk"


class CompaniesHouse:
    """Officers by name. The key is the user of a Basic authorisation, with an empty password."""

    name = "companies-house"
    label = "Companies House"
    host = "api.company-information.service.gov.uk"
    kind = Kind.NAMES
    needs = Need(
        "search.companies-house.key",
        N_("Your Companies House key"),
        N_("Companies House gives keys for free on its site for developers. The key is kept with your notes."),
        secret=True,
    )
    keeps = N_("Companies House may keep the words you search for, together with your key.")

    def wording(self, words: str) -> str:
        return words

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        code = base64.b64encode(f"{given}:".encode()).decode()
        address = f"https://{self.host}/search/officers?{urlencode({'q': words, 'items_per_page': _MOST})}"
        return (
            Request(
                address,
                Purpose.SEARCH,
                headers={"Accept": "application/json"},
                secret_headers={"Authorization": f"Basic {code}"},
                details=details,
                secrets=(given, code),
            ),
        )

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply, keyed=True)
        if unhappy is not None:
            return unhappy
        found = base.answer(reply)
        officers = None if found is None else found.get("items")
        if found is None or not isinstance(officers, list):
            return Page(Outcome.UNREADABLE)
        if not officers and found.get("total_results") not in (0, None):
            return Page(Outcome.UNREADABLE)
        return base.settled(
            [_hit(one) for one in base.entries(officers) or []], len(officers), more=len(officers) >= _MOST
        )


def _hit(one: dict[str, object]) -> Hit | None:
    links = one.get("links")
    place = base.text_in(links, "self", 200) if isinstance(links, dict) else ""
    if not re.fullmatch(r"/officers/[A-Za-z0-9_-]+/appointments", place):
        return None
    name = base.text_in(one, "title", 200)
    told = (base.text_in(one, "description", 300), base.text_in(one, "address_snippet", 300))
    return Hit(f"{_SITE}{place}", f"{name} – Companies House", " · ".join(part for part in told if part), name)
