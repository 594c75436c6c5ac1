"""Incident notes: written down, listed, read back, and copied for the workplace."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from footprint import web
from footprint.cli.boxes import BOX
from footprint.cli.checks import DAY
from footprint.cli.considering import case_options, paused
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.files import put_file, read_file
from footprint.cli.output import short
from footprint.cli.shapes import CONTACT, INCIDENT, PROOF, marked, shape
from footprint.dates import local_day
from footprint.i18n import _
from footprint.log import Answer, Box, Edit, Shows, incidents, third_party
from footprint.log.incidents import Contact, Form, Incident, Kind, Post, Whole
from footprint.packs.origins import with_mark

_ANSWERS = click.Choice([one.value for one in Answer])
_FORMS = {"." + one.value: one for one in Form if one is not Form.PDF}


@click.group("incident")
def incident_group() -> None:
    """Notes of something that happened online, for your line manager. They are kept apart from the log."""


@incident_group.command("add")
@click.argument("kind", type=click.Choice([one.value for one in Kind]))
@click.option("--what", required=True, help="What happened.")
@click.option("--seen", type=DAY, help="The day you noticed it.")
@click.option("--at", "seen_at", default="", help="The time you noticed it.")
@click.option("--where", "place", default="", help="The address, or where it is in words.")
@click.option("--concerns", default="", help="Who it concerns, by role and not by name.")
@click.option("--told", multiple=True, help="Somebody you told today, by role; it may be given several times.")
@click.option("--agreed", default="", help="What was agreed.")
@click.option("--wanted", default="", help="What you want from your manager.")
@pass_context
def add(context: Context, /, kind: str, seen: datetime | None, told: tuple[str, ...], **answers: Any) -> None:
    """Write down an incident of KIND. Tell your line manager straight away; this is not a report."""
    day = seen.date() if seen else None
    made = incidents.add(context.vault, Kind(kind), seen_on=day, **answers).value
    for who in told:
        incidents.tell(context.vault, made.id, who)
    found = incidents.cautions(made, third_party.own_of(context.vault))
    context.output.data(_document(context, made.id))
    context.output.say(_("Written down ({id}).").format(id=short(made.id)))
    for line in incidents.first_lines(made.kind):
        context.output.say(f"{line.title}. {line.words}")
    if found:
        context.output.aside(incidents.warning(found))


@incident_group.command("list")
@pass_context
def list_command(context: Context) -> None:
    """List the notes by day and kind; what they say is shown by `show` alone."""
    found = incidents.incidents(context.vault)
    context.output.data(
        [
            {"id": one.id, "kind": one.kind, "begun_at": one.begun_at, "finished": one.finished,
             "handed_on": one.handed_on}
            for one in found
        ]
    )  # fmt: skip
    context.output.table(
        [_("Id"), _("What happened"), _("Begun on"), _("Finished"), _("Handed over")],
        [
            (short(one.id), one.kind.label, local_day(one.begun_at), _("Yes") if one.finished else _("No"),
             one.handed_on or "")
            for one in found
        ],
    )  # fmt: skip
    if not found:
        context.output.say(_("There are no incident notes."))


@incident_group.command("show")
@click.argument("note")
@pass_context
def show(context: Context, note: str) -> None:
    """Show NOTE, and who to tell."""
    from footprint.reports import incident_text

    one = _find(context, note)
    context.output.data(_document(context, one.id))
    context.output.text(incident_text(incidents.whole(context.vault, one.id)))
    line = _in_line(context, one)
    context.output.table(
        [_("Who to tell"), _("Phone"), _("Email"), _("Hours")],
        [(with_mark(known.called, known.origin), known.phone, known.email, known.hours) for known in line],
    )


@incident_group.command("export")
@click.argument("note")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def export(context: Context, note: str, file: Path) -> None:
    """Write a copy of NOTE to FILE: .docx for Word, .html, or .txt. Whoever has the file can read it.

    A PDF is made in the app.
    """
    form = _FORMS.get(file.suffix.lower())
    if form is None:
        raise click.UsageError(_("The name of the file must end in {endings}.").format(endings=", ".join(_FORMS)))
    one = _find(context, note)
    put_file(file, _content(form, incidents.whole(context.vault, one.id)))
    web.note_made(context.vault, _("A copy of a note, for your workplace"))
    made = incidents.copied(context.vault, one.id, form).value
    context.output.data({"file": file, "form": made.form, "made_at": made.made_at})
    context.output.say(_("Saved {name}").format(name=file.name))


@incident_group.command("evidence")
@click.argument("note")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--undressed", type=_ANSWERS, default="no", show_default=True, help="Does it show someone undressed?")
@click.option("--child", "under_18", type=_ANSWERS, default="no", show_default=True, help="Is anyone in it under 18?")
@click.option("--private", is_flag=True, help="Keep it though it shows an adult undressed.")
@click.option("--cover", multiple=True, type=BOX, help="Paint over a part: LEFT,TOP,RIGHT,BOTTOM, each from 0 to 1.")
@click.option("--crop", type=BOX, help="Keep only this part.")
@click.option("--original-too", is_flag=True, help="Keep the file as it came beside the changed one.")
@pass_context
def evidence(
    context: Context,
    /,
    note: str,
    file: Path,
    undressed: str,
    under_18: str,
    private: bool,
    cover: tuple[Box, ...],
    crop: Box | None,
    original_too: bool,
) -> None:
    """Keep a copy of what you saw with NOTE: a picture or a saved page. A private picture is covered in every view."""
    one, shows, edit = _find(context, note), Shows(Answer(undressed), Answer(under_18)), Edit(crop, cover)
    shows.allow(thought=private)  # before a byte of it is read
    content, name = read_file(file), file.name
    if edit.changes:
        made = incidents.add_changed_proof(
            context.vault, one.id, content, edit, original_too=original_too, name=name, shows=shows, thought=private
        ).value
    else:
        made = incidents.add_proof(context.vault, one.id, content, name, shows=shows, thought=private).value
    context.output.data(shape(made, PROOF))
    context.output.say(_("The copy is kept ({id}).").format(id=short(made.id)))


@incident_group.command("hand-over")
@click.argument("note")
@click.option("--on", type=DAY, help="The day your workplace got it, if it was not today.")
@click.option("--delete", "drop", is_flag=True, help="Delete it here as well, with its copies.")
@case_options
@pass_context
def hand_over(context: Context, note: str, on: datetime | None, drop: bool, case: str | None, could_be: bool) -> None:
    """Note that your workplace has NOTE now."""
    one = _find(context, note)
    handed = incidents.hand_over(context.vault, one.id, on.date() if on else None).value
    if drop:
        paused(
            context,
            case,
            could_be,
            lambda known: incidents.delete(context.vault, one.id, with_linked=True, considered=known),
        )
    context.output.data({"id": handed.id, "handed_on": handed.handed_on, "deleted": drop})
    context.output.say(_("Deleted here.") if drop else _("Noted."))


@incident_group.command("delete")
@click.argument("note")
@case_options
@pass_context
def delete(context: Context, note: str, case: str | None, could_be: bool) -> None:
    """Take NOTE away, with the copies it keeps of its own."""
    one = _find(context, note)
    paused(context, case, could_be, lambda known: incidents.delete(context.vault, one.id, considered=known))
    context.output.data({"deleted": one.id})
    context.output.say(_("Note deleted"))


@incident_group.command("contact")
@click.argument("post", type=click.Choice([one.value for one in Post]), required=False)
@click.option("--name", default="", help="The name of the role.")
@click.option("--phone", default="")
@click.option("--email", default="")
@click.option("--hours", default="")
@pass_context
def contact(context: Context, /, post: str | None, **how: str) -> None:
    """List who there is to tell, or keep how to reach POST."""
    if post is not None:
        incidents.set_contact(context.vault, Post(post), **how)
    pack = context.bench.pack
    mine = [one for one in incidents.contacts(context.vault) if post in (None, one.post.value)]
    known = [
        known for one in mine for known in ([one] if one.known else incidents.pack_contacts(pack, one.post) or [one])
    ]
    context.output.data([marked(one, CONTACT) for one in known])
    context.output.table(
        [_("Who to tell"), _("Name"), _("Phone"), _("Email"), _("Hours")],
        [(with_mark(one.post.label, one.origin), one.name, one.phone, one.email, one.hours) for one in known],
    )


def _in_line(context: Context, one: Incident) -> tuple[Contact, ...]:
    return incidents.in_line(context.vault, one.kind, manager_fits=one.manager_fits, pack=context.bench.pack)


def _content(form: Form, whole: Whole) -> bytes:
    from footprint import reports

    if form is Form.WORD:
        return reports.incident_word(whole)
    return (reports.incident_html(whole) if form is Form.HTML else reports.incident_text(whole)).encode()


def _find(context: Context, start: str) -> Incident:
    return one_of(incidents.incidents(context.vault), start)


def _document(context: Context, incident_id: str) -> dict[str, Any]:
    whole = incidents.whole(context.vault, incident_id)
    one = whole.incident
    return shape(
        one,
        INCIDENT,
        told=[{"who": told.who, "on": told.on, "at": told.at} for told in whole.told],
        proofs=[shape(proof, PROOF) for proof in whole.proofs],
        copies=[{"form": copy.form, "made_at": copy.made_at} for copy in whole.copies],
        tell=[marked(known, CONTACT) for known in _in_line(context, one)],
        looks_like_case_data=[
            {"looks": found.looks, "field": found.field, "words": found.words}
            for found in incidents.cautions(one, third_party.own_of(context.vault))
        ],
    )
