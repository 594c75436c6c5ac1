"""Facebook's own words and pictures: posts, comments, reactions, albums, notes, stories, groups, pages, events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from footprint.archives.contract import Context
from footprint.archives.parsing.dates import epoch
from footprint.archives.parsing.json_tree import Path
from footprint.archives.parsing.meta import picture, taken
from footprint.archives.parsing.shapes import Tree, at, degrees, first, items, name, text, tree, trees
from footprint.archives.parsing.texts import clean, line, link
from footprint.archives.records import Entry, Kind, Media, Record, State

_MOST_SEEN = 20_000  # pictures of posts that are remembered, so that albums do not bring them again


class From(NamedTuple):
    """Where a record stands."""

    path: str
    file: str
    context: Context


Maker = Callable[[object, Path, From], Iterator[Record]]


@dataclass
class _Attached:
    """What hangs on a post."""

    media: list[Media]
    words: list[str]
    shared: str = ""
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    note: bool = False
    event: str = ""


def _attached(value: object, source: From) -> _Attached:
    found = _Attached([], [])
    for group in trees(value):
        for one in trees(group.get("data")):
            _hang(found, one, source)
    return found


def _hang(found: _Attached, one: Tree, source: From) -> None:
    for part in trees(one.get("media")):
        found.media.append(_seen(part, source))
        if text(part, "description").strip():
            found.words.append(text(part, "description"))
    outside = one.get("external_context")
    if type(outside) is dict:
        found.shared = " · ".join(part for part in (name(outside, "name"), link(outside.get("url"))) if part)
    place = one.get("place")
    if type(place) is dict:
        found.place = name(place, "name") or name(place, "address")
        found.lat, found.lon = degrees(at(place, "coordinate", "latitude"), at(place, "coordinate", "longitude"))
    for key in ("note", "life_event", "for_sale_item", "poll"):
        about = one.get(key)
        if type(about) is dict:
            found.note = found.note or key == "note"
            found.words += [
                part for part in (text(about, "title"), text(about, "text"), text(about, "description")) if part
            ]
            found.words += [text(about, "question")] if text(about, "question") else []
    found.event = found.event or name(one, "event", "name")


def _seen(part: Tree, source: From) -> Media:
    facts = source.context.facts
    uri = text(part, "uri")
    if uri and len(facts) < _MOST_SEEN:
        facts[f"uri {crc32(uri.encode()):08x}"] = ""
    return picture(part, source.path, source.context)


def _own_words(value: Tree, *keys: str) -> str:
    """What stands under one of `keys` in any of the parts of `data`, each once."""
    found: dict[str, None] = {}
    for part in trees(value.get("data")):
        for key in keys:
            said = text(part, key)
            if said.strip():
                found[said] = None
    return "\n".join(found)


def post(value: object, path: Path, source: From) -> Iterator[Record]:
    """A post, a check-in, a share, a photo with words: all have one shape."""
    record = _record(value)
    attached = _attached(record.get("attachments"), source)
    said = _own_words(record, "post") or "\n".join(dict.fromkeys(attached.words))
    kind = Kind.NOTE if attached.note else Kind.SHARE if attached.shared and not said else Kind.POST
    empty = not (said or attached.media or attached.shared or attached.place or attached.event)
    title = " · ".join(part for part in (name(record, "title"), attached.shared, attached.event) if part)
    spots = [(attached.lat, attached.lon), *((one.lat, one.lon) for one in attached.media)]
    lat, lon = next((spot for spot in spots if spot[0] is not None), (None, None))
    yield Entry(
        "facebook", kind, source.context.account, text(record, "fbid"), epoch(record.get("timestamp")), said, title,
        state=State.NO_TEXT if empty else State.LIVE, place=attached.place, lat=lat, lon=lon,
        media=tuple(attached.media),
    )  # fmt: skip


def _record(value: object) -> Tree:
    if type(value) is not dict or not value:
        raise ValueError("no record")
    return value


def comment(value: object, path: Path, source: From) -> Iterator[Record]:
    """A comment; where `data` is missing its words are gone."""
    record = _record(value)
    about = next((tree(part["comment"]) for part in trees(record.get("data")) if "comment" in part), {})
    attached = _attached(record.get("attachments"), source)
    said = text(about, "comment") or "\n".join(dict.fromkeys(attached.words))
    yield Entry(
        "facebook", Kind.COMMENT, source.context.account, text(record, "fbid"),
        epoch(first(about, ("timestamp",)) or record.get("timestamp")), said,
        " · ".join(part for part in (name(record, "title"), attached.shared) if part), name(about, "group"),
        state=State.LIVE if said or attached.media or attached.shared else State.NO_TEXT, media=tuple(attached.media),
    )  # fmt: skip


def reaction(value: object, path: Path, source: From) -> Iterator[Record]:
    """What it is on stands only in the title, a sentence in the language of the account."""
    record = _record(value)
    pressed = next((name(part, "reaction", "reaction") for part in trees(record.get("data")) if "reaction" in part), "")
    title = " · ".join(part for part in (name(record, "title"), pressed) if part)
    if not title and "timestamp" not in record:
        raise ValueError("no reaction")
    yield Entry("facebook", Kind.REACTION, source.context.account, at=epoch(record.get("timestamp")), title=title)


def album_picture(value: object, path: Path, source: From) -> Iterator[Record]:
    """Pictures of an album, or outside any; those that came with a post already are left out."""
    record = _record(value)
    if "photos" in record or "videos" in record:
        for part in (*trees(record.get("photos")), *trees(record.get("videos"))):
            yield from _picture(part, source, name(record, "name"))
    else:
        yield from _picture(record, source, "")


def _picture(part: Tree, source: From, album: str) -> Iterator[Record]:
    uri = text(part, "uri")
    if not uri:
        raise ValueError("no picture")
    if f"uri {crc32(uri.encode()):08x}" in source.context.facts:
        return
    found = _seen(part, source)
    kind = Kind.VIDEO if found.mime.startswith("video/") else Kind.PHOTO
    yield Entry(
        "facebook", kind, source.context.account, uri, taken(part), text(part, "description"), album, media=(found,)
    )


def note(value: object, path: Path, source: From) -> Iterator[Record]:
    record = _record(value)
    said = "\n".join(part for part in (text(record, "title"), text(record, "text")) if part)
    pictures = tuple(_seen(one, source) for one in trees(record.get("media")))
    when = epoch(first(record, ("created_timestamp", "timestamp", "updated_timestamp")))
    yield Entry("facebook", Kind.NOTE, source.context.account, at=when, text=said, media=pictures)


def story(value: object, path: Path, source: From) -> Iterator[Record]:
    record = _record(value)
    attached = _attached(record.get("attachments"), source)
    said = "\n".join(dict.fromkeys(attached.words))
    yield Entry(
        "facebook", Kind.STORY, source.context.account, at=epoch(record.get("timestamp")), text=said,
        title=name(record, "title"), media=tuple(attached.media),
    )  # fmt: skip


def _named(kind: Kind) -> Maker:
    """A group, a page, something saved: its name stands in the record or in its parts."""

    def make(value: object, path: Path, source: From) -> Iterator[Record]:
        record = _record(value)
        inner = next((part for part in trees(record.get("data")) if name(part, "name")), {})
        attached = _attached(record.get("attachments"), source)
        title = name(record, "name") or name(inner, "name") or name(record, "title") or attached.shared
        if not title:
            raise ValueError("nothing named")
        address = link(record.get("url")) or link(inner.get("url")) if kind is Kind.PAGE else ""
        when = epoch(first(record, ("timestamp", "start_timestamp", "create_timestamp", "created_timestamp")))
        place = name(record, "place", "name")
        yield Entry(
            "facebook", kind, source.context.account, at=when, title=title, link=address, place=place,
            text=text(record, "description") if kind is Kind.EVENT and path[-1:] == ("your_events_v2",) else "",
        )  # fmt: skip

    return make


def listing(value: object, path: Path, source: From) -> Iterator[Record]:
    """Something put up for sale."""
    record = _record(value)
    said = "\n".join(part for part in (text(record, "title"), text(record, "description")) if part)
    when = epoch(first(record, ("created_timestamp", "timestamp")))
    place = name(record, "location", "name") or clean(
        items(record.get("location"))[:1] and line(record.get("location"))
    )
    yield Entry("facebook", Kind.POST, source.context.account, at=when, text=said, place=place)


MAKERS: dict[str, Maker] = {
    "posts": post,
    "group_posts": post,
    "app_posts": post,
    "activity_log_data": post,
    "comments": comment,
    "group_comments": comment,
    "reactions": reaction,
    "stories_feedback": reaction,
    "poll_votes": _named(Kind.REACTION),
    "album": album_picture,
    "other_photos": album_picture,
    "videos": album_picture,
    "notes": note,
    "archived_stories": story,
    "groups_joined": _named(Kind.GROUP),
    "groups_admined": _named(Kind.GROUP),
    "page_likes": _named(Kind.PAGE),
    "pages_followed": _named(Kind.PAGE),
    "event_responses": _named(Kind.EVENT),
    "your_events": _named(Kind.EVENT),
    "saves": _named(Kind.SAVE),
    "items_selling": listing,
}
