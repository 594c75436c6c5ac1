"""The Wayback Machine's list of copies of one page.

Shapes from the Internet Archive's description of its CDX server. Asked for one address at a time, and only when the
person asks for it: no limit is published, and the server is slow.
"""

from __future__ import annotations

import re
from urllib.parse import urlencode

from footprint.i18n import N_, _
from footprint.search.providers import base
from footprint.search.providers.base import Kind
from footprint.search.records import Hit, Outcome, Page
from footprint.web import Purpose, Reply, Request, Unreadable

_MOST = 5
_FIELDS = ("timestamp", "original", "statuscode", "mimetype", "digest")


class Wayback:
    """Copies of a page, the newest ones; two copies that are alike count once."""

    name = "wayback"
    label = "Wayback Machine"
    host = "web.archive.org"
    kind = Kind.COPIES
    needs = None
    keeps = N_("The Internet Archive may keep the address you ask about and your internet address.")

    def wording(self, words: str) -> str:
        return words

    def requests(self, words: str, details: tuple[str, ...], given: str) -> tuple[Request, ...]:
        asked = {"url": words, "output": "json", "fl": ",".join(_FIELDS), "filter": "statuscode:200"}
        address = f"https://{self.host}/cdx/search/cdx?{urlencode({**asked, 'collapse': 'digest', 'limit': -_MOST})}"
        return (Request(address, Purpose.SEARCH, headers={"Accept": "application/json"}, details=details),)

    def read(self, reply: Reply) -> Page:
        unhappy = base.unhappy(reply)
        if unhappy is not None:
            return unhappy
        try:
            found = reply.json()
        except Unreadable:
            return Page(Outcome.UNREADABLE)
        if not isinstance(found, list):
            return Page(Outcome.UNREADABLE)
        if not found:
            return Page(Outcome.EMPTY)
        if found[0] != list(_FIELDS):  # the first row names the columns
            return Page(Outcome.UNREADABLE)
        return base.settled([_hit(row) for row in found[1:]], len(found) - 1, more=len(found) - 1 >= _MOST)


def _hit(row: object) -> Hit | None:
    if not isinstance(row, list) or len(row) != len(_FIELDS):
        return None
    stamp, original = row[0], base.page_address(row[1])
    if not isinstance(stamp, str) or not re.fullmatch(r"(19|20)[0-9]{12}", stamp) or not original:
        return None
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
    title = _("A copy of {address} from {day}").format(address=base.plain(original, 200), day=day)
    return Hit(f"https://web.archive.org/web/{stamp}/{original}", title)
