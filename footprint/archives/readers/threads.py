"""Threads: one list of posts and replies inside the export of Instagram."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.meta import picture, taken
from footprint.archives.parsing.records import each
from footprint.archives.parsing.shapes import text, trees
from footprint.archives.records import Entry, Kind, Record
from footprint.i18n import N_

_HEAD = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"text_post_app_text_posts"\s*:')


def is_threads(head: bytes) -> bool:
    """Whether a file that begins so holds posts of Threads."""
    return _HEAD.match(head) is not None


def read(member: Member, context: Context) -> Iterator[Record]:
    """A post of one part has its words and time there; one of several has them itself. Replies name no parent."""

    def made(_path: Path, value: object) -> Iterator[Record]:
        parts = list(trees(value.get("media") if type(value) is dict else None))
        if type(value) is not dict or not (parts or "title" in value):
            raise ValueError("no post")
        said = text(value, "title") or next((text(part, "title") for part in parts if text(part, "title")), "")
        when = taken(value) or next((taken(part) for part in parts if taken(part)), None)
        pictures = tuple(picture(part, member.path, context) for part in parts if text(part, "uri"))
        yield Entry("threads", Kind.POST, context.account, at=when, text=said, media=pictures)

    yield from each(walk(member, mended=True), made)


class Threads:
    """Posts and replies on Threads."""

    name = "threads"
    not_exported = (
        N_("The addresses of your posts are not in the copy."),
        N_("What a reply of yours answers is not in the copy."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        return Claim("threads", sure=0.45) if is_threads(head) else None

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        return read(member, context)

    def pages(self) -> Mapping[str, str]:
        return {Kind.POST: "https://www.threads.com/@{account}"}
