"""Good answers of every source with something in them changed: harder to read than noise, and just as harmless."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.search import Outcome, Provider
from footprint.web import Reply
from tests.contracts.test_providers import HOSTS, ONE, SINGLE, body, providers

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from(
        [[], {}, [[]], [{}], "", "\x00", "\ud800", "javascript:alert(1)", "https://", "http://[", "<b>" * 500,
         "https://127.0.0.1/", "x" * 20_000, 10**400, -1, {"url": {"url": {}}}, ["https://club.example/a"] * 3]
    ),
)  # fmt: skip


def answer_of(name: str) -> Any:
    """One good result, in the shape of the source."""
    return copy.deepcopy(ONE[name] if name in SINGLE else body(name, [ONE[name], ONE[name]]))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something can be changed."""
    if path:
        yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inside:
        yield from places(one, (*path, key))


def changed(value: Any, path: tuple[Any, ...], odd: object, how: str) -> Any:
    """With `odd` in that place, or nothing there, or what is there twice as deep."""
    at = value
    for key in path[:-1]:
        at = at[key]
    if how == "put":
        at[path[-1]] = copy.deepcopy(odd)
    elif how == "wrap":
        at[path[-1]] = [at[path[-1]]]
    else:
        del at[path[-1]]
    return value


@providers
@given(data=st.data())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_an_answer_with_something_changed_is_read_or_refused(provider: Provider, data: st.DataObject) -> None:
    value = answer_of(provider.name)
    for _change in range(data.draw(st.integers(1, 2))):
        paths = list(places(value))
        if not paths:
            break
        path = data.draw(st.sampled_from(paths))
        value = changed(value, path, data.draw(ODD), data.draw(st.sampled_from(["put", "put", "wrap", "drop"])))
    url = f"https://{HOSTS[provider.name]}/?q=%22Ada%22&query=%22Ada%22"
    page = provider.read(Reply(url, 200, {"content-type": "application/json"}, json.dumps(value).encode()))
    assert isinstance(page.outcome, Outcome)
    assert page.outcome.searched or page.outcome in (Outcome.PARTIAL, Outcome.UNREADABLE, *NAMED)
    for hit in page.hits:
        assert hit.address.startswith(("https://", "http://")) and hit.address.isprintable()
        words = f"{hit.title}{hit.snippet}{hit.named}"
        words.encode("utf-8")
        assert "\x00" not in words and len(words) < 4_000


# What a source may say of itself in an answer with code 200.
NAMED = (Outcome.RATE_LIMITED, Outcome.KEY_REFUSED, Outcome.BLOCKED, Outcome.NETWORK_ERROR)
