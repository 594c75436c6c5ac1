"""Built-in things by name, in the order people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from footprint.errors import NotFound
from footprint.i18n import _


class Named(Protocol):
    @property
    def name(self) -> str: ...


Plugin = TypeVar("Plugin", bound=Named)


class Registry(Generic[Plugin]):
    """Built-ins by name. Code from elsewhere never runs beside an open vault; data packs do that job."""

    def __init__(self, builtin: Iterable[Plugin]) -> None:
        self._known = {one.name: one for one in builtin}

    def __iter__(self) -> Iterator[Plugin]:
        return iter(self._known.values())

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def names(self) -> tuple[str, ...]:
        return tuple(self._known)

    def get(self, name: str) -> Plugin:
        if name not in self._known:
            raise NotFound(_("There is no “{name}”. Known: {known}.").format(name=name, known=", ".join(self._known)))
        return self._known[name]
