"""Passwords: how good one is, whether it was leaked, and which accounts share one. None is ever kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from footprint import passwords
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context, secret_from
from footprint.cli.output import Output
from footprint.cli.progress import stoppable
from footprint.cli.shapes import SENDING, shape
from footprint.dates import day_in_words
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.passwords import AccountResult, Look, Plan, Report, Seen

_LIST = click.option(
    "--list", "file", type=click.Path(path_type=Path, exists=True),
    help="Look in a downloaded list (a file sorted by hash, or a folder of ranges); nothing is sent.",
)  # fmt: skip
_SEND = click.option("--send", is_flag=True, help="Ask the list site. Without this, only what would be sent is shown.")


@click.group("password")
def password_group() -> None:
    """Check a password, and which of your accounts share one. No password is kept anywhere."""


@password_group.command("check")
@pass_context
def check(context: Context) -> None:
    """Say how good one password is, read from standard input. Exit code 1 when it is weak."""
    networks = passwords.network_names(context.vault, context.bench.checklists)
    own = passwords.own_words(context.vault, networks)
    found = passwords.judge(_typed(), own)
    out = context.output
    out.data({
        "grade": found.grade, "label": found.grade.label, "why": found.sentence, "details": found.sorts,
        "notes": found.notes,
    })  # fmt: skip
    out.say(f"{found.grade.label}. {found.sentence}")
    for note in found.notes:
        out.say(note)
    if found.grade.weak:
        for tip in passwords.tips():
            out.say(f"- {tip.title}. {tip.text}")
    leave(FOUND_PROBLEMS if found.grade.weak else 0)


@password_group.command("suggest")
@pass_context
def suggest(context: Context) -> None:
    """Print three random words to use as a password on one site. They are kept nowhere."""
    words = passwords.suggest()
    context.output.data({"words": words})
    context.output.say(words)


@password_group.command("leaked")
@_LIST
@_SEND
@pass_context
def leaked(context: Context, file: Path | None, send: bool) -> None:
    """Look up one password, read from standard input, in lists of leaked ones.

    Five letters and numbers made from it are sent, never the password. Exit code 1 when it was leaked or nothing could
    be looked up.
    """
    vault = None if file is not None else context.vault  # opened first, as its passphrase may come the same way
    sha1 = passwords.sha1_of(_checked(_typed()))
    asked = passwords.plan([sha1])
    if file is None and not send:
        context.output.data({"sent": False, "sending": _sending(asked), "answer": None})
        _say_plan(context.output, asked)
        return
    if file is not None:
        seen = passwords.open_list(file).look_up(sha1)
    else:
        assert vault is not None
        with stoppable(context.output) as task:
            seen = passwords.look_up(context.bench.web, asked, task)[sha1]
    context.output.data({"sent": file is None, "sending": _sending(asked), "answer": _seen(seen)})
    context.output.say(seen.sentence)
    leave(0 if seen.look is Look.NOT_FOUND else FOUND_PROBLEMS)


@password_group.command("reuse")
@click.argument("export", type=click.Path(path_type=Path))
@_LIST
@_SEND
@click.option("--shred", is_flag=True, help="Overwrite and delete EXPORT afterwards.")
@click.option("--no-note", is_flag=True, help="Do not keep the numbers for the next time.")
@pass_context
def reuse(context: Context, export: Path, file: Path | None, send: bool, shred: bool, no_note: bool) -> None:
    """Say which of your accounts share a password, from a list that a manager or browser exported.

    Only numbers are kept. Exit code 1 when something should be changed.
    """
    leaked_list = passwords.open_list(file) if file is not None else None
    with stoppable(context.output) as task:
        found = passwords.read_list(context.vault, context.bench.checklists, export, task)
        asked = passwords.plan(one for hashes in found.hashes.values() for one in hashes)
        if leaked_list is not None:
            found = passwords.look_in_list(found, leaked_list, task)
        elif send and asked.prefixes:
            found = passwords.with_seen(found, passwords.look_up(context.bench.web, asked, task))
    before = next(iter(passwords.looks(context.vault, 1)), None)
    if not no_note:
        passwords.keep(context.vault, found.counts)
    compared = passwords.compared(before.counts, found.counts) if before else ""
    left = _shred(context, export) if shred else ()
    context.output.data({
        "manager": found.manager, "logins": found.total, "skipped": found.skipped,
        "says_two_step": found.says_two_step, "says_dates": found.says_dates,
        "accounts": [_account(one) for one in found.accounts],
        "counts": shape(found.counts, "accounts shared weak leaked old no_two_step"),
        "compared": compared, "sent": send and leaked_list is None and bool(asked.prefixes),
        "sending": _sending(asked) if asked.prefixes else None,
        "shredded": shred, "left": left,
    })  # fmt: skip
    _say_report(context.output, found, compared)
    if not send and leaked_list is None and asked.prefixes:
        _say_plan(context.output, asked)
    for words in left:
        context.output.say(words)
    if not shred:
        context.output.say(_("The file with your passwords is still there. To delete it: --shred."))
    leave(FOUND_PROBLEMS if any(one.wants_change for one in found.accounts) else 0)


@password_group.command("shred")
@click.argument("export", type=click.Path(path_type=Path))
@pass_context
def shred_command(context: Context, export: Path) -> None:
    """Overwrite and delete a file with passwords in it, and say where copies may be left."""
    left = _shred(context, export)
    context.output.data({"shredded": True, "left": left})
    for words in left:
        context.output.say(words)


@password_group.command("history")
@pass_context
def history(context: Context) -> None:
    """List the numbers of earlier looks, newest first."""
    found = passwords.looks(context.vault)
    names = "accounts shared weak leaked old no_two_step"
    context.output.data([{"at": one.at, **shape(one.counts, names)} for one in found])
    context.output.table(
        [_("Day"), _("Accounts"), _("Shared"), _("Weak"), _("Leaked"), _("Old"), _("No 2-step")],
        [
            (
                day_in_words(one.at.date()),
                *(("?" if number is None else number) for number in shape(one.counts, names).values()),
            )
            for one in found
        ],
    )
    if not found:
        context.output.say(_("No list was looked at yet."))


def _typed() -> str:
    """One password: a line of standard input, or typed without being shown."""
    from footprint.cli.context import is_somebody_there

    if is_somebody_there():
        return secret_from("", _("Password (it is not shown and not kept)"), "")
    return secret_from("-", "", "")


def _checked(password: str) -> str:
    if not password.strip():
        raise FootprintError(_("Type a password first."))
    return password


def _shred(context: Context, export: Path) -> tuple[str, ...]:
    done = passwords.shred(export)
    context.output.say(_("The file is overwritten and deleted."))
    return done.left


def _sending(asked: Plan) -> dict[str, Any]:
    return shape(asked.preview, SENDING, why=asked.preview.why)


def _seen(seen: Seen) -> dict[str, Any]:
    return {"look": seen.look, "times": seen.times, "sentence": seen.sentence}


def _say_plan(out: Output, asked: Plan) -> None:
    out.say(_("To {host}: {words}").format(host=asked.preview.host, words=asked.preview.words))
    out.say(asked.preview.why)
    out.say(asked.preview.keeps)
    out.say(_("Nothing was sent. To send this, add --send."))


def _account(one: AccountResult) -> dict[str, Any]:
    names = "account_id network name logins shares_with shares_with_others grade sorts changed_on old two_step"
    return shape(one, names, seen=None if one.seen is None else _seen(one.seen), wants_change=one.wants_change)


def _say_report(out: Output, found: Report, compared: str) -> None:
    count = ngettext("{n} login read from {manager}.", "{n} logins read from {manager}.", found.total)
    out.say(count.format(n=found.total, manager=_(found.manager.words)))
    out.table(
        [_("Account"), _("Shares with"), _("Password"), _("Leaked lists"), _("2-step here"), _("Changed")],
        [_row(one) for one in found.known],
    )
    if found.not_in_list:
        out.say(_("Not in this list: {names}.").format(names=", ".join(one.name for one in found.not_in_list)))
    if found.says_two_step:
        out.say(_("2-step shows only what this manager holds. You may have set it up in another app."))
    if compared:
        out.say(compared)


def _row(one: AccountResult) -> tuple[str, ...]:
    others = one.shares_with_others
    shares = [*one.shares_with]
    if others:
        shares.append(ngettext("{n} other login", "{n} other logins", others).format(n=others))
    grade = one.grade.label if one.grade else ""
    seen = one.seen.look.label if one.seen else _("not asked")
    two_step = {True: _("yes"), False: _("no")}.get(one.two_step, "?") if one.two_step is not None else "?"
    return one.name, ", ".join(shares), grade, seen, two_step, str(one.changed_on or "?")
