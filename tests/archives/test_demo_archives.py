"""Every invented export, in every variant, gives exactly what it says is in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from footprint.archives.readers import READERS
from footprint.archives.records import Entry, Kind, Trouble, Why
from footprint.demo import archives
from tests.archives.reading import read_all

EVERY = [(network, variant) for network in archives.NETWORKS for variant in archives.variants(network)]


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_what_an_export_says_is_in_it_comes_out(network: str, variant: str) -> None:
    made = archives.build(network, variant)
    found = read_all(READERS[network], made.files, me=made.me)
    assert archives.count(found) == made.expected
    if made.account:
        assert {one.account for one in found if isinstance(one, Entry)} == {made.account}


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_messages_are_read_only_when_asked_for(network: str, variant: str) -> None:
    made = archives.build(network, variant)
    found = archives.count(read_all(READERS[network], made.files, messages=True, me=made.me))
    expected = Counter(made.expected)
    left = expected.pop(f"trouble:{Why.OTHERS_WORDS.value}", 0)
    assert made.messages <= left
    if made.messages:
        expected[f"entry:{Kind.MESSAGE.value}"] += made.messages
    assert found == expected


@pytest.mark.parametrize(("network", "variant"), EVERY)
def test_the_same_seed_makes_the_same_export(network: str, variant: str, tmp_path: Path) -> None:
    first, second = (archives.build(network, variant).write(tmp_path) for _ in range(2))
    assert first == second
    assert archives.build(network, variant).files == archives.build(network, variant).files
    assert archives.build(network, variant, seed=8).files != archives.build(network, variant).files


@pytest.mark.parametrize("network", archives.NETWORKS)
def test_each_kind_with_no_address_has_a_page(network: str) -> None:
    reader = READERS[network]
    for variant in archives.variants(network):
        made = archives.build(network, variant)
        for one in read_all(reader, made.files, messages=True, me=made.me):
            if isinstance(one, Entry) and not one.link and one.kind is not Kind.MESSAGE:
                assert READERS[one.network].pages().get(one.kind) or reader.pages().get(one.kind), one.kind
            assert not isinstance(one, Trouble) or one.why is not Why.BROKEN_ENTRY
