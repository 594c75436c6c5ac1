"""Copies of the vault: those the app makes, those set aside, second versions, what is in them, and a safer folder."""

from __future__ import annotations

from pathlib import Path

import click

from footprint import home, paths
from footprint import vault as vaults
from footprint.cli.context import CannotOpen, Context, pass_context, secret
from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.workbench import move_notes


@click.group("backups", invoke_without_command=False)
def backups_group() -> None:
    """Copies of your notes: what there is, what is in them, and putting one back."""


@backups_group.command("list")
@pass_context
def list_command(context: Context) -> None:
    """Every copy known of."""
    vault, folder = context.vault, context.folder
    stands = vaults.automatic_copies(vault)
    own = [one for one in vaults.backups_made(vault) if not one.automatic]
    made = [one for one in vaults.backups_made(vault) if one.automatic]
    asides, seconds = vaults.set_asides(folder), vaults.second_versions(folder)
    rows = [
        *((_("Made by the app"), day_in_words(one.day), one.path) for one in made),
        *((_("Made by you"), day_in_words(one.day), one.path) for one in own),
        *((_("Set aside"), day_in_words(local_day(one.at)) if one.at else "", one.path) for one in asides),
        *((_("From another computer"), "", path) for path in seconds),
    ]
    context.output.say(home.automatic_words(stands, context.bench.settings.now.automatic_copies))
    context.output.table((_("Kind"), _("Day"), _("Where")), rows)
    context.output.data(
        {
            "automatic": {
                "on": context.bench.settings.now.automatic_copies,
                "copies": [{"path": one.path, "day": one.day} for one in made],
                "bytes": stands.bytes,
                "trouble": stands.trouble,
                "tried": stands.tried,
            },
            "own": [{"path": one.path, "day": one.day} for one in own],
            "set_aside": [{"name": one.name, "path": one.path, "at": one.at, "bytes": one.bytes} for one in asides],
            "second_versions": seconds,
        }
    )


@backups_group.command("now")
@pass_context
def now_command(context: Context) -> None:
    """Make the automatic copy of today now."""
    made = vaults.copy_now(context.vault)
    context.output.say(_("A copy was made and read through: {path}").format(path=made.path))
    context.output.data({"path": made.path, "day": made.day})


@backups_group.command("on")
@pass_context
def on_command(context: Context) -> None:
    """Make a copy by itself each day the app is used."""
    _turn(context, on=True, delete=False)


@backups_group.command("off")
@click.option("--delete", is_flag=True, help="Delete those there are, too.")
@pass_context
def off_command(context: Context, delete: bool) -> None:
    """Make no copies by itself."""
    _turn(context, on=False, delete=delete)


def _turn(context: Context, *, on: bool, delete: bool) -> None:
    vault = context.vault
    context.bench.settings.change(automatic_copies=on)
    gone = vaults.delete_copies(vault) if delete else 0
    words = _("The app makes a copy each day it is used.") if on else _("The app makes no copies by itself.")
    if delete:
        words = f"{words} {ngettext('{n} copy deleted.', '{n} copies deleted.', gone).format(n=number(gone))}"
    context.output.say(words)
    context.output.data({"on": on, "deleted": gone})


@backups_group.command("show")
@click.argument("copy", type=click.Path(path_type=Path, exists=True))
@pass_context
def show_command(context: Context, copy: Path) -> None:
    """Say what is in a copy: a backup, notes set aside, or a second version. It is only read."""
    found = _contents(context, copy, context.passphrase(_("The passphrase of that copy")))
    for line in home.content_lines(found):
        context.output.say(line)
    context.output.data(found)


def _contents(context: Context, copy: Path, phrase: str) -> home.Contents:
    try:
        inside = vaults.look_inside(copy, secret(phrase))
    except vaults.WrongSecret as problem:
        raise CannotOpen(str(problem)) from problem
    try:
        return home.contents(inside)
    finally:
        inside.vault.close()


def show_before(context: Context, copy: Path, phrase: str) -> home.Contents:
    """What is about to take the place of the vault, said before anything does."""
    found = _contents(context, copy, phrase)
    for line in home.content_lines(found):
        context.output.aside(line)
    return found


@backups_group.command("put-back")
@click.argument("name")
@pass_context
def put_back_command(context: Context, name: str) -> None:
    """Use notes that were set aside again; the present ones are set aside in their turn."""
    vaults.put_back(context.folder, name)
    context.output.say(_("Put back. They open with the passphrase they had."))
    context.output.data({"put_back": name})


@backups_group.command("delete")
@click.argument("name")
@pass_context
def delete_command(context: Context, name: str) -> None:
    """Delete notes that were set aside, for good."""
    vaults.delete_aside(context.folder, name)
    context.output.say(_("Deleted."))
    context.output.data({"deleted": name})


@click.command("move")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@pass_context
def move_command(context: Context, folder: Path) -> None:
    """Move everything to another folder, and look there from now on."""
    was_default = context.folder.absolute() == paths.default_vault_folder().absolute()
    clean = move_notes(context.folder, folder, note=was_default)
    context.output.say(_("Moved to {folder}.").format(folder=folder))
    if not clean:
        left = _("Some of it could not be deleted in {folder}. It is locked.")
        context.output.aside(left.format(folder=context.folder))
    context.output.data({"folder": folder.absolute(), "old_folder_empty": clean})
