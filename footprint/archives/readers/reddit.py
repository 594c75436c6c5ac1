"""Reddit: a flat folder of tables. A table is known by its columns, where two share them by its name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.dates import iso
from footprint.archives.parsing.records import gathered
from footprint.archives.parsing.streams import Kept
from footprint.archives.parsing.table_files import counted_rows, each_row
from footprint.archives.parsing.tables import Row, cell, head_columns, rows
from footprint.archives.parsing.texts import clean, line, stem
from footprint.archives.records import (
    Audience,
    Connection,
    Entry,
    Held,
    HeldKind,
    Kind,
    Record,
    Relation,
    State,
    Trouble,
    Why,
)
from footprint.i18n import N_

_GONE = frozenset({"[deleted]", "[removed]"})
_PERMALINK = re.compile(r"/?((?:r|u|user)/[^\s<>\"]{1,300})\Z")
_ROLES: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    # what must be there, what must not, the role
    (frozenset({"filename", "sha256"}), frozenset(), "checkfile"),
    (frozenset({"id", "permalink", "subreddit", "title", "body"}), frozenset(), "posts"),
    (frozenset({"id", "permalink", "subreddit", "link", "parent", "body"}), frozenset(), "comments"),
    (frozenset({"id", "permalink", "subreddit", "link", "parent"}), frozenset({"body"}), "comment_headers"),
    (frozenset({"id", "permalink", "subreddit", "title", "url"}), frozenset({"body"}), "post_headers"),
    (frozenset({"id", "permalink", "direction"}), frozenset(), "votes"),
    (frozenset({"post_id", "user_selection"}), frozenset(), "poll_votes"),
    (frozenset({"id", "permalink", "from", "to", "body"}), frozenset(), "messages"),
    (frozenset({"id", "permalink", "from", "to"}), frozenset({"body"}), "message_headers"),
    (frozenset({"message_id", "channel_url", "message"}), frozenset(), "chat"),
    (frozenset({"statistic", "value"}), frozenset(), "statistics"),
)
# Tables of one or two columns that other exports could have too: the name counts as well as one of the columns.
_BY_NAME = {
    "ip_logs": ("ips", "ip"), "subscribed_subreddits": ("groups", "subreddit"),
    "moderated_subreddits": ("groups", "subreddit"), "approved_submitter_subreddits": ("groups", "subreddit"),
    "friends": ("friends", "username"), "saved_posts": ("saved", "permalink"), "saved_comments": ("saved", "permalink"),
    "hidden_posts": ("hidden", "permalink"), "drafts": ("drafts", "body"), "scheduled_posts": ("drafts", "body"),
    "linked_identities": ("apps", "issuer_id"), "twitter": ("apps", "username"), "birthdate": ("detail", "birthdate"),
    "account_gender": ("detail", "account_gender"), "persona": ("detail", "persona_inquiry_id"),
    "linked_phone_number": ("detail", "phone_number"), "user_preferences": ("detail", "preference"),
    "sensitive_ads_preferences": ("detail", "preference"), "purchases": ("detail", "transaction_id"),
    "stripe": ("detail", "stripe_account_id"), "multireddits": ("detail", "display_name"),
    "announcements": ("", "announcement_id"), "gilded_content": ("", "content_link"), "payouts": ("", "payout_id"),
    "gold_received": ("", "content_link"), "messages_archive_headers": ("", "permalink"),
}  # fmt: skip
_SHARED = frozenset({"friends", "twitter", "drafts", "birthdate", "announcements"})


class Reddit:
    """Posts, comments, votes, what was saved and joined."""

    name = "reddit"
    not_exported = (
        N_("What others wrote under your posts is not in the copy."),
        N_("Posts and comments you have deleted are mostly not in the copy."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        if not path.casefold().endswith(".csv"):
            return None
        columns = next((frozenset(one) for one in head_columns(head, 1)), frozenset())
        for must, must_not, role in _ROLES:
            if must <= columns and columns.isdisjoint(must_not):
                sure = 0.4 if role in ("checkfile", "statistics") else 0.95
                return Claim(role, order=_ORDER.get(role, 50), sure=sure)
        role, column = _BY_NAME.get(stem(path), ("", ""))
        if not column or column not in columns:
            return None
        return Claim(role, sure=0.4 if stem(path) in _SHARED else 0.7, leave="" if role else Why.NOT_NEEDED)

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        return gathered(self._read(member, role, context))

    def _read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        checked = _Checked(member)
        found = rows(checked)
        if role in ("messages", "chat") and not context.messages:
            yield from counted_rows(found, Why.OTHERS_WORDS)
        elif role.endswith("_headers"):
            yield from _headers(found, role, context)
        else:
            make = _MAKERS[role]
            yield from each_row(found, lambda row: make(row, context))
        if role == "checkfile":
            yield from _missing(context)
        else:
            yield from checked.judged(context)
        checked.settle()

    def pages(self) -> Mapping[str, str]:
        mine = "https://www.reddit.com/user/{account}/"
        return {
            Kind.POST: mine + "submitted",
            Kind.COMMENT: mine + "comments",
            Kind.REACTION: mine + "upvoted",
            Kind.SAVE: mine + "saved",
            Kind.GROUP: "https://www.reddit.com/subreddits/mine",
            Kind.MESSAGE: "https://www.reddit.com/message/inbox",
        }


_ORDER = {"checkfile": 1, "statistics": 2, "comment_headers": 60, "post_headers": 60, "message_headers": 60}


class _Checked(Kept):
    """Counts the hash of what it reads, to compare with the one that Reddit states."""

    def __init__(self, member: Member) -> None:
        super().__init__(member.open())
        self._path = member.path
        self._hash = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        data = super().read(size)
        self._hash.update(data)
        return data

    def judged(self, context: Context) -> Iterator[Record]:
        name = self._path.rsplit("/", 1)[-1]
        stated = context.facts.get(f"sha256 {name}", "")
        while self.read(65536):
            pass
        if stated and stated != self._hash.hexdigest() and self.whole:
            yield Trouble(Why.BROKEN_FILE, where=name)


def _address(row: Row) -> str:
    stated = cell(row, "permalink")
    if stated.startswith("https://") and "reddit.com/" in stated.split("?", 1)[0][:40]:
        return clean(stated) if " " not in stated else ""
    found = _PERMALINK.match(stated)
    return f"https://www.reddit.com/{found.group(1)}" if found else ""


def _id(row: Row) -> str:
    stated = line(cell(row, "id"))
    if not stated:
        raise ValueError("no id")
    return stated


def _words(row: Row, *names: str) -> tuple[str, State]:
    said = "\n\n".join(cell(row, one) for one in names if cell(row, one) and cell(row, one) not in _GONE)
    gone = any(cell(row, one) in _GONE for one in names)
    return said, State.DELETED if gone and not said else State.LIVE if said else State.NO_TEXT


def _post(row: Row, context: Context) -> Iterator[Record]:
    said, state = _words(row, "title", "body")
    where = f"r/{line(cell(row, 'subreddit')).removeprefix('r/')}"
    shared = cell(row, "url")
    title = shared if shared.startswith("http") and shared != cell(row, "permalink") else ""
    yield Entry(
        "reddit", Kind.POST, context.account, f"t3_{_id(row).removeprefix('t3_')}", iso(cell(row, "date")), said,
        line(title), where, Audience.PUBLIC, state, _address(row),
    )  # fmt: skip


def _comment(row: Row, context: Context) -> Iterator[Record]:
    said, state = _words(row, "body")
    where = f"r/{line(cell(row, 'subreddit')).removeprefix('r/')}"
    kind = Kind.REPLY if cell(row, "parent") else Kind.COMMENT
    yield Entry(
        "reddit", kind, context.account, f"t1_{_id(row).removeprefix('t1_')}", iso(cell(row, "date")), said, "", where,
        Audience.PUBLIC, state, _address(row), line(cell(row, "link")),
    )  # fmt: skip


def _vote(row: Row, context: Context) -> Iterator[Record]:
    if cell(row, "direction") in ("none", ""):
        return
    where = _address(row)
    yield Entry(
        "reddit", Kind.REACTION, context.account, f"vote {_id(row)}", title=line(cell(row, "direction")), link=where
    )


def _saved(row: Row, context: Context) -> Iterator[Record]:
    yield Entry("reddit", Kind.SAVE, context.account, f"saved {_id(row)}", link=_address(row))


def _poll(row: Row, context: Context) -> Iterator[Record]:
    native = line(cell(row, "post_id"))
    yield Entry(
        "reddit", Kind.REACTION, context.account, f"poll {native}", title=line(cell(row, "user_selection", "text"))
    )


def _draft(row: Row, context: Context) -> Iterator[Record]:
    said, _state = _words(row, "title", "body")
    yield Entry(
        "reddit", Kind.POST, context.account, f"draft {_id(row)}", iso(cell(row, "created", "date")), said,
        audience=Audience.ME, state=State.DRAFT,
    )  # fmt: skip


def _group(row: Row, context: Context) -> Iterator[Record]:
    name = line(cell(row, "subreddit"))
    if not name:
        raise ValueError("no group")
    address = f"https://www.reddit.com/r/{name}/" if re.fullmatch(r"\w{2,60}", name) else ""
    yield Entry("reddit", Kind.GROUP, context.account, f"r/{name}", title=f"r/{name}", link=address)


def _friend(row: Row, context: Context) -> Iterator[Record]:
    handle = line(cell(row, "username"))
    if not handle:
        raise ValueError("nobody")
    address = f"https://www.reddit.com/user/{handle}" if re.fullmatch(r"[\w-]{2,60}", handle) else ""
    yield Connection("reddit", Relation.FRIEND, context.account, handle=handle, link=address)


def _held(kind: HeldKind, *told: str) -> Callable[[Row, Context], Iterator[Record]]:
    def make(row: Row, context: Context) -> Iterator[Record]:
        yield Held("reddit", kind, context.account, line(cell(row, *told)), iso(cell(row, "date", "created")))

    return make


def _statistic(row: Row, context: Context) -> Iterator[Record]:
    """The account's own name stands among the numbers."""
    if cell(row, "statistic") == "account name":
        context.account = line(cell(row, "value"))
    else:
        yield Held("reddit", HeldKind.DETAIL, context.account, line(cell(row, "statistic")))


