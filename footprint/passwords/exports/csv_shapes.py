"""Lists as CSV, recognised by the names of their columns: the shapes managers write today, and older ones.

The columns were gathered from the importers of other managers in November 2026; nobody held a real export in hand.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from footprint.i18n import _
from footprint.passwords.exports.raw import MOST_LOGINS, BadExport, Found, Raw, day_of
from footprint.passwords.records import Manager

_LONGEST_CELL = 1_000_000
_NOTE_ADDRESS = "http://sn"  # how LastPass marks a note


@dataclass(frozen=True)
class Shape:
    """`needs`: columns that are all there; then the column of each thing, the first one there is."""

    manager: Manager
    needs: frozenset[str]
    url: tuple[str, ...] = ("url",)
    title: tuple[str, ...] = ("title", "name")
    username: tuple[str, ...] = ("username",)
    password: tuple[str, ...] = ("password",)
    two_step: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()  # values of the column “type” that are logins; none = all are


def _shape(manager: Manager, needs: str, **columns: tuple[str, ...] | frozenset[str]) -> Shape:
    return Shape(manager, frozenset(needs.split("|")), **columns)  # type: ignore[arg-type]  # each is of its own kind


_LOGIN = frozenset({"login", ""})

# The most telling shapes come first: the short ones fit into the others.
SHAPES: tuple[Shape, ...] = (
    _shape(
        Manager.BITWARDEN, "login_uri|login_username|login_password", url=("login_uri",), title=("name",),
        username=("login_username",), password=("login_password",), two_step=("login_totp",), kinds=_LOGIN,
    ),
    _shape(
        Manager.PROTON, "type|name|password|createtime|modifytime", two_step=("totp",), changed=("modifytime",),
        username=("username", "email"), kinds=frozenset({"login"}),
    ),
    _shape(Manager.PROTON, "name|url|username|password|note|totp", two_step=("totp",)),
    _shape(Manager.LASTPASS, "url|username|password|extra|grouping", two_step=("totp",)),
    _shape(Manager.DASHLANE, "username|username2|title|password|url", two_step=("otpsecret", "otpurl")),
    _shape(Manager.DASHLANE, "username|title|password|url|category", two_step=("otpsecret", "otpurl")),
    _shape(Manager.FIREFOX, "url|username|password|httprealm", changed=("timepasswordchanged",)),
    _shape(
        Manager.KEEPASSXC, "group|title|username|password|url", two_step=("totp",), changed=("last modified",),
    ),
    _shape(
        Manager.KEEPASS, "account|login name|password|web site", url=("web site",), title=("account",),
        username=("login name",),
    ),
    _shape(Manager.ONEPASSWORD, "title|url|username|password|favorite|archived", two_step=("otpauth",)),
    _shape(Manager.ONEPASSWORD, "title|url|username|password|type", two_step=("otpauth",)),
    _shape(Manager.ONEPASSWORD, "title|url|username|password|tags", two_step=("otpauth",)),
    _shape(Manager.ONEPASSWORD, "title|website|username|password", url=("website",)),
    _shape(Manager.APPLE, "title|url|username|password|otpauth", two_step=("otpauth",)),
    _shape(Manager.APPLE, "title|url|username|password|otpauth url", two_step=("otpauth url",)),
    _shape(Manager.APPLE, "title|url|username|password"),
    _shape(Manager.CHROME, "name|url|username|password"),
)  # fmt: skip

# A table of another manager, or one in another language: enough when it is clear which column is which.
_OTHER = Shape(
    Manager.OTHER,
    frozenset(),
    url=("url", "website", "web site", "site", "webseite", "site web", "sitio web", "adres", "gwefan", "login_url"),
    title=("title", "name", "account", "titel", "nom", "titre", "título", "nombre", "naam", "enw"),
    username=(
        "username",
        "user name",
        "login",
        "email",
        "benutzername",
        "nom d'utilisateur",
        "usuario",
        "enw defnyddiwr",
    ),
    password=("password", "passwort", "kennwort", "mot de passe", "contraseña", "senha", "wachtwoord", "cyfrinair"),
    two_step=("totp", "otpauth", "otp"),
)


def read_csv(text: str) -> Found | None:
    """The list in `text`; None when its first line names no columns we know."""
    text = text.lstrip("\ufeff\r\n")
    head = text.partition("\n")[0]
    comma = max(",;\t", key=head.count)
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=comma, skipinitialspace=True)
    try:
        columns = _columns(next(rows, []))
    except csv.Error:
        return None
    shape = _recognise(columns)
    if shape is None:
        return None
    two_step = any(name in columns for name in shape.two_step)
    dates = any(name in columns for name in shape.changed)
    return Found(shape.manager, _logins(rows, columns, shape), two_step, dates)


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Where each column is; of two with one name the first counts."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        found.setdefault(name.strip().strip('"').casefold(), place)
    return found


def _recognise(columns: Mapping[str, int]) -> Shape | None:
    for shape in SHAPES:
        if shape.needs <= columns.keys():
            return shape
    known = [any(name in columns for name in names) for names in (_OTHER.password, _OTHER.url + _OTHER.title)]
    return _OTHER if all(known) else None


def _logins(rows: Iterator[list[str]], columns: Mapping[str, int], shape: Shape) -> Iterator[Raw | None]:
    read = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error:  # an endless cell: the rest cannot be told apart any more
            yield None
            return
        if row is None:
            return
        if not any(row):
            continue
        read += 1
        if read > MOST_LOGINS:
            raise BadExport(_("This list has more logins than anyone has. Check which file it is."))
        yield _login(row, columns, shape)


def _login(row: Sequence[str], columns: Mapping[str, int], shape: Shape) -> Raw | None:
    def cell(names: tuple[str, ...]) -> str:
        places = (columns[name] for name in names if name in columns)
        return next((row[place] for place in places if place < len(row) and row[place]), "")

    kind = cell(("type",)).strip().casefold() if shape.kinds else ""
    if (shape.kinds and kind not in shape.kinds) or cell(shape.url) == _NOTE_ADDRESS:
        return None
    says = any(name in columns for name in shape.two_step)
    return Raw(
        title=cell(shape.title),
        urls=tuple(one for one in _split(cell(shape.url)) if one),
        username=cell(shape.username),
        password=cell(shape.password),
        two_step=bool(cell(shape.two_step).strip()) if says else None,
        changed=day_of(cell(shape.changed)) if shape.changed else None,
    )


def _split(urls: str) -> list[str]:
    """Bitwarden and Proton write several addresses into one cell, with commas; an address may hold a comma too."""
    parts = urls.split(",")
    return [one.strip() for one in parts] if all("." in one or "://" in one for one in parts) else [urls.strip()]
