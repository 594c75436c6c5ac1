"""Lenses: which look, what was wrong, flags raised anew; and a draft looked at before it is posted."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.progress import stoppable
from footprint.dates import medium_day, number
from footprint.errors import NotFound
from footprint.i18n import _, ngettext

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("lenses")
@click.option("--joined", type=_DAY, help="The day you came into the profession; older posts are old.")
@click.option("--before", type=_DAY, help="A day of your choice; posts before it are old.")
@pass_context
def lenses(context: Context, joined: datetime | None, before: datetime | None) -> None:
    """List the lenses and whether they look. Sensitive ones do not until you choose them."""
    from footprint.archives.lenses import settings

    if joined is not None:
        settings.set_joined(context.vault, joined.date())
    if before is not None:
        settings.set_before(context.vault, before.date())
    known, days, out = settings.choices(context.vault), settings.days(context.vault), context.output
    out.data({
        "joined": days.joined, "before": days.before,
        "lenses": [
            {"lens": one.lens.id, "title": one.lens.title, "looks": one.looks, "sensitive": one.lens.sensitive,
             "why": one.lens.why, "lawful": one.lens.lawful, "guidance": list(one.lens.guidance)}
            for one in known
        ],
    })  # fmt: skip
    rows = ((one.lens.id, one.lens.title, _("looks") if one.looks else _("off")) for one in known)
    out.table((_("Lens"), _("What it looks for"), _("State")), rows)


@click.command("lens")
@click.argument("name")
@click.argument("state", type=click.Choice(["on", "off"]))
@pass_context
def lens(context: Context, name: str, state: str) -> None:
    """Let the lens NAME look, or not. `footprint archive reflag` then goes over what is there."""
    from footprint.archives.lenses import settings

    chosen = settings.choose(context.vault, name, looks=state == "on").value
    context.output.data({"lens": chosen.lens.id, "looks": chosen.looks})
    context.output.say(chosen.lens.lawful if chosen.looks else _("“{lens}” is off.").format(lens=chosen.lens.title))


@click.command("reflag")
@pass_context
def reflag_command(context: Context) -> None:
    """Hold the lenses over everything again, after they or your details changed. No copy is read again."""
    from footprint.archives.index.reflagging import reflag

    with stoppable(context.output) as task:
        changed = reflag(context.vault, task, context.bench.pack)
    context.output.data({"changed": changed})
    words = ngettext("{n} post has other flags now.", "{n} posts have other flags now.", changed)
    context.output.say(words.format(n=number(changed)))


@click.command("wrong")
@click.argument("entry_id", type=int)
@click.argument("name")
@click.option("--silence", type=click.Choice(["word", "post", "lens"]), default="word", show_default=True)
@pass_context
def wrong_command(context: Context, entry_id: int, name: str, silence: str) -> None:
    """Say that the flag of the lens NAME on this post is wrong; its words, this post or the lens fall silent."""
    from footprint.archives.index import finding, reflagging
    from footprint.archives.lenses import wrong

    flags = [one for one in finding.entry(context.vault, entry_id).flags if one.lens == name]
    if not flags:
        raise NotFound(_("This lens raised no flag there."))
    if silence == "word":
        said = [wrong.wrong_word(context.vault, one).value for one in flags]
    elif silence == "post":
        key = reflagging.key_of(context.vault, entry_id)
        said = [wrong.wrong_entry(context.vault, flags[0], key).value]
    else:
        said = [wrong.wrong_lens(context.vault, flags[0]).value]
    context.output.data([_shape(one) for one in said])
    context.output.say(_("Noted. “footprint archive reflag” takes the flag away."))


@click.command("silenced")
@click.option("--again", "wrong_id", default="", help="Take this one back.")
@pass_context
def silenced(context: Context, wrong_id: str) -> None:
    """List what you found wrong, newest first, or take one back."""
    from footprint.archives.lenses import wrong

    if wrong_id:
        wrong.listen_again(context.vault, wrong_id)
    known = wrong.silenced(context.vault)
    context.output.data([_shape(one) for one in known])
    context.output.table(
        (_("Number"), _("What is silent"), _("Lens"), _("Words"), _("Day")),
        ((one.id, one.silences.label, one.lens, one.words, medium_day(one.said_at.date())) for one in known),
    )
    if not known:
        context.output.say(_("Nothing is silenced."))


@click.command("draft")
@click.option("--picture", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A picture with it.")
@click.option("--every", is_flag=True, help="Ask the sensitive lenses too, this once.")
@pass_context
def draft(context: Context, picture: Path | None, every: bool) -> None:
    """Look at a draft before you post it. It is read from standard input; nothing of it is kept or sent.

    Exit code 1 when a lens raised a flag.
    """
    from footprint.archives.before_posting import look
    from footprint.archives.lenses import settings

    text = click.open_file("-", encoding="utf-8", errors="replace").read(200_000)
    looking = settings.looking(context.vault, context.bench.pack)
    answers, out = (
        look(text, picture.read_bytes() if picture is not None else None, looking, every=every),
        context.output,
    )
    facts = answers.picture
    out.data({
        "flags": [
            {"lens": one.lens.id, "title": one.lens.title, "words": one.flag.words, "start": one.flag.start,
             "end": one.flag.end, "reason": one.reason, "why": one.lens.why, "lawful": one.lens.lawful,
             "guidance": list(one.lens.guidance)}
            for one in answers.flags
        ],
        "picture": None if facts is None else
        {"lat": facts.lat, "lon": facts.lon, "taken": facts.taken, "device": facts.device},
        "look_for": [{"what": one.value, "words": one.label} for one in answers.look_for],
        "readers": [{"reader": one.reader.value, "questions": list(one.questions)} for one in answers.readers],
        "ends": [one.value for one in answers.ends],
    })  # fmt: skip
    for one in answers.flags:
        out.say(f"{one.lens.title}: “{one.flag.words}”. {one.reason}. {one.lens.lawful}")
    if facts is not None and facts.lat is not None:
        out.say(_("The picture says where it was taken: {lat}, {lon}.").format(lat=facts.lat, lon=facts.lon))
    for thing in answers.look_for:
        out.say(f"- {thing.label}")
    for asked in answers.readers:
        out.say(f"{asked.reader.label}: {' '.join(asked.questions)}")
    out.say(" · ".join(one.label for one in answers.ends))
    leave(FOUND_PROBLEMS if answers.flags else 0)


def _shape(one: Any) -> dict[str, Any]:
    return {
        "id": one.id, "silences": one.silences.value, "lens": one.lens, "rule": one.rule, "words": one.words,
        "said_at": one.said_at,
    }  # fmt: skip


COMMANDS = (lenses, lens, reflag_command, wrong_command, silenced, draft)
