"""Password stores made by hand: one that works, and one for each way in which real ones go wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from footprint import vault as v


@dataclass(frozen=True)
class Credential:
    username: str
    password: str


@dataclass
class Store:
    """A password store in memory; what it holds is `entries`."""

    entries: dict[tuple[str, str], str] = field(default_factory=dict)

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]

    def get_credential(self, service: str, username: str | None) -> Credential | None:
        for (name, user), password in self.entries.items():
            if name == service and username in (None, user):
                return Credential(user, password)
        return None

    def keyring(self) -> v.SystemKeyring:
        """The way the app asks it."""
        return v.SystemKeyring(lambda: self)


class Null(Store):
    """Takes everything and keeps nothing, as the library's own `null` does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Forgotten at once."""


class Raising(Store):
    """Fails whatever is asked of it."""

    def __init__(self, problem: Callable[[], Exception]) -> None:
        super().__init__()
        self._problem = problem

    def get_password(self, service: str, username: str) -> str | None:
        raise self._problem()

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self._problem()

    def delete_password(self, service: str, username: str) -> None:
        raise self._problem()


class Asking(Store):
    """Waits for an answer of the person's, as a store does that shows a question; `answer` gives it."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answer.wait(20)
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.answer.wait(20)
        super().set_password(service, username, password)

    def keyring(self) -> v.SystemKeyring:
        return v.SystemKeyring(lambda: self, wait=0.05)
