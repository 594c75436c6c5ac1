"""The root command, its options, and how problems become sentences and exit codes."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

import footprint
from footprint import paths
from footprint.cli.context import FOUND_PROBLEMS, NOT_OPENED, WRONG_USE, CannotOpen, Context
from footprint.cli.lazy import Commands
from footprint.cli.output import Output, ReaderGone, safe, write
from footprint.cli.windows import Windows
from footprint.errors import FootprintError
from footprint.i18n import N_, _
from footprint.tasks import Stopped

# What is no mistake of ours; `_run` has a sentence or a code for each.
_EXPECTED = (
    FootprintError,
    click.ClickException,
    click.exceptions.Exit,
    click.Abort,
    Stopped,
    BrokenPipeError,
    ReaderGone,
)
_COMMANDS = {
    "open": ("opening", "open_command", N_("Open the app; where there is no display, print the status.")),
    "init": ("vaults", "init_command", N_("Make a vault with a passphrase and a recovery code.")),
    "status": ("status", "status_command", N_("Say what comes next, what is due and how the last search ended.")),
    "person": ("persons", "person_group", N_("Your names, towns, work and usernames.")),
    "account": ("accounts", "account_group", N_("Your accounts on networks.")),
    "checklists": ("checks", "checklists_group", N_("The checklists and your answers to them.")),
    "search": ("sorting", "search_group", N_("Look for your own name in public, and sort what is found.")),
    "probe": ("probing", "probe_command", N_("Ask sites whether they know a username.")),
    "event": ("lifeevents", "event_group", N_("A short audit for what happens in a life.")),
    "password": ("logins", "password_group", N_("How good a password is, and which accounts share one.")),
    "log": ("logs", "log_group", N_("What should go, and how far each thing has come.")),
    "archive": ("archive", "archive_group", N_("Copies of your accounts: bring in, look through, decide, forget.")),
    "incident": ("incident", "incident_group", N_("Notes of something that happened online, for your manager.")),
    "plan": ("planning", "plan_group", N_("Suggest the check to a team, and take on what was suggested to you.")),
    "summary": ("summaries", "summary_group", N_("What you choose to share of your check in supervision.")),
    "take": ("summaries", "take_group", N_("Your own list to take to supervision.")),
    "remind": ("reminding", "remind_group", N_("What is due again, your own reminders, and how you are told.")),
    "pack": ("packing", "pack_group", N_("An employer’s own guidance, contacts and checks, in one signed file.")),
    "ledger": ("ledger", "ledger_command", N_("Everything this app ever sent, word for word.")),
    "ways": ("ways", "ways_group", N_("What opens your notes, and copies that older ways open.")),
    "passphrase": ("ways", "passphrase_command", N_("Change the passphrase.")),
    "recovery": ("ways", "recovery_command", N_("Make a new recovery code.")),
    "keyring": ("ways", "keyring_command", N_("Let this computer’s own password store open the vault.")),
    "rotate": ("ways", "rotate_command", N_("Your passphrase was seen: put everything under a new key.")),
    "backup": ("vaults", "backup_command", N_("Copy everything into one locked file.")),
    "backups": ("backups", "backups_group", N_("Copies of your notes: list them, look inside, put one back.")),
    "restore": ("vaults", "restore_command", N_("Put a backup in place.")),
    "move": ("backups", "move_command", N_("Move your notes to another folder.")),
    "purge": ("purging", "purge_command", N_("Delete closed things for good after a time.")),
    "wipe": ("vaults", "wipe_command", N_("Delete every trace of the app for good.")),
    "doctor": ("doctor", "doctor_command", N_("What this computer has and lacks, and the health of the vault.")),
    "demo": ("demo", "demo_command", N_("A whole audit of an invented person, on this computer alone.")),
}


class _Root(Commands):
    """Notes a mistake of ours in the log of the vault's folder, by its type, on its way out."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except _EXPECTED:
            raise
        except Exception as problem:
            from footprint.logs import Event, Log

            if isinstance(ctx.obj, Context):
                Log(ctx.obj.folder).note(Event.COMMAND_BROKE, problem=problem)
            raise


