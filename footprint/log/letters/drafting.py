"""One polite message for an item. Nothing is sent by the app, and no letter with a blank in it can be copied."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from footprint import dates, person
from footprint.i18n import _
from footprint.log.errors import BadItem, BlankLeft, MayNotAsk
from footprint.log.items import clean, line
from footprint.log.ladder.records import Outcome
from footprint.log.ladder.rungs import Rung as Step
from footprint.log.ladder.standing import whole_history
from footprint.log.letters.gaps import ASK, BLANKS, CHOICES, REASONS, TAKE_DOWN, WHAT, WHY_BEFOREHAND, WHY_UNEASY
from footprint.log.letters.templates import (
    FIELDS,
    Audience,
    Length,
    LetterFile,
    Rung,
    Tone,
    compiled,
    fields_of,
    letters_for,
    notes,
)
from footprint.log.origins import Origin
from footprint.log.records import Item
from footprint.log.relations import Relation
from footprint.log.safety import refuse, refuse_now
from footprint.log.ways import network_name
from footprint.vault import Vault

_LONGEST_VALUE = 300
_LONG = {"own": 1_000}
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"[^\s@<>,;:]+@[^\s@<>,;:]+\.[^\s@<>,;:]+")


@dataclass(frozen=True)
class Blank:
    """A gap only the person can fill. `mark` is how it shows in the text; `choices` are words they may take. `long`: it
    may be a few sentences, and have paragraphs."""

    name: str
    label: str
    mark: str
    choices: tuple[str, ...] = ()

    @property
    def long(self) -> bool:
        return self.name in _LONG


@dataclass(frozen=True)
class Letter:
    """A message as it stands now. `text` shows each blank in square brackets.

    `day` is the day it was drafted, `by` when a reply is expected. `ours` are the words in it that are the app's own,
    `to` whom it speaks to, `law` the ids in `resources/law/uk.toml` it relies on, `first` what to know before
    writing, `address` the email address it goes to where one is known, and `item_id` what it is about ("" for a note).
    """

    template: str
    title: str
    tone: Tone
    length: Length
    subject: str
    text: str
    ours: str
    to: str
    day: date
    by: date
    guidance: tuple[str, ...]
    blanks: tuple[Blank, ...]
    audience: Audience
    rung: Rung
    law: tuple[str, ...]
    first: str
    address: str
    item_id: str = ""

    @property
    def ready(self) -> bool:
        """Nothing is left to fill in: only then can it be copied."""
        return not self.blanks and bool(self.text.strip()) and not _gaps(self.text) and not _gaps(self.subject)

    @property
    def words(self) -> int:
        return len(self.text.split())

    def finished(self) -> str:
        """The text to copy, or `BlankLeft` saying what is still to be filled in."""
        if self.ready:
            return self.text
        left = [one.label for one in self.blanks] or [_("the words in square brackets")]
        raise BlankLeft(_("Fill this in first: {blanks}.").format(blanks="; ".join(left)))

    def edited(self, text: str) -> Letter:
        """The same letter with the person's own wording. A blank whose mark still stands there, with its square
        brackets or without them, is still to be filled in."""
        text = clean(text)
        folded = text.casefold()
        left = tuple(one for one in self.blanks if one.mark[1:-1].casefold() in folded or one.mark in self.subject)
        return replace(self, text=text, blanks=left)


def draft(
    vault: Vault,
    item: Item | None,
    tone: Tone = Tone.FRIENDLY,
    values: Mapping[str, str] | None = None,
    *,
    kind: str = "",
    length: Length = Length.LONG,
    relation: Relation | None = None,
    step: Step | None = None,
    folder: Path | None = None,
) -> Letter:
    """The letter that fits `item`, filled with what is known and with the person's `values` (names in `FIELDS`).

    `kind`: the id of a letter; without one, the likeliest for `relation` (that of the item unless given) and `rung` is
    taken. `item` None: a note to people close to the person, which concerns no item. `MayNotAsk` where no letter is to
    be written.
    """
    template = _note(kind, folder) if item is None else _template(vault, item, kind, relation, step, folder)
    wording, told = template.wording(tone), _known(vault, item, template)
    text = wording.text(length).strip()
    day = dates.local_day(vault.now())
    by = day + timedelta(days=template.reply_days)
    told |= {name: _said(name, text) for name, text in (values or {}).items() if text.strip()}
    told["by"] = dates.day_in_words(by, weekday=True)
    asked = fields_of(wording.subject, text)
    blanks = tuple(
        Blank(name, _(label), f"[{_(mark)}]", _choices(name, item, template))
        for name, (label, mark) in BLANKS.items()
        if not told.get(name) and name in asked
    )
    return Letter(
        template=template.id,
        title=_(template.title),
        tone=tone,
        length=length,
        subject=_filled(wording.subject, told, blanks),
        text=_filled(text, told, blanks),
        ours=_ours(text, told),
        to=told.get("to", "") if "to" in asked else "",
        day=day,
        by=by,
        guidance=template.guidance,
        blanks=blanks,
        audience=template.audience,
        rung=template.rung,
        law=template.law,
        first=_(template.first) if template.first else "",
        address=template.address or (address_in(item.contact) if item and _is_reader(item, template) else ""),
        item_id=item.id if item else "",
    )


def to_send(vault: Vault, letter: Letter) -> str:
    """The text on its way out of the app. `MayNotAsk` where its reader has become one who is never written to since it
    was drafted, `BlankLeft` while something is left to fill in."""
    if letter.item_id:
        with vault.reading() as db:
            refuse_now(db, letter.item_id)
    return letter.finished()


def _filled(text: str, told: Mapping[str, str], blanks: Sequence[Blank]) -> str:
    return compiled(text).render({**told, **{one.name: one.mark for one in blanks}})


def _ours(text: str, told: Mapping[str, str]) -> str:
    """The words in a letter that are the app's and not the person's."""
    theirs = dict.fromkeys(FIELDS, "\n")
    kept = {name: told[name] for name in ("what", "ask", "by", "where") if told.get(name)}
    return compiled(text).render({**theirs, **kept})


def _choices(name: str, item: Item | None, template: LetterFile) -> tuple[str, ...]:
    """Words to take for a blank, where some come up often."""
    if name == "reason":
        return tuple(_(one) for one in _reasons(template))
    if name == "to" and template.audience is Audience.PEOPLE:
        return (_("everyone"), _("all of you"))
    if name == "to" and item is not None and template.audience in (Audience.ORGANISATION, Audience.NEWSPAPER):
        return (_("editor"),) if template.audience is Audience.NEWSPAPER else (_("website team"),)
    return tuple(_(one) for one in CHOICES.get(name, ()))


def _reasons(template: LetterFile) -> tuple[str, ...]:
    if not template.note:
        return REASONS
    return WHY_UNEASY if template.origins else WHY_BEFOREHAND


def _note(kind: str, folder: Path | None) -> LetterFile:
    there = notes(folder)
    found = next((one for one in there if kind in ("", one.id, *one.was)), None)
    if found is None:
        raise BadItem("letter", _("This letter is about something in your list. Open that first."))
    return found


def _template(
    vault: Vault, item: Item, kind: str, relation: Relation | None, step: Step | None, folder: Path | None
) -> LetterFile:
    with vault.reading() as db:
        refuse(db, item)
    asked = bool(kind) or bool(_days_asked(vault, item))
    there = letters_for(item, relation, asked=asked, step=step, folder=folder)
    if kind:
        there = tuple(one for one in there if kind in (one.id, *one.was))
        if not there:
            raise BadItem("letter", _("This letter does not fit here. Choose another."))
    if not there:
        raise MayNotAsk(_("There is no letter for this. You can ask in person."))
    return there[0]


def kinds_of(
    vault: Vault, item: Item, relation: Relation | None = None, *, step: Step | None = None, folder: Path | None = None
) -> tuple[LetterFile, ...]:
    """Every kind of letter the person can choose for an item, the likeliest first. `MayNotAsk` as for `draft`."""
    with vault.reading() as db:
        refuse(db, item)
    return letters_for(item, relation, asked=bool(_days_asked(vault, item)), step=step, folder=folder)


def _days_asked(vault: Vault, item: Item) -> tuple[tuple[Step, date], ...]:
    """Each time whoever put it there or runs the page was asked, whichever way: the step and the day."""
    with vault.reading() as db:
        history = whole_history(db, item)
    return tuple((one.rung, one.day) for one in history if one.rung.writes and one.outcome is not Outcome.CHOSEN)


def _asked_on(vault: Vault, item: Item, template: LetterFile) -> str:
    """The day its reader was last asked, in words; where it was never they, the last day anybody was; "" for never."""
    asked = _days_asked(vault, item)
    to_person = template.step(item.origin) is Step.PERSON
    theirs = [day for step, day in asked if (step is Step.PERSON) is to_person]
    days = theirs or [day for _step, day in asked]
    return dates.day_in_words(max(days), weekday=True) if days else ""


def _known(vault: Vault, item: Item | None, template: LetterFile) -> dict[str, str]:
    """What the vault already says: never the title, so that hurtful words are not said again."""
    names = person.details(vault, person.DetailKind.NAME)
    told = {"me": _value(names[0].text) if names else ""}
    if item is None:
        return told
    where = item.address or item.place or (network_name(item.network) if item.network else "")
    return told | {
        "to": _value(item.contact) if _is_name(item.contact) and _is_reader(item, template) else "",
        "what": _(WHAT[item.kind]),
        "ask": _(ASK.get(item.action, TAKE_DOWN)),
        "where": _value(where),
        "asked": _asked_on(vault, item, template),
    }


def _is_reader(item: Item, template: LetterFile) -> bool:
    """Whether the "who to contact" of an item is who reads the letter: never a search engine, nor those who look after
    the place where a stranger posted."""
    if template.audience in (Audience.PEOPLE, Audience.ENGINE, Audience.ARCHIVE):
        return False
    return template.audience is Audience.PERSON or item.origin is Origin.ORGANISATION


def address_in(contact: str) -> str:
    """The email address that stands in a "who to contact", else ""."""
    found = _ADDRESS.search(contact)
    return found.group(0).rstrip(".") if found else ""


def _is_name(contact: str) -> bool:
    """Whether a "who to contact" can stand after "Dear": no address, handle or number."""
    return bool(contact) and len(contact) <= 60 and not re.search(r"[@/:\d\[\]]", contact)


def _value(text: str) -> str:
    """A value on one line, without marks that turn the direction of text round; its square brackets become round ones,
    because square ones mark what is missing."""
    return line(_TURNING.sub("", text)).replace("[", "(").replace("]", ")")[:_LONGEST_VALUE]


def _said(name: str, text: str) -> str:
    """What the person filled in; where that may be long, its paragraphs stay."""
    if name not in _LONG:
        return _value(text)
    paragraphs = [part for part in (_value(one) for one in text.splitlines()) if part]
    return "\n\n".join(paragraphs)[: _LONG[name]]


def _gaps(text: str) -> bool:
    return "[" in text or "]" in text
