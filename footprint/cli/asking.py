"""Messages about an item."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from footprint import log, web
from footprint.cli.checks import DAY
from footprint.cli.considering import case_options, paused
from footprint.cli.context import Context, pass_context
from footprint.cli.files import put_file
from footprint.cli.items import find, log_group
from footprint.cli.persons import dashed
from footprint.cli.shapes import REQUEST, shape
from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.log import BlankLeft, How, Item, Length, Letter, Relation, Tone

HOWS = {dashed(one.value): one for one in How}
_VALUES = ("to", "what", "where", "reason", "me", "asked", "years", "hold", "own", "who")
_BOOK = Path("docs") / "letters.md"


def _wording(command: Any) -> Any:
    """The options that choose and fill a message, the same with an item and without."""
    for option in reversed(
        (
            click.option("--kind", default="", help="Which letter, by its id (log letters lists them)."),
            click.option(
                "--tone", type=click.Choice([one.value for one in Tone]), default=Tone.FRIENDLY.value, show_default=True
            ),
            click.option(
                "--length", type=click.Choice([one.value for one in Length]), default=Length.LONG.value,
                show_default=True,
            ),
            click.option("--to", default="", help="Who you are writing to."),
            click.option("--what", default="", help="What it is about."),
            click.option("--where", default="", help="Where it is."),
            click.option("--reason", default="", help="Why you ask, in one sentence."),
            click.option("--me", default="", help="Your name."),
            click.option("--asked", default="", help="The day you asked before."),
            click.option("--years", default="", help="Which copies it is about, for an archive."),
            click.option("--hold", default="", help="What you have to do with the page, for an archive."),
            click.option("--own", default="", help="What you want to say, in your own words."),
            click.option("--who", default="", help="Who is not to be photographed."),
            click.option(
                "--save", type=click.Path(path_type=Path, dir_okay=False),
                help="Write it to a file: .eml is an email that is not sent, anything else plain words.",
            ),
        )
    ):  # fmt: skip
        command = option(command)
    return command


@log_group.command("request")
@click.argument("item")
@_wording
@click.option(
    "--relation", type=click.Choice([one.value for one in Relation]), help="Who they are to you; kept with ITEM."
)
@click.option("--sent", type=click.Choice(list(HOWS)), help="Note that you have asked in this way.")
@click.option("--day", type=DAY, help="The day you asked, if it was not today.")
@case_options
@pass_context
def request(
    context: Context,
    /,
    item: str,
    relation: str | None,
    sent: str | None,
    day: datetime | None,
    case: str | None,
    could_be: bool,
    **chosen: Any,
) -> None:
    """Print a message that asks for ITEM to be taken down. The app sends nothing.

    While a blank is left it is refused, and says which options fill it. To note that you asked face to face: --sent
    in-person.
    """
    one = find(context, item)
    if relation:
        one = log.change(context.vault, one.id, relation=Relation(relation)).value
    how = HOWS[sent] if sent else None
    letter = None if how is How.IN_PERSON else _letter(context, one, chosen)
    noted = None
    if how is not None:
        on = day.date() if day else None
        noted = paused(
            context,
            case,
            could_be,
            lambda known: log.sent(context.vault, one.id, letter, how, day=on, considered=known).value,
        )
    elif letter is not None:
        web.note_made(context.vault, _("A message to copy"), ())
    _say_letter(context, one, letter, noted, chosen["save"])


@log_group.command("note")
@_wording
@pass_context
def note(context: Context, /, **chosen: Any) -> None:
    """Print a note to family and friends, which concerns nothing in the list. The app sends nothing."""
    letter = _letter(context, None, chosen)
    web.note_made(context.vault, _("A message to copy"), ())
    _say_letter(context, None, letter, None, chosen["save"])


@log_group.command("letters")
@click.option(
    "--write", "file", type=click.Path(path_type=Path, dir_okay=False), is_flag=False, flag_value=str(_BOOK),
    help="Write every letter, filled in for an invented person, to a file (docs/letters.md unless named).",
)  # fmt: skip
@pass_context
def letters(context: Context, file: Path | None) -> None:
    """List the kinds of letters, which need no vault."""
    out, known = context.output, log.letter_files()
    if file is not None:
        put_file(file, log.letter_book().encode())
        out.data({"file": file, "letters": len(known)})
        out.say(_("Saved {name}").format(name=file))
        return
    out.data(
        [
            {
                "id": one.id,
                "title": _(one.title),
                "for": one.audience,
                "rung": one.rung,
                "origins": list(one.origins),
                "needs_item": bool(one.origins) and not one.note,
                "reply_days": one.reply_days,
                "law": list(one.law),
            }
            for one in known
        ]
    )
    out.table(
        [_("Id"), _("Kind"), _("For")],
        [(one.id, _(one.title), one.audience.label) for one in known],
    )


def _letter(context: Context, one: Item | None, chosen: dict[str, Any]) -> Letter:
    letter = log.draft(
        context.vault,
        one,
        Tone(chosen["tone"]),
        {name: chosen[name] for name in _VALUES},
        kind=chosen["kind"],
        length=Length(chosen["length"]),
    )
    if not letter.ready:
        left = "; ".join(f"--{blank.name} ({blank.label})" for blank in letter.blanks)
        raise BlankLeft(_("Fill this in first: {blanks}.").format(blanks=left))
    return letter


def _say_letter(
    context: Context, one: Item | None, letter: Letter | None, noted: log.Request | None, file: Path | None
) -> None:
    text = log.to_send(context.vault, letter) if letter else ""
    found = log.remarks(letter, log.setting_of(context.vault, one)) if letter else ()
    if letter is not None and file is not None:
        _put_letter(context, file, letter)
    out = context.output
    out.data(
        {
            "item_id": one.id if one else "",
            "letter": letter.template if letter else "",
            "tone": letter.tone if letter else "",
            "length": letter.length if letter else "",
            "subject": letter.subject if letter else "",
            "text": text,
            "law": list(letter.law) if letter else [],
            "remarks": [{"check": two.check, "why": two.why, "start": two.start, "end": two.end} for two in found],
            "reply_by": letter.by if letter else noted.due if noted else None,
            "file": file,
            "request": None if noted is None else shape(noted, REQUEST),
        }
    )
    if letter is not None:
        out.say(_("Subject: {subject}").format(subject=letter.subject))
        out.say("")
        out.text(text)
    for two in found:
        words = f": “{text[two.start : two.end]}”" if two.start < two.end else ""
        out.aside(f"{two.check.label}{words}. {two.why}")
    if noted is not None:
        out.aside(_("Noted. Look again on {day}.").format(day=day_in_words(noted.due)))


def _put_letter(context: Context, file: Path, letter: Letter) -> None:
    if file.suffix.lower() == ".eml":
        put_file(file, log.as_eml(context.vault, letter))
    else:
        put_file(file, log.as_text(context.vault, letter).encode())
