"""An invented person, the loopback web with the four sources on it, and a door that leads only there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from footprint import person
from footprint.demo.web import LoopbackWeb
from footprint.demo.web_sources import BRAVE_KEY
from footprint.person import DetailKind
from footprint.search import PROVIDERS, Plan, Provider, Run, give, plan, run
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb() as web:
        yield web


@pytest.fixture
def door(vault: Vault, loopback: LoopbackWeb) -> Web:
    return Web(
        vault,
        offline=lambda: False,
        resolver=loopback.resolver,
        dial=loopback.dial,
        authority=loopback.authority,
        pace=0,
        total=5,
    )


@pytest.fixture
def ada(vault: Vault) -> Vault:
    """A vault that knows who its person is."""
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    person.add_detail(vault, DetailKind.HANDLE, "ada_example")
    person.add_detail(vault, DetailKind.FORMER_NAME, "Ada Sample")
    person.add_detail(vault, DetailKind.EMPLOYER, "Exampleshire Council")
    return vault


@pytest.fixture
def four(ada: Vault) -> tuple[Provider, ...]:
    """The first four sources, set up."""
    first = PROVIDERS[:4]
    for provider in first:
        if provider.name == "searxng":
            give(ada, provider, "https://search.example")
        elif provider.name == "brave":
            give(ada, provider, BRAVE_KEY)
    return first


@pytest.fixture
def look(ada: Vault, door: Web, four: tuple[Provider, ...]) -> Callable[..., Run]:
    """Press the button once: the whole plan, or only its first `lines` of each source."""

    def press(lines: int = 1, names: tuple[str, ...] = ("searxng", "brave", "bluesky", "github")) -> Run:
        chosen = first_lines(plan(ada, four), lines, names)
        return run(ada, door, chosen, four, Task()).value

    return press


def first_lines(made: Plan, lines: int, names: tuple[str, ...]) -> Plan:
    wanted = [line.number for name in names for line in [one for one in made.lines if one.provider == name][:lines]]
    return made.only(wanted)
