"""What every command shares: the options given before its name, the open vault, and where the answer goes."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from footprint.cli.output import Output
from footprint.dates import local_day
from footprint.errors import FootprintError, NotFound
from footprint.i18n import _

if TYPE_CHECKING:
    from footprint.cli.windows import Windows
    from footprint.vault import Look, Opened, RecoveryCode, Vault
    from footprint.workbench import Workbench

FOUND_PROBLEMS, WRONG_USE, NOT_OPENED = 1, 2, 3
_LONGEST_SECRET = 10_000


class CannotOpen(FootprintError):
    """The vault could not be opened; the text is the vault's own."""


class Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Identified)


@dataclass
class Context:
    """Made once for each call of the command line. `packs` is where an organisation's pack is looked for, None for the
    usual place. `typed` is what opened the vault, "" where the keyring did."""

    folder: Path
    passphrase_file: str
    output: Output
    offline: bool
    windows: Windows | None
    packs: Path | None = None
    _bench: Workbench | None = field(default=None, repr=False)
    _commits: int = field(default=0, repr=False)
    typed: str = field(default="", repr=False)

    @property
    def bench(self) -> Workbench:
        """The workbench round the vault, opened when it is first asked for."""
        if self._bench is None:
            from footprint.workbench import open_bench

            self._bench = open_bench(self.folder, self._open(), offline=self.offline, packs=self.packs)
            self._commits = _commits(self._bench.vault)
        return self._bench

    @property
    def vault(self) -> Vault:
        return self.bench.vault

    @property
    def today(self) -> date:
        return local_day(self.vault.now())

    def passphrase(self, prompt: str = "", *, twice: bool = False) -> str:
        """The passphrase: from the file named (`-` for standard input), else typed without being shown."""
        nobody = _("There is nobody to ask. Use --passphrase-file.")
        return secret_from(self.passphrase_file, prompt or _("Passphrase"), nobody, twice=twice)

    def close(self) -> None:
        if self._bench is not None:
            self._note_due(self._bench)
            self._bench.vault.close()
            self._bench = None

    def _note_due(self, bench: Workbench) -> None:
        """What changed may have changed what is due; a vault that is closed by now (wiped, moved) has nothing."""
        if bench.vault.closed or not bench.vault.kept or _commits(bench.vault) == self._commits:
            return
        from footprint import reminders

        months = bench.settings.now.months_between_checks
        reminders.note_due(bench.folder, bench.vault, bench.checklists, self.today, months)

    def _open(self) -> Vault:
        from footprint import vault as vaults

        found = vaults.look(self.folder)
        if found.problem is not None:
            raise CannotOpen(str(found.problem))
        if found.found is vaults.Found.NOTHING:
            raise CannotOpen(_("There are no notes in {folder}. Start with: footprint init").format(folder=self.folder))
        opened = self._by_keyring(found) or self._by_secret()
        if opened.older is not None:
            self.output.aside(_("These notes are an older copy than the one used here last."))
        return opened.vault

    def _by_keyring(self, found: Look) -> Opened | None:
        """Where the person turned that on and named no file: what the computer's own password store opens."""
        from footprint import vault as vaults

        if self.passphrase_file or vaults.Way.KEYRING not in found.ways:
            return None
        try:
            held = vaults.keyring_secret(self.folder)
            return vaults.unlock(self.folder, held) if held is not None else None
        except vaults.KeyringUnavailable as problem:
            self.output.aside(problem.happened)
            return None
        except vaults.VaultError as problem:
            raise CannotOpen(str(problem)) from problem

    def _by_secret(self) -> Opened:
        from footprint import vault as vaults

        self.typed = self.passphrase()
        try:
            return vaults.unlock(self.folder, secret(self.typed))
        except vaults.VaultError as problem:
            raise CannotOpen(str(problem)) from problem


def _commits(vault: Vault) -> int:
    """How often this vault was changed since it was made."""
    from footprint.vault.backing import newest_commit

    with vault.reading() as db:
        return newest_commit(db).number


def secret_from(file: str, prompt: str, nobody: str, *, twice: bool = False) -> str:
    """A secret from the file named (`-` for a line of standard input), else typed without being shown."""
    if file == "-":
        return sys.stdin.readline(_LONGEST_SECRET).rstrip("\r\n")
    if file:
        try:
            with Path(file).open(encoding="utf-8-sig") as opened:  # Windows editors mark UTF-8
                return opened.read(_LONGEST_SECRET).rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as problem:
            raise click.UsageError(_("The passphrase file could not be read.")) from problem
    return ask(prompt, nobody, twice=twice)


def secret(text: str) -> RecoveryCode | str:
    """What was typed as a recovery code where it is one, else as a passphrase."""
    from footprint import vault as vaults

    try:
        return vaults.read_code(text)
    except vaults.VaultError:
        return text


def is_somebody_there() -> bool:
    """Whether there is a keyboard to answer from."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(prompt: str, nobody: str, *, hidden: bool = True, twice: bool = False) -> str:
    """Something typed at the keyboard; where there is no keyboard the sentence `nobody`, as wrong use."""
    if not is_somebody_there():
        raise click.UsageError(nobody)
    return str(click.prompt(prompt, hide_input=hidden, confirmation_prompt=twice, err=True))


def leave(code: int) -> None:
    """End the command with this exit code once everything is printed and the vault is closed."""
    click.get_current_context().exit(code)


def one_of(records: Iterable[T], start: str) -> T:
    """The one record whose id begins with `start`; `NotFound` when there is none, or more than one."""
    by_id = {one.id: one for one in records}
    return by_id[whole_id(by_id, start)]


def whole_id(ids: Iterable[str], start: str) -> str:
    """The same for ids alone."""
    found = [one for one in ids if start and one.startswith(start.lower())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(_("Nothing here has an id that starts with “{start}”.").format(start=start))
    raise NotFound(
        _("{n} things have an id that starts with “{start}”. Give more of it.").format(n=len(found), start=start)
    )


pass_context = click.make_pass_decorator(Context)
