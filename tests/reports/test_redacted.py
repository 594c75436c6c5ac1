"""Two hundred secrets go into every room; no redacted report lets one out, in any spelling, and its numbers stay."""

from __future__ import annotations

import base64
import dataclasses
import html
import typing
from datetime import date, datetime
from enum import Enum
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from footprint import checklists, log, paths
from footprint.checklists import NetworkFile
from footprint.dates import local_day
from footprint.reports import Redacted, RedactedLine, redacted, redacted_html, redacted_text
from footprint.vault import Vault
from tests.secrets import fill, kept, leaks


@pytest.fixture(scope="module")
def library() -> checklists.Library:
    return checklists.load(paths.shipped("checklists"))


def test_no_secret_of_any_room_is_in_a_redacted_report(vault: Vault, library: checklists.Library) -> None:
    secrets = fill(vault, library)
    assert len(secrets.given) >= 200
    assert set(secrets.given) - kept(vault, secrets) == set()
    one = redacted(vault, library, local_day(vault.now()))
    for made in (redacted_html(one), redacted_text(one)):
        assert leaks(made, secrets.given) == []
    page = BeautifulSoup(redacted_html(one), "lxml")
    counts = ["".join(cell.text for cell in row.find_all(["th", "td"])) for row in page.find_all("tr")]
    text = redacted_text(one)
    for shown in (page.text, text):
        assert "20 things" in shown and "16 November 2026" in shown and library.networks()[0].name in shown
    assert f"{log.Status.DONE.label}5" in counts and f"{log.Status.KEPT.label}15" in counts
    assert f"{log.Status.DONE.label}: 5" in text and f"{log.Status.KEPT.label}: 15" in text


def test_a_query_with_secret_words_chooses_and_is_not_kept(vault: Vault, library: checklists.Library) -> None:
    secrets = fill(vault, library)
    item = next(iter(log.page(vault, log.Query(), 0, 1, local_day(vault.now()))))
    query = log.Query(text=log.get(vault, item.id).title)
    one = redacted(vault, library, local_day(vault.now()), query)
    assert len(one.lines) == 1
    assert leaks(redacted_html(one) + redacted_text(one), secrets.given) == []


@pytest.mark.parametrize("around", ["", "a", "ab", "abc"])
def test_the_search_for_leaks_finds_each_spelling(around: str) -> None:
    secret = "qzk001vxj"
    for page in (
        f"x{secret}", secret.upper(), quote(f"{around} {secret}"),
        base64.b64encode(f"{around}{secret}z".encode()).decode(),
        base64.b64encode(secret.encode("utf-16-le")).decode(), secret.encode().hex(), html.escape(f"<{secret}>"),
    ):  # fmt: skip
        assert leaks(page, [secret]) == [secret], page


def test_what_a_report_is_made_from_has_no_place_for_words() -> None:
    for made in (Redacted, RedactedLine):
        for name, kind in typing.get_type_hints(made).items():
            assert all(_wordless(one) for one in _parts(kind)), f"{made.__name__}.{name}"
    assert dataclasses.fields(RedactedLine)


def _parts(kind: object) -> tuple[object, ...]:
    return tuple(one for one in typing.get_args(kind) if one is not Ellipsis) or (kind,)


def _wordless(kind: object) -> bool:
    return kind in (int, date, datetime, type(None), NetworkFile, RedactedLine) or (
        isinstance(kind, type) and issubclass(kind, Enum)
    )


def test_an_empty_list_makes_a_report(vault: Vault, library: checklists.Library) -> None:
    one = redacted(vault, library, local_day(vault.now()))
    assert "0 things" in redacted_text(one) and "<h1>" in redacted_html(one)
