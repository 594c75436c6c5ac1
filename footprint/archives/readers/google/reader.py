"""Google Takeout: recognised by shape, as folders and files are named in the language of the account."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.records import each, gathered
from footprint.archives.parsing.tables import head_columns
from footprint.archives.parsing.texts import ending
from footprint.archives.readers.google import activity, activity_pages, photos, places, youtube
from footprint.archives.records import Kind, Record, Why
from footprint.i18n import N_

_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{")
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_CARD = re.compile(rb"(?:\xef\xbb\xbf)?BEGIN:VCARD", re.IGNORECASE)
_CELLS = b"outer-cell"


class Google:
    """Comments and uploads on YouTube, reviews on Maps and Play, photographs, and what Google saw of the person."""

    name = "google-account"
    not_exported = (N_("Maps keeps the places you have been on your phone, not in the copy."),)

    def claim(self, path: str, head: bytes) -> Claim | None:
        kind = ending(path)
        if kind == "json":
            return _claim_json(path, head)
        if kind == "csv":
            columns = head_columns(head)
            role = youtube.role_of(path, columns, head)
            sure = 0.85 if youtube.is_sure(columns, head) else 0.4
            return Claim(role, sure=sure) if role else None
        if kind in ("html", "htm"):
            if _CELLS in head and (b"content-cell" in head or b"mdl-" in head):
                return Claim("activity pages", sure=0.9)
            if b"archive_browser" in head or (b"Takeout" in head and "archive_browser" in path):
                return Claim("", sure=0.7, leave=Why.NOT_NEEDED)
        if kind == "vcf" and _CARD.match(head):
            return Claim("cards", sure=0.45)
        return None

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        return gathered(self._read(member, role, context))

    def _read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        if role == "activity":
            yield from activity.read(member, context)
        elif role == "activity pages":
            yield from activity_pages.read(member, context)
        elif role.startswith("youtube "):
            yield from youtube.read(member, role, context)
        elif role == "cards":
            yield from photos.count_cards(member, context)
        elif role == "profile":
            yield from photos.read_profile(member, context)
        else:
            make, record = _MAKERS[role]

            def made(path: Path, value: object) -> Iterator[Record]:
                return make(path, value, member, context)

            yield from each(walk(member, record), made)

    def pages(self) -> Mapping[str, str]:
        return {
            Kind.REVIEW: "https://play.google.com/store/account",
            Kind.PHOTO: "https://photos.google.com/",
            Kind.VIDEO: "https://photos.google.com/",
            Kind.PROFILE: "https://myaccount.google.com/personal-info",
        }


class _Part:
    """A network inside Google's export: `Google` reads it, here is only what is said about it."""

    def claim(self, path: str, head: bytes) -> Claim | None:
        return None

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        yield from ()


class YouTube(_Part):
    """Comments, live chats, uploads, playlists."""

    name = "youtube"
    not_exported = (N_("Comments that others wrote under your videos are not in the copy."),)

    def pages(self) -> Mapping[str, str]:
        comments = "https://myactivity.google.com/page?page=youtube_comments"
        return {
            Kind.COMMENT: comments,
            Kind.REPLY: comments,
            Kind.VIDEO: "https://studio.youtube.com/",
            Kind.SAVE: "https://www.youtube.com/feed/playlists",
        }


class GoogleMaps(_Part):
    """Reviews."""

    name = "google-maps"
    not_exported = (N_("Photos of you that others put on Maps are not in the copy."),)

    def pages(self) -> Mapping[str, str]:
        return {Kind.REVIEW: "https://www.google.com/maps/contrib/"}


def _claim_json(path: str, head: bytes) -> Claim | None:
    if _LIST.match(head):
        if b'"starRating"' in head and b'"document"' in head:
            return Claim("store reviews", sure=0.9)
        many = (
            (b'"titleUrl"' in head) + (b'"products"' in head) + (b'"header"' in head) + (b'"activityControls"' in head)
        )
        if b'"time"' in head and b'"title"' in head and many >= 1 and b'"label_values"' not in head:
            return Claim("activity", sure=0.9 if many > 1 else 0.45)
        return None
    if not _OBJECT.match(head):
        return None
    if b'"photoTakenTime"' in head or (b'"geoDataExif"' in head and b'"title"' in head):
        return Claim("photo", sure=0.9)
    if b'"features"' in head and any(one in head for one in places.SIGNS):
        return Claim("places", sure=0.9)
    if b'"locations"' in head and b'"latitudeE7"' in head:
        return Claim("locations", sure=0.9)
    if b'"Browser History"' in head or (b'"time_usec"' in head and b'"url"' in head):
        return Claim("visits", sure=0.9)
    if b'"displayName"' in head and b'"emails"' in head and (b'"formattedName"' in head or b'"givenName"' in head):
        return Claim("profile", order=1, sure=0.45)
    if b'"textContent"' in head and b'"userEditedTimestampUsec"' in head:
        return Claim("", sure=0.8, leave=Why.NOT_NEEDED)
    return None


_Maker = Callable[[Path, object, Member, Context], Iterator[Record]]
_MAKERS: dict[str, tuple[_Maker, frozenset[str]]] = {
    "photo": (photos.photo, frozenset({"photoTakenTime", "title"})),
    "places": (places.place, frozenset({"properties"})),
    "store reviews": (places.store_review, frozenset({"review"})),
    "locations": (places.location, frozenset({"latitudeE7"})),
    "visits": (activity.visit, frozenset({"time_usec"})),
}
