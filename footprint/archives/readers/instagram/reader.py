"""Instagram: which file is which, by the key at its root or by what its records hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.meta import RECORD, read_chat
from footprint.archives.parsing.meta_pages import looks_like_page
from footprint.archives.parsing.records import each, gathered
from footprint.archives.parsing.texts import ending, file_name, stem
from footprint.archives.readers import threads
from footprint.archives.readers.instagram import about, early, pages, posts
from footprint.archives.readers.instagram.source import From
from footprint.archives.records import Kind, Record, Why
from footprint.i18n import N_

_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"([A-Za-z0-9_]{2,80})\"\s*:")
_OWN = re.compile(
    r"(?:ig_|comments_|likes_|saved_saved|relationships_|searches_|story_activities_|contacts_contact|profile_|"
    r"inferred_data_|topics_your|impressions_history_|account_history_|devices_|monetization_|text_post_app_|ads_)\w*"
)
_SURE = re.compile(
    r"ig_|relationships_|likes_(?:media|comment)|comments_(?:media|reels)|saved_saved|impressions_history|text_post_app_"
)
_SIGNS = (b'"string_map_data"', b'"string_list_data"', b'"media_map_data"')
_NONE = re.compile(rb'\s*\[\s*"You have no data in this section')


class Instagram:
    """Posts, stories, reels, comments, likes, follows, and what Instagram notes about the account."""

    name = "instagram"
    not_exported = (
        N_("Photos that others tagged you in are not in the copy."),
        N_("What others wrote under your posts is not in the copy."),
        N_("The addresses of your own posts are not in the copy."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        low = path.casefold()
        if ending(path) != "json":
            return _claim_page(low, head)
        if "your_facebook_activity" in low:
            return None
        if threads.is_threads(head):
            return Claim("threads", sure=0.9)
        ours = "your_instagram_activity/" in low or b"instagram.com" in head
        found = _ROOT.match(head)
        key = found.group(1).decode() if found else ""
        old = early.role_of(key, head)
        if old:
            return Claim(old, order=1 if old == "early profile" else 50, sure=0.85)
        if key in ("participants", "messages") and b'"messages"' in head and b'"threadName"' not in head:
            return Claim("chat", order=70, sure=0.9 if "your_instagram_activity/" in low else 0.2)
        if _OWN.fullmatch(key) and key[-3:-1] != "_v":
            role = posts.role_of(key) or about.role_of(key)
            if role:
                sure = 0.95 if _SURE.match(key) or any(sign in head for sign in _SIGNS) else 0.4
                return Claim(role, order=1 if key == "profile_user" else 50, sure=sure)
            return Claim("", sure=0.4, leave=Why.NOT_NEEDED)
        return _claim_bare(low, head, ours)

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        return gathered(self._read(member, role, context))

    def _read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        if role == "chat":
            yield from read_chat(self.name, member, context)
        elif role == "threads":
            yield from threads.read(member, context)
        elif role.startswith("page:"):
            yield from pages.read(member, role.removeprefix("page:"), context)
        elif role.startswith("early "):
            yield from early.read(member, role, context)
        else:
            kind, _, file = role.partition(":")
            make = posts.MAKERS.get(kind) or about.MAKERS[kind]
            source = From(member.path, file, context)

            def made(path: Path, value: object) -> Iterator[Record]:
                return make(value, path, source)

            yield from each(walk(member, RECORD, mended=True), made)

    def pages(self) -> Mapping[str, str]:
        mine = "https://www.instagram.com/your_activity/"
        own = f"{mine}photos_and_videos/posts"
        return {
            Kind.POST: own,
            Kind.PHOTO: own,
            Kind.VIDEO: own,
            Kind.STORY: f"{mine}photos_and_videos/highlights",
            Kind.COMMENT: f"{mine}interactions/comments",
            Kind.REACTION: f"{mine}interactions/likes",
            Kind.SAVE: "https://www.instagram.com/{account}/saved/",
            Kind.PROFILE: "https://www.instagram.com/accounts/edit/",
            Kind.MESSAGE: "https://www.instagram.com/direct/inbox/",
        }


def _claim_page(low: str, head: bytes) -> Claim | None:
    """A page. Its name says what it holds, as all are built alike; `sure` weighs whether it is of Instagram at all."""
    if "your_facebook_activity/" in low or b"facebook.com" in head or not looks_like_page(low, head):
        return None
    ours = "your_instagram_activity/" in low or b"instagram.com" in head or "followers_and_following/" in low
    role = pages.role_of(low, file_name(low))
    sure = 0.8 if ours else 0.2
    order = 1 if role == Kind.PROFILE else 50
    return Claim(f"page:{role}", order, sure) if role else Claim("", sure=min(sure, 0.5), leave=Why.NOT_NEEDED)


def _claim_bare(low: str, head: bytes, ours: bool) -> Claim | None:
    """A list without a name, or one record alone."""
    if _NONE.match(head):
        return Claim("", sure=0.3, leave=Why.EMPTY)
    file = stem(low)
    if b'"label_values"' in head:
        if b"facebook.com" in head or not (ours or posts.labelled_role(file)):
            return None
        return Claim(f"{posts.labelled_role(file) or 'labelled detail'}:{file}", sure=0.8 if ours else 0.15)
    if b'"string_list_data"' in head or b'"string_map_data"' in head:
        role = posts.file_role(file) or about.file_role(file)
        return Claim(f"{role or 'detail'}:{file}", sure=0.9 if ours else 0.7)
    if b'"media"' in head and b'"uri"' in head and b'"creation_timestamp"' in head and b'"attachments"' not in head:
        return Claim("post", sure=0.9 if ours else 0.7)
    return Claim("", sure=0.5, leave=Why.NOT_NEEDED) if "your_instagram_activity/" in low else None
