"""Which of the person's accounts share a password, and what else a list of logins says about them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from footprint import person, worker
from footprint.checklists import Kind, Library, NetworkFile
from footprint.dates import local_day
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.passwords.details import own_words
from footprint.passwords.exports.apart import Head, read_export
from footprint.passwords.exports.matching import Wanted, host_of
from footprint.passwords.exports.raw import LARGEST, BadExport
from footprint.passwords.hash_file import LeakedList
from footprint.passwords.records import AccountResult, Export, Grade, Login, Look, Report, Seen
from footprint.person import Account, AccountState
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.wordlists import words

OLD_YEARS = 3
_LARGEST_FILE = 200_000_000  # a .1pux file also holds documents
_PIECE = 1 << 16
_GRADES = (Grade.COMMON, Grade.PERSONAL, Grade.GUESSABLE, Grade.STRONG)
_LOOKS = (Look.FOUND, Look.NOT_REACHED, Look.UNREADABLE, Look.TURNED_AWAY, Look.ASKED_TO_WAIT, Look.NOT_ASKED)
# Two levels that many sites share: what stands before them is the site.
_SECOND = words("co.uk org.uk gov.uk ac.uk me.uk com.au co.nz co.jp com.br")


class NoAccounts(FootprintError):
    """The person has named no account, so there is nothing to compare a list with."""


def read_list(vault: Vault, library: Library, file: Path, task: Task) -> Report:
    """What the list in `file` says about the person's accounts in use. Nothing is kept, and the file stays as it is.

    Raises `BadExport`, `worker.CannotRead` or `NoAccounts`. Takes seconds: keep it off the main thread.
    """
    accounts = [one for one in person.accounts(vault) if one.state is not AccountState.CLOSED]
    if not accounts:
        raise NoAccounts(_("Add the accounts you have under My accounts first. Then we know which logins are yours."))
    task.step(0, 0, _("Reading the list"))
    wanted = tuple(wanted_of(accounts, library))
    head = Head(secrets.token_bytes(32), wanted, own_words(vault))
    export = _read(file, head, task)
    return report(export, accounts, [one.name for one in wanted], local_day(vault.now()))


def _read(file: Path, head: Head, task: Task) -> Export:
    try:
        if not file.is_file():  # a pipe would keep us waiting for ever
            raise BadExport(_("The file could not be opened. Choose it again."))
        with file.open("rb", buffering=0) as opened:
            size = opened.seek(0, 2)
            opened.seek(0)
            if size > _LARGEST_FILE or (size > LARGEST and opened.read(4) != b"PK\x03\x04"):
                raise BadExport(_("This file is too big to be a list of logins. Check which file it is."))
            opened.seek(0)
            return worker.apart(read_export, _pieces(head, opened), refusal=BadExport, task=task)
    except OSError as problem:
        raise BadExport(_("The file could not be opened. Choose it again.")) from problem


def _pieces(head: Head, file: BinaryIO) -> Iterator[bytes | memoryview]:
    """The list passes through one small buffer, which is overwritten in the end."""
    yield head.packed()
    buffer = bytearray(_PIECE)
    try:
        while got := file.readinto(buffer):  # type: ignore[attr-defined]  # a raw file has it
            yield memoryview(buffer)[:got]
    finally:
        buffer[:] = bytes(_PIECE)


def wanted_of(accounts: Iterable[Account], library: Library) -> Iterator[Wanted]:
    """How the logins of each account are told: its network's own sites, and those it shares with no other network."""
    files = {one.id: one for one in library.of(Kind.NETWORK)}
    main = {name: _main_sites(one) for name, one in files.items()}
    for account in accounts:
        file = files.get(account.network)
        of_others = {site for name, sites in main.items() if name != account.network for site in sites}
        further = {site for site in (file.domains if file else ()) if site not in of_others}
        own = _site(account.address)
        sites = {*main.get(account.network, ()), *further, *([own] if own else [])}
        yield Wanted(tuple(sorted(sites)), _name(account, library), account.handle)


def _main_sites(file: NetworkFile) -> frozenset[str]:
    """Where the network lives, and where its password is changed: a YouTube login is a Google login."""
    password = file.pages.password.link if file.pages.password else ""
    addresses = (file.start, file.profile.address, password)
    return frozenset(site for site in map(_site, addresses) if site)


