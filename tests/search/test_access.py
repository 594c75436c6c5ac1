"""Keys live in the vault and come out nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from footprint.demo.web import LoopbackWeb
from footprint.demo.web_sources import BRAVE_KEY
from footprint.search import PROVIDERS, BadKey, Outcome, Run, forget, give, given, plan, run
from footprint.search.access import key_end
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web, WebProblem, entries, journal_csv, presses

SEARXNG, BRAVE, BLUESKY, _GITHUB = PROVIDERS


def test_a_key_is_kept_replaced_forgotten_and_brought_back(vault: Vault) -> None:
    assert given(vault, BRAVE) is None
    give(vault, BRAVE, "  first-key-0001 ")
    assert given(vault, BRAVE) == "first-key-0001"
    give(vault, BRAVE, "second-key-0002")
    forgotten = forget(vault, BRAVE)
    assert given(vault, BRAVE) is None
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM vault_fact WHERE value LIKE '%second-key%'") == 0
    vault.undo(forgotten.undo)
    assert given(vault, BRAVE) == "second-key-0002"


def test_of_a_key_only_its_end_is_given_back(vault: Vault) -> None:
    assert give(vault, BRAVE, "first-key-0001").value == "…0001"
    assert key_end("short") == "…"


@pytest.mark.parametrize("text", ["", "  ", "two words", "k\u00e9y", "line\nbreak", "x" * 501])
def test_what_is_no_key_is_refused_without_repeating_it(vault: Vault, text: str) -> None:
    with pytest.raises(BadKey) as caught:
        give(vault, BRAVE, text)
    assert not text.strip() or text.strip() not in str(caught.value)
    assert given(vault, BRAVE) is None


def test_an_own_server_is_one_exact_origin(vault: Vault) -> None:
    assert given(vault, SEARXNG) is None
    give(vault, SEARXNG, " https://search.example/ ")
    assert given(vault, SEARXNG) == "https://search.example"
    with pytest.raises(WebProblem):
        give(vault, SEARXNG, "https://search.example/path?q=1")
    forget(vault, SEARXNG)
    assert given(vault, SEARXNG) is None


def test_a_source_that_needs_nothing_is_ready(vault: Vault) -> None:
    assert given(vault, BLUESKY) == ""
    for change in (lambda: give(vault, BLUESKY, "x"), lambda: forget(vault, BLUESKY)):
        with pytest.raises(ValueError, match="needs nothing"):
            change()


def test_a_key_shows_up_nowhere(
    ada: Vault, look: Callable[..., Run], loopback: LoopbackWeb, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    done = look(2)
    loopback.misbehave("api.search.brave.com", "key_refused")
    refused = look(1, ("brave",))
    assert refused.outcome is Outcome.KEY_REFUSED
    assert [asked.headers["x-subscription-token"] for asked in loopback.asked if "brave" in asked.host]
    shown = [repr(done), repr(refused), caplog.text, repr(entries(ada)), repr(presses(ada)), repr(plan(ada, PROVIDERS))]
    shown.append(repr(journal_csv(ada)))
    for text in shown:
        assert BRAVE_KEY not in text


def test_a_key_is_in_no_exception(ada: Vault, door: Web, four: tuple[object, ...]) -> None:
    give(ada, BRAVE, "odd-key-\u007e" + "0" * 20)
    offline = Web(ada, offline=lambda: True)
    with pytest.raises(WebProblem) as caught:
        run(ada, offline, plan(ada, [BRAVE]), [BRAVE], Task())
    assert "odd-key" not in repr(caught.value) + str(caught.value)
