"""The pack in use: what it is, taking one, going back, doing without. Nothing is used without being asked to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from footprint.cli.context import Context, pass_context
from footprint.cli.packing import say_differences, told
from footprint.cli.shapes import PACK, shape
from footprint.dates import day_in_words
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.pack_parts import names
from footprint.packs import Pack, differences
from footprint.packs.installed import Offered
from footprint.packs.telling import brings, never

USE = "pack organisation version made fingerprint source taken_at"


@click.command("status")
@pass_context
def status_command(context: Context) -> None:
    """Say which pack is in use, and which the organisation put on this computer."""
    packs, out = context.bench.packs, context.output
    found, missing = packs.now(), packs.use_of_vault()
    there = packs.on_this_computer()
    use = found.use if found is not None else missing
    out.data(
        {
            "in_use": shape(use, USE) if use is not None else None,
            "left_out": packs.problem,
            "brings": [one.words for one in brings(found.pack)] if found is not None else [],
            "never": list(never()),
            "on_this_computer": [
                {"organisation": one.pack.organisation, "version": one.pack.version, "problem": ""}
                if isinstance(one, Offered)
                else {"organisation": "", "version": 0, "problem": one}
                for one in there
            ],
        }
    )
    if found is None:
        out.say(packs.problem or _("No pack is in use. The built-in guidance stands."))
    else:
        _say_who(context, found.pack)
        for line in brings(found.pack):
            out.say(f"  {line.words}")
    for one in there:
        if isinstance(one, Offered):
            out.say(
                _("{organisation} put version {n} on this computer. To look at it: footprint pack install").format(
                    organisation=one.pack.organisation, n=one.pack.version
                )
            )
        else:
            out.say(one)


@click.command("install")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--use", "use_it", is_flag=True, help="Use it. Without this, what it changes is only shown.")
@click.option("--fingerprint", default="", help="The mark of a new key, as your organisation told you.")
@pass_context
def install_command(context: Context, file: Path | None, use_it: bool, fingerprint: str) -> None:
    """Show what the pack FILE would change, and take it with --use. Without FILE: the one put on this computer."""
    bench, out = context.bench, context.output
    offered = bench.packs.offer(file) if file is not None else _waiting(context)
    old = offered.before if offered.update else None
    found = differences(old, offered.pack, names(bench.checklists))
    out.data(
        {
            **shape(offered.pack, PACK),
            "used": use_it,
            "other_key": offered.other_key,
            "brings": [one.words for one in brings(offered.pack)],
            "never": list(never()),
            "differences": [told(one) for one in found],
        }
    )
    _say_who(context, offered.pack)
    if offered.other_key:
        out.say(_("It is signed with another key than before: {mark}.").format(mark=offered.known_mark))
        out.say(_("Compare the marks with your organisation, then give the new one with --fingerprint."))
    say_differences(context, found)
    out.say("")
    out.say(_("What no pack can ever do:"))
    for line in never():
        out.say(f"  {line}")
    if not use_it:
        out.say(_("Nothing changed yet. To use it, add --use."))
        return
    bench.packs.use(offered, compared=fingerprint)
    bench.renew_checklists()
    out.say(_("It is in use now."))


@click.command("remove")
@pass_context
def remove_command(context: Context) -> None:
    """Do without the pack. Your answers to its checks are hidden, and come back with it."""
    use = context.bench.packs.remove().value
    context.bench.renew_checklists()
    context.output.data({"removed": shape(use, USE) if use is not None else None})
    context.output.say(_("No pack was in use.") if use is None else _("The pack is removed. Your answers are kept."))


@click.command("back")
@pass_context
def back_command(context: Context) -> None:
    """Use the version before again."""
    use = context.bench.packs.go_back().value
    context.bench.renew_checklists()
    context.output.data({"in_use": shape(use, USE)})
    context.output.say(_("Version {n} is in use again.").format(n=use.version))


def _waiting(context: Context) -> Offered:
    found: list[Any] = [one for one in context.bench.packs.on_this_computer() if isinstance(one, Offered)]
    if not found:
        raise NotFound(_("Your organisation put no new pack on this computer. Name a file."))
    first: Offered = found[0]
    return first


def _say_who(context: Context, pack: Pack) -> None:
    said = _("{organisation}, version {n}, made on {day}.")
    context.output.say(
        said.format(organisation=pack.organisation, n=pack.version, day=day_in_words(pack.manifest.made))
    )
    context.output.say(_("Signed with the key {mark}.").format(mark=pack.fingerprint))
    context.output.say(_("Whom to ask: {who}.").format(who=pack.manifest.contact))
