"""Google's activity as JSON: searches are told, everything else that was looked at is only counted.

Titles begin with a verb in the language of the account; what was searched for is read from the address instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import epoch, iso
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.records import each
from footprint.archives.parsing.shapes import first, name
from footprint.archives.parsing.texts import line
from footprint.archives.records import Held, HeldKind, Record

RECORD = frozenset({"titleUrl", "header", "time", "products"})


class Counting:
    """Searches as they come, and how much else was seen of YouTube and of the rest of Google."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.seen: dict[str, int] = {}

    def one(self, address: str, product: str, at: int | None) -> Iterator[Record]:
        network = "youtube" if "youtube.com/" in address or "youtube" in product.casefold() else "google-account"
        said = searched(address)
        if said:
            yield Held(network, HeldKind.SEARCH, self.context.account, said, at)
        else:
            self.seen[network] = self.seen.get(network, 0) + 1

    def at_end(self) -> Iterator[Record]:
        for network in sorted(self.seen):
            yield Held(network, HeldKind.VIEW, self.context.account, count=self.seen[network])


def searched(address: str) -> str:
    """What was searched for, by the address of the page of results; "" when it is no such page."""
    if "?" not in address or len(address) > 4000:
        return ""
    try:
        parts = urlsplit(address)
        host, path = parts.hostname or "", parts.path
        if not any(word in host for word in ("google.", "youtube.")):
            return ""
        if path not in ("/search", "/results") and not path.startswith("/maps/search"):
            return ""
        asked = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return ""
    return line(next((asked[key][0] for key in ("q", "search_query", "query") if asked.get(key)), ""))


def read(member: Member, context: Context) -> Iterator[Record]:
    counting = Counting(context)

    def made(_path: Path, value: object) -> Iterator[Record]:
        if type(value) is not dict or not value:
            raise ValueError("no activity")
        inner = value.get("snippet") if type(value.get("snippet")) is dict else value
        address = name(value, "titleUrl") or name(inner, "titleUrl")
        when = iso(first(value, ("time",))) or iso(first(inner, ("publishedAt",)))
        return counting.one(address, name(value, "header"), when)

    yield from each(walk(member, RECORD), made)
    yield from counting.at_end()


def visit(path: Path, value: object, member: Member, context: Context) -> Iterator[Record]:
    """One page that Chrome was on."""
    if type(value) is dict and ("url" in value or "time_usec" in value):
        yield Held("google-account", HeldKind.VIEW, context.account, at=epoch(value.get("time_usec")))
