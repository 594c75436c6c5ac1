"""What the person put on Instagram or pressed there: posts, stories, reels, comments, likes, what they saved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footprint.archives.parsing.json_tree import Path
from footprint.archives.parsing.labels import COMMENT, OWNER, read_labels
from footprint.archives.parsing.meta import picture, taken
from footprint.archives.parsing.shapes import Tree, name, text, trees
from footprint.archives.parsing.texts import line
from footprint.archives.readers.instagram.source import From, Maker, record
from footprint.archives.records import Audience, Entry, Held, HeldKind, Kind, Media, Record, State

_ROLES = (
    ("ig_stories", "story"), ("ig_reels_media", "video"), ("ig_igtv_media", "video"),
    ("ig_archived_post_media", "archived"), ("ig_profile_picture", "photo"), ("ig_recently_deleted_media", "deleted"),
    ("ig_other_media", "post"), ("comments_", "comment"), ("likes_", "like"), ("saved_saved_media", "saved"),
    ("saved_saved_collections", "saved"), ("story_activities_", "like"),
)  # fmt: skip
_FILES = (
    (r"(?:liked_|likes|story_likes|emoji|polls|quizzes|questions|countdowns)", "like"),
    (r"comments?", "comment"),
    (r"saved", "saved"),
)


def role_of(key: str) -> str:
    """The role of a file whose root has `key`, or ""."""
    return next((role for start, role in _ROLES if key.startswith(start)), "")


def file_role(file: str) -> str:
    """The same by the name of a file that is a bare list."""
    return next((role for pattern, role in _FILES if re.search(pattern, file)), "")


def labelled_role(file: str) -> str:
    """The same for a list of labels and values; what was only seen is "labelled view"."""
    if re.search(r"viewed|watched|seen|clicked", file):
        return "labelled view"
    return file_role(file)


def _post(kind: Kind, state: State = State.LIVE, audience: Audience = Audience.UNKNOWN) -> Maker:
    """A post of one picture has its words and time there; a post of several has them itself."""

    def make(value: object, path: Path, source: From) -> Iterator[Record]:
        one = record(value)
        parts = [part for part in trees(one.get("media")) if part] or [one]
        if not any("uri" in part or "creation_timestamp" in part for part in (*parts, one)):
            raise ValueError("no post")
        said = text(one, "title") or next((text(part, "title") for part in parts if text(part, "title")), "")
        when = taken(one) or taken(parts[0])
        pictures = tuple(_picture(part, source) for part in parts if text(part, "uri"))
        lat, lon = next(((one.lat, one.lon) for one in pictures if one.lat is not None), (None, None))
        yield Entry(
            "instagram", kind, source.context.account, at=when, text=said, audience=audience, state=state,
            media=pictures, lat=lat, lon=lon,
        )  # fmt: skip

    return make


def _picture(part: Tree, source: From) -> Media:
    return picture(part, source.path, source.context, text(part, "description"))


def comment(value: object, path: Path, source: From) -> Iterator[Record]:
    """Older: the title is the owner; newer: labels, of which the longest text is the comment in any language."""
    one = record(value)
    found = read_labels(one)
    owner = found.named(OWNER) or name(one, "title")
    said = found.named(COMMENT) or found.longest(OWNER)
    if not said and not owner and found.at is None:
        raise ValueError("no comment")
    if not owner:
        owner = line(next((other for other in found.texts.values() if other != said), ""))
    pictures = tuple(picture(part, source.path, source.context) for part in trees(one.get("media_list_data")))
    yield Entry(
        "instagram", Kind.COMMENT, source.context.account, text(one, "fbid"), found.at, said, where=line(owner),
        state=State.LIVE if said else State.NO_TEXT, link=found.link if "instagram.com/" in found.link else "",
        media=tuple(part for part in pictures if part.path),
    )  # fmt: skip


def _pressed(kind: Kind) -> Maker:
    def make(value: object, path: Path, source: From) -> Iterator[Record]:
        one = record(value)
        found = read_labels(one)
        owner = name(one, "title") or found.named(OWNER) or line(found.longest())
        if not owner and not found.link and found.at is None:
            raise ValueError("nothing pressed")
        yield Entry(
            "instagram", kind, source.context.account, text(one, "fbid"), found.at, where=owner,
            link=found.link if "instagram.com/" in found.link else "",
        )  # fmt: skip

    return make


def view(value: object, path: Path, source: From) -> Iterator[Record]:
    yield Held("instagram", HeldKind.VIEW, source.context.account, at=read_labels(record(value)).at)


MAKERS: dict[str, Maker] = {
    "post": _post(Kind.POST),
    "story": _post(Kind.STORY),
    "video": _post(Kind.VIDEO),
    "photo": _post(Kind.PHOTO),
    "archived": _post(Kind.POST, audience=Audience.ME),
    "deleted": _post(Kind.POST, State.DELETED),
    "comment": comment,
    "like": _pressed(Kind.REACTION),
    "saved": _pressed(Kind.SAVE),
    "labelled view": view,
}
