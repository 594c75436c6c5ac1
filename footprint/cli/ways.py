"""What opens the vault: passphrase, recovery code, the computer's own keyring, and a new key for everything."""

from __future__ import annotations

import click

from footprint import vault as vaults
from footprint.cli.context import Context, pass_context, secret_from, whole_id
from footprint.cli.output import short
from footprint.cli.progress import stoppable
from footprint.dates import day_in_words
from footprint.i18n import _, ngettext
from footprint.vault import OldCopy, Sheet, Way

_LABELS = {
    Way.PASSPHRASE: lambda: _("Passphrase"),
    Way.CODE: lambda: _("Recovery code"),
    Way.KEYRING: lambda: _("This computer"),
}

new_passphrase_file = click.option(
    "--new-passphrase-file",
    "new_file",
    default="",
    help="A file with the new passphrase; - reads a line of input.",
)


@click.group("ways", invoke_without_command=False)
def ways_group() -> None:
    """What opens your notes, and copies that older ways open."""


@ways_group.command("list")
@pass_context
def list_command(context: Context) -> None:
    """Every way in, and the day it was made."""
    found = vaults.list_ways(context.vault)
    rows = [(short(one.id), _LABELS[one.way](), day_in_words(one.day)) for one in found]
    context.output.table((_("Id"), _("Way"), _("Made on")), rows)
    context.output.data([{"id": one.id, "way": one.way, "day": one.day, "needed": one.needed} for one in found])


@ways_group.command("remove")
@click.argument("way")
@pass_context
def remove_command(context: Context, way: str) -> None:
    """Take one way in out; the only passphrase and the only recovery code stay."""
    found = whole_id((one.id for one in vaults.list_ways(context.vault)), way)
    vaults.remove_way(context.vault, found)
    context.output.say(_("Removed. Backups made before still open with it."))
    context.output.data({"removed": found})


@ways_group.command("copies")
@click.option("--delete", is_flag=True, help="Delete those the app made by itself.")
@pass_context
def copies_command(context: Context, delete: bool) -> None:
    """Copies that open with an older passphrase or code."""
    deleted = vaults.delete_old_copies(context.vault) if delete else 0
    found = vaults.old_copies(context.vault)
    if delete:
        context.output.say(ngettext("{n} copy deleted.", "{n} copies deleted.", deleted).format(n=deleted))
    _say_copies(context, found)
    context.output.data({"deleted": deleted, "copies": found})


def _say_copies(context: Context, found: tuple[OldCopy, ...]) -> None:
    if not found:
        context.output.say(_("No copy is known that an older way opens."))
        return
    context.output.say(_("These copies still open with the old passphrase or code:"))
    rows = [
        (one.path, day_in_words(one.day) if one.day else "", _("The app") if one.ours else _("You")) for one in found
    ]
    context.output.table((_("Copy"), _("Made on"), _("Made by")), rows)


def _new_passphrase(file: str) -> str:
    nobody = _("There is nobody to ask. Use --new-passphrase-file.")
    return secret_from(file, _("New passphrase"), nobody, twice=True)


@click.command("passphrase")
@new_passphrase_file
@pass_context
def passphrase_command(context: Context, new_file: str) -> None:
    """Change the passphrase. Old backups keep the one they were made with."""
    vault = context.vault
    new = _new_passphrase(new_file)
    if vaults.opened_with(vault) is Way.PASSPHRASE:
        vaults.change_passphrase(vault, context.typed, new)
    else:
        vaults.set_passphrase(vault, new)
    context.output.say(_("Your passphrase is changed. Old backups still open with the old one."))
    context.output.data({"changed": True})


@click.command("recovery")
@click.option("--keep-old", is_flag=True, help="One more code; the ones there are go on working.")
@pass_context
def recovery_command(context: Context, keep_old: bool) -> None:
    """Make a new recovery code in place of the old one, and print it this once."""
    sheet = vaults.new_recovery_code(context.vault, keep_old=keep_old)
    _say_sheet(context, sheet)
    context.output.data({"vault": sheet.vault, "day": sheet.day, "recovery_code": sheet.code.written})


def _say_sheet(context: Context, sheet: Sheet) -> None:
    out = context.output
    out.say(_("Recovery code, to be written on paper now. It is not shown again:"))
    out.say(f"  {sheet.code.written}")
    out.say(_("Notes {id}, made on {day}").format(id=sheet.vault, day=day_in_words(sheet.day)))


@click.command("keyring")
@click.argument("wish", type=click.Choice(["on", "off"]), required=False)
@pass_context
def keyring_command(context: Context, wish: str | None) -> None:
    """Let this computer's own password store open the vault, or say whether it does."""
    vault = context.vault
    if wish == "on":
        vaults.turn_on_keyring(vault)
    elif wish == "off" and not vaults.turn_off_keyring(vault):
        context.output.aside(_("What the password store holds could not be taken out. It opens nothing any more."))
    found = next((one for one in vaults.list_ways(vault) if one.way is Way.KEYRING), None)
    if found is None:
        context.output.say(_("Off. Your passphrase or the recovery code is needed to open your notes."))
    else:
        context.output.say(_("On since {day}.").format(day=day_in_words(found.day)))
        context.output.say(
            _("Anyone who can sign in to this computer as you could open your notes, your IT department included.")
        )
    context.output.data({"on": found is not None, "since": found.day if found is not None else None})


@click.command("rotate")
@new_passphrase_file
@click.option("--delete-copies", is_flag=True, help="Delete older copies that the app made by itself.")
@pass_context
def rotate_command(context: Context, new_file: str, delete_copies: bool) -> None:
    """Your passphrase was seen: put everything under a new key, with a new passphrase and a new recovery code."""
    vault = context.vault
    new = _new_passphrase(new_file)
    old = context.typed if vaults.opened_with(vault) is Way.PASSPHRASE else ""
    with stoppable(context.output) as task:
        made = vaults.rotate(vault, old, new, task=task)
    deleted = vaults.delete_old_copies(vault) if delete_copies else 0
    found = vaults.old_copies(vault)
    context.output.say(_("Everything is under a new key. The old passphrase and recovery code open it no more."))
    _say_sheet(context, made.sheet)
    if made.keyring is not None:
        context.output.aside(f"{made.keyring.happened} {_('It opens your notes no more.')}")
    _say_copies(context, found)
    context.output.data(
        {
            "vault": made.sheet.vault,
            "day": made.sheet.day,
            "recovery_code": made.sheet.code.written,
            "keyring_lost": made.keyring.situation if made.keyring is not None else None,
            "deleted": deleted,
            "copies": found,
        }
    )
