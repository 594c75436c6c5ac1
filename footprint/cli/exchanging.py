"""The list as one locked file for another computer, and taking one in."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import click

from footprint import web
from footprint.cli.context import Context, pass_context, secret_from
from footprint.cli.items import log_group
from footprint.cli.progress import stoppable
from footprint.errors import FootprintError
from footprint.i18n import N_, _, ngettext
from footprint.log import Query, Sort, exchange
from footprint.vault import ReadOnlyPlace

_NOBODY = N_("There is nobody to ask for the passphrase of the copy. Use --passphrase-file after the command.")


def write_locked(context: Context, file: Path, query: Query, lock: str) -> None:
    """Write what `query` finds to `file`, under the passphrase in the file `lock` or one that is typed twice."""
    vault = context.vault
    passphrase = secret_from(lock, _("New passphrase for this copy"), _(_NOBODY), twice=True)
    part = None if replace(query, sort=Sort.DUE) == Query() else query
    try:
        with stoppable(context.output) as task:
            made = exchange.write_bundle(vault, file, passphrase, part, task=task)
    except ReadOnlyPlace as problem:
        raise FootprintError(_("{file} could not be written there.").format(file=file.name)) from problem
    web.note_made(vault, _("A locked copy of your list"), (file.name,))
    context.output.data(
        {"file": file, "items": made.items, "evidence": made.evidence, "bytes": made.bytes, "whole": made.whole}
    )
    context.output.say(ngettext("{n} item written.", "{n} items written.", made.items).format(n=made.items))
    context.output.say(_("It opens with the passphrase you gave it, and there is no other way into it."))


@log_group.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--passphrase-file", "lock", default="", help="A file with the passphrase of the copy; - reads standard input."
)
@click.option("--look", is_flag=True, help="Only say what is in it.")
@pass_context
def import_command(context: Context, file: Path, lock: str, look: bool) -> None:
    """Take the locked copy FILE into the list. What was changed last stands, and nothing is lost."""
    vault = context.vault
    passphrase = secret_from(lock, _("The copy’s passphrase"), _(_NOBODY))
    if look:
        found = exchange.read_bundle(file, passphrase)
        context.output.data(asdict(found))
        words = exchange.contents_in_words(found)
    else:
        with stoppable(context.output) as task:
            merged = exchange.merge_bundle(vault, file, passphrase, task=task).value
        context.output.data(asdict(merged))
        words = exchange.merged_in_words(merged)
    for sentence in words:
        context.output.say(sentence)
