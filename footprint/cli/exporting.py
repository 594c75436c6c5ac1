"""A copy of the list as a file: locked for another computer, a spreadsheet, without the details, or a full report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from footprint import log, web
from footprint.cli.context import Context, pass_context
from footprint.cli.exchanging import write_locked
from footprint.cli.files import put_file
from footprint.cli.items import filters, log_group, query_of
from footprint.i18n import N_, _, ngettext
from footprint.log import Query

_PARTS = ("notes", "letters", "pictures")
_CSV = N_("A copy of your list")
_REDACTED = N_("Your list without the details")
_FULL = N_("A full report of your list")
_MADE = {
    "bundle": N_("A locked copy of your list"),
    "csv": _CSV,
    "redacted": _REDACTED,
    "redacted-text": _REDACTED,
    "html": _FULL,
    "docx": _FULL,
    "text": _FULL,
}


def _parts(_context: click.Context, _option: click.Parameter, value: str) -> frozenset[str]:
    """`notes,letters`: what else goes into a full report."""
    parts = frozenset(part.strip() for part in value.split(",") if part.strip())
    unknown = sorted(parts - set(_PARTS))
    if unknown:
        raise click.BadParameter(_("{name} is none of: {names}").format(name=unknown[0], names=", ".join(_PARTS)))
    return parts


@log_group.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--as", "form", type=click.Choice(list(_MADE)), default="bundle", show_default=True)
@click.option(
    "--with", "parts", callback=_parts, metavar="PARTS", default="",
    help="For html, docx and text: notes, letters, pictures, or several with commas.",
)  # fmt: skip
@click.option(
    "--passphrase-file", "lock", default="", help="For a bundle: a file with a passphrase for it; - reads it."
)
@filters
@pass_context
def export(context: Context, /, file: Path, form: str, parts: frozenset[str], lock: str, **chosen: Any) -> None:
    """Write items to FILE. A bundle opens with a passphrase of its own, on another computer too (log import).

    Any other form can be read by whoever has the file; - is standard output for them. redacted (HTML) and redacted-text
    hold numbers, days, kinds and networks, and no words of yours. html, docx and text are full reports. A PDF is made
    in the app.
    """
    printed = str(file) == "-"
    _refuse(form, parts, lock, printed)
    query = query_of(context, chosen)
    if form == "bundle":
        write_locked(context, file, query, lock)
        return
    put_file(file, _content(context, query, form, parts))
    web.note_made(context.vault, _(_MADE[form]), () if printed else (file.name,))
    total = log.count(context.vault, query, context.today)
    if not printed:
        context.output.data({"file": file, "items": total})
        context.output.say(ngettext("{n} item written.", "{n} items written.", total).format(n=total))


def _refuse(form: str, parts: frozenset[str], lock: str, printed: bool) -> None:
    """What does not go together."""
    if parts and _MADE[form] != _FULL:
        raise click.UsageError(_("--with is for full reports: html, docx and text."))
    if lock and form != "bundle":
        raise click.UsageError(_("Only a bundle has a passphrase."))
    if form == "bundle" and printed:
        raise click.UsageError(_("A bundle needs a file to go into. For other forms use --as."))
    if form == "text" and "pictures" in parts:
        raise click.UsageError(_("Plain words hold no pictures."))
    if form == "docx" and printed:
        raise click.UsageError(_("A Word file needs a file to go into."))


def _content(context: Context, query: Query, form: str, parts: frozenset[str]) -> bytes:
    if form == "csv":
        return log.export_csv(context.vault, query, today=context.today).encode("utf-8-sig")
    from footprint import reports  # with its templates, only for those who want one

    if _MADE[form] == _REDACTED:
        one = reports.redacted(context.vault, context.bench.checklists, context.today, query)
        return (reports.redacted_html(one) if form == "redacted" else reports.redacted_text(one)).encode()
    inside = reports.Inside(*(part in parts for part in _PARTS))
    made = reports.full(context.vault, log.ids(context.vault, query, context.today), inside, context.today)
    if form == "docx":
        return reports.full_word(made)
    write: Callable[[reports.Full], str] = reports.full_html if form == "html" else reports.full_text
    return write(made).encode()
