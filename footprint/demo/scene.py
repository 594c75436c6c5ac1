"""Where the invented person's audit takes place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from footprint.checklists import Library
from footprint.demo.clock import DemoClock
from footprint.search import Provider
from footprint.vault import Vault
from footprint.web import Web


@dataclass(frozen=True)
class Scene:
    """What an audit needs: a vault with a clock to turn, a door that leads to the loopback web, and the registries."""

    vault: Vault
    clock: DemoClock
    web: Web
    library: Library
    providers: Iterable[Provider]
    say: Callable[[str], None] = lambda _words: None
    # What the sites of the invented web do in the course of it: a page is gone, and is there again.
    take_down: Callable[[str], None] = lambda _address: None
    put_back: Callable[[str], None] = lambda _address: None
    # The searches of the invented web go round it once more: from now on they know what is new and what is gone.
    go_round: Callable[[], None] = lambda: None
