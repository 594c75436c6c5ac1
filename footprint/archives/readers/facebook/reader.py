"""Facebook: which file is which. A root key says it, or in a bare list the keys of the records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.meta import RECORD, read_chat
from footprint.archives.parsing.meta_pages import looks_like_page
from footprint.archives.parsing.records import each, gathered
from footprint.archives.parsing.texts import ending, file_name, stem
from footprint.archives.readers.facebook import about, labelled, pages, posts
from footprint.archives.records import Kind, Record, Why
from footprint.i18n import N_

_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"([a-z0-9_]{2,60}?)(_v\d)?\"\s*:")
_BARE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"")
_META = re.compile(
    rb'"(?:timestamp|creation_timestamp|name|advertiser_name|title|uri|entries|topic|action|ip)"|\[\s*(?:\]|")'
)
_ACTIVITY = "https://www.facebook.com/me/allactivity?activity_history=false&category_key={}&manage_mode=false"
_STRAIGHT = "&should_load_landing_page=false"
_FIRST = frozenset({"profile"})
_LATE = frozenset({"other_photos", "videos", "album"})


class Facebook:
    """Posts, comments, reactions, groups, pages, events, friends, and what Facebook notes about the account."""

    name = "facebook"
    not_exported = (
        N_("Most posts and photos that others tagged you in are not in the copy."),
        N_("What others wrote under your posts is not in the copy."),
        N_("Who can see each post is not in the copy."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        low = path.casefold()
        if ending(path) != "json":
            return _claim_page(low, head)
        if "your_instagram_activity" in low or "threads/" in low:
            return None
        ours = "your_facebook_activity/" in low or b"facebook.com" in head
        found = _ROOT.match(head)
        key = found.group(1).decode() if found else ""
        versioned = bool(found and found.group(2))
        if b'"threadName"' in head and b'"participants"' in head:  # chats that were encrypted from end to end
            return Claim("chat", order=70, sure=0.7)
        if key in ("participants", "messages") and b'"messages"' in head:
            return Claim("chat", order=70, sure=0.9 if ours else 0.2)
        if (versioned or _META.search(head, found.end() if found else 0)) and (
            key in posts.MAKERS or key in about.MAKERS
        ):
            sure = 0.95 if versioned or ours else 0.4  # a bare word could be anybody's; several are enough
            return Claim(key, order=1 if key in _FIRST else 60 if key in _LATE else 50, sure=sure)
        if found and b'"photos"' in head and b'"creation_timestamp"' in head and b'"uri"' in head:
            return Claim("album", order=60, sure=0.9 if b'"cover_photo"' in head or ours else 0.6)
        if _BARE.match(head):
            return _claim_bare(low, head, ours)
        if versioned:
            return Claim("", sure=0.6, leave=Why.NOT_NEEDED)
        return Claim("", sure=0.5, leave=Why.NOT_NEEDED) if "your_facebook_activity/" in low else None

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        return gathered(self._read(member, role, context))

    def _read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        if role == "chat":
            yield from read_chat(self.name, member, context)
        elif role.startswith("page:"):
            yield from pages.read(member, role.removeprefix("page:"), context)
        elif role.startswith("old "):
            yield from pages.read_old(member, role, context)
        elif role == "profile":
            yield from about.read_profile(member, context)
        else:
            kind, _, file = role.partition(":")
            make = labelled.make if kind == "labels" else posts.MAKERS.get(kind) or about.MAKERS[kind]
            record = RECORD if kind != "album" else RECORD | {"photos"}

            def made(path: Path, value: object) -> Iterator[Record]:
                return make(value, path, posts.From(member.path, file, context))

            yield from each(walk(member, record, mended=True), made)

    def pages(self) -> Mapping[str, str]:
        keys = {
            Kind.POST: "MANAGEPOSTSPHOTOSANDVIDEOS",
            Kind.SHARE: "MANAGEPOSTSPHOTOSANDVIDEOS",
            Kind.NOTE: "MANAGEPOSTSPHOTOSANDVIDEOS",
            Kind.PHOTO: "MANAGEPOSTSPHOTOSANDVIDEOS",
            Kind.VIDEO: "MANAGEPOSTSPHOTOSANDVIDEOS",
            Kind.STORY: "MANAGEPOSTSPHOTOSANDVIDEOS",
            Kind.COMMENT: "COMMENTSCLUSTER",
            Kind.REACTION: "LIKEDPOSTS",
            Kind.TAG_OF_ME: "MANAGETAGSBYOTHERSCLUSTER",
            Kind.PAGE: "LIKEDINTERESTS",
        }
        found: dict[str, str] = {kind: _ACTIVITY.format(key) + _STRAIGHT for kind, key in keys.items()}
        return found | {
            Kind.PROFILE: "https://www.facebook.com/me/about",
            Kind.GROUP: "https://www.facebook.com/groups/joins",
            Kind.EVENT: "https://www.facebook.com/events/past",
            Kind.SAVE: "https://www.facebook.com/saved",
            Kind.MESSAGE: "https://www.facebook.com/messages",
        }


def _claim_page(low: str, head: bytes) -> Claim | None:
    """A page. Its name says what it holds, as all are built alike; `sure` weighs whether it is of Facebook at all."""
    if "your_instagram_activity/" in low or b"instagram.com" in head:
        return None
    if low.endswith("no-data.txt") and head.startswith(b"You have no data"):
        return Claim("", sure=0.1, leave=Why.EMPTY)
    if b'class="contents"' in head and b'class="nav"' in head and stem(low) in pages.OLD:
        return Claim(pages.OLD[stem(low)], sure=0.7)
    if not looks_like_page(low, head):
        return None
    ours = 0.8 if "your_facebook_activity/" in low or b"facebook.com" in head else 0.2
    role = pages.role_of(low, file_name(low) if "posts" not in low else stem(low))
    return Claim(f"page:{role}", sure=ours) if role else Claim("", sure=min(ours, 0.5), leave=Why.NOT_NEEDED)


def _claim_bare(low: str, head: bytes, ours: bool) -> Claim | None:
    """A list without a name, or one record alone."""
    if b"instagram.com" in head or b"threads.net" in head or b"threads.com" in head:
        return None
    if b'"label_values"' in head:
        return Claim(f"labels:{stem(low)}", sure=0.8 if ours else 0.15)
    if b'"timestamp"' not in head and b'"attachments"' in head and "posts" in stem(low):
        return Claim("posts", order=30, sure=0.7)  # a first record so long that its time comes later
    if b'"timestamp"' not in head or b'"string_list_data"' in head or b'"string_map_data"' in head:
        return Claim("", sure=0.5, leave=Why.NOT_NEEDED) if "your_facebook_activity/" in low else None
    if b'"reaction"' in head and b'"actor"' in head:
        return Claim("reactions", sure=0.9)
    if b'"comment"' in head and b'"author"' in head:
        return Claim("comments", sure=0.9)
    if any(key in head for key in (b'"post"', b'"update_timestamp"', b'"attachments"', b'"backdated_timestamp"')):
        return Claim("posts", order=30, sure=0.9 if ours or "posts" in stem(low) else 0.5)
    if "posts" in stem(low) and (b'"title"' in head or b'"data"' in head or ours):
        return Claim("posts", order=30, sure=0.5)
    return None
