"""An employer's pack: make a key, look for mistakes, build the file, see what is in it and what is new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footprint import checklists, paths, signing
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.lazy import Commands
from footprint.cli.shapes import PACK, shape
from footprint.dates import day_in_words
from footprint.errors import FootprintError
from footprint.handwritten import Problem
from footprint.i18n import N_, _, ngettext
from footprint.pack_parts import PARTS, names, ships
from footprint.packs import Difference, PackError, Ships, differences, other_key
from footprint.packs.building import build, read_any
from footprint.packs.uses import ENDING
from footprint.vault.disk import disk_problems, replace_file

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_FILE = click.Path(path_type=Path, dir_okay=False)
_ANY = click.Path(path_type=Path, exists=True)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
_COMMANDS = {
    "new": ("packing", "new_command", N_("Copy the example to a folder of your own, to begin with.")),
    "key": ("packing", "key_command", N_("Make the key a pack is signed with.")),
    "lint": ("packing", "lint_command", N_("Look for mistakes in a folder or a pack.")),
    "build": ("packing", "build_command", N_("Make one signed file of a folder.")),
    "show": ("packing", "show_command", N_("Say what is in a pack, and who signed it.")),
    "differences": ("packing", "differences_command", N_("Say what is new in a pack.")),
    "status": ("packs_used", "status_command", N_("Say which pack is in use.")),
    "install": ("packs_used", "install_command", N_("Show what a pack changes, and take it.")),
    "back": ("packs_used", "back_command", N_("Use the version before again.")),
    "remove": ("packs_used", "remove_command", N_("Do without the pack.")),
}


@click.group("pack", cls=Commands, table=_COMMANDS)
def pack_group() -> None:
    """An employer’s own guidance, contacts and checks, in one signed file."""


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path))
@pass_context
def new_command(context: Context, folder: Path) -> None:
    """Copy the example of an invented council to FOLDER, with the README that explains every key."""
    import shutil

    if folder.exists():
        raise click.UsageError(_("There is something of this name already. Choose another."))
    here = paths.shipped("resources") / "packs"
    with disk_problems():
        shutil.copytree(here / "example-council", folder, copy_function=shutil.copyfile)
        shutil.copyfile(here / "README.md", folder / "README.md")
    context.output.data({"folder": str(folder)})
    context.output.say(_("{folder} is made. Begin with its README.md, then change pack.toml.").format(folder=folder))


@click.command("key")
@click.argument("file", type=_FILE)
@pass_context
def key_command(context: Context, file: Path) -> None:
    """Make the key a pack is signed with: FILE, locked with a passphrase, for you alone to read."""
    if file.exists():
        raise click.UsageError(_("There is a file of this name already. Choose another, so that no key is lost."))
    words = context.passphrase(_("A passphrase for the key"), twice=True)
    if not words:
        raise click.UsageError(_("The key needs a passphrase. Nothing was made."))
    key = signing.new_key()
    replace_file(file.absolute(), signing.private_pem(key, words))
    mark = signing.fingerprint(key.public_key())
    context.output.data({"private": str(file), "fingerprint": mark})
    context.output.say(
        _("The key is in {file}. Keep it off every shared computer, and a copy apart.").format(file=file)
    )
    context.output.say(_("Its mark: {mark}").format(mark=mark))
    context.output.say(_("Tell people this mark by phone or on paper. They compare it before they use your pack."))


@click.command("lint")
@click.argument("what", type=_ANY)
@pass_context
def lint_command(context: Context, what: Path) -> None:
    """Look for mistakes in WHAT, a folder or a pack. Fails when there is one. Needs no vault."""
    from footprint.packs.cautions import cautions

    problems: tuple[Problem, ...] = ()
    worth: tuple[Problem, ...] = ()
    try:
        worth = cautions(read_any(what, parts=PARTS, ships=_ships()), date.today())
    except PackError as problem:
        problems = problem.problems or (Problem(what.name, "", str(problem)),)
    out = context.output
    out.data({"problems": [_fault(one) for one in problems], "cautions": [_fault(one) for one in worth]})
    for one in problems:
        out.say(str(one))
    for one in worth:
        out.say(_("Worth a thought: {what}").format(what=one))
    n = len(problems)
    out.say(ngettext("{n} mistake.", "{n} mistakes.", n).format(n=n) if n else _("There are no mistakes."))
    leave(FOUND_PROBLEMS if problems else 0)


def _fault(one: Problem) -> dict[str, object]:
    return {"file": one.file, "place": one.place, "line": one.line, "text": one.text}


@click.command("build")
@click.argument("folder", type=_FOLDER)
@click.option("--key", "key_file", required=True, type=_FILE, help="The key, made with “footprint pack key”.")
@click.option("--out", required=True, type=_FILE, help="The file to make; it ends in .footprint-pack.")
@click.option("--after", type=_FILE, help="The version before: refused if this one does not follow on it.")
@pass_context
def build_command(context: Context, folder: Path, key_file: Path, out: Path, after: Path | None) -> None:
    """Make one signed file of FOLDER, which has to be free of mistakes."""
    if out.suffix != ENDING:
        raise click.UsageError(_("The name of the file must end in {ending}.").format(ending=ENDING))
    known = _ships()
    before = read_any(after, parts=PARTS) if after is not None else None
    key = _private_key(context, key_file)
    try:
        data = build(folder, key, parts=PARTS, ships=known, after=before)
    except PackError as problem:
        for one in problem.problems:
            context.output.aside(str(one))
        raise
    replace_file(out.absolute(), data)
    mark = signing.fingerprint(key.public_key())
    if before is not None and before.fingerprint != mark:
        context.output.aside(_("This is another key than before. Everybody has to compare the mark again."))
    context.output.data({"file": str(out), "fingerprint": mark, "bytes": len(data)})
    context.output.say(_("{file} is made, signed with the key {mark}.").format(file=out, mark=mark))


def _private_key(context: Context, file: Path) -> Ed25519PrivateKey:
    from footprint.packs.zipped import read_bytes

    return signing.load_private(read_bytes(file), context.passphrase(_("Passphrase of the key")))


@click.command("show")
@click.argument("what", type=_ANY)
@pass_context
def show_command(context: Context, what: Path) -> None:
    """Say what is in WHAT, a pack or a folder, and who signed it. Nothing is used."""
    pack = read_any(what, parts=PARTS)
    found = differences(None, pack, _names())
    out = context.output
    out.data({**shape(pack, PACK), "contents": [told(one) for one in found]})
    made = day_in_words(pack.manifest.made)
    said = _("{organisation}, version {n}, made on {day}.")
    out.say(said.format(organisation=pack.organisation, n=pack.version, day=made))
    if pack.signed:
        out.say(_("Signed with the key {mark}.").format(mark=pack.fingerprint))
        out.say(_("Compare it with the mark your organisation gave you."))
    else:
        out.say(_("It is not signed, so it cannot be used."))
    out.say(_("Sites it may name: {hosts}").format(hosts=", ".join(pack.manifest.hosts) or _("none")))
    say_differences(context, found)


@click.command("differences")
@click.argument("old", type=_ANY)
@click.argument("new", type=_ANY)
@pass_context
def differences_command(context: Context, old: Path, new: Path) -> None:
    """Say what is new in NEW, compared with OLD. Each is a pack or a folder."""
    before, after = read_any(old, parts=PARTS), read_any(new, parts=PARTS)
    if before.id != after.id:
        two = _("These are packs of two organisations: {old} and {new}.")
        raise FootprintError(two.format(old=before.id, new=after.id))
    found = differences(before, after, _names())
    context.output.data({"other_key": other_key(before, after), "differences": [told(one) for one in found]})
    say_differences(context, found)
    if not found:
        context.output.say(_("They say the same."))


def say_differences(context: Context, found: tuple[Difference, ...]) -> None:
    group = ""
    for one in found:
        if one.group != group:
            context.output.say("")
            context.output.say(one.group)
            group = one.group
        context.output.text(f"  {one.words}")


def told(one: Difference) -> dict[str, str]:
    return {"group": one.group, "words": one.words, "place": one.place}


def _ships() -> Ships:
    return ships(checklists.load(paths.shipped("checklists")))


def _names() -> Callable[[str], str]:
    return names(checklists.load(paths.shipped("checklists")))