def _site(address: str) -> str:
    host = host_of(address.replace("{handle}", "x")) if "{server}" not in address else ""
    parts = host.split(".")
    if len(parts) < 2 or not urlsplit(address).scheme:
        return ""
    return ".".join(parts[-3:] if ".".join(parts[-2:]) in _SECOND else parts[-2:])


def _name(account: Account, library: Library) -> str:
    return library.name(account.network)


def report(export: Export, accounts: Sequence[Account], names: Sequence[str], today: date) -> Report:
    """What a read list says, account by account; those with something to change first."""
    titles = _titles(accounts, names)
    by_mark: dict[bytes, list[Login]] = {}
    for login in export.logins:
        by_mark.setdefault(login.fingerprint, []).append(login)
    results, hashes = [], {}
    for at, account in enumerate(accounts):
        mine = [login for login in export.logins if at in login.accounts]
        blank = AccountResult(account.id, account.network, titles[at], len(mine), (), 0, None)
        results.append(_result(blank, at, mine, by_mark, export, titles, today) if mine else blank)
        hashes[account.id] = tuple(dict.fromkeys(login.sha1 for login in mine))
    ordered = sorted(results, key=lambda one: (not one.wants_change, not one.known))
    return Report(
        export.manager, export.total, export.skipped, tuple(ordered), export.says_two_step, export.says_dates, hashes
    )


def _titles(accounts: Sequence[Account], names: Sequence[str]) -> list[str]:
    """The network, and where the person has two accounts there, which of them."""
    return [
        _("{network} ({which})").format(network=name, which=one.label or one.handle)
        if list(names).count(name) > 1 and (one.label or one.handle)
        else name
        for one, name in zip(accounts, names, strict=True)
    ]


def _result(
    blank: AccountResult,
    at: int,
    mine: Sequence[Login],
    by_mark: Mapping[bytes, Sequence[Login]],
    export: Export,
    titles: Sequence[str],
    today: date,
) -> AccountResult:
    marks = {login.fingerprint for login in mine}
    # A login that may be of two accounts is one login: it does not share with itself.
    twins = [login for mark in marks for login in by_mark[mark] if at not in login.accounts]
    shared = {titles[place] for login in twins for place in login.accounts}
    days = [date.fromisoformat(login.changed) for login in mine if login.changed]
    says = [login.two_step for login in mine if login.two_step is not None]
    worst = min(mine, key=lambda login: _GRADES.index(login.grade))
    changed_on = min(days, default=None)
    return replace(
        blank,
        shares_with=tuple(sorted(shared)),
        shares_with_others=sum(export.others.get(mark, 0) for mark in marks),
        grade=worst.grade,
        sorts=worst.sorts,
        changed_on=changed_on,
        old=bool(changed_on and (today - changed_on).days > OLD_YEARS * 365.25),
        two_step=all(says) if says else None,
    )


def with_seen(found: Report, seen: Mapping[bytes, Seen]) -> Report:
    """The report with what the leaked lists said; of several logins of an account the worst news counts."""

    def worst(account_id: str) -> Seen | None:
        mine = [seen[one] for one in found.hashes.get(account_id, ()) if one in seen]
        listed = [one for one in mine if one.look is Look.FOUND]
        if listed:
            return max(listed, key=lambda one: one.times)
        return next((one for look in _LOOKS for one in mine if one.look is look), mine[0] if mine else None)

    accounts = [replace(one, seen=worst(one.account_id) or one.seen) for one in found.accounts]
    accounts.sort(key=lambda one: (not one.wants_change, not one.known))
    return replace(found, accounts=tuple(accounts))


def look_in_list(found: Report, leaked: LeakedList, task: Task) -> Report:
    """The same with a list on this computer; nothing is sent. Raises `hash_file.BadList`."""
    wanted = list(dict.fromkeys(one for hashes in found.hashes.values() for one in hashes))
    seen: dict[bytes, Seen] = {}
    for done, one in enumerate(wanted):
        task.step(done, len(wanted), _("Looking in the list"))
        seen[one] = leaked.look_up(one)
    return with_seen(found, seen)


def without_hashes(found: Report) -> Report:
    """The report with nothing left that was made from a password."""
    return replace(found, hashes={})
