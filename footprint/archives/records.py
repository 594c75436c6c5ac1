"""What comes out of an archive: entries, people and things held, as every reader gives them.

They cross from the process that reads to the one that keeps, by the million: plain values, encoded as lists.
"""

from __future__ import annotations

from enum import IntEnum

import msgspec

from footprint.i18n import N_
from footprint.labels import Labelled


class Kind(Labelled):
    """What an entry is. The words are those of one entry."""

    POST = "post", N_("Post")
    STORY = "story", N_("Story")
    NOTE = "note", N_("Note")
    REVIEW = "review", N_("Review")
    ANSWER = "answer", N_("Answer")
    COMMENT = "comment", N_("Comment")
    REPLY = "reply", N_("Reply")
    PHOTO = "photo", N_("Photo")
    VIDEO = "video", N_("Video")
    TAG_OF_ME = "tag_of_me", N_("Tag of you")
    REACTION = "reaction", N_("Like or reaction")
    SHARE = "share", N_("Share")
    REPOST = "repost", N_("Repost")
    SAVE = "save", N_("Saved")
    GROUP = "group", N_("Group you joined")
    PAGE = "page", N_("Page you follow")
    EVENT = "event", N_("Event")
    PROFILE = "profile", N_("Profile detail")
    MESSAGE = "message", N_("Message")


class Audience(Labelled):
    """Who could see an entry, as far as the export says."""

    PUBLIC = "public", N_("Everyone")
    UNLISTED = "unlisted", N_("Everyone with the link")
    FRIENDS = "friends", N_("Friends or followers")
    SOME = "some", N_("Some people")
    ONE = "one", N_("One person or a chat")
    ME = "me", N_("Only you")
    UNKNOWN = "unknown", N_("Not known")


class State(Labelled):
    """What the export says about an entry beside its words."""

    LIVE = "live", N_("In the copy")
    NO_TEXT = "no_text", N_("The words are not in the copy")
    DELETED = "deleted", N_("Deleted already")
    DRAFT = "draft", N_("Never posted")


class Relation(Labelled):
    """How somebody stands to the person on a network."""

    FRIEND = "friend", N_("Friend or contact")
    FOLLOWER = "follower", N_("Follows you")
    FOLLOWING = "following", N_("You follow")
    ASKED_ME = "asked_me", N_("Asked to connect")
    ASKED_BY_ME = "asked_by_me", N_("You asked to connect")
    BLOCKED = "blocked", N_("Blocked")
    REMOVED = "removed", N_("Removed")


class HeldKind(Labelled):
    """What else a network keeps about the person."""

    LOGIN = "login", N_("Logins")
    DEVICE = "device", N_("Devices")
    APP = "app", N_("Connected apps")
    ADVERTISER = "advertiser", N_("Advertisers with your details")
    INTEREST = "interest", N_("Interests it thinks you have")
    INFERENCE = "inference", N_("Guesses about you")
    ADDRESS_BOOK = "address_book", N_("People from your address book")
    SEARCH = "search", N_("Your searches")
    VIEW = "view", N_("What you looked at")
    PLACE = "place", N_("Places you have been")
    DETAIL = "detail", N_("Details of your account")


class Media(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A picture or film that goes with an entry.

    `path` is its address in the archive ("" when it is not in there), `mime` a guess from its name, `words` its own
    description, `lat` and `lon` the degrees the export states beside it.
    """

    path: str
    mime: str = ""
    words: str = ""
    lat: float | None = None
    lon: float | None = None


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One thing the person wrote, showed or pressed.

    `native_id` is the network's own id or ""; `at` seconds since 1970 in UTC or None when the export gives no sane
    date; `local` says that the time is a clock time without a zone. `text` is the person's own words as plain text,
    `title` what the network says around them, `where` whose page or which group, `link` an address of exactly this
    entry or "", `thread` what holds replies together, `place` the place named, `ordinal` tells entries apart that are
    alike in everything else.
    """

    network: str
    kind: Kind
    account: str = ""
    native_id: str = ""
    at: int | None = None
    text: str = ""
    title: str = ""
    where: str = ""
    audience: Audience = Audience.UNKNOWN
    state: State = State.LIVE
    link: str = ""
    thread: str = ""
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    media: tuple[Media, ...] = ()
    local: bool = False
    ordinal: int = 0


class Connection(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One person or page on the other side. `since` is seconds since 1970 in UTC; `words` a company or a role."""

    network: str
    relation: Relation
    account: str = ""
    native_id: str = ""
    name: str = ""
    handle: str = ""
    link: str = ""
    since: int | None = None
    words: str = ""


class Held(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One thing a network keeps about the person that is not an entry; other people's details are counted only."""

    network: str
    kind: HeldKind
    account: str = ""
    words: str = ""
    at: int | None = None
    count: int = 1


class Flag(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A lens that raised its hand over an entry: the words that matched, at `start` to `end` of its text.

    `rule` names the rule inside the lens, so that it can be silenced; a lens that looks at no words (a date, an
    audience, a place) has 0 and 0, and says in `words` what it looked at.
    """

    lens: str
    rule: str
    words: str
    start: int = 0
    end: int = 0


class Why(Labelled):
    """Why something in an archive was left out or could not be read."""

    OTHERS_WORDS = "others_words", N_("messages, which hold other people’s words, are off")
    NOT_NEEDED = "not_needed", N_("nothing in it that others can see")
    COPY = "copy", N_("the same file a second time")
    HEADERS = "headers", N_("the same entries stand in a fuller file")
    EMPTY = "empty", N_("the network had nothing to put in it")
    MEDIA = "media", N_("pictures and films are looked at only when you ask")
    UNKNOWN_FILE = "unknown_file", N_("we do not know this file")
    BROKEN_ENTRY = "broken_entry", N_("an entry in a shape we do not know")
    BROKEN_FILE = "broken_file", N_("the file breaks off or is damaged")
    ENCRYPTED = "encrypted", N_("the file has a password")
    UNSAFE_NAME = "unsafe_name", N_("its name points outside the archive")
    LINK = "link", N_("it is a link to another file")
    TOO_LARGE = "too_large", N_("it unpacks to far more than its size")
    TOO_MANY = "too_many", N_("the archive has more files than we read")
    OVERLAPS = "overlaps", N_("two files in the archive share the same place")
    NESTED = "nested", N_("it is an archive inside the archive: unpack it and choose it by itself")
    SPECIAL = "special", N_("it is not an ordinary file")
    CHANGED = "changed", N_("the file changed while it was read")
    TOO_DEEP = "too_deep", N_("it is nested deeper than we read")
    METHOD = "method", N_("it is packed in a way we cannot read")
    NOT_CHOSEN = "not_chosen", N_("a network you did not choose")
    CUT = "cut", N_("a text so long that only its start was read")


class Trouble(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Something left out or not readable in one member (`report.SKIPPED` says which reasons are which)."""

    why: Why
    count: int = 1
    where: str = ""


Record = Entry | Connection | Held | Trouble


class Tag(IntEnum):
    """Which record a list on the pipe is."""

    ENTRY = 0
    CONNECTION = 1
    HELD = 2
    TROUBLE = 3
