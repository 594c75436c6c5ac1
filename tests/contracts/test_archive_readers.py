"""What holds for every reader of archives, tried on every invented export in every variant."""

from __future__ import annotations

import json
import random
from collections import Counter
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from footprint.archives.contract import HEAD
from footprint.archives.parsing.html_text import looks_like_markup
from footprint.archives.readers import READERS
from footprint.archives.records import Connection, Entry, Held, Kind, Record, Trouble, Why
from footprint.demo import archives
from footprint.demo.archives import life
from tests.archives.reading import Bytes, read_all

EVERY = [(network, variant) for network in archives.NETWORKS for variant in archives.variants(network)]
# Threads lies inside the export of Instagram, so both know its file.
SHARED = {("instagram", "threads"), ("threads", "instagram")}
# Pages and texts are built alike whatever they hold: there the name says which it is.
BY_NAME = {("facebook", "pages"), ("facebook", "oldest"), ("instagram", "pages"), ("tiktok", "texts")}
UNKNOWN = (
    b"", b"{}", b"[]", b"null", b"\x00\x01\x02", b"%PDF-1.7", b"hello there, this is a letter\n", b"a,b,c\n1,2,3\n",
    b'{"recipes": [{"name": "Welsh cakes", "butter": 3}]}', b"<html><body><p>A page</p></body></html>",
    b'[{"id": 1, "text": "not of a network"}]', b"Date,Amount,Payee\n2024-01-01,3.50,Bakery\n",
)  # fmt: skip
HOSTILE = (
    "\x00", "a\x00b", "\ud800", "\u202egnp.exe", "<script>alert(1)</script>", "<b>x</b>", "x" * 300_000,
    "'; DROP TABLE--", "=cmd|'/C calc'!A0", "../../etc/passwd", "\U0001f600" * 50, "javascript:alert(1)", "\r\n\r\n",
    "1e999", "",
)  # fmt: skip
# Without shrinking: it would go on for minutes, and the draw says which file it was.
many = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)


@cache
def export(network: str, variant: str) -> archives.DemoArchive:
    return archives.build(network, variant)


@cache
def read(network: str, variant: str) -> tuple[Record, ...]:
    made = export(network, variant)
    return tuple(read_all(READERS[network], made.files, me=made.me))


def encoded(records: object) -> bytes:
    return msgspec.json.encode(records)


@pytest.mark.parametrize("network", READERS)
def test_a_reader_says_who_it_is(network: str) -> None:
    reader = READERS[network]
    assert reader.name == network
    assert reader.not_exported
    assert all(one.endswith(".") and len(one.split()) < 25 for one in reader.not_exported)
    assert all(address.startswith("https://") for address in reader.pages().values())
    assert set(reader.pages()) <= set(Kind)


@pytest.mark.parametrize("network", READERS)
def test_what_nobody_knows_is_claimed_by_nobody(network: str) -> None:
    paths = ["notes.txt", "data.json", "table.csv", "page.html", "repo.car", *export_paths(network)]
    for path in paths:
        for head in UNKNOWN:
            claim = READERS[network].claim(path, head)
            assert claim is None or not claim.role or claim.sure < 0.5, (path, head)


def export_paths(network: str) -> list[str]:
    return [path for one, variant in EVERY if one == network for path in export(one, variant).files]


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_an_export_is_claimed_by_its_own_reader(network: str, variant: str) -> None:
    for path, content in export(network, variant).files.items():
        own = READERS[network].claim(path, content[:HEAD])
        for other, reader in READERS.items():
            claim = reader.claim(path, content[:HEAD]) if other != network else None
            if claim and (network, other) not in SHARED:
                assert claim.sure < 0.5, (other, path)
                assert own and claim.sure <= own.sure, (other, path)


