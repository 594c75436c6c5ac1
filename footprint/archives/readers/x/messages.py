"""Direct messages on X: counted only, unless the person asked for them."""

from __future__ import annotations

from collections.abc import Iterator

from footprint.archives.contract import Context, Member
from footprint.archives.parsing.dates import iso
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.records import beside, counted, each, media
from footprint.archives.parsing.shapes import Tree, at, items, text, tree, trees
from footprint.archives.parsing.texts import unescaped
from footprint.archives.records import Audience, Entry, Kind, Record, Why

FILES = frozenset({"direct_message", "direct_messages", "direct_message_group", "direct_messages_group"})
RECORD = frozenset({"dmConversation"})


def read(member: Member, role: str, context: Context) -> Iterator[Record]:
    walked = walk(member, RECORD)
    if not context.messages:
        yield from counted(walked, lambda _path, value: len(list(_sent(value))), Why.OTHERS_WORDS)
        return
    audience = Audience.SOME if "group" in role else Audience.ONE
    folder = f"{role if role.endswith('s') or 'group' in role else role + 's'}_media/"

    def made(_path: Path, value: object) -> Iterator[Record]:
        thread = text(value, "dmConversation", "conversationId")
        for one in _sent(value):
            yield _entry(one, thread, audience, beside(member.path, folder), context)

    yield from each(walked, made)


def _sent(value: object) -> Iterator[Tree]:
    for one in trees(at(value, "dmConversation", "messages")):
        if type(one.get("messageCreate")) is dict:
            yield tree(one["messageCreate"])


def _entry(one: Tree, thread: str, audience: Audience, folder: str, context: Context) -> Entry:
    native, sender = text(one, "id"), text(one, "senderId")
    said = unescaped(one.get("text"))
    mine = bool(sender) and sender == context.facts.get("id")
    files = [text(address).rsplit("/", 1)[-1] for address in items(one.get("mediaUrls")) if text(address)]
    return Entry(
        "x", Kind.MESSAGE, context.account, native, iso(one.get("createdAt")), said if mine else "",
        "" if mine else f"{sender}: {said}", audience=audience,
        link=f"https://x.com/messages/{thread}" if thread else "", thread=thread,
        media=tuple(media(context, f"{folder}{native}-{file}") for file in files),
    )  # fmt: skip
