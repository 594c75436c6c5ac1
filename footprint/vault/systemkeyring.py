"""The computer's own password store (keyring) as a way in: only when the person asks for it, and never the only one.

It is given a secret of one slot, not the data key: with the slot gone from the file, what it holds is worthless, and
what it holds opens nothing without the file. Which store is used is our own choice from four; neither the environment
nor a file of settings may choose code for us (`vault-design` 4.5). Every answer is waited for 10 seconds at most.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from footprint.vault.errors import KeyringNotSet, KeyringUnavailable, Situation

T = TypeVar("T")

LONGEST_WAIT = 10.0  # seconds; a question of the computer's own may wait for ever
_SECRET_BYTES = 32
_LEFT_OVER_AT_MOST = 16


class Backend(Protocol):
    """What is used of a store of the `keyring` library."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...
    def get_credential(self, service: str, username: str | None) -> Any: ...


@dataclass(frozen=True, repr=False)
class SlotSecret:
    """32 random bytes that open one slot; kept in the keyring. Its `repr` does not show them."""

    secret: bytes

    def __post_init__(self) -> None:
        if len(self.secret) != _SECRET_BYTES:
            raise ValueError("a slot secret is 32 bytes")

    def __repr__(self) -> str:
        return "SlotSecret(...)"

    @classmethod
    def new(cls) -> SlotSecret:
        return cls(os.urandom(_SECRET_BYTES))


def service_name(vault: str) -> str:
    """The name of a vault's entries: the app and the vault's id, nothing personal."""
    return f"Footprint Check {vault}"


class SystemKeyring:
    """The store of this computer. `make` and `wait` are for tests; nothing else chooses them."""

    def __init__(self, make: Callable[[], Backend] | None = None, wait: float = LONGEST_WAIT) -> None:
        self._make = make or _backend
        self._wait = wait

    def read(self, vault: str, slot: str) -> SlotSecret:
        """What opens this slot. Raises `KeyringUnavailable`; that there is nothing is `EMPTY`, never a new start."""
        text = self._ask(lambda store: store.get_password(service_name(vault), slot))
        if text is None:
            raise KeyringUnavailable(Situation.EMPTY)
        found = _secret_in(text)
        if found is None:
            raise KeyringUnavailable(Situation.OTHER)
        return found

    def put(self, vault: str, slot: str, secret: SlotSecret) -> None:
        """Store it and read it back: some stores take everything and keep nothing. Raises `KeyringNotSet`."""
        text = base64.b64encode(secret.secret).decode()

        def work(store: Backend) -> bool:
            store.set_password(service_name(vault), slot, text)
            back = store.get_password(service_name(vault), slot)
            return back is not None and hmac.compare_digest(back.encode(), text.encode())

        try:
            kept = self._ask(work, undo=lambda store: store.delete_password(service_name(vault), slot))
        except KeyringUnavailable as problem:
            raise KeyringNotSet(problem.situation) from problem
        if not kept:
            raise KeyringNotSet(Situation.NOT_KEPT)

    def forget(self, vault: str, slot: str) -> bool:
        """Take it out; False when the store did not let us, or held none. It is worthless without its slot."""
        try:
            self._ask(lambda store: store.delete_password(service_name(vault), slot))
        except KeyringUnavailable:
            return False
        return True

    def forget_all(self, vault: str) -> int:
        """Take out everything of this vault, what a crash left over as well; gives how many entries that were.

        Raises `KeyringUnavailable` when the store does not answer.
        """
        return self._ask(lambda store: _forget_all(store, service_name(vault)))

    def _ask(self, work: Callable[[Backend], T], undo: Callable[[Backend], object] | None = None) -> T:
        """Run `work` with the store on a thread of its own, and give up on it after `wait` seconds.

        The thread cannot be ended; when it comes to an end after all, `undo` takes back what nobody waits for.
        """
        asked = _Asked(self._make, work, undo)
        threading.Thread(target=asked.run, name="system keyring", daemon=True).start()
        found: T = asked.answer(self._wait)
        return found


class _Asked:
    """One question to the store, answered on another thread or never."""

    def __init__(
        self, make: Callable[[], Backend], work: Callable[[Backend], Any], undo: Callable[[Backend], object] | None
    ) -> None:
        self._make, self._work, self._undo = make, work, undo
        self._over = threading.Condition()
        self._ended = self._given_up = False
        self._value: Any = None
        self._problem: Exception | None = None

    def run(self) -> None:
        store: Backend | None = None
        value, problem = None, None
        try:
            store = self._make()
            value = self._work(store)
        except Exception as found:  # noqa: BLE001 - stores raise what they like (`vault-design` 4.5)
            problem = found
        with self._over:
            late = self._given_up
            self._ended, self._value, self._problem = True, value, problem
            self._over.notify_all()
        if late and problem is None and store is not None and self._undo is not None:
            with suppress(Exception):
                self._undo(store)

    def answer(self, wait: float) -> Any:
        with self._over:
            if not self._over.wait_for(lambda: self._ended, wait):
                self._given_up = True
                raise KeyringUnavailable(Situation.NO_ANSWER)
        if isinstance(self._problem, KeyringUnavailable):
            raise self._problem
        if self._problem is not None:
            raise KeyringUnavailable(_situation(self._problem)) from self._problem
        return self._value


def _situation(problem: Exception) -> Situation:
    """Which of the situations of `vault-design` 4.5 an error of the library stands for."""
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    if isinstance(problem, NoKeyringError):
        return Situation.NO_STORE
    return Situation.CLOSED if isinstance(problem, KeyringLocked | InitError) else Situation.FAILED


def _secret_in(text: str) -> SlotSecret | None:
    try:
        return SlotSecret(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return None


def _forget_all(store: Backend, service: str) -> int:
    for count in range(_LEFT_OVER_AT_MOST):
        found = store.get_credential(service, None)
        if found is None:
            return count
        store.delete_password(service, found.username)
    return _LEFT_OVER_AT_MOST


def _backend() -> Backend:
    """The store of this computer, of the four we know; never the one a setting names."""
    if sys.platform == "win32":
        return _windows()
    kinds = _mac() if sys.platform == "darwin" else _linux()
    for kind in kinds:
        with suppress(Exception):  # a store that is not there says so in whatever way it likes
            if kind.priority > 0:
                store: Backend = _untouched(kind())
                return store
    raise KeyringUnavailable(Situation.NO_STORE)


def _mac() -> tuple[Any, ...]:
    from keyring.backends import macOS

    macOS.Keyring.keychain = None  # the environment may have named another
    return (macOS.Keyring,)


def _linux() -> tuple[Any, ...]:
    from keyring.backends import SecretService, kwallet

    return (SecretService.Keyring, kwallet.DBusKeyring)


def _windows() -> Backend:
    from keyring.backends import Windows

    make: Any = Windows.WinVaultKeyring
    store = _untouched(make())
    store.persist = "local machine"  # the usual kind follows the employer's profile to other computers
    found: Backend = store
    return found


def _untouched(store: Any) -> Any:
    """Without what `KEYRING_PROPERTY_…` variables have put on it."""
    for name in [one for one in vars(store) if f"KEYRING_PROPERTY_{one.upper()}" in os.environ]:
        delattr(store, name)
    return store
