"""What was typed and not finished, put away in the vault when the app locks and there again afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from footprint import vault as vaults
from footprint.log import Length, Tone, safety
from footprint.vault import Vault
from ui.log.draft import Draft

T = TypeVar("T")

MOST = 50
_FORMS = "log.form_drafts"
LETTERS, NOTES = safety.BEGUN, "log.note_drafts"
"""Letters about items, and notes that concern none: kept apart, because each page keeps all of its own at once."""


@dataclass
class Writing:
    """How far the letter of one item is. `own_words` is None while the words are still ours; `kind` is "" until the
    person chooses."""

    tone: Tone = Tone.FRIENDLY
    values: dict[str, str] = field(default_factory=dict)
    own_words: str | None = None
    kind: str = ""
    length: Length = Length.LONG


def forms(vault: Vault) -> dict[str, Draft]:
    """Half-filled forms by what they were opened for."""
    return _kept(vault, _FORMS, dict[str, Draft])


def keep_forms(vault: Vault, half_done: Mapping[str, Draft]) -> None:
    _keep(vault, _FORMS, half_done)


def letters(vault: Vault, shelf: str = LETTERS) -> dict[str, Writing]:
    """Letters that were begun, by the id of their item."""
    return _kept(vault, shelf, dict[str, Writing])


def keep_letters(vault: Vault, begun: Mapping[str, Writing], shelf: str = LETTERS) -> None:
    """Those in which something was written, and none to whoever is never written to."""
    written = {name: one for name, one in begun.items() if one != Writing()}
    with vault.reading() as db:
        kept = safety.kept_begun(db, written)
    _keep(vault, shelf, {name: written[name] for name in kept})


def _kept(vault: Vault, name: str, kind: type[T]) -> T:
    """What was put away; nothing where it cannot be read, for a draft must never stand in the way."""
    with suppress(msgspec.MsgspecError):
        return msgspec.json.decode(vaults.fact(vault, name) or "{}", type=kind)
    return msgspec.json.decode("{}", type=kind)


def _keep(vault: Vault, name: str, things: Mapping[str, object]) -> None:
    newest = dict(list(things.items())[-MOST:])
    text = msgspec.json.encode(newest).decode() if newest else ""
    if text != vaults.fact(vault, name):
        vaults.set_fact(vault, name, text)
