"""Making a vault, copying it to a file, putting a copy back, and deleting everything."""

from __future__ import annotations

from pathlib import Path

import click

from footprint import traces, web
from footprint import vault as vaults
from footprint.cli.backups import show_before
from footprint.cli.context import CannotOpen, Context, ask, is_somebody_there, pass_context, secret
from footprint.dates import day_in_words, number
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.vault import Found


@click.command("init")
@click.option("--keyring", is_flag=True, help="Let this computer’s own password store open it too.")
@pass_context
def init_command(context: Context, keyring: bool) -> None:
    """Make a vault with a passphrase and a recovery code."""
    found = vaults.look(context.folder)
    if found.problem is not None:
        raise found.problem
    if found.found is not Found.NOTHING:
        raise vaults.VaultThere
    if not context.passphrase_file:
        context.output.aside(_("You could use these words: {words}").format(words=vaults.suggest()))
    created = vaults.create(context.folder, context.passphrase(_("New passphrase"), twice=True))
    sheet, out = created.sheet, context.output
    try:
        if keyring:
            vaults.turn_on_keyring(created.vault)
    except vaults.KeyringNotSet as problem:
        keyring = False
        out.aside(f"{problem.happened} {_('Only the passphrase and the recovery code open your notes.')}")
    finally:
        created.vault.close()
    out.say(_("Your notes are kept in {folder}.").format(folder=context.folder))
    out.say(_("Recovery code, to be written on paper now. It is not shown again:"))
    out.say(f"  {sheet.code.written}")
    out.say(_("Notes {id}, made on {day}").format(id=sheet.vault, day=day_in_words(sheet.day)))
    code = sheet.code.written
    out.data(
        {"folder": context.folder, "vault": sheet.vault, "day": sheet.day, "recovery_code": code, "keyring": keyring}
    )


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def backup_command(context: Context, file: Path) -> None:
    """Copy everything into one locked file."""
    vault = context.vault
    try:
        made = vaults.backup(vault, file)
    except vaults.ReadOnlyPlace as problem:
        raise FootprintError(_("{file} could not be written there.").format(file=file.name)) from problem
    web.note_made(vault, _("A backup of your notes"), (made.path.name,))
    context.output.say(_("Backup made. It opens with the passphrase of today."))
    context.output.data({"path": made.path, "day": made.day, "bytes": made.bytes})


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Do it without asking.")
@pass_context
def restore_command(context: Context, file: Path, yes: bool) -> None:
    """Put a backup in place; notes that are there now are set aside, never deleted."""
    phrase, out = context.passphrase(_("The backup’s passphrase")), context.output
    inside = show_before(context, file, phrase)
    if not yes and is_somebody_there() and vaults.seems_kept(context.folder):
        prompt = _("Put this in the place of the notes in {folder}? They are set aside.")
        if not click.confirm(prompt.format(folder=context.folder), err=True):
            out.say(_("Nothing was changed."))
            out.data({"folder": context.folder, "restored": False, "inside": inside})
            return
    opened = vaults.restore(file, secret(phrase), context.folder)
    opened.vault.close()
    out.say(_("Restored into {folder}.").format(folder=context.folder))
    out.data({"folder": context.folder, "restored": True, "inside": inside})


@click.command("wipe")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@pass_context
def wipe_command(context: Context, yes: bool) -> None:
    """Delete every trace of the app for good, and say what it cannot reach."""
    if not traces.anything(context.folder):
        raise vaults.NoVault
    word = _("delete")
    prompt = _("Type “{word}” to delete every note in {folder}").format(word=word, folder=context.folder)
    agreed = yes or ask(prompt, _("There is nobody to ask. Use --yes to delete every note."), hidden=False) == word
    if not agreed:
        context.output.say(_("Nothing was deleted."))
        context.output.data({"deleted": False, "removed": [], "left": []})
        return
    known = _known(context)
    if known is None:
        context.output.aside(_("With --passphrase-file it can also say where your backups are."))
    wiped = traces.wipe(context.folder, known)
    out = context.output
    out.say(_("Deleted:"))
    for one in wiped.removed:
        out.say(f"  {one.words} ({number(one.count)})")
    out.say(_("What this app cannot reach:"))
    for left in wiped.left:
        out.say(f"  {left.words}{': ' if left.where else ''}{left.where}. {left.do}")
    out.data({"deleted": True, "removed": wiped.removed, "left": wiped.left})


def _known(context: Context) -> traces.Elsewhere | None:
    """What only the open vault knows; None where nothing was given to open it with, or it does not open."""
    if not context.passphrase_file:
        return None
    try:
        found = traces.what_is_known(context.vault)
    except (CannotOpen, vaults.VaultError):
        return None
    context.close()
    return found