def _check(row: Row, context: Context) -> Iterator[Record]:
    name = line(cell(row, "filename")).rsplit("/", 1)[-1]
    if name and re.fullmatch(r"[0-9a-fA-F]{64}", cell(row, "sha256")):
        context.facts[f"sha256 {name}"] = cell(row, "sha256").casefold()
    yield from ()


def _missing(context: Context) -> Iterator[Record]:
    """Files that Reddit says it made and that are not in the set."""
    there = {path.rsplit("/", 1)[-1] for path in context.paths}
    for key in sorted(context.facts):
        name = key.removeprefix("sha256 ")
        if there and name != key and name not in there:
            yield Trouble(Why.BROKEN_FILE, where=name)


def _message(row: Row, context: Context) -> Iterator[Record]:
    sender, to = line(cell(row, "from", "username")), line(cell(row, "to", "channel_name", "subreddit"))
    said = "\n\n".join(part for part in (cell(row, "subject"), cell(row, "body", "message")) if part)
    mine = bool(sender) and sender in (context.account, context.me)
    native = line(cell(row, "id", "message_id"))
    yield Entry(
        "reddit", Kind.MESSAGE, context.account, native, iso(cell(row, "date", "created_at")), said if mine else "",
        "" if mine else f"{sender}: {said}", to if mine else sender, Audience.ONE,
        link=_address(row), thread=line(cell(row, "thread_id", "channel_url")),
    )  # fmt: skip


def _headers(found: Iterator[Row], role: str, context: Context) -> Iterator[Record]:
    """The same entries without their words: only where the full table is missing."""
    full = {"comment_headers": "comments.csv", "post_headers": "posts.csv", "message_headers": "messages.csv"}[role]
    if role == "message_headers" or any(path.rsplit("/", 1)[-1] == full for path in context.paths):
        yield from counted_rows(found, Why.HEADERS)
    else:
        make = _comment if role == "comment_headers" else _post
        yield from each_row(found, lambda row: make({**row, "title": ""}, context))


_MAKERS: dict[str, Callable[[Row, Context], Iterator[Record]]] = {
    "posts": _post,
    "comments": _comment,
    "votes": _vote,
    "saved": _saved,
    "hidden": _held(HeldKind.DETAIL),
    "poll_votes": _poll,
    "drafts": _draft,
    "groups": _group,
    "friends": _friend,
    "messages": _message,
    "chat": _message,
    "statistics": _statistic,
    "checkfile": _check,
    "ips": _held(HeldKind.LOGIN, "ip"),
    "apps": _held(HeldKind.APP, "issuer_id", "username"),
    "detail": _held(HeldKind.DETAIL),
}
