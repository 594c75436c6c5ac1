"""Invented exports of Mastodon: with a list that is named twice, as was seen, and an older one as tar.gz."""

from __future__ import annotations

from footprint.archives.records import Kind, Relation
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, Form, chance

VARIANTS = ("now", "older")
_HOST = "https://fjord.example"
_ME = f"{_HOST}/users/{life.HANDLE}"
_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
_CONTEXT = ["https://www.w3.org/ns/activitystreams", {"ostatus": "http://ostatus.org#", "sensitive": "as:sensitive"}]


def build(variant: str, seed: int) -> DemoArchive:
    made = DemoArchive(
        "mastodon", variant, Form.ZIP if variant == "now" else Form.TAR, account=f"{life.HANDLE}@fjord.example"
    )
    luck = chance(seed, "mastodon", variant)
    posts = life.posts(luck, 30)
    if variant == "now":
        _actor(made)
    outbox = [_activity(made, number, said) for number, said in enumerate(posts)]
    for number, _said in enumerate(posts):
        made.expect(Kind.REPOST if number % 6 == 5 else Kind.REPLY if number % 6 == 3 else Kind.POST)
    head = {"@context": _CONTEXT[0], "id": "outbox.json", "type": "OrderedCollection", "totalItems": 33}
    made.add_json("outbox.json", head | {"orderedItems": outbox})
    if variant == "now":
        text = made.files["outbox.json"].decode()
        made.add("outbox.json", text.replace('"orderedItems"', '"orderedItems": [],\n  "orderedItems"', 1))
    for name, kind, many in (("likes", Kind.REACTION, 6), ("bookmarks", Kind.SAVE, 2)):
        addresses = [f"https://other.example/users/zoe/statuses/{n}" for n in range(many)]
        found = {"@context": _CONTEXT[0], "id": f"{name}.json", "type": "OrderedCollection", "orderedItems": addresses}
        made.add_json(f"{name}.json", found)
        made.expect(kind, many)
    if variant == "older":
        _actor(made)  # behind everything else, as a tar may have it
        rows = [(f"person{n}@other.example", "true", "false", "") for n in range(4)]
        made.add_table("following_accounts.csv", "Account address,Show boosts,Notify on new posts,Languages", rows)
        made.expect(Relation.FOLLOWING, 4)
    return made


def _actor(made: DemoArchive) -> None:
    field = {
        "type": "PropertyValue",
        "name": "Home",
        "value": '<a href="https://achterberg.example">achterberg.example</a>',
    }
    actor = {
        "@context": _CONTEXT,
        "id": _ME,
        "type": "Person",
        "inbox": f"{_ME}/inbox",
        "outbox": f"{_ME}/outbox",
        "preferredUsername": life.HANDLE,
        "name": life.NAME,
        "summary": "<p>Care, choir &amp; beans</p>",
        "url": f"{_HOST}/@{life.HANDLE}",
        "attachment": [field],
    }
    made.add_json("actor.json", actor)
    made.expect(Kind.PROFILE, 3)


def _activity(made: DemoArchive, number: int, said: life.Said) -> dict[str, object]:
    native = f"{_ME}/statuses/{1000 + number}"
    when = f"{said.at:%Y-%m-%dT%H:%M:%SZ}"
    to, copied = (
        ([_PUBLIC], [f"{_ME}/followers"]),
        ([f"{_ME}/followers"], [_PUBLIC]),
        ([f"{_ME}/followers"], []),
        (["https://other.example/users/zoe"], []),
    )[number % 4]
    around: dict[str, object] = {"id": f"{native}/activity", "actor": _ME, "published": when, "to": to, "cc": copied}
    if number % 6 == 5:
        return around | {"type": "Announce", "object": f"https://other.example/users/zoe/statuses/{number}"}
    tagged = f"<p><a href='{_HOST}/tags/beans'>#<span>beans</span></a></p>"
    note: dict[str, object] = {
        "id": native,
        "type": "Note",
        "summary": "Work" if number % 6 == 4 else None,
        "inReplyTo": "https://other.example/users/zoe/statuses/5" if number % 6 == 3 else None,
        "published": when,
        "url": f"{_HOST}/@{life.HANDLE}/{1000 + number}",
        "to": to,
        "cc": copied,
        "sensitive": False,
        "content": f"<p>{said.text.replace('&', '&amp;')}</p>{tagged}",
        "attachment": [],
        "tag": [{"type": "Mention", "href": "https://other.example/users/zoe", "name": "@zoe@other.example"}]
        if number % 6 == 3
        else [],
    }
    if number % 6 == 1:
        path = f"media_attachments/files/{number:03d}/original/bean.jpg"
        made.add(path, b"\xff\xd8\xff\xe0 an invented picture")
        note["attachment"] = [
            {"type": "Document", "mediaType": "image/jpeg", "url": f"/bucket/{path}", "name": "A bean in the hand"}
        ]
    if number % 6 == 2:
        note |= {"type": "Question", "oneOf": [{"type": "Note", "name": "Tea"}, {"type": "Note", "name": "Coffee"}]}
    return around | {"type": "Create", "object": note}
