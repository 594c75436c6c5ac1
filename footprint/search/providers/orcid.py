"""ORCID, the register of people who publish research: records by name.

Shapes from ORCID's documentation of its public API 3.0 (expanded search). The tutorial asks for a token, and the
address answers without one; should that end, the look says that it was turned away.
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
_MARKS = re.compile(r'["\\]')


class Orcid:
    """Records by first and last name, with where the person worked or studied."""

    name = "orcid"
    label = "ORCID"
    host = "pub.orcid.org"
    kind = Kind.NAMES
    needs = None
    keeps = N_("ORCID may keep the words you search for and your internet address. It does not say how long.")

    def wording(self, words: str) -> str:
        """First and last name apart, as the register keeps them."""
        first, _, last = _MARKS.sub(" ", words).strip().partition(" ")
        return f'given-names:"{first}" AND family-name:"{last.strip()}"' if last else f'family-name:"{first}"'

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        address = f"https://{self.host}/v3.0/expanded-search/?{urlencode({'q': words, 'rows': _MOST})}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        found = base.answer(reply) or {}
        results, number = found.get("expanded-result"), found.get("num-found")
        if number == 0 and not results and "expanded-result" in found:
            return Page(Outcome.EMPTY)  # nothing found is `null` here
        if not isinstance(results, list) or not results:
            return Page(Outcome.UNREADABLE)
        return base.settled(
            [_hit(one) for one in base.entries(results) or []], len(results), more=len(results) >= _MOST
        )


def _hit(one: dict[str, object]) -> Hit | None:
    number = base.text_in(one, "orcid-id", 40)
    if not re.fullmatch(r"(\d{4}-){3}\d{3}[\dX]", number):
        return None
    name = " ".join(
        part for part in (base.text_in(one, "given-names", 100), base.text_in(one, "family-names", 100)) if part
    )
    places = one.get("institution-name")
    where = (
        ", ".join(base.plain(place, 80) for place in places if isinstance(place, str))
        if isinstance(places, list)
        else ""
    )
    return Hit(f"https://orcid.org/{number}", f"{name or number} – ORCID", where, name)
