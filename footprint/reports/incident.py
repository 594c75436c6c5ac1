"""An incident note as a page, a Word file or plain text for the workplace: the same words in each, and no others."""

from __future__ import annotations

from footprint.dates import day_in_words, local_day
from footprint.i18n import _
from footprint.log.incidents import Proof, Whole
from footprint.log.records import EvidenceKind
from footprint.reports.pages import environment
from footprint.reports.paper import Paper, Part, copy_line, written_lines
from footprint.reports.word import WordFile


def incident_paper(one: Whole) -> Paper:
    """What stands in a copy of the note. What was not answered is said so; pictures are named and not inside."""
    note = one.incident
    seen = [day_in_words(note.seen_on, weekday=True)] if note.seen_on else []
    seen += [note.seen_at.strip()] if note.seen_at.strip() else []
    parts = (
        Part(_("What happened"), (note.kind.label, *written_lines(note.what))),
        Part(_("When it was noticed"), (", ".join(seen),) if seen else ()),
        Part(_("Where it is"), written_lines(note.place)),
        Part(_("Who it concerns"), written_lines(note.concerns)),
        Part(_("Who was told"), tuple(_told(told.who, day_in_words(told.on), told.at) for told in one.told)),
        Part(_("What was agreed"), written_lines(note.agreed)),
        Part(_("What I ask of my manager"), written_lines(note.wanted)),
        Part(_("Copies kept of it"), tuple(_proof(proof) for proof in one.proofs)),
    )
    return Paper(
        _("Note of something that happened online"),
        _("Written down by the person it happened to, on {day}. It is not a report.").format(
            day=day_in_words(local_day(note.begun_at))
        ),
        tuple(Part(part.title, part.lines or (_("Not said."),)) for part in parts),
        _("Pictures and files are named here and are not inside. A fingerprint shows that a file was not changed."),
    )


def incident_html(one: Whole) -> str:
    """A page to read in a browser or to print, with nothing in it that could load or run."""
    return environment().get_template("incident.html.j2").render(paper=incident_paper(one))


def incident_text(one: Whole) -> str:
    """Plain words to paste into the workplace’s own form."""
    paper = incident_paper(one)
    blocks = [paper.title, paper.intro, *("\n".join((part.title, *part.lines)) for part in paper.parts), paper.foot]
    return "\n\n".join(blocks) + "\n"


def incident_word(one: Whole) -> bytes:
    """A Word file with real heading styles, in which nothing is said about who wrote it or when."""
    paper = incident_paper(one)
    made = WordFile(paper.title)
    made.lines([paper.intro])
    for part in paper.parts:
        made.heading(part.title, 2)
        made.lines(part.lines)
    made.lines([paper.foot])
    return made.content()


def _told(who: str, day: str, at: str) -> str:
    return _("{who}, on {day}, {at}").format(who=who, day=day, at=at) if at else f"{who}, {day}"


def _proof(one: Proof) -> str:
    kinds = {EvidenceKind.PICTURE: _("Picture"), EvidenceKind.PAGE: _("Saved page"), EvidenceKind.TEXT: _("Text")}
    kind = kinds.get(one.kind, _("File"))
    if one.intimate:  # named, so that nobody opens it unprepared
        kind = _("{what}, private").format(what=kind)
    return copy_line(kind, one.taken_at, one.size, one.sha256)
