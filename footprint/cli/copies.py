"""Copies of what was seen: kept, listed, and written out one by one or as a bundle that can be checked."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click

from footprint import log, web
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.files import put_file, read_file
from footprint.cli.items import find, log_group
from footprint.cli.output import short
from footprint.cli.shapes import EVIDENCE, shape
from footprint.dates import local_day
from footprint.i18n import _, ngettext
from footprint.log import Answer, Shows

_LONGEST_TEXT = 1_000_000
_ANSWERS = click.Choice([one.value for one in Answer])


@log_group.group("evidence")
def evidence_group() -> None:
    """Copies of what was seen, kept encrypted."""


@evidence_group.command("add")
@click.argument("item")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True))
@click.option("--address", default="", help="The address it was seen at.")
@click.option("--undressed", type=_ANSWERS, default="no", show_default=True, help="Does it show someone undressed?")
@click.option("--child", "under_18", type=_ANSWERS, default="no", show_default=True, help="Is anyone in it under 18?")
@click.option("--private", is_flag=True, help="Keep it though it shows an adult undressed.")
@pass_context
def add(context: Context, item: str, file: Path, address: str, undressed: str, under_18: str, private: bool) -> None:
    """Keep a picture, a PDF, an email or a saved page of ITEM; - keeps text from standard input.

    Someone under 18 undressed is never kept: see “I need help now” in the app.
    """
    one = find(context, item)
    if str(file) == "-":
        made = log.add_text(context.vault, one.id, sys.stdin.read(_LONGEST_TEXT), address=address).value
    else:
        shows = Shows(Answer(undressed), Answer(under_18))
        shows.allow(thought=private)  # before a byte of it is read
        made = log.keep_copy(
            context.vault, one.id, read_file(file), file.name, shows=shows, thought=private, address=address
        ).value
    context.output.data(shape(made, EVIDENCE))
    context.output.say(_("Kept ({id}). SHA-256: {sha}").format(id=short(made.id), sha=made.sha256))
    if made.says_where:
        context.output.say(_("This picture says where it was taken. Think before you pass it on."))


@evidence_group.command("list")
@click.argument("item")
@pass_context
def list_evidence(context: Context, item: str) -> None:
    """List what is kept of ITEM."""
    found = log.evidence(context.vault, find(context, item).id)
    context.output.data([shape(one, EVIDENCE) for one in found])
    context.output.table(
        [_("Id"), _("Kind"), _("Kept on"), _("Bytes"), _("Name"), _("SHA-256")],
        [(short(one.id), one.kind.label, local_day(one.taken_at), one.bytes, one.name, one.sha256) for one in found],
    )
    if not found:
        context.output.say(_("No copies are kept of this."))


@evidence_group.command("save")
@click.argument("item")
@click.argument("copy")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def save(context: Context, item: str, copy: str, file: Path) -> None:
    """Write COPY of ITEM to FILE, byte for byte as it came. Whoever has the file can read it."""
    one = one_of(log.evidence(context.vault, find(context, item).id), copy)
    whole = log.is_unchanged(context.vault, one.id)
    put_file(file, log.evidence_bytes(context.vault, one.id))
    web.note_made(context.vault, _("A copy of what you kept"), (file.name,))
    context.output.data({"file": file, "sha256": one.sha256, "unchanged": whole})
    context.output.say(_("Saved. It is unchanged since it was kept.") if whole else _("Saved, but it has changed."))


@evidence_group.command("bundle")
@click.argument("item")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--private", is_flag=True, help="With the private pictures too.")
@pass_context
def bundle(context: Context, item: str, file: Path, private: bool) -> None:
    """Write all copies of ITEM to FILE as one zip, for `sha256sum -c SHA256SUMS`. Whoever has it can read it."""
    plan = log.bundle_plan(context.vault, find(context, item).id, private=private)
    out = io.BytesIO()
    log.write_bundle(context.vault, plan, out)
    put_file(file, out.getvalue())
    web.note_made(context.vault, _("Copies of what you kept, as one file"), (file.name,))
    files = [{"name": one.name, "id": one.copy.id, "sha256": one.copy.sha256} for one in plan.files]
    context.output.data({"file": file, "files": files, "left_out": plan.left_out})
    context.output.table([_("Name"), _("SHA-256")], [(one["name"], one["sha256"]) for one in files])
    if plan.left_out:
        words = ngettext("{n} private copy was left out.", "{n} private copies were left out.", plan.left_out)
        context.output.say(words.format(n=plan.left_out))
