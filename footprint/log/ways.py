"""What the person can do alone about an item, which comes before asking anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from footprint.checklists import Confidence, NetworkFile, load
from footprint.i18n import _
from footprint.log.by_hand import Strict, fault, read
from footprint.log.origins import Origin
from footprint.log.records import Action, Item, Kind
from footprint.log.worries import Route, routes_for
from footprint.paths import shipped
from footprint.person import Profile

_ANY = "any"


class Way(Strict, frozen=True, kw_only=True):
    """One way. Either `steps`, or the `page` of the network's own checklist file that has them.

    Steps that name a network's menus need a source; nothing marked "unverified" is ever shown as a step.
    """

    guidance: tuple[str, ...]
    actions: tuple[Action, ...] = ()
    kinds: tuple[Kind, ...] = ()
    mine: bool | None = None
    copy_first: bool = False
    page: Literal["", "delete", "untag", "report", "impersonation", "bulk_delete"] = ""
    steps: tuple[str, ...] = ()
    source: str = ""
    verified: date | None = None
    confidence: Confidence | None = None

    def fits(self, item: Item) -> bool:
        return (
            (not self.actions or item.action in self.actions)
            and (not self.kinds or item.kind in self.kinds)
            and self.mine in (None, item.origin is Origin.ME)
        )


class WayFile(Strict, frozen=True, kw_only=True):
    """One file of `resources/ways`: a network's, or `any.toml`."""

    format: int
    id: str
    name: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Steps:
    """What to do about an item, in order: alone, then perhaps ask, or get help instead.

    `oneself` may hold **bold** words. `link` and `menu` lead to the place on the network, where that is known;
    `source` says where the steps come from ("" for common sense that names no menu). `worries`: show the `routes`
    under "This worries me" and no letter.
    """

    oneself: tuple[str, ...]
    note: str
    link: str
    menu: str
    source: str
    verified: date | None
    guidance: tuple[str, ...]
    may_ask: bool
    then: str
    worries: bool
    routes: tuple[Route, ...]


def steps_for(
    item: Item, network: NetworkFile | None = None, *, who: Profile | None = None, folder: Path | None = None
) -> Steps:
    """The steps for this item; `network` is the checklist file of `item.network`, where there is one.

    `who` is what the person said about their work (`person.profile`): it chooses the words of the routes.
    """
    way, page = _way(item, network, folder or shipped("resources") / "ways")
    may_ask = item.origin.may_be_asked and item.action is not Action.KEEP
    found = page or way
    worries = item.origin.worries
    copy_first = way.copy_first or (worries and item.action is not Action.KEEP)
    first = [_("Keep a picture of it, with its address, before you change anything.")] if copy_first else []
    return Steps(
        oneself=(*first, *found.steps),
        # A network's note may say to ask the person who posted it; that is never said here.
        note=page.note if page and not worries else "",
        link=page.link if page else "",
        menu=page.menu if page else "",
        source=found.source,
        verified=found.verified,
        guidance=way.guidance,
        may_ask=may_ask,
        then=_then(item, may_ask),
        worries=worries,
        routes=routes_for(item.origin, who),
    )


def network_name(network: str, *, folder: Path | None = None) -> str:
    """How a network writes its own name."""
    known = _way_files(folder or shipped("resources") / "ways").get(network)
    return known.name if known else _listed_names().get(network) or network.replace("-", " ").title()


@lru_cache(maxsize=1)
def _listed_names() -> dict[str, str]:
    """What the checklists that ship call their networks; only the first lines of each are read."""
    return {one.id: one.name for one in load(shipped("checklists")).heads()}


def _then(item: Item, may_ask: bool) -> str:
    if item.origin.worries:
        return _("Do not write to them. “This worries me” says what to do.")
    if may_ask:
        return _("If that is not enough, ask them. Do it in private, be kind and say why.")
    if item.action is Action.KEEP:
        return ""
    return _("When it is done, mark it as gone from there.")


def _way(item: Item, network: NetworkFile | None, folder: Path) -> tuple[Way, _Page | None]:
    files = _way_files(folder)
    own = files[item.network].ways if item.network in files and item.network != _ANY else ()
    for way in (*own, *files[_ANY].ways):
        if not way.fits(item):
            continue
        if not way.page:
            return way, None
        page = _page(network, item.network, way.page)
        if page is not None:
            return way, page
    raise fault(folder / "any.toml", _("has no way for {what}").format(what=f"{item.kind}, {item.action}"))


@dataclass(frozen=True)
class _Page:
    steps: tuple[str, ...]
    note: str
    link: str
    menu: str
    source: str
    verified: date


def _page(network: NetworkFile | None, wanted: str, name: str) -> _Page | None:
    """The page of the network's file, if it is there, has steps, and somebody has seen a source for them."""
    if network is None or network.id != wanted:
        return None
    page = getattr(network.pages, name)
    if page is None or not page.steps or page.confidence is Confidence.UNVERIFIED:
        return None
    return _Page(page.steps, page.note, page.link, page.menu, page.source, page.verified)


@lru_cache(maxsize=4)
def _way_files(folder: Path) -> dict[str, WayFile]:
    found = {path.stem: (path, read(path, WayFile)) for path in sorted(folder.glob("*.toml"))}
    for name, (path, one) in found.items():
        for words in _faults(one, name):
            raise fault(path, words)
    if _ANY not in found:
        raise fault(folder / "any.toml", _("is missing"))
    return {name: one for name, (_path, one) in found.items()}


def _faults(one: WayFile, name: str) -> Iterator[str]:
    if one.format != 1:
        yield _("is of a newer form than this app knows")
    if one.id != name:
        yield _("its id must be its file name, “{name}”").format(name=name)
    for index, way in enumerate(one.ways):
        place = f"ways[{index}]: "
        if bool(way.page) == bool(way.steps):
            yield place + _("needs either steps or a page")
        if name != _ANY and way.steps and not (way.source and way.verified and way.confidence):
            yield place + _("needs source, verified and confidence")
        if way.confidence is Confidence.UNVERIFIED:
            yield place + _("what nobody has checked cannot be a step")
