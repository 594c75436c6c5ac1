"""An incident note as a page, a Word file or plain text for the workplace: the same words in each, and no others."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _
from footprint.log.incidents import Proof, Whole
from footprint.log.records import EvidenceKind
from footprint.reports.pages import environment


@dataclass(frozen=True)
class Part:
    """A heading and what stands under it, line by line."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """Everything a copy holds, in its order."""

    title: str
    intro: str
    parts: tuple[Part, ...]
    foot: str


def incident_paper(one: Whole) -> Paper:
    """What stands in a copy of the note. What was not answered is said so; pictures are named and not inside."""
    note = one.incident
    seen = [day_in_words(note.seen_on, weekday=True)] if note.seen_on else []
    seen += [note.seen_at.strip()] if note.seen_at.strip() else []
    parts = (
        Part(_("What happened"), (note.kind.label, *_lines(note.what))),
        Part(_("When it was noticed"), (", ".join(seen),) if seen else ()),
        Part(_("Where it is"), _lines(note.place)),
        Part(_("Who it concerns"), _lines(note.concerns)),
        Part(_("Who was told"), tuple(_told(told.who, day_in_words(told.on), told.at) for told in one.told)),
        Part(_("What was agreed"), _lines(note.agreed)),
        Part(_("What I ask of my manager"), _lines(note.wanted)),
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
    from docx import Document  # heavy, and only for those who want Word

    paper = incident_paper(one)
    made: Any = Document()
    made.core_properties.author = ""
    made.core_properties.comments = ""
    made.core_properties.title = paper.title
    made.core_properties.language = "en-GB"
    made.add_heading(_sound(paper.title), level=1)
    made.add_paragraph(_sound(paper.intro))
    for part in paper.parts:
        made.add_heading(_sound(part.title), level=2)
        for line in part.lines:
            made.add_paragraph(_sound(line))
    made.add_paragraph(_sound(paper.foot))
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _sound(text: str) -> str:
    """Text that XML can hold."""
    return "".join(letter for letter in text if letter == "\t" or letter >= " ")


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _told(who: str, day: str, at: str) -> str:
    return _("{who}, on {day}, {at}").format(who=who, day=day, at=at) if at else f"{who}, {day}"


def _in_groups(code: str) -> str:
    """A long code in groups of eight, which a person can compare and a line can break between."""
    return " ".join(code[at : at + 8] for at in range(0, len(code), 8))


def _proof(one: Proof) -> str:
    kinds = {EvidenceKind.PICTURE: _("Picture"), EvidenceKind.PAGE: _("Saved page"), EvidenceKind.TEXT: _("Text")}
    kind = kinds.get(one.kind, _("File"))
    words = _("{kind}, kept on {day}, {n} bytes, fingerprint (SHA-256) {sha}")
    return words.format(
        kind=kind, day=day_in_words(local_day(one.taken_at)), n=number(one.size), sha=_in_groups(one.sha256)
    )
