"""Where the password of an account is changed: the step of its checklist, and the network's own page."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.checklists import Library, NetworkFile

_PAGE = "password"


@dataclass(frozen=True)
class Step:
    """`check` is the id of the step of the network's checklist, empty where it has none; `link` its own page."""

    network: str
    name: str
    check: str
    link: str


def step_for(library: Library, network: str) -> Step:
    """Where to change the password of an account; a network without a checklist has the one that fits any."""
    file = library.network_or_any(network)
    page = file.pages.password
    return Step(network, file.name, _check(file), page.link if page else "")


def _check(file: NetworkFile) -> str:
    for check in file.checks:
        if check.page == _PAGE:
            return check.id
    return next((check.id for check in file.checks if check.id.startswith(_PAGE)), "")
