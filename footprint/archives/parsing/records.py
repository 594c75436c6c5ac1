"""Turning walked values into records: a value nobody can read becomes a trouble, and the next one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from footprint.archives.contract import Context
from footprint.archives.opening.broken import BrokenMember
from footprint.archives.parsing.json_tree import Item, Path
from footprint.archives.parsing.texts import mime
from footprint.archives.records import Held, HeldKind, Media, Record, Trouble, Why

# What values of a shape nobody foresaw can raise while they are taken apart.
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError)
BROKEN = Trouble(Why.BROKEN_ENTRY)


def each(walked: Iterable[Item], make: Callable[[Path, object], Iterable[Record]]) -> Iterator[Record]:
    """The records that `make` finds in each walked value. Unreadable ones are counted in one trouble at the end."""
    broken = 0
    for path, value in walked:
        if type(value) is Trouble:
            yield value
            continue
        try:
            yield from make(path, value)
        except UNREADABLE:
            broken += 1
    if broken:
        yield Trouble(Why.BROKEN_ENTRY, broken)


def counted(walked: Iterable[Item], amount: Callable[[Path, object], int], why: Why) -> Iterator[Trouble]:
    """One trouble with the sum of `amount` over all values: what is left out on purpose, without its words."""
    total = 0
    for path, value in walked:
        if type(value) is Trouble:
            yield value
            continue
        try:
            total += amount(path, value)
        except UNREADABLE:
            yield BROKEN
    if total:
        yield Trouble(why, total)


_COUNTED = frozenset({HeldKind.VIEW, HeldKind.PLACE, HeldKind.ADDRESS_BOOK, HeldKind.DETAIL})


def gathered(found: Iterable[Record]) -> Iterator[Record]:
    """The same records, but things held that say no words are counted and come once at the end of the member: an
    export may list a million advertisements."""
    many: dict[tuple[str, HeldKind, str], int] = {}
    try:
        for one in found:
            if type(one) is Held and not one.words and one.kind in _COUNTED:
                key = (one.network, one.kind, one.account)
                many[key] = many.get(key, 0) + one.count
            else:
                yield one
    except BrokenMember:
        yield from _counts(many)
        raise
    yield from _counts(many)


def _counts(many: dict[tuple[str, HeldKind, str], int]) -> Iterator[Held]:
    for (network, kind, account), count in many.items():
        yield Held(network, kind, account, count=count)


def found_path(context: Context, *candidates: str) -> str:
    """The first of `candidates` that is in the set, "" when none is; the first as it is where the set is unknown."""
    if not context.paths:
        return candidates[0] if candidates else ""
    return next((one for one in candidates if one in context.paths), "")


def media(
    context: Context, *candidates: str, words: str = "", lat: float | None = None, lon: float | None = None
) -> Media:
    """A picture or film at the first of `candidates` that is in the set."""
    return Media(found_path(context, *candidates), mime(candidates[0]) if candidates else "", words, lat, lon)


def beside(path: str, name: str) -> str:
    """The path of `name` in the folder of `path`."""
    folder, slash, _ = path.rpartition("/")
    return f"{folder}{slash}{name}"


def relative_media(
    context: Context, member_path: str, uri: str, words: str = "", lat: float | None = None, lon: float | None = None
) -> Media:
    """The same for `uri`, an address from the root of the export, which may lie some folders deep in the set."""
    if "://" in uri:
        return Media("", mime(uri), words, lat, lon)
    if not context.paths or uri in context.paths:
        return Media(uri, mime(uri), words, lat, lon)
    folders = member_path.split("/")[:-1]
    tried = ("/".join((*folders[:deep], uri)) for deep in range(1, min(len(folders), 6) + 1))
    return Media(next((one for one in tried if one in context.paths), ""), mime(uri), words, lat, lon)
