"""Incident notes: written down, listed, read back, and copied for the workplace."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from footprint import web
from footprint.cli.checks import DAY
from footprint.cli.context import Context, one_of, pass_context
from footprint.cli.files import put_file
from footprint.cli.output import short
from footprint.cli.shapes import CONTACT, INCIDENT, PROOF, shape
from footprint.dates import local_day
from footprint.i18n import _
from footprint.log import incidents, third_party
from footprint.log.incidents import Form, Incident, Kind, Whole

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
    line = incidents.in_line(context.vault, one.kind, manager_fits=one.manager_fits)
    context.output.table(
        [_("Who to tell"), _("Phone"), _("Email"), _("Hours")],
        [(known.called, known.phone, known.email, known.hours) for known in line],
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
        tell=[
            shape(known, CONTACT) for known in incidents.in_line(context.vault, one.kind, manager_fits=one.manager_fits)
        ],
        looks_like_case_data=[
            {"looks": found.looks, "field": found.field, "words": found.words}
            for found in incidents.cautions(one, third_party.own_of(context.vault))
        ],
    )
