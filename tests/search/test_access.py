"""Keys live in the vault and come out nowhere else."""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable
from urllib.parse import quote

import pytest

from footprint.demo.more_sources import COMPANIES_KEY, MOJEEK_KEY
from footprint.demo.web import LoopbackWeb
from footprint.demo.web_sources import BRAVE_KEY
from footprint.search import (
    PROVIDERS,
    BadKey,
    BadServer,
    KeyState,
    Outcome,
    Run,
    forget,
    give,
    given,
    plan,
    run,
    try_and_give,
)
from footprint.search.access import key_end
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web, WebProblem, entries, journal_csv, presses

BY_NAME = {one.name: one for one in PROVIDERS}
SEARXNG, BRAVE, BLUESKY = (BY_NAME[name] for name in ("searxng", "brave", "bluesky"))
KEYS = {"brave": BRAVE_KEY, "mojeek": MOJEEK_KEY, "companies-house": COMPANIES_KEY}
MARKER = "odd+key/0123456789=marker"


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


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Social.Example", "social.example"),
        (" https://social.example/ ", "social.example"),
        ("@ada@social.example", "social.example"),
    ],
)
def test_a_server_is_kept_by_its_plain_name(vault: Vault, typed: str, kept: str) -> None:
    assert give(vault, BY_NAME["mastodon"], typed).value == kept
    assert given(vault, BY_NAME["mastodon"]) == kept
    forget(vault, BY_NAME["mastodon"])
    assert given(vault, BY_NAME["mastodon"]) is None


@pytest.mark.parametrize("typed", ["", "two words", "a/b", "localhost", "127.0.0.1", "http://social.example", "x?q=1"])
def test_what_is_no_public_server_is_refused(vault: Vault, typed: str) -> None:
    with pytest.raises(BadServer):
        give(vault, BY_NAME["mastodon"], typed)
    assert given(vault, BY_NAME["mastodon"]) is None


@pytest.mark.parametrize("name", KEYS)
def test_a_key_is_tried_when_it_is_given(vault: Vault, door: Web, loopback: LoopbackWeb, name: str) -> None:
    tried = try_and_give(vault, door, BY_NAME[name], KEYS[name], Task()).value
    assert (tried.state, given(vault, BY_NAME[name])) == (KeyState.WORKS, KEYS[name])
    assert len(loopback.asked) == 1
    with pytest.raises(BadKey) as caught:
        try_and_give(vault, door, BY_NAME[name], MARKER, Task())
    assert MARKER not in str(caught.value)
    assert given(vault, BY_NAME[name]) == KEYS[name]


@pytest.mark.parametrize("name", KEYS)
def test_a_source_that_is_down_says_nothing_about_a_key(
    vault: Vault, door: Web, loopback: LoopbackWeb, name: str
) -> None:
    loopback.misbehave(BY_NAME[name].host, "unavailable")
    tried = try_and_give(vault, door, BY_NAME[name], MARKER, Task()).value
    assert tried.state is KeyState.KEPT
    assert given(vault, BY_NAME[name]) == MARKER
    assert MARKER not in repr(tried)


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("how", ["behaves", "key_refused", "hangs_up", "redirects", "garbage", "limited"])
def test_no_key_is_in_logs_journal_plan_or_errors(
    ada: Vault, door: Web, loopback: LoopbackWeb, caplog: pytest.LogCaptureFixture, name: str, how: str
) -> None:
    caplog.set_level(logging.DEBUG)
    provider = BY_NAME[name]
    give(ada, provider, MARKER)
    if how != "behaves":
        loopback.misbehave(provider.host, how)
    made = plan(ada, [provider])
    done = run(ada, door, made.only([1]), [provider], Task()).value
    code = base64.b64encode(f"{MARKER}:".encode()).decode()
    shown = [repr(made), repr(done), caplog.text, repr(entries(ada)), repr(presses(ada)), repr(journal_csv(ada))]
    for text in shown:
        for form in (MARKER, quote(MARKER, safe=""), code, quote(code, safe="")):
            assert form not in text
