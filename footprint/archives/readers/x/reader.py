"""X: which file is which, and what the small files hold. Tweets are in `tweets.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.records import each, gathered
from footprint.archives.parsing.texts import part_number
from footprint.archives.readers.x import about, messages, tweets
from footprint.archives.records import Kind, Record, Why
from footprint.i18n import N_

_GLOBAL = re.compile(rb"\s*window\.YTD\.([A-Za-z0-9_]{1,60})\.part(\d{1,4})\s*=")
_CONFIG = re.compile(rb"\s*window\.__THAR_CONFIG\s*=")
_GRAILBIRD = re.compile(rb"\s*Grailbird\.data\.(tweets_\d{4}_\d{2})\s*=")
_GRAILBIRD_OTHER = re.compile(rb"\s*(?:var\s+(?:user_details|payload_details|tweet_index)|Grailbird\.data\.\w+)\s*=")
_TWEETS = {"tweet": "tweets", "tweets": "tweets", "community_tweet": "tweets", "twitter_circle_tweet": "circle"}
_DELETED = {"deleted_tweet": "deleted", "deleted_tweets": "deleted"}
_HEADERS = {"tweet_headers": "headers", "deleted_tweet_headers": "deleted_headers"}


class X:
    """Tweets, likes, follows, messages and what X notes about the account."""

    name = "x"
    not_exported = (
        N_("Posts by others that name you are not in the copy."),
        N_("Replies that others wrote to you are not in the copy."),
        N_("The names of followers are not in the copy, only their numbers."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        head = head.removeprefix(b"\xef\xbb\xbf")
        if _CONFIG.match(head):
            return Claim("manifest", order=0, sure=1.0)
        if path.endswith("Your archive.html") and b"<html" in head[:500].lower():
            return Claim("", sure=0.1, leave=Why.NOT_NEEDED)
        found = _GLOBAL.match(head)
        if found is None:
            return _claim_old(head)
        what = found.group(1).decode().casefold()
        part = max(int(found.group(2)), part_number(path))
        if what in _TWEETS:
            return Claim(_TWEETS[what], order=min(30 + part, 69), sure=0.99)
        if what in _DELETED:
            return Claim(_DELETED[what], order=29, sure=0.99)
        if what in _HEADERS:
            return Claim(_HEADERS[what], order=80, sure=0.99)
        if what in about.FIRST:
            return Claim(what, order=1, sure=0.99)
        if what == "note_tweet":
            return Claim("notes", order=20, sure=0.99)
        if what in about.MAKERS or what in messages.FILES:
            return Claim(what, sure=0.99)
        return Claim("", sure=0.99, leave=Why.NOT_NEEDED)

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        if role in ("tweets", "circle", "deleted", "grailbird"):
            yield from tweets.read(member, role, context)
        elif role == "notes":
            yield from tweets.read_notes(member, context)
        elif role in ("headers", "deleted_headers"):
            yield from tweets.read_headers(member, role, context)
        elif role == "manifest":
            yield from about.read_manifest(member, context)
        elif role in messages.FILES:
            yield from messages.read(member, role, context)
        else:
            make = about.FIRST.get(role) or about.MAKERS[role]

            def made(_path: Path, value: object) -> Iterator[Record]:
                return make(value, context)

            yield from gathered(each(walk(member, about.RECORD), made))

    def pages(self) -> Mapping[str, str]:
        return {
            Kind.POST: "https://x.com/{account}",
            Kind.REPLY: "https://x.com/{account}/with_replies",
            Kind.REPOST: "https://x.com/{account}",
            Kind.REACTION: "https://x.com/{account}/likes",
            Kind.PROFILE: "https://x.com/settings/profile",
            Kind.MESSAGE: "https://x.com/messages",
        }


def _claim_old(head: bytes) -> Claim | None:
    if _GRAILBIRD.match(head):
        return Claim("grailbird", order=30, sure=0.99)
    if _GRAILBIRD_OTHER.match(head):
        return Claim("", sure=0.9, leave=Why.NOT_NEEDED)
    return None
