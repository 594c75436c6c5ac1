"""Lists as JSON: Bitwarden’s, Proton Pass’s, and what stands inside a 1Password .1pux file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from footprint.i18n import _
from footprint.passwords.exports.raw import MOST_LOGINS, BadExport, Found, Raw, day_of
from footprint.passwords.records import Manager

_BITWARDEN_LOGIN = 1
_PROTON_TRASHED = 2


def read_json(text: str) -> Found | None:
    """The list in `text`; None when it is JSON of something else. Raises `BadExport` for a locked or broken one."""
    try:
        whole = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise BadExport(_("This file is cut off or damaged. Export it again.")) from None
    if not isinstance(whole, dict):
        return None
    if whole.get("encrypted") is True or whole.get("passwordProtected") is True:
        raise locked()
    for recognise in (_onepassword, _proton, _bitwarden):
        found = recognise(whole)
        if found is not None:
            return found
    return None


def locked() -> BadExport:
    """The sentence for every kind of list that only its own manager can open."""
    return BadExport(
        _("This list is locked, so only its own manager can read it. Export again, as a plain .csv or .json file.")
    )


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _bitwarden(whole: dict[str, Any]) -> Found | None:
    items = whole.get("items")
    if not isinstance(items, list):
        return None

    def one(item: dict[str, Any]) -> Raw | None:
        login = _dict(item.get("login"))
        if item.get("type") != _BITWARDEN_LOGIN or item.get("deletedDate") or not login:
            return None
        urls = [_text(_dict(uri).get("uri")) for uri in _list(login.get("uris"))]
        changed = login.get("passwordRevisionDate") or item.get("creationDate")
        return Raw(
            title=_text(item.get("name")),
            urls=tuple(url for url in urls if url),
            username=_text(login.get("username")),
            password=_text(login.get("password")),
            two_step=bool(_text(login.get("totp"))),
            changed=day_of(changed),
        )

    return Found(Manager.BITWARDEN, _each(items, one), says_two_step=True, says_dates=True)


def _proton(whole: dict[str, Any]) -> Found | None:
    vaults = whole.get("vaults")
    if not isinstance(vaults, dict | list):
        return None
    each = vaults.values() if isinstance(vaults, dict) else vaults
    items = [item for vault in each for item in _list(_dict(vault).get("items"))]

    def one(item: dict[str, Any]) -> Raw | None:
        data = _dict(item.get("data"))
        content = _dict(data.get("content"))
        if data.get("type") != "login" or item.get("state") == _PROTON_TRASHED:
            return None
        return Raw(
            title=_text(_dict(data.get("metadata")).get("name")),
            urls=tuple(url for url in map(_text, _list(content.get("urls"))) if url),
            username=_text(content.get("itemUsername"))
            or _text(content.get("username"))
            or _text(content.get("itemEmail")),
            password=_text(content.get("password")),
            two_step=bool(_text(content.get("totpUri"))),
            changed=day_of(item.get("modifyTime")),
        )

    return Found(Manager.PROTON, _each(items, one), says_two_step=True, says_dates=True)


def _onepassword(whole: dict[str, Any]) -> Found | None:
    accounts = whole.get("accounts")
    if not isinstance(accounts, list):
        return None
    vaults = [vault for account in accounts for vault in _list(_dict(account).get("vaults"))]
    items = [item for vault in vaults for item in _list(_dict(vault).get("items"))]

    def one(item: dict[str, Any]) -> Raw | None:
        item = _dict(item.get("item")) or item  # as older .1pux files have it
        details, overview = _dict(item.get("details")), _dict(item.get("overview"))
        fields = [_dict(field) for field in _list(details.get("loginFields"))]
        if not fields and not _text(details.get("password")):
            return None

        def designated(name: str) -> str:
            return next((_text(field.get("value")) for field in fields if field.get("designation") == name), "")

        urls = [_text(_dict(url).get("url")) for url in _list(overview.get("urls"))] or [_text(overview.get("url"))]
        values = [
            _dict(_dict(field).get("value"))
            for section in _list(details.get("sections"))
            for field in _list(_dict(section).get("fields"))
        ]
        return Raw(
            title=_text(overview.get("title")),
            urls=tuple(url for url in urls if url),
            username=designated("username"),
            password=designated("password") or _text(details.get("password")),
            two_step=any(_text(value.get("totp")) for value in values),
            changed=day_of(item.get("updatedAt")),
        )

    return Found(Manager.ONEPASSWORD, _each(items, one), says_two_step=True, says_dates=True)


def _each(items: Iterable[Any], one: Any) -> Iterator[Raw | None]:
    for done, item in enumerate(items):
        if done >= MOST_LOGINS:
            raise BadExport(_("This list has more logins than anyone has. Check which file it is."))
        yield one(item) if isinstance(item, dict) else None


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