@pytest.mark.parametrize(("network", "variant"), [one for one in EVERY if one not in BY_NAME])
def test_members_are_known_by_what_is_in_them(network: str, variant: str) -> None:
    known = again = 0
    for number, (path, content) in enumerate(export(network, variant).files.items()):
        claim = READERS[network].claim(path, content[:HEAD])
        if claim and claim.role:
            known += 1
            other = READERS[network].claim(f"x/{number}.{path.rsplit('.', 1)[-1]}", content[:HEAD])
            again += other is not None and other.role.split(":")[0] == claim.role.split(":")[0]
    assert again > known / 2


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_reading_again_gives_the_same(network: str, variant: str) -> None:
    made = export(network, variant)
    backwards = read_all(READERS[network], made.files, me=made.me, order=sorted(made.files, reverse=True))
    assert tuple(backwards) == read(network, variant)


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_records_are_plain_and_travel(network: str, variant: str) -> None:
    for one in read(network, variant):
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(one), type=type(one)) == one
        if isinstance(one, Entry):
            assert not looks_like_markup(one.text + one.title + one.where)
            assert one.link == "" or one.link.startswith("https://")
            assert one.at is None or 631_152_000 <= one.at < 4_102_444_800
        if isinstance(one, Connection):
            assert one.name or one.handle or one.native_id
            assert one.link == "" or one.link.startswith("https://")


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_words_of_a_chat_stay_where_they_are(network: str, variant: str) -> None:
    told = encoded(read(network, variant)).decode()
    assert not any(said in told for said in life.CHAT)
    made = export(network, variant)
    if made.messages:
        asked = read_all(READERS[network], made.files, messages=True, me=made.me)
        messages = [one for one in asked if isinstance(one, Entry) and one.kind is Kind.MESSAGE]
        assert any(one.text in life.CHAT for one in messages)  # her own
        assert all(one.text or one.title or one.media for one in messages)


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_every_file_may_be_missing(network: str, variant: str) -> None:
    made = export(network, variant)
    whole = {type(one) for one in read(network, variant)}
    readable = [path for path in made.files if not path.endswith((".jpg", ".mp4", ".webp"))]
    for path in readable:
        rest = {other: content for other, content in made.files.items() if other != path}
        found = read_all(READERS[network], rest, me=made.me)
        assert {type(one) for one in found} <= whole | {Trouble, Entry, Held}
        assert all(one.why is not Why.BROKEN_ENTRY for one in found if isinstance(one, Trouble))


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_a_file_that_breaks_off_keeps_what_came_before(network: str, variant: str) -> None:
    made = export(network, variant)
    luck = random.Random(f"{network} {variant}")
    for path, content in made.files.items():
        alone = _entries(network, {path: content}, made.me)
        for cut in (0, 1, luck.randint(0, len(content)), len(content) * 9 // 10):
            broken = _entries(network, {path: content[:cut]}, made.me)
            assert sum(broken.values()) <= sum(alone.values()) + 2
        if sum(alone.values()) >= 10:
            assert sum(broken.values()) >= sum(alone.values()) // 2, path


def _entries(network: str, files: dict[str, bytes], me: str) -> Counter[str]:
    found = archives.count(read_all(READERS[network], files, me=me))
    return Counter({key: n for key, n in found.items() if not key.startswith("trouble:")})


@pytest.mark.parametrize(("network", "variant"), EVERY)
@many
@given(data=st.data())
def test_a_tree_of_other_types_never_stops_the_reading(network: str, variant: str, data: st.DataObject) -> None:
    made = export(network, variant)
    trees = [path for path, content in made.files.items() if _json(content) is not None]
    if not trees:
        return
    path = data.draw(st.sampled_from(trees))
    before, tree = _json(made.files[path]) or (b"", None)
    luck = data.draw(st.randoms(use_true_random=False))
    content = before + json.dumps(_other(tree, luck)).encode()
    _read_anything(network, path, made.files[path], content, made.me)


@pytest.mark.parametrize(("network", "variant"), EVERY)
@many
@given(data=st.data())
def test_bytes_out_of_place_never_stop_the_reading(network: str, variant: str, data: st.DataObject) -> None:
    made = export(network, variant)
    path = data.draw(st.sampled_from([path for path in made.files if not path.endswith((".jpg", ".mp4"))]))
    whole = made.files[path]
    content = bytearray(whole)
    luck = data.draw(st.randoms(use_true_random=False))
    for _ in range(luck.randint(1, 30)):
        at = luck.randint(0, len(content))
        words = luck.choice(HOSTILE)[:50].encode("utf-8", "surrogatepass")
        content[at : at + luck.randint(0, 40)] = words or luck.randbytes(8)
    _read_anything(network, path, whole, bytes(content), made.me)


def _read_anything(network: str, path: str, whole: bytes, content: bytes, me: str) -> None:
    """Read `content` in the role of what it was made from: recognising is another matter."""
    reader = READERS[network]
    claim = reader.claim(path, whole[:HEAD])
    reader.claim(path, content[:HEAD])
    if claim is None or not claim.role:
        return
    for messages in (False, True):
        context = archives_context(path, messages, me)
        found = list(reader.read(Bytes(path, content), claim.role, context))
        encoded(found)
        assert all(len(one.text) <= 1_000_000 for one in found if isinstance(one, Entry))


def archives_context(path: str, messages: bool, me: str) -> Any:
    from footprint.archives.contract import Context

    return Context(messages=messages, me=me, paths=frozenset({path}))


def _json(content: bytes) -> tuple[bytes, Any] | None:
    start = min((at for at in (content.find(b"{"), content.find(b"[")) if 0 <= at < 200), default=-1)
    if start < 0 or content[:2] in (b"\xff\xd8", b"PK"):
        return None
    try:
        return content[:start], json.loads(content[start:])
    except ValueError:
        return None


def _other(tree: Any, luck: random.Random, depth: int = 0) -> Any:
    """The same tree with some of its nodes of another type, missing, or hostile."""
    if luck.random() < 0.04:
        values: list[Any] = [
            None,
            0,
            -1,
            1e300,
            True,
            [],
            {},
            [[]],
            {"": None},
            2**70,
            luck.choice(HOSTILE),
            [tree],
            "text",
        ]
        return luck.choice(values)
    if isinstance(tree, dict):
        return {
            (luck.choice(HOSTILE)[:30] if luck.random() < 0.02 else key): _other(one, luck, depth + 1)
            for key, one in tree.items()
            if luck.random() > 0.03
        }
    if isinstance(tree, list):
        return [_other(one, luck, depth + 1) for one in tree if luck.random() > 0.03][:20]
    return tree
