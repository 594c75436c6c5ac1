"""What the person gives once so that a source can be used: an address of their own, a key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from footprint import web
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.vault import Done, Vault, fact, set_fact

if TYPE_CHECKING:
    from footprint.search.providers.base import Need, Provider


class BadKey(FootprintError):
    """What was given is no key."""


class BadServer(FootprintError):
    """What was given is not the name of a public server."""


def given(vault: Vault, provider: Provider) -> str | None:
    """What the person gave for `provider`; empty where nothing is needed, None where it is still missing."""
    if provider.needs is None:
        return ""
    if _own(provider.needs):
        return web.own_origin(vault)
    return fact(vault, provider.needs.name) or None


def give(vault: Vault, provider: Provider, text: str) -> Done[str]:
    """Keep a key, or allow the person's own address; in place of an earlier one.

    Gives the address, or of a key no more than its end: a result is passed about and shown.
    """
    if provider.needs is None:
        raise ValueError(f"{provider.name} needs nothing")
    if _own(provider.needs):
        return web.allow_own_origin(vault, text.strip())
    if provider.needs.server:
        server = server_name(text)
        return Done(server, set_fact(vault, provider.needs.name, server).undo)
    key = read_key(text)
    return Done(key_end(key), set_fact(vault, provider.needs.name, key).undo)


def read_key(text: str) -> str:
    """A key as it was copied, without blanks around it; what is no key is not repeated in the error."""
    key = text.strip()
    if not key or not key.isascii() or not key.isprintable() or " " in key or len(key) > 500:
        raise BadKey(_("This does not look like a key. Copy it again, without blanks."))
    return key


def server_name(text: str) -> str:
    """The plain name of a public server out of what was typed: `social.example`, also from an address or a handle."""
    name = text.strip().rpartition("@")[2].removeprefix("https://").rstrip("/")
    try:
        address = web.judge(f"https://{name}/")
    except web.Refused:
        address = None
    if address is None or address.url != f"https://{address.host}/":
        raise BadServer(_("This does not look like the name of a server. It looks like social.example"))
    return address.host


def _own(needs: Need) -> bool:
    """Whether it is an address of the person's own, which may be inside their network."""
    return not needs.secret and not needs.server


def key_end(key: str) -> str:
    """`…` and the last letters of a key, to tell which one it is."""
    return "…" + key[-4:] if len(key) >= 12 else "…"


def forget(vault: Vault, provider: Provider) -> Done[None]:
    """Forget the key or the address."""
    if provider.needs is None:
        raise ValueError(f"{provider.name} needs nothing")
    if _own(provider.needs):
        return web.forget_own_origin(vault)
    return Done(None, set_fact(vault, provider.needs.name, "").undo)


def ready(vault: Vault, providers: Iterable[Provider]) -> tuple[Provider, ...]:
    """The sources that can be asked now."""
    return tuple(provider for provider in providers if given(vault, provider) is not None)
