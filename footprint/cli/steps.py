"""New steps for the checklists: which are in use, taking newer ones, and making a signed file of them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footprint import checklists, signing
from footprint.checklists import installed, release
from footprint.checklists.changed import lost
from footprint.checklists.fetching import fetch, sending
from footprint.checklists.installed import Offered, load_release
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.progress import stoppable
from footprint.cli.shapes import CHANGE, SENDING, shape
from footprint.dates import local_day
from footprint.i18n import _, ngettext
from footprint.vault.disk import replace_file

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("steps")
@pass_context
def steps_command(context: Context) -> None:
    """Say which steps the checklists use, and which key may sign newer ones. Needs no vault."""
    found = installed.steps(context.folder)
    keys = [release.fingerprint(key) for key in release.public_keys()]
    context.output.data({"serial": found.serial, "own": found.release is None, "problem": found.problem, "keys": keys})
    context.output.say(found.sentence)
    if found.release is not None and found.release.note:
        context.output.say(found.release.note)
    for key in keys:
        context.output.say(_("Newer steps must be signed with the key {key}.").format(key=key))
    if found.problem:
        context.output.say(found.problem)
    leave(FOUND_PROBLEMS if found.problem else 0)


@click.command("update")
@click.argument("file", required=False, type=_FILE)
@click.option("--send", is_flag=True, help="Fetch the file from the address; without it nothing is sent.")
@click.option("--address", default="", help="Fetch it from here, in place of the address that ships with the app.")
@click.option("--use", "use_them", is_flag=True, help="Use them. Without this, what they change is only shown.")
@click.option("--back", is_flag=True, help="Go back to the steps that came with the app.")
@pass_context
def update_command(context: Context, file: Path | None, send: bool, address: str, use_them: bool, back: bool) -> None:
    """Show what new steps would change, and take them. FILE is a signed file of steps.

    No answer is lost: only checks whose question changed are asked again.
    """
    if back:
        installed.go_back(context.folder)
        serial = installed.steps(context.folder).serial
        context.output.data({"used": False, "serial": serial, "changes": []})
        context.output.say(_("The steps that came with the app are in use again."))
        return
    data = installed.read_file(file) if file is not None else _fetched(context, send, address)
    if data is None:
        return
    offered = installed.offer(context.folder, data, checklists.latest_of_all(context.vault))
    _say_changes(context, offered, use_them)
    if use_them:
        installed.use(context.folder, offered)
        context.output.say(_("These steps are in use now."))
    else:
        context.output.say(_("Nothing changed yet. To use them, add --use."))


def _fetched(context: Context, send: bool, address: str) -> bytes | None:
    address = address or release.shipped_steps().address
    if not address:
        raise click.UsageError(_("Name a file. This copy of the app has no address to fetch new steps from."))
    preview = sending(address)
    if not send:
        context.output.data({"sent": False, "sending": shape(preview, SENDING)})
        context.output.say(f"{preview.host}: {preview.words}")
        context.output.say(_("Nothing was sent. To send this, add --send."))
        return None
    with stoppable(context.output) as task:
        return fetch(context.bench.web, address, task)


def _say_changes(context: Context, offered: Offered, used: bool) -> None:
    out = context.output
    out.data(
        {"used": used, "serial": offered.release.serial, "changes": [shape(one, CHANGE) for one in offered.changes]}
    )
    if offered.release.note:
        out.say(offered.release.note)
    out.table(
        [_("Checklist"), _("Check"), _("What changed"), _("Asks you again")],
        [
            (one.network_name, one.title, one.change.label, _("yes") if one.again else _("no"))
            for one in offered.changes
        ],
    )
    n = len(offered.again)
    out.say(ngettext("{n} check asks you again.", "{n} checks ask you again.", n).format(n=n))


@click.command("key")
@click.argument("file", type=_FILE)
@pass_context
def key_command(context: Context, file: Path) -> None:
    """Make a key pair for signing steps: FILE, locked with a passphrase, and FILE.public.pem to ship."""
    public = file.with_name(f"{file.name}.public.pem")
    if file.exists() or public.exists():
        raise click.UsageError(_("There is a file of this name already. Choose another, so that no key is lost."))
    words = context.passphrase(_("A passphrase for the key"), twice=True)
    if not words:
        raise click.UsageError(_("The key needs a passphrase. Nothing was made."))
    key = signing.new_key()
    replace_file(file.absolute(), signing.private_pem(key, words))
    replace_file(public.absolute(), signing.public_pem(key))
    mark = release.fingerprint(key.public_key())
    context.output.data({"private": str(file), "public": str(public), "fingerprint": mark})
    context.output.say(_("The key {mark} is made. Keep {file} off every shared computer.").format(mark=mark, file=file))


@click.command("publish")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("out", type=_FILE)
@click.option("--key", "key_file", required=True, type=_FILE, help="The private key.")
@click.option("--serial", required=True, type=click.IntRange(1), help="Higher than that of any release before.")
@click.option("--note", default="", help="A sentence for the people who get it.")
@click.option("--after", type=_FILE, help="The release before: refused if a check of it has gone without a rule.")
@pass_context
def publish_command(
    context: Context, folder: Path, out: Path, key_file: Path, serial: int, note: str, after: Path | None
) -> None:
    """Make one signed file, OUT, of every checklist in FOLDER, which has to be free of mistakes."""
    from footprint.checklists.lint import lint

    report = lint(folder)
    for problem in report.problems:
        context.output.aside(str(problem))
    if not report.sound:
        raise release.BadSteps(_("The checklists have mistakes. Nothing was made."))
    files = {path.name: path.read_text(encoding="utf-8-sig") for path in sorted(folder.glob("*.toml"))}
    made = release.pack(files, serial, local_day(datetime.now().astimezone()), note)
    key = _private_key(context, key_file)
    if after is not None:
        _refuse_losses(after, made, (key.public_key(),))
    replace_file(out.absolute(), release.sign(made, key))
    context.output.data({"file": str(out), "serial": serial, "files": len(files)})
    context.output.say(_("{file}: {n} checklists, number {serial}.").format(file=out, n=len(files), serial=serial))


def _refuse_losses(after: Path, made: release.Release, keys: tuple[Ed25519PublicKey, ...]) -> None:
    before = release.read_release(installed.read_file(after), (*keys, *release.public_keys()))
    if before.serial >= made.serial:
        raise release.BadSteps(_("The release before has the number {n}.").format(n=before.serial))
    gone = lost(load_release(before), load_release(made))
    if gone:
        raise release.BadSteps(_("These are gone without a rule: {what}.").format(what=", ".join(gone[:10])))


def _private_key(context: Context, file: Path) -> Ed25519PrivateKey:
    try:
        return signing.load_private(installed.read_file(file), context.passphrase(_("Passphrase of the key")))
    except signing.BadKey:
        raise release.BadSteps(_("This is not a private key, or not its passphrase. Nothing was made.")) from None