@click.group(
    cls=_Root,
    table=_COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(footprint.__version__, prog_name="footprint")
@click.option("--vault", "folder", type=click.Path(path_type=Path, file_okay=False), help="The folder of the vault.")
@click.option("--passphrase-file", default="", help="A file with the passphrase; - reads it from standard input.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document in place of words.")
@click.option("--offline", is_flag=True, help="Refuse everything that would use the internet.")
@click.option(
    "--packs",
    type=click.Path(path_type=Path, file_okay=False),
    help="Look for an employer’s pack here, in place of the system’s folder.",
)
@click.pass_context
def root(
    click_context: click.Context,
    folder: Path | None,
    passphrase_file: str,
    as_json: bool,
    offline: bool,
    packs: Path | None,
) -> None:
    """Check what people can find out about you online. It stays on your computer."""
    windows = click_context.obj
    context = Context(
        folder or paths.default_vault_folder(), passphrase_file, Output(as_json=as_json), offline, windows, packs
    )
    click_context.obj = context
    click_context.call_on_close(context.close)
    if click_context.invoked_subcommand is None:
        from footprint.cli.opening import open_command

        click_context.invoke(open_command)


def main(arguments: Sequence[str] | None = None, windows: Windows | None = None) -> None:
    """Run one command and leave with its exit code."""
    from footprint.vault import PartsTooOld, harden

    _prepare_streams()
    try:
        harden()
    except PartsTooOld as problem:
        sys.exit(_say(str(problem), NOT_OPENED))
    sys.exit(run(arguments, windows))


def run(arguments: Sequence[str] | None = None, windows: Windows | None = None) -> int:
    """Run one command; gives its exit code. Problems the person can act on are one line on standard error."""
    try:
        code = _run(arguments, windows)
        if sys.stdout is not None:
            sys.stdout.flush()
    except (BrokenPipeError, ReaderGone):
        _no_more_output()
        return 0
    return code


def _run(arguments: Sequence[str] | None, windows: Windows | None) -> int:
    try:
        left = root.main(
            None if arguments is None else list(arguments), prog_name="footprint", obj=windows, standalone_mode=False
        )
    except CannotOpen as problem:
        return _say(str(problem), NOT_OPENED)
    except FootprintError as problem:
        return _say(str(problem), _code_of(problem))
    except click.exceptions.NoArgsIsHelpError as problem:
        problem.show()
        return WRONG_USE
    except click.ClickException as problem:
        return _say(_wrong_use(problem), problem.exit_code)
    except (click.Abort, KeyboardInterrupt, Stopped):
        return _say(_("Stopped. What was done so far is kept."), FOUND_PROBLEMS)
    except (BrokenPipeError, ReaderGone):
        raise  # no mistake: whoever read the answer went away
    except Exception as problem:  # noqa: BLE001 - a mistake of ours: its message may hold a name, so it is not shown
        return _broke(problem)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else FOUND_PROBLEMS if leaving.code else 0
    return left if isinstance(left, int) else 0


def _broke(problem: Exception) -> int:
    """What a report would hold, in full: types and places in the app, never a message, a value or a path."""
    from footprint.logs import report

    write(sys.stderr, _("Something went wrong. Your notes are saved. A report could say this, and no more:") + "\n")
    write(sys.stderr, "".join(f"{safe(line)}\n" for line in report(problem).splitlines()))
    return FOUND_PROBLEMS


def _code_of(problem: FootprintError) -> int:
    """A vault that cannot be opened is 3; a full disk, and a web that cannot be reached, 1; the rest is wrong use."""
    from footprint import vault as vaults
    from footprint.web import WebProblem

    asked_wrongly = (
        vaults.VaultThere,
        vaults.WeakPassphrase,
        vaults.NotABackup,
        vaults.NotKept,
        vaults.KeyringNotSet,
        vaults.LastWay,
        vaults.TooManyWays,
    )
    if isinstance(problem, vaults.DiskFull | WebProblem):
        return FOUND_PROBLEMS
    if isinstance(problem, vaults.VaultError) and not isinstance(problem, asked_wrongly):
        return NOT_OPENED
    return WRONG_USE


def _wrong_use(problem: click.ClickException) -> str:
    words = " ".join(problem.format_message().split())
    context = problem.ctx if isinstance(problem, click.UsageError) else None
    return words if context is None else f"{words} " + _("Help: {command} --help").format(command=context.command_path)


def _say(words: str, code: int) -> int:
    write(sys.stderr, safe(words) + "\n")
    return code


def _prepare_streams() -> None:
    """A letter a terminal does not know becomes a mark, never a crash; what goes into a pipe is UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _no_more_output() -> None:
    """Whoever read the answer went away: what is still unwritten goes nowhere, and nobody hears of it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
