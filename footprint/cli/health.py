"""The vault as the doctor sees it: where it is, who can read the folder, whether all of it can be read."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from footprint import vault as vaults
from footprint.cli.computer import Line, State
from footprint.cli.context import CannotOpen, Context
from footprint.dates import day_in_words, number
from footprint.i18n import _
from footprint.vault import Found

_OPEN_TO_OTHERS = 0o077


def look(context: Context) -> Iterator[Line]:
    """The folder always; what is in the vault only where a passphrase was handed in."""
    folder = context.folder
    permissions = list(_permissions(folder))  # first, because the next look closes a folder of ours to others
    found = vaults.look(folder)
    yield _place(folder, found)
    if found.found is not Found.NOTHING:
        yield from permissions
    if found.conflicts:
        yield Line(
            _("Second versions"),
            State.PROBLEM,
            ", ".join(found.conflicts),
            _("Another computer wrote here too. Move the folder out of what is synced."),
        )
    if found.found is Found.NOTHING:
        yield Line(_("Vault"), State.NOTE, _("There is none in this folder yet."), _("Start with: footprint init"))
    elif found.problem is not None:
        yield Line(_("Vault"), State.PROBLEM, str(found.problem))
    elif not context.passphrase_file:
        yield Line(_("Vault"), State.NOTE, _("It is there, and locked."), _("To read it whole: --passphrase-file FILE"))
    else:
        yield from _inside(context)


def _place(folder: Path, found: vaults.Look) -> Line:
    name = _("Vault folder")
    if found.found is Found.NETWORK:
        return Line(name, State.PROBLEM, str(folder), _("It is on a network drive. Choose a folder on this computer."))
    if found.synced_by:
        words = _("{folder} is copied elsewhere by {service}.").format(folder=folder, service=found.synced_by)
        return Line(name, State.PROBLEM, words, _("Move it to a folder that stays on this computer."))
    return Line(name, State.OK, str(folder))


def _permissions(folder: Path) -> Iterator[Line]:
    """Windows keeps to the rights of the folder above, which belong to the person there."""
    if os.name != "posix" or not folder.is_dir():
        return
    name = _("Who can read it")
    loose = [path.name for path in (folder, *folder.glob("vault*")) if _is_loose(path)]
    if loose:
        fix = f"chmod -R go-rwx {shlex.quote(str(folder))}"
        yield Line(name, State.PROBLEM, _("Others may look at: {names}.").format(names=", ".join(loose)), fix)
    else:
        yield Line(name, State.OK, _("Only you."))


def _is_loose(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & _OPEN_TO_OTHERS)
    except OSError:  # gone since it was listed, as the log of an open vault is when that is closed
        return False


def _inside(context: Context) -> Iterator[Line]:
    name = _("Vault")
    try:
        vault = context.vault
    except CannotOpen as problem:
        yield Line(name, State.PROBLEM, str(problem))
        return
    with vault.using() as db:
        sound, size = db.sound(), db.size()
    if sound:
        yield Line(name, State.OK, _("All of it can be read: {n} kB.").format(n=number(size // 1000)))
    else:
        yield Line(name, State.PROBLEM, _("It is damaged."), _("Restore your newest backup."))
    yield _backup(vault)
    yield Line(
        _("Recovery sheet"),
        State.OK if vaults.is_sheet_written(vault) else State.NOTE,
        _("Written down.") if vaults.is_sheet_written(vault) else _("The app has not seen you write down the code."),
    )
    yield from _keyring(context.folder, vault)


def _keyring(folder: Path, vault: vaults.Vault) -> Iterator[Line]:
    """Only where it was turned on: whether this computer's password store answers, and with what fits."""
    if vaults.Way.KEYRING not in vaults.ways_in(vault):
        return
    name = _("Password store")
    try:
        vaults.keyring_secret(folder)
    except vaults.KeyringUnavailable as problem:
        yield Line(name, State.NOTE, problem.happened, _("Your passphrase opens your notes as before."))
    else:
        yield Line(name, State.OK, _("It answers."))


def _backup(vault: vaults.Vault) -> Line:
    made = vaults.last_backup(vault)
    name = _("Last backup")
    if made is None:
        return Line(name, State.NOTE, _("None yet."), _("Make one: footprint backup FILE"))
    there = made.path.exists()
    words = _("{day}, {path}").format(day=day_in_words(made.day), path=made.path)
    return Line(name, State.OK if there else State.NOTE, words, "" if there else _("It is not there any more."))
