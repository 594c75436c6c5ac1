"""Tweets of every era to entries. The benchmark network: one record in about twenty microseconds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import X_BEGAN, iso, x_date
from footprint.archives.parsing.json_tree import walk
from footprint.archives.parsing.records import BROKEN, UNREADABLE, beside, media
from footprint.archives.parsing.shapes import Tree, at, degrees, name, text, tree, trees
from footprint.archives.parsing.texts import clean, line, link, part_number
from footprint.archives.records import Audience, Entry, Kind, Media, Record, State, Trouble, Why

RECORD = frozenset({"tweet", "noteTweet", "full_text", "id_str", "created_at"})
MOST_NOTES = 500_000  # characters of long posts that are kept until their tweet comes
_MOST_ADDRESSES = 200  # of one tweet
_NOTE = "note "
_TWEET_FILE = re.compile(r"(?:\A|/)tweets?(?:-part\d+)?\.js\Z")
_FULL_FILE = {"headers": re.compile(r"/tweets?\.js\Z"), "deleted_headers": re.compile(r"/deleted-tweets?\.js\Z")}


def read(member: Member, role: str, context: Context) -> Iterator[Record]:
    """`role` is tweets, circle, deleted or grailbird."""
    reading = _Reading(member, role, context)
    for _path, value in walk(member, RECORD):
        if type(value) is dict:
            try:
                yield reading.entry(value)
            except UNREADABLE:
                yield BROKEN
        else:
            yield value if type(value) is Trouble else BROKEN
    if role == "tweets" and _is_last(member.path, context):
        yield from _unmatched(context)


def _is_last(path: str, context: Context) -> bool:
    """Whether all other files of tweets of the set are read: they come in the order of their numbers."""
    others = [one for one in context.paths if _TWEET_FILE.search(one)]
    return bool(others) and path == max(others, key=lambda one: (part_number(one), one))


class _Reading:
    """What all tweets of one member share."""

    def __init__(self, member: Member, role: str, context: Context) -> None:
        self.context = context
        self.account = context.account
        self.base = f"https://x.com/{context.account or 'i/web'}/status/"
        self.state = State.DELETED if role == "deleted" else State.LIVE
        protected = context.facts.get("protected") == "yes"
        self.audience = Audience.SOME if role == "circle" else Audience.FRIENDS if protected else Audience.PUBLIC
        kind = "deleted_tweets" if role == "deleted" else "tweets"
        self.folders = tuple(beside(member.path, f"{one}_media/") for one in (kind, kind[:-1]))
        self.has_notes = any(key.startswith(_NOTE) for key in context.facts)

    def entry(self, value: Tree) -> Entry | Trouble:
        inner = value.get("tweet")
        if type(inner) is dict:
            value = inner
        if not self.account:
            self._remember(value)
        said = value.get("full_text") or value.get("text")
        native = clean(value.get("id_str") or value.get("id"))
        when = value.get("created_at")
        moment = x_date(when)
        if moment is None and when:
            moment = iso(when, X_BEGAN)
        if type(said) is not str:
            if not native:
                return BROKEN
            said = ""
        entities = value.get("entities")
        if "https://t.co/" in said or "http://t.co/" in said:
            said = _with_addresses(said, tree(entities), value.get("extended_entities"))
        if self.has_notes and moment is not None and said.endswith("…"):
            said = _long(self.context, moment, said)
        if "&" in said:
            said = unescape(said)
        answered = value.get("in_reply_to_status_id_str") or value.get("in_reply_to_status_id")
        to = value.get("in_reply_to_screen_name")
        if said.startswith("RT @"):
            kind = Kind.REPOST
        elif answered or to or value.get("in_reply_to_user_id_str"):
            kind = Kind.REPLY
        else:
            kind = Kind.POST
        pictures = value.get("extended_entities") or (
            entities if type(entities) is dict and "media" in entities else None
        )
        place, lat, lon = (
            _place(value) if value.get("place") or value.get("coordinates") or value.get("geo") else ("", None, None)
        )
        return Entry(
            "x", kind, self.account, native, moment, clean(said), "", f"@{line(to)}" if to and line(to) else "",
            self.audience, self.state, self.base + native if native.isdigit() else "",
            _first_version(value) or clean(answered) or native, place, lat, lon,
            self._media(native, pictures) if pictures else (),
        )  # fmt: skip

    def _remember(self, value: Tree) -> None:
        """The oldest exports say whose they are in each tweet."""
        self.account = name(value, "user", "screen_name")
        if self.account:
            self.context.account = self.account
            self.base = f"https://x.com/{self.account}/status/"

    def _media(self, native: str, entities: object) -> tuple[Media, ...]:
        found = []
        for one in trees(at(entities, "media")):
            file = f"{native}-{_file(one)}"
            found.append(
                media(self.context, *(folder + file for folder in self.folders), words=text(one, "ext_alt_text"))
            )
        return tuple(found)


def _file(one: Tree) -> str:
    """The last part of the address of a picture, or of the best version of a film."""
    best, rate = text(one, "media_url_https") or text(one, "media_url"), -1
    for version in trees(at(one, "video_info", "variants")):
        address = text(version, "url")
        bitrate = clean(version.get("bitrate") or "0")
        if address and bitrate.isdigit() and int(bitrate[:12]) > rate:
            best, rate = address, int(bitrate[:12])
    return best.split("?", 1)[0].rsplit("/", 1)[-1]


def _with_addresses(said: str, entities: Tree, extended: object) -> str:
    """Short addresses replaced by the long ones, those that stand for a picture taken away."""
    for one in islice(trees(entities.get("urls")), _MOST_ADDRESSES):
        short, full = one.get("url"), link(one.get("expanded_url"))
        if type(short) is str and short and full:
            said = said.replace(short, full)
    for source in (entities.get("media"), at(extended, "media")):
        for one in islice(trees(source), _MOST_ADDRESSES):
            short = one.get("url")
            if type(short) is str and short.startswith("http"):
                said = said.replace(short, "")
    return said.rstrip()


def _place(value: Tree) -> tuple[str, float | None, float | None]:
    found = at(value, "coordinates", "coordinates")
    if type(found) is list and len(found) == 2:
        lat, lon = degrees(found[1], found[0])
    else:
        geo = at(value, "geo", "coordinates")
        lat, lon = degrees(geo[0], geo[1]) if type(geo) is list and len(geo) == 2 else (None, None)
    return name(value, "place", "full_name") or name(value, "place", "name"), lat, lon


def _first_version(value: Tree) -> str:
    """The id of the tweet of which this one is an edited version."""
    edits = value.get("edit_info")
    if type(edits) is not dict:
        return ""
    return text(edits, "edit", "initialTweetId") or (text(edits, "edit_control_initial", "initialTweetId"))


def read_notes(member: Member, context: Context) -> Iterator[Record]:
    """Long posts: kept until their tweet comes, which has only their beginning; given at once where none can come."""
    waits = any(_TWEET_FILE.search(one) for one in context.paths)
    kept = 0
    for _path, value in walk(member, RECORD):
        if type(value) is Trouble:
            yield value
            continue
        note = tree(at(value, "noteTweet")) or tree(value)
        said, moment = text(note, "core", "text"), iso(note.get("createdAt"), X_BEGAN)
        if not said:
            yield BROKEN
            continue
        kept += len(said)
        key = f"{_NOTE}{moment}"
        if waits and moment is not None and kept <= MOST_NOTES and key not in context.facts:
            context.facts[key] = said
        else:
            yield _note_entry(context, said, moment, text(note, "noteTweetId"))


def _note_entry(context: Context, said: str, moment: int | None, native: str = "") -> Entry:
    return Entry("x", Kind.POST, context.account, native, moment, clean(unescape(said)), audience=Audience.PUBLIC)


def _long(context: Context, moment: int, said: str) -> str:
    """The whole text of a tweet that is cut off with "…"; its note is from the same or the next second."""
    start = said[:40].split("http", 1)[0].rstrip("… ")
    for second in (moment, moment + 1, moment - 1):
        note = context.facts.get(f"{_NOTE}{second}")
        if note is not None and note.startswith(start):
            del context.facts[f"{_NOTE}{second}"]
            return note
    return said


def _unmatched(context: Context) -> Iterator[Record]:
    for key in sorted(key for key in context.facts if key.startswith(_NOTE)):
        yield _note_entry(context, context.facts.pop(key), int(key.removeprefix(_NOTE)))


def read_headers(member: Member, role: str, context: Context) -> Iterator[Record]:
    """The same tweets without their words: only where the full file is missing."""
    full = any(_FULL_FILE[role].search("/" + one) for one in context.paths)
    left = 0
    for _path, value in walk(member, RECORD):
        native = text(at(value, "tweet"), "tweet_id") or text(at(value, "tweet"), "id_str")
        if type(value) is Trouble:
            yield value
        elif full:
            left += 1
        elif not native:
            yield BROKEN
        else:
            gone = State.DELETED if role == "deleted_headers" else State.NO_TEXT
            yield Entry(
                "x", Kind.POST, context.account, native, x_date(at(value, "tweet", "created_at")),
                state=gone, link=f"https://x.com/i/web/status/{native}" if native.isdigit() else "",
            )  # fmt: skip
    if left:
        yield Trouble(Why.HEADERS, left)
