"""A page of any length is read with little memory: one parser after another, and no event differs."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.archives.parsing import html_text
from footprint.demo import archives

PAGES = [
    data
    for network, variant in (("facebook", "pages"), ("instagram", "pages"), ("google-account", "german"))
    for name, data in archives.build(network, variant).files.items()
    if name.endswith((".html", ".htm"))
]
PIECES = st.sampled_from(
    ["<div class='a'>", "</div>", "<p>", "</p>", "words ", "<br>", "<span>", "</span>", "&amp;", "<b>", "</b>", "é",
     "<script>var a = '<b>';</script>", "<a href='x'>", "</a>", "<ul><li>", "<table><tr><td>", "</table>"]
)  # fmt: skip


def told(data: bytes) -> list[tuple[str, str, str]]:
    """Names in order, and texts without the seams between pieces."""
    found: list[tuple[str, str, str]] = []
    for event in html_text.events(io.BytesIO(data)):
        if event.kind == "=" and found and found[-1][0] == "=":
            found[-1] = ("=", "", found[-1][2] + event.words)
        else:
            found.append((event.kind, event.name, event.words))
    return found


@pytest.mark.parametrize("page", PAGES[:8], ids=range(len(PAGES[:8])))
def test_another_parser_goes_on_where_one_stopped(page: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = told(page)
    monkeypatch.setattr(html_text, "PIECE", 700)
    pieces = told(page)
    monkeypatch.setattr(html_text, "MOST_FED", 1000)
    assert told(page) == pieces == whole
    assert len(whole) > 20


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=60))
def test_whatever_is_in_it_nothing_is_lost_but_seams(pieces: list[str]) -> None:
    data = "".join(pieces).encode()
    kept = html_text.PIECE, html_text.MOST_FED
    whole = told(data)
    html_text.PIECE, html_text.MOST_FED = 40, 60
    try:
        found = told(data)
    finally:
        html_text.PIECE, html_text.MOST_FED = kept
    assert "".join(words for kind, _name, words in found if kind == "=").split() == (
        "".join(words for kind, _name, words in whole if kind == "=").split()
    )
