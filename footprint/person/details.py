"""Names, towns, employers, handles and contact points: what the person says about themself."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TypedDict, Unpack

from footprint.i18n import _
from footprint.ids import new_id
from footprint.person import store
from footprint.person.contact import read_email, read_phone
from footprint.person.errors import AlreadyThere, BadDetail
from footprint.person.handles import tidy_handle
from footprint.person.names import split_name, tidy_name
from footprint.person.records import Detail, DetailKind
from footprint.vault import Done, Vault

_LONGEST = 200


class Changes(TypedDict, total=False):
    """What of a detail can be changed."""

    text: str
    given: str
    family: str
    searchable: bool
    network: str


def details(vault: Vault, kind: DetailKind | None = None) -> tuple[Detail, ...]:
    """All details, or those of one kind, in the order they were added."""
    with vault.reading() as db:
        return tuple(one for one in store.details(db) if kind is None or one.kind is kind)


def searchable(vault: Vault) -> tuple[Detail, ...]:
    """The details that may stand in a search."""
    return tuple(one for one in details(vault) if one.searchable)


def add_detail(
    vault: Vault,
    kind: DetailKind,
    text: str,
    *,
    given: str = "",
    family: str = "",
    searchable: bool | None = None,
    network: str = "",
) -> Done[Detail]:
    """Keep a detail. `searchable` None is the default of its kind; one that is there already is kept once."""
    on = kind.searchable_at_first if searchable is None else searchable
    new = _read(Detail(new_id(), kind, text, given, family, on, network))
    with vault.writing() as write:
        old = next((one for one in store.details(write.db) if _same(one, new)), None)
        if old is not None:
            new = replace(old, searchable=old.searchable if searchable is None else searchable)
        if new != old:
            store.put_detail(write.db, new, write.now)
    return write.done(new)


def change_detail(vault: Vault, detail_id: str, **values: Unpack[Changes]) -> Done[Detail]:
    """Change what was typed; a new text of a name is taken apart anew unless its parts are given too."""
    with vault.writing() as write:
        old = store.detail(write.db, detail_id)
        if "text" in values and not {"given", "family"} & set(values):
            values = {**values, "given": "", "family": ""}
        new = _read(replace(old, **values))
        if any(_same(one, new) and one.id != new.id for one in store.details(write.db)):
            raise AlreadyThere(_("“{text}” is in your list already.").format(text=new.text))
        store.put_detail(write.db, new, write.now)
    return write.done(new)


def set_searchable(vault: Vault, detail_id: str, on: bool) -> Done[Detail]:
    """Allow or forbid its use in searches, for this one detail."""
    return change_detail(vault, detail_id, searchable=on)


def remove_detail(vault: Vault, detail_id: str) -> Done[Detail]:
    with vault.writing() as write:
        old = store.detail(write.db, detail_id)
        store.remove_detail(write.db, detail_id, write.now)
    return write.done(old)


def _read(one: Detail) -> Detail:
    """The detail with its text in the form it is kept in."""
    text = _plain(one.text)
    if one.kind is DetailKind.EMAIL:
        return replace(one, text=read_email(text))
    if one.kind is DetailKind.PHONE:
        return replace(one, text=read_phone(text))
    if one.kind is DetailKind.HANDLE:
        return replace(one, text=_handle(text))
    _check(one.kind, text)  # as it was typed, so that a problem says it back unchanged
    text = tidy_name(text) if one.kind.is_name else text
    return _name(one, text) if one.kind.is_name else replace(one, text=text, given="", family="")


def _name(one: Detail, text: str) -> Detail:
    given, family = tidy_name(_plain(one.given)), tidy_name(_plain(one.family))
    if not given and not family:
        given, family = split_name(text)
        if one.kind is DetailKind.FORMER_NAME and not family:
            given, family = "", given  # one word that somebody was called before is mostly a family name
        elif "," in text and given and family:
            text = f"{given} {family}"
    return replace(one, text=text, given=given, family=family)


def _handle(text: str) -> str:
    handle = tidy_handle(text)
    if not handle:
        raise BadDetail(_("Enter a username, such as ada.example."))
    if "://" in handle or " " in handle or len(handle) > _LONGEST:
        raise BadDetail(_("Enter only the username, without an address or blanks."))
    return handle


def _check(kind: DetailKind, text: str) -> None:
    if not text:
        raise BadDetail(_("Nothing was typed here yet."))
    if len(text) > _LONGEST:
        raise BadDetail(_("This is too long. Use up to {n} letters.").format(n=_LONGEST))
    if not any(letter.isalpha() for letter in text):
        raise BadDetail(_("“{text}” has no letters in it.").format(text=text[:60]))
    if kind.is_name and ("@" in text or "://" in text):
        raise BadDetail(_("“{text}” looks like an address. Enter a name here.").format(text=text[:60]))


def _plain(text: str) -> str:
    """On one line, without the letters nobody sees."""
    seen = (" " if unicodedata.category(one) in ("Cc", "Zl", "Zp") else one for one in text)
    return " ".join("".join(one for one in seen if unicodedata.category(one) not in ("Cf", "Cs")).split())


def _same(one: Detail, other: Detail) -> bool:
    return (one.kind, one.text.casefold(), one.network) == (other.kind, other.text.casefold(), other.network)
