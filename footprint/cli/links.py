"""The links of the checklists: listed, or looked at one by one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from footprint import checklists, paths
from footprint.checklists import LinkRow
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.progress import stoppable
from footprint.cli.shapes import LINK, LINK_LOOK, shape
from footprint.i18n import _


@click.command("links")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--only", multiple=True, metavar="FILE", help="Only the links of this checklist; may be repeated.")
@click.option("--send", is_flag=True, help="Look at each of them. Without this they are only listed.")
@click.option("--write", type=click.Path(path_type=Path, dir_okay=False), help="Write what moved to this file.")
@pass_context
def links_command(context: Context, folder: Path | None, only: tuple[str, ...], send: bool, write: Path | None) -> None:
    """List every address the checklists would have somebody open, and look whether they still do.

    Listing needs no vault. A look does: all that leaves this computer stands in its privacy journal.
    """
    library = checklists.load(folder or paths.shipped("checklists"))
    files = library.files() if not only else tuple(library.network(one) for one in only)
    rows = checklists.links(files)
    if not send:
        context.output.data([shape(one, LINK) for one in rows])
        context.output.table([_("File"), _("Place"), _("Link")], [(one.file, one.place, one.link) for one in rows])
        return
    _look(context, rows, write)


def _look(context: Context, rows: tuple[LinkRow, ...], write: Path | None) -> None:
    from footprint.checklists.link_check import as_page, look, sendings

    out = context.output
    for one in sendings(rows):
        out.aside(f"{one.host}: {one.words}")
    with stoppable(context.output) as task:
        found = sorted(look(context.bench.web, rows, task), key=lambda one: one.link)
        stopped = task.stopped
    out.data([shape(one, LINK_LOOK, places=[f"{row.file}: {row.place}" for row in one.places]) for one in found])
    out.table(
        [_("Link"), _("How"), _("Status"), _("Now")],
        [(one.link, one.state.label, one.status, one.now or one.words) for one in found if one.wants_a_look],
    )
    counts = Counter(one.state for one in found)
    out.say(", ".join(f"{state.label}: {n}" for state, n in counts.items()))
    if write is not None:
        write.write_text(as_page(found, context.today.isoformat()), encoding="utf-8")
        out.say(_("{name} is written.").format(name=write))
    leave(FOUND_PROBLEMS if stopped or any(one.wants_a_look for one in found) else 0)
