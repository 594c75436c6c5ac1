"""What a look leaves behind: whether the source had more, and what it said where that is new."""

from __future__ import annotations

import json
from collections.abc import Callable

from footprint import search
from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.search import Run, changes
from footprint.search.changes import Kind
from footprint.vault import Vault
from tests.search.changes.conftest import Past, well

SAID = ("Otherton netball", "Ada Example scored twice for Otherton.")


def wordings(vault: Vault) -> int:
    with vault.reading() as db:
        return int(db.value("SELECT count(*) FROM search_wording"))


def test_what_is_said_again_is_not_kept_again(past: Past) -> None:
    past.write([{"a": well("x", x=SAID)}] * 4)
    assert wordings(past.vault) == 1
    past.run({"a": well("x", x=(SAID[0], "Nothing but opening hours of the club."))})
    assert wordings(past.vault) == 2
    past.run({"b": well("x", x=SAID)})
    assert wordings(past.vault) == 3


def answer(*addresses: str) -> Callable[[Visit], None]:
    results = [{"url": one, "title": "Ada Example", "content": "x"} for one in addresses]

    def send(visit: Visit) -> None:
        visit.send(200, json.dumps({"query": "q", "results": results}).encode(), "application/json")

    return send


def test_a_full_page_of_a_source_may_go_on_and_a_short_one_does_not(
    ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb
) -> None:
    ten = [f"https://site{at}.example/" for at in range(10)]
    loopback.misbehave("search.example", answer(*ten, "https://last.example/"))
    look(1, ("searxng",))
    loopback.misbehave("search.example", answer(*ten))
    look(1, ("searxng",))
    compared = changes.compare(ada)
    assert compared is not None
    assert [(one.host, one.kind) for one in compared.changes] == [("last.example", Kind.BEYOND)]
    loopback.misbehave("search.example", answer(*ten[:9]))
    look(1, ("searxng",))
    compared = changes.compare(ada)
    assert compared is not None
    assert [(one.host, one.kind) for one in compared.changes] == [("site9.example", Kind.GONE)]


def test_undoing_a_search_takes_its_changes_back(ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb) -> None:
    loopback.misbehave("search.example", answer("https://one.example/"))
    look(1, ("searxng",))
    assert wordings(ada) == 1
    before = changes.moments(ada)
    pasted = search.add_pasted(ada, "https://two.example/ Two")
    assert len(changes.moments(ada)) == len(before)
    ada.undo(pasted.undo)
    assert changes.moments(ada) == before


def test_a_page_written_down_from_a_look_by_hand_keeps_its_words(ada: Vault) -> None:
    seen = search.record_look(ada, "google", '"Ada Example"', [search.Saw.PHOTO]).value
    search.add_pasted(ada, "https://photos.example/1 Summer fair", seen.looks[0].id)
    assert wordings(ada) == 1
    search.add_pasted(ada, "https://typed.example/1 Typed in")
    assert wordings(ada) == 1
