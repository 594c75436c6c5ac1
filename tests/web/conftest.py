"""A loopback web, a door to it, and one pressed preview for whatever a test wants to fetch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from footprint.demo.web import LoopbackWeb
from footprint.tasks import Task
from footprint.vault.vault import Vault
from footprint.web import Consent, Purpose, Reply, Request, Sending, Web

HOST = "page.example"
URL = f"https://{HOST}/"


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb(more_hosts=(HOST, "other.example")) as web:
        yield web


@pytest.fixture
def make_door(vault: Vault, loopback: LoopbackWeb) -> Callable[..., Web]:
    def make(**changed: object) -> Web:
        usual = {
            "resolver": loopback.resolver,
            "dial": loopback.dial,
            "authority": loopback.authority,
            "pace": 0,
            "offline": lambda: False,
        }
        return Web(vault, **{**usual, **changed})  # type: ignore[arg-type]

    return make


@pytest.fixture
def door(make_door: Callable[..., Web]) -> Web:
    return make_door()


@pytest.fixture
def allow() -> Iterator[Callable[..., Consent]]:
    """A consent for a door, open until the test ends."""
    with ExitStack() as opened:

        def press(
            door: Web, purpose: Purpose = Purpose.SEARCH, host: str = HOST, details: tuple[str, ...] = ()
        ) -> Consent:
            seen = Sending(host=host, words="Ada Example", why="to see what others see", details=details)
            return opened.enter_context(door.consented(purpose, [seen]))

        yield press


@pytest.fixture
def get(door: Web, allow: Callable[..., Consent]) -> Callable[..., Reply]:
    """Fetch as the usual door does, with a consent of its own."""

    def fetch(url: str = URL, purpose: Purpose = Purpose.SEARCH, host: str = HOST, **more: object) -> Reply:
        return door.fetch(Request(url, purpose, **more), allow(door, purpose, host), Task())  # type: ignore[arg-type]

    return fetch
