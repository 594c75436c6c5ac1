"""Before something goes: the options that answer whether a case could be about it, and the question at a keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from footprint.cli.context import Context
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.log.ladder import Case, Considered, PauseFirst

T = TypeVar("T")
_CASES = [one.value for one in Case]

yes_option = click.option(
    "--yes-could-be-a-case", "could_be", is_flag=True, help="A case could be about it, and you do it all the same."
)


def case_options(command: Any) -> Any:
    """`--case` and `--yes-could-be-a-case`, which `paused` takes."""
    words = "Whether a complaint or a court case could be about it."
    return click.option("--case", type=click.Choice(_CASES), help=words)(yes_option(command))


def paused(context: Context, case: str | None, could_be: bool, do: Callable[[Considered | None], T]) -> T:
    """Do it with what the options answer; where that is not enough ask at the keyboard, else say which options answer.

    Nothing has changed when this ends in an error.
    """
    given = Considered(Case(case or Case.PERHAPS), could_be) if case or could_be else None
    try:
        return do(given)
    except PauseFirst as pause:
        if context.output.as_json or sys.stdin is None or not sys.stdin.isatty():
            raise FootprintError(_hint(pause)) from pause
        return do(_asked(pause, given))


def _hint(pause: PauseFirst) -> str:
    if pause.careful:
        return _("{why} To do it all the same: --yes-could-be-a-case.").format(why=pause)
    return _("{why} Could a case be about this? Answer with --case no, perhaps or unsure.").format(why=pause)


def _asked(pause: PauseFirst, given: Considered | None) -> Considered:
    """What is answered at the keyboard. Whoever does not go on leaves everything as it was."""
    click.echo(str(pause), err=True)
    case = given.case if given is not None else Case.PERHAPS
    if not pause.careful:
        asked = _("Could a complaint or a court case be about this?")
        case = Case(click.prompt(asked, type=click.Choice(_CASES), err=True))
    if case.careful:
        click.confirm(_("A case could be about it. Do it all the same?"), abort=True, err=True)
    return Considered(case, all_the_same=True)
