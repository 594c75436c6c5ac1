"""Mastodon and its kin: ActivityStreams collections, HTML inside; boosts and likes are addresses only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.dates import iso
from footprint.archives.parsing.html_text import plain
from footprint.archives.parsing.json_tree import Path, walk, whole
from footprint.archives.parsing.records import beside, each, media
from footprint.archives.parsing.shapes import Tree, items, name, text, tree, trees
from footprint.archives.parsing.table_files import each_row, member_rows
from footprint.archives.parsing.tables import Row, cell, head_columns
from footprint.archives.parsing.texts import ending, line, link, stem
from footprint.archives.records import Audience, Connection, Entry, Kind, Media, Record, Relation, State, Trouble, Why
from footprint.i18n import N_

_CONTEXT = re.compile(rb'"@context"\s*:[^{}\]]{0,300}activitystreams', re.DOTALL)
_COLLECTION = re.compile(rb'"(?:Ordered)?Collection(?:Page)?"|"orderedItems"')
_ID = re.compile(rb'"id"\s*:\s*"[^"]{0,200}?(outbox|likes|bookmarks)(?:\.json)?(?:\?[^"]*)?"')
_ACTOR = re.compile(rb'"type"\s*:\s*"(?:Person|Service|Application)"')
_PUBLIC = ("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public")
_USER = re.compile(r"/(?:users|@|u|profile)/?@?([\w.-]{1,60})/?\Z")
_TABLES = {"following_accounts": Relation.FOLLOWING, "follows": Relation.FOLLOWING, "followers": Relation.FOLLOWER,
           "mutes": Relation.BLOCKED, "muted_accounts": Relation.BLOCKED}  # fmt: skip


class Mastodon:
    """Posts with who could see them, boosts, likes, bookmarks."""

    name = "mastodon"
    not_exported = (
        N_("The words of posts you boosted or liked are not in the copy."),
        N_("Replies that others wrote to you are not in the copy."),
        N_("Who follows you comes as a file of its own, if you ask for it."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        kind = ending(path)
        if kind == "csv":
            relation = _TABLES.get(stem(path))
            columns = {one for found in head_columns(head, 1) for one in found}
            return Claim(f"table:{relation}", sure=0.6) if relation and "account address" in columns else None
        if kind != "json" or b"@context" not in head or not _CONTEXT.search(head):
            return None
        if _COLLECTION.search(head):
            found = _ID.search(head)
            role = found.group(1).decode() if found else stem(path)
            return Claim(role if role in _MAKERS else "outbox", sure=0.95)
        if _ACTOR.search(head) or (b'"inbox"' in head and b'"outbox"' in head):
            return Claim("actor", order=1, sure=0.95)
        return Claim("", sure=0.5, leave=Why.NOT_NEEDED)

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        if role == "actor":
            yield from _actor(member, context)
        elif role.startswith("table:"):
            relation = Relation(role.removeprefix("table:"))
            yield from each_row(member_rows(member), lambda row: _person(row, relation, context))
        else:
            make = _MAKERS[role]

            def made(path: Path, value: object) -> Iterator[Record]:
                if path == ("orderedItems",) or path == ("items",) or not path:
                    yield from make(value, member, context)
                elif path == ("totalItems",) and type(value) is int and 0 <= value < 10**9:
                    context.counts[member.path] = value  # only about: servers count otherwise

            yield from each(walk(member, ordered=True), made)

    def pages(self) -> Mapping[str, str]:
        return {}


def _actor(member: Member, context: Context) -> Iterator[Record]:
    found = whole(member)
    if type(found) is Trouble:
        yield found
        return
    address = link(tree(found).get("url")) or link(tree(found).get("id"))
    _remember(context, text(found, "id") or address, name(found, "preferredUsername"))
    said = {"name": name(found, "name"), "summary": plain(text(found, "summary"))}
    for one in trees(tree(found).get("attachment")):
        said[name(one, "name") or "field"] = plain(text(one, "value"))
    for key, words in said.items():
        if words:
            yield Entry(
                "mastodon", Kind.PROFILE, context.account, f"profile {key}"[:200], text=words, title=plain(key),
                audience=Audience.PUBLIC, link=address,
            )  # fmt: skip


def _remember(context: Context, actor: str, handle: str = "") -> None:
    """`name@host` out of the address of an actor."""
    if context.account or not link(actor):
        return
    try:
        parts = urlsplit(actor)
        host = parts.hostname or ""
    except ValueError:
        return
    found = _USER.search(parts.path)
    handle = handle or (found.group(1) if found else "")
    if handle and host:
        context.account = f"{handle}@{host}"


def _activity(value: object, member: Member, context: Context) -> Iterator[Record]:
    if type(value) is not dict:
        raise ValueError("no activity")
    _remember(context, text(value, "actor"))
    kind, said = text(value, "type"), value.get("object")
    if kind == "Announce" or (type(said) is str and kind != "Create"):
        address = link(said) or link(tree(said).get("id"))
        if not address:
            raise ValueError("a boost of nothing")
        yield Entry(
            "mastodon", Kind.REPOST, context.account, text(value, "id"), iso(value.get("published")),
            audience=_audience(value), state=State.NO_TEXT, link=address,
        )  # fmt: skip
    elif type(said) is dict:
        yield _note(said, value, member, context)
    else:
        raise ValueError("no object")


def _note(note: Tree, around: Tree, member: Member, context: Context) -> Entry:
    native, answered = text(note, "id"), name(note, "inReplyTo")
    said = plain(text(note, "content") or text(note, "name"))
    options = [plain(text(one, "name")) for key in ("oneOf", "anyOf") for one in trees(note.get(key))]
    if options:
        said = "\n".join((said, *options))
    named = [name(one, "name") for one in trees(note.get("tag")) if text(one, "type") == "Mention"]
    return Entry(
        "mastodon", Kind.REPLY if answered else Kind.POST, context.account, native,
        iso(note.get("published")) or iso(around.get("published")), said, plain(text(note, "summary")),
        plain(", ".join(named))[:300], _audience(note if "to" in note else around),
        link=link(note.get("url")) or link(native), thread=name(note, "conversation") or answered or native,
        media=tuple(_media(note, member, context)),
    )  # fmt: skip


def _audience(one: Tree) -> Audience:
    to = [line(each) for each in items(one.get("to"))]
    copied = [line(each) for each in items(one.get("cc"))]
    if any(each in _PUBLIC for each in to):
        return Audience.PUBLIC
    if any(each in _PUBLIC for each in copied):
        return Audience.UNLISTED
    if any(each.rstrip("/").endswith("/followers") for each in to):
        return Audience.FRIENDS
    if not to and not copied:
        return Audience.UNKNOWN
    return Audience.SOME if len(to) > 1 else Audience.ONE


def _media(note: Tree, member: Member, context: Context) -> Iterator[Media]:
    for one in trees(note.get("attachment")):
        address = text(one, "url")
        inside = address[address.find("media_attachments/") :] if "media_attachments/" in address else ""
        if inside:
            found = media(context, beside(member.path, inside), words=text(one, "name"))
            yield Media(found.path, name(one, "mediaType") or found.mime, found.words)
        elif address:
            yield Media("", name(one, "mediaType"), text(one, "name"))


def _addresses(kind: Kind, word: str) -> Callable[[object, Member, Context], Iterator[Record]]:
    def make(value: object, member: Member, context: Context) -> Iterator[Record]:
        address = link(value) or link(tree(value).get("id"))
        if not address:
            raise ValueError("no address")
        yield Entry("mastodon", kind, context.account, f"{word} {address}", state=State.NO_TEXT, link=address)

    return make


def _person(row: Row, relation: Relation, context: Context) -> Iterator[Record]:
    handle = line(cell(row, "account address")).lstrip("@")
    if "@" not in handle:
        raise ValueError("nobody")
    user, host = handle.split("@", 1)
    address = link(f"https://{host}/@{user}") if re.fullmatch(r"[\w.-]+\.[a-z]{2,}", host) else ""
    yield Connection("mastodon", relation, context.account, handle=handle, link=address)


_MAKERS: dict[str, Callable[[object, Member, Context], Iterator[Record]]] = {
    "outbox": _activity,
    "likes": _addresses(Kind.REACTION, "like"),
    "bookmarks": _addresses(Kind.SAVE, "bookmark"),
}
