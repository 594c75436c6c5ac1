"""One contract for every public source: whatever a server does, a look ends in the right one of eight outcomes.

Real HTTPS against a loopback web; never an exception, never “nothing found” for a look that failed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint import person
from footprint.demo.answers import Asked
from footprint.demo.misbehaviour import Misbehaviour, Visit, status
from footprint.demo.more_sources import COMPANIES_KEY, MOJEEK_KEY
from footprint.demo.web import LoopbackWeb
from footprint.demo.web_sources import BRAVE_KEY
from footprint.person import DetailKind
from footprint.search import (
    PROVIDERS,
    Kind,
    Look,
    Options,
    Outcome,
    Plan,
    Provider,
    Run,
    findings,
    give,
    plan,
    plan_copies,
    run,
)
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Reply, Web, entries

EMAIL, PAGE = "ada@mail.example", "https://othertonfc.example/teams"
COLUMNS = ["timestamp", "original", "statuscode", "mimetype", "digest"]
HOSTS = {
    "searxng": "search.example",
    "brave": "api.search.brave.com",
    "bluesky": "public.api.bsky.app",
    "github": "api.github.com",
    "mojeek": "api.mojeek.com",
    "mastodon": "social.example",
    "companies-house": "api.company-information.service.gov.uk",
    "wikipedia": "en.wikipedia.org",
    "wikidata": "www.wikidata.org",
    "orcid": "pub.orcid.org",
    "stackexchange": "api.stackexchange.com",
    "hackernews": "hn.algolia.com",
    "gravatar": "api.gravatar.com",
    "xposedornot": "api.xposedornot.com",
    "wayback": "web.archive.org",
}
KEYS = {
    "searxng": "https://search.example",
    "brave": BRAVE_KEY,
    "mojeek": MOJEEK_KEY,
    "companies-house": COMPANIES_KEY,
    "mastodon": "social.example",
}
# An answer with one good result, one that is broken, and what says how many there were.
ONE: dict[str, object] = {
    "searxng": {"url": "https://club.example/a", "title": "Ada <b>Example</b>\x00", "content": "Otherton"},
    "brave": {"url": "https://club.example/a", "title": "Ada <strong>Example</strong>", "description": "Otherton"},
    "bluesky": {"did": "did:plc:a", "handle": "ada.example", "displayName": "Ada Example", "description": "Otherton"},
    "github": {"login": "ada-example", "html_url": "https://github.com/ada-example"},
    "mojeek": {"url": "https://club.example/a", "title": "Ada <strong>Example</strong>", "desc": "Otherton"},
    "mastodon": {"acct": "ada", "url": "https://social.example/@ada", "display_name": "Ada", "note": "<p>Runs</p>"},
    "companies-house": {"title": "ADA EXAMPLE", "links": {"self": "/officers/a/appointments"}, "description": "1"},
    "wikipedia": {"title": "Ada Example", "snippet": "<span>Ada</span>"},
    "wikidata": {"id": "Q1", "label": "Ada Example", "description": "painter"},
    "orcid": {"orcid-id": "0000-0000-0000-0001", "given-names": "Ada", "family-names": "Example"},
    "stackexchange": {"display_name": "Ada Example", "link": "https://stackoverflow.com/users/1/a"},
    "hackernews": {"objectID": "1", "author": "ada", "comment_text": "Ada Example was <i>here</i>"},
    "gravatar": {"profile_url": "https://gravatar.com/ada", "display_name": "Ada Example"},
    "xposedornot": "InventedShop",
    "wayback": ["20190402101112", PAGE, "200", "text/html", "A"],
}
# These answer with one thing or with 404; there is no list in which one could be broken.
SINGLE = ("mastodon", "gravatar")
providers = pytest.mark.parametrize("provider", PROVIDERS, ids=lambda one: one.name)
listing = pytest.mark.parametrize(
    "provider", [one for one in PROVIDERS if one.name not in SINGLE], ids=lambda one: one.name
)


def body(name: str, results: list[object]) -> object:
    """An answer in the shape of each source."""
    shapes: dict[str, object] = {
        "searxng": {"query": "q", "results": results, "unresponsive_engines": []},
        "brave": {"type": "search", "query": {"original": "q"}, "web": {"type": "search", "results": results}},
        "bluesky": {"actors": results},
        "github": {"total_count": len(results), "items": results},
        "mojeek": {"response": {"status": "OK", "head": {"results": len(results)}, "results": results}},
        "companies-house": {"kind": "search#officers", "total_results": len(results), "items": results},
        "wikipedia": {"batchcomplete": True, "query": {"search": results}},
        "wikidata": {"searchinfo": {"search": "q"}, "search": results, "success": 1},
        "orcid": {"num-found": len(results), "expanded-result": results or None},
        "stackexchange": {"items": results, "has_more": False},
        "hackernews": {"hits": results},
        "xposedornot": {"breaches": [results]} if results else {"Error": "Not found", "email": None},
        "wayback": [COLUMNS, *results] if results else [],
    }
    return shapes[name]


def heard(asked: Asked) -> str:
    """The words as the source got them."""
    named = ("q", "srsearch", "search", "inname", "acct", "url")
    found = next((asked.query[name] for name in named if name in asked.query), "")
    return found or asked.query.get("query", "").strip('"') or unquote(asked.path.rpartition("/")[2])


def says(value: object, code: int = 200, **headers: str) -> Misbehaviour:
    def answer(visit: Visit) -> None:
        visit.send(code, json.dumps(value).encode(), "application/json", **headers)

    return answer


@pytest.fixture(scope="module")
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb() as web:
        yield web


@pytest.fixture
def door(vault: Vault, loopback: LoopbackWeb) -> Web:
    for host in HOSTS.values():
        loopback.behave(host)
    open_to = {"resolver": loopback.resolver, "dial": loopback.dial, "authority": loopback.authority}
    return Web(vault, offline=lambda: False, pace=0, **open_to)  # type: ignore[arg-type]


@pytest.fixture
def impatient(vault: Vault, loopback: LoopbackWeb, door: Web) -> Web:
    """The same door with less than a second for everything."""
    open_to = {"resolver": loopback.resolver, "dial": loopback.dial, "authority": loopback.authority}
    return Web(vault, offline=lambda: False, pace=0, total=0.7, **open_to)  # type: ignore[arg-type]


@pytest.fixture
def ada(vault: Vault) -> Vault:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    person.add_detail(vault, DetailKind.HANDLE, "ada-example")
    person.add_detail(vault, DetailKind.EMAIL, EMAIL)
    for provider in PROVIDERS:
        if provider.needs is not None:
            give(vault, provider, KEYS[provider.name])
    return vault


def planned(vault: Vault, provider: Provider) -> Plan:
    if provider.kind is Kind.COPIES:
        return plan_copies(vault, [provider], PAGE)
    return plan(vault, [provider], Options(more=True, contacts=(EMAIL,)))


def once(vault: Vault, door: Web, provider: Provider) -> Look:
    """The first line of the plan for this source, asked once."""
    made = planned(vault, provider)
    done: Run = run(vault, door, made.only([1]), [provider], Task()).value
    assert done.ended_at is not None
    assert len(done.looks) == 1
    assert done.outcome is done.looks[0].outcome
    assert done.outcome.sentence
    return done.looks[0]


@providers
def test_results_become_findings(ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider) -> None:
    look = once(ada, door, provider)
    assert look.outcome is Outcome.RESULTS
    assert look.results == len(findings(ada)) > 0
    for found in findings(ada):
        assert found.address.startswith(("https://", "http://"))
        assert "<strong>" not in found.title + found.snippet


@providers
def test_what_is_asked_is_what_was_shown(ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider) -> None:
    line = planned(ada, provider).lines[0]
    loopback.asked.clear()
    once(ada, door, provider)
    assert {asked.host for asked in loopback.asked} == {sending.host for sending in line.sendings}
    words = hashlib.sha256(line.words.encode()).hexdigest() if provider.name == "gravatar" else line.words
    assert {heard(asked) for asked in loopback.asked} == {words}
    assert len(loopback.asked) <= len(line.sendings)
    assert {entry.details for entry in entries(ada)} == {line.details}


@providers
def test_nothing_found_is_empty(ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider) -> None:
    nothing = says({"error": "Record not found"}, 404)
    if provider.name not in SINGLE:
        nothing = says(body(provider.name, []))
    loopback.misbehave(HOSTS[provider.name], nothing)
    look = once(ada, door, provider)
    assert (look.outcome, look.results) == (Outcome.EMPTY, 0)


@listing
def test_one_broken_result_costs_only_itself(ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider) -> None:
    good = ONE[provider.name]
    for bad in (None, 7, {}, {"url": "javascript:alert(1)", "handle": 4, "login": "../a"}):
        loopback.misbehave(HOSTS[provider.name], says(body(provider.name, [good, bad])))
        look = once(ada, door, provider)
        assert (look.outcome, look.results) == (Outcome.PARTIAL, 1)
    (found,) = findings(ada)
    assert "\x00" not in found.title


@listing
def test_only_broken_results_are_no_answer(ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider) -> None:
    loopback.misbehave(HOSTS[provider.name], says(body(provider.name, [{"nothing": "here"}])))
    assert once(ada, door, provider).outcome is Outcome.UNREADABLE


FAILED = {
    "blocked": Outcome.BLOCKED,
    "limited": Outcome.RATE_LIMITED,
    "limited_without_a_time": Outcome.RATE_LIMITED,
    "broken": Outcome.NETWORK_ERROR,
    "unavailable": Outcome.NETWORK_ERROR,
    "hangs_up": Outcome.NETWORK_ERROR,
    "empty": Outcome.UNREADABLE,
    "garbage": Outcome.UNREADABLE,
    "wrong_shape": Outcome.UNREADABLE,
    "deep_json": Outcome.UNREADABLE,
    "nested_json": Outcome.UNREADABLE,
    "login_page": Outcome.UNREADABLE,
    "binary": Outcome.UNREADABLE,
    "many_links": Outcome.UNREADABLE,
    "endless": Outcome.UNREADABLE,
    "gzip_bomb": Outcome.UNREADABLE,
    "false_gzip": Outcome.UNREADABLE,
    "brotli": Outcome.UNREADABLE,
    "unknown_issuer": Outcome.NETWORK_ERROR,
    "other_name": Outcome.NETWORK_ERROR,
    "expired": Outcome.NETWORK_ERROR,
}
# Here more than one outcome is honest; that nothing was searched is what counts.
FAILED_SOMEHOW = (
    "noise",
    "cut_gzip",
    "too_short",
    "bad_chunks",
    "many_headers",
    "long_header",
    "continues",
    "redirects",
    "circle",
    "half_a_head",
)


@providers
@pytest.mark.parametrize("how", FAILED)
def test_every_failure_has_its_outcome(
    ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider, how: str
) -> None:
    loopback.misbehave(HOSTS[provider.name], how)
    look = once(ada, door, provider)
    assert (look.outcome, look.results) == (FAILED[how], 0)
    assert findings(ada) == ()


@providers
@pytest.mark.parametrize("how", FAILED_SOMEHOW)
def test_no_failure_is_ever_a_clean_result(
    ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider, how: str
) -> None:
    loopback.misbehave(HOSTS[provider.name], how)
    look = once(ada, door, provider)
    assert look.outcome in (Outcome.NETWORK_ERROR, Outcome.UNREADABLE)
    assert look.results == 0


@pytest.mark.parametrize("provider", PROVIDERS[:4], ids=lambda one: one.name)  # waiting is the door's part, and slow
@pytest.mark.parametrize("how", ["slow", "slow_head", "silent"])
def test_a_server_that_keeps_us_waiting_is_left(
    ada: Vault, impatient: Web, loopback: LoopbackWeb, provider: Provider, how: str
) -> None:
    loopback.misbehave(HOSTS[provider.name], how)
    assert once(ada, impatient, provider).outcome is Outcome.NETWORK_ERROR


@providers
@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        (202, Outcome.BLOCKED),
        (204, Outcome.UNREADABLE),
        (400, Outcome.UNREADABLE),
        (404, Outcome.UNREADABLE),
        (405, Outcome.BLOCKED),
        (429, Outcome.RATE_LIMITED),
        (451, Outcome.BLOCKED),
        (500, Outcome.NETWORK_ERROR),
        (502, Outcome.NETWORK_ERROR),
        (999, Outcome.BLOCKED),
    ],
)
def test_every_status_has_its_outcome(
    ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider, code: int, outcome: Outcome
) -> None:
    loopback.misbehave(HOSTS[provider.name], status(code))
    assert once(ada, door, provider).outcome is outcome


@providers
@pytest.mark.parametrize("code", [401, 403])
def test_a_refusal_is_about_the_key_where_there_is_one(
    ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider, code: int
) -> None:
    keyed = provider.needs is not None and provider.needs.secret
    loopback.misbehave(HOSTS[provider.name], status(code))
    assert once(ada, door, provider).outcome is (Outcome.KEY_REFUSED if keyed else Outcome.BLOCKED)


@providers
def test_a_wish_to_wait_is_told_and_kept(ada: Vault, door: Web, loopback: LoopbackWeb, provider: Provider) -> None:
    loopback.misbehave(HOSTS[provider.name], "limited")
    assert "60 minutes" in once(ada, door, provider).note
    loopback.behave(HOSTS[provider.name])
    loopback.asked.clear()
    assert once(ada, door, provider).outcome is Outcome.RATE_LIMITED
    assert loopback.asked == []


@providers
def test_a_name_that_does_not_exist_is_a_network_error(ada: Vault, loopback: LoopbackWeb, provider: Provider) -> None:
    def nowhere(host: str) -> tuple[str, ...]:
        raise OSError("no such name")

    gone = Web(ada, offline=lambda: False, resolver=nowhere, dial=loopback.dial, pace=0)
    assert once(ada, gone, provider).outcome is Outcome.NETWORK_ERROR


def test_a_wrong_brave_key_is_refused_in_either_way(ada: Vault, door: Web, loopback: LoopbackWeb) -> None:
    brave = PROVIDERS[1]
    give(ada, brave, "another-key-0000")
    assert once(ada, door, brave).outcome is Outcome.KEY_REFUSED
    error = {"type": "ErrorResponse", "error": {"code": "SUBSCRIPTION_TOKEN_INVALID", "status": 422}}
    loopback.misbehave(HOSTS["brave"], says(error, 422))
    assert once(ada, door, brave).outcome is Outcome.KEY_REFUSED


def test_an_engine_that_was_silent_makes_a_look_partial(ada: Vault, door: Web, loopback: LoopbackWeb) -> None:
    for silent in ([["google", "CAPTCHA"]], ["google"], {"google": 1}, "google"):
        answer = {**dict(body("searxng", [])), "unresponsive_engines": silent}
        loopback.misbehave(HOSTS["searxng"], says(answer))
        assert once(ada, door, PROVIDERS[0]).outcome is Outcome.PARTIAL


def test_a_server_that_gives_no_json_says_what_to_change(ada: Vault, door: Web, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOSTS["searxng"], "forbidden")
    look = once(ada, door, PROVIDERS[0])
    assert look.outcome is Outcome.BLOCKED
    assert "json" in look.note


def test_github_out_of_time_is_partial_and_out_of_questions_is_rate_limited(
    ada: Vault, door: Web, loopback: LoopbackWeb
) -> None:
    github = PROVIDERS[3]
    loopback.misbehave(HOSTS["github"], says({"total_count": 0, "incomplete_results": True, "items": []}))
    assert once(ada, door, github).outcome is Outcome.PARTIAL
    loopback.misbehave(HOSTS["github"], says({"total_count": 5, "incomplete_results": False, "items": []}))
    assert once(ada, door, github).outcome is Outcome.UNREADABLE
    loopback.misbehave(HOSTS["github"], says({"message": "limit"}, 403, X_RateLimit_Remaining="0"))
    assert once(ada, door, github).outcome is Outcome.RATE_LIMITED


def test_a_second_page_that_fails_makes_the_look_partial(ada: Vault, door: Web, loopback: LoopbackWeb) -> None:
    def second_breaks(visit: Visit) -> None:
        if visit.asked.query["offset"] != "0":
            visit.send(500)
            return
        more = {"query": {"original": "q", "more_results_available": True}}
        answer = {**dict(body("brave", [ONE["brave"]])), **more}
        says(answer)(visit)

    loopback.misbehave(HOSTS["brave"], second_breaks)
    look = once(ada, door, PROVIDERS[1])
    assert (look.outcome, look.results) == (Outcome.PARTIAL, 1)


NAMES = (
    *("results", "web", "query", "type", "actors", "items", "total_count", "url", "title", "login", "handle"),
    *("response", "status", "search", "hits", "searchinfo", "num-found", "expanded-result", "breaches"),
    *("error", "acct", "profile_url", "Error"),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(NAMES),
            inner,
            max_size=6,
        )
    ),
    max_leaves=20,
)


@providers
@given(value=JSON, code=st.sampled_from([200, 200, 200, 206, 422, 500]), raw=st.binary(max_size=60))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_reading_never_raises_and_never_takes_nonsense_for_nothing_found(
    provider: Provider, value: object, code: int, raw: bytes
) -> None:
    url = f"https://{HOSTS[provider.name]}/?q=%22Ada%22+in%3Aname&query=%22Ada%22"
    for content in (json.dumps(value).encode(), raw, b"{" + raw):
        page = provider.read(Reply(url, code, {"content-type": "application/json"}, content))
        assert isinstance(page.outcome, Outcome)
        if page.outcome is Outcome.EMPTY:
            assert code == 200
            assert content == json.dumps(value).encode()
            known = {"results", "query", "actors", "items", "response", "search", "hits", "num-found", "Error"}
            assert value == [] if provider.name == "wayback" else isinstance(value, dict) and known & set(value)
