"""What a re-check would send: one address to one site for each item, and which items only the person can look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from footprint import dates
from footprint.i18n import _
from footprint.log import store as log_store
from footprint.log.origins import Origin
from footprint.log.recheck import store
from footprint.log.recheck.words import KEEPS, WHY
from footprint.log.records import Item
from footprint.search.reading.walls import by_hand_only
from footprint.vault import Vault
from footprint.web import Address, Refused, Sending, judge


@dataclass(frozen=True)
class Line:
    """One item of a plan. `problem` says why the app does not look: then only the person can."""

    number: int
    item_id: str
    title: str
    address: str  # as it will be asked for; as it was written down where it is not
    host: str
    problem: str = ""
    warning: str = ""
    on: bool = True

    @property
    def origin(self) -> str:
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def requests(self) -> tuple[str, ...]:
        """Every address that may be asked for, word for word; the last one is asked only where it helps."""
        return (f"{self.origin}/robots.txt", self.address, sibling_of(self.address, "…"))


@dataclass(frozen=True)
class Plan:
    """Everything a re-check would do, before anything is sent. `run_id` is the stopped run it carries on."""

    lines: tuple[Line, ...]
    run_id: str = ""
    rest: int = 0  # so many more are left for another time

    @property
    def chosen(self) -> tuple[Line, ...]:
        return tuple(one for one in self.lines if one.on and not one.problem)

    @property
    def by_hand(self) -> tuple[Line, ...]:
        return tuple(one for one in self.lines if one.problem)

    @property
    def sendings(self) -> tuple[Sending, ...]:
        return tuple(
            Sending(one.host, one.address, _(WHY), "\n".join(one.requests), keeps=_(KEEPS)) for one in self.chosen
        )

    def only(self, numbers: Iterable[int]) -> Plan:
        """The plan with these lines on and the others off."""
        on = set(numbers)
        return replace(self, lines=tuple(replace(one, on=one.number in on) for one in self.lines))


def plan(vault: Vault, ids: Iterable[str] | None = None, *, most: int = 0) -> Plan:
    """A plan for these items, or for all that have an address and are not kept: those not looked at longest first.

    `most` (0 for no limit) keeps a plan short enough to read; a later one goes on from there.
    """
    with vault.reading() as db:
        wanted = list(store.addressed(db) if ids is None else ids)
        items = [one for one in log_store.items(db, wanted) if one.address or one.network]
        if ids is None:
            looks = store.looks(db, wanted)
            newest = {one: dates.to_text(of[-1].at) for one, of in looks.items()}
            items.sort(key=lambda one: newest.get(one.id, ""))
    shown = items[:most] if most else items
    return Plan(_lines(shown), rest=len(items) - len(shown))


def unfinished(vault: Vault) -> Plan | None:
    """What is left of a run that was stopped or broken off; None where none was."""
    with vault.reading() as db:
        found = store.open_run(db)
        if found is None:
            return None
        run_id, begun, ids = found
        looks = store.looks(db, ids)
        since = dates.from_text(begun)
        left = [one for one in ids if not any(look.at >= since for look in looks.get(one, ()))]
        items = [one for one in log_store.items(db, left) if one.address]
    return Plan(_lines(items), run_id) if items else None


def sibling_of(address: str, word: str) -> str:
    """An address beside this one that cannot exist: its last part is `word`."""
    parts = urlsplit(address)
    folder = parts.path.rstrip("/").rpartition("/")[0]
    if parts.query:
        name, _sign, _value = parts.query.rpartition("&")[2].partition("=")
        before = parts.query.rpartition("&")[0]
        return parts._replace(query=f"{before + '&' if before else ''}{name}={word}", fragment="").geturl()
    return parts._replace(path=f"{folder}/{word}", fragment="").geturl()


def _lines(items: Iterable[Item]) -> tuple[Line, ...]:
    return tuple(_line(number, one) for number, one in enumerate(items, 1))


def _line(number: int, item: Item) -> Line:
    if by_hand_only(item.address, item.network):
        words = _("This network does not let programs look. Open it yourself, in a private window.")
        return Line(number, item.id, item.title, item.address, item.host, words, on=False)
    try:
        there: Address = judge(item.address, plain=True)
    except Refused as refused:
        return Line(number, item.id, item.title, item.address, item.host, str(refused), on=False)
    warning = _warning(item.origin)
    return Line(number, item.id, item.title, there.url, there.host, warning=warning, on=not warning)


def _warning(origin: Origin) -> str:
    """A look leaves a trace on the site. Where its owner may be the one to fear, the person decides first."""
    if origin is Origin.FRIGHTENING:
        return _("If this person runs the site, they may see that somebody looked. Get help first.")
    if origin is Origin.WORK:
        return _("If this person runs the site, they may see that somebody looked. Speak to your line manager first.")
    return ""
