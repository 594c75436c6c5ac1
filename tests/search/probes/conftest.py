"""The sites of the table on loopback, and a door that leads only there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from footprint.search import probes
from footprint.search.probes import Run
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Web
from tests.search.probes.site_web import SiteWeb
from tests.search.probes.table import Row, rows

TOTAL = 15.0


@pytest.fixture
def sites(request: pytest.FixtureRequest) -> Iterator[SiteWeb]:
    """The whole table; `indirect` chooses rows."""
    with SiteWeb(getattr(request, "param", None) or rows()) as web:
        yield web


@pytest.fixture
def site_door(vault: Vault, sites: SiteWeb) -> Web:
    return Web(
        vault,
        offline=lambda: False,
        resolver=sites.resolver,
        dial=sites.dial,
        authority=sites.authority,
        pace=0,
        total=TOTAL,
    )


@pytest.fixture
def ask(vault: Vault, site_door: Web) -> Callable[..., Run]:
    """Press the button once: these usernames at these rows of the table."""

    def press(table: tuple[Row, ...], *handles: str, task: Task | None = None) -> Run:
        made = probes.plan(vault, [row.site for row in table], handles)
        return probes.run(vault, site_door, made, task or Task()).value

    return press
