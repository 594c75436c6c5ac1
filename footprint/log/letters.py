"""One polite message for an item. Nothing is sent by the app, and no letter with a blank in it can be copied."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from footprint import dates, person
from footprint.i18n import N_, _
from footprint.log.errors import BlankLeft, MayNotAsk
from footprint.log.items import line
from footprint.log.origins import Origin
from footprint.log.records import Action, Item, Kind
from footprint.log.templates import LetterFile, Tone, environment, fields_of, letter_for
from footprint.log.ways import network_name
from footprint.vault import Vault

_LONGEST_VALUE = 300


@dataclass(frozen=True)
class Blank:
    """A gap only the person can fill. `mark` is how it shows in the text; `choices` are words they may take."""

    name: str
    label: str
    mark: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letter:
    """A message as it stands now. `text` shows each blank in square brackets.

    `day` is the day it was drafted, `by` when a reply is expected.
    """

    template: str
    title: str
    tone: Tone
    subject: str
    text: str
    day: date
    by: date
    guidance: tuple[str, ...]
    blanks: tuple[Blank, ...]

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
        folded = text.casefold()
        left = tuple(one for one in self.blanks if one.mark[1:-1].casefold() in folded or one.mark in self.subject)
        return replace(self, text=text, blanks=left)


_BLANKS = {
    "to": (N_("Who you are writing to"), N_("their name")),
    "where": (N_("Where it is"), N_("where it is")),
    "reason": (N_("Why you ask"), N_("your reason, in one sentence")),
    "me": (N_("Your name"), N_("your name")),
}
REASONS = (
    N_("In my job I need to keep my private life private."),
    N_("I would like to keep this to my family and friends."),
    N_("It is old and does not show who I am now."),
    N_("It shows personal details that I do not want in public."),
    N_("I did not know it would be put online."),
)
_WHAT = {
    Kind.POST: N_("a post about me"),
    Kind.PHOTO: N_("a photo of me"),
    Kind.VIDEO: N_("a video of me"),
    Kind.COMMENT: N_("a comment about me"),
    Kind.TAG: N_("a post that I am tagged in"),
    Kind.PROFILE: N_("a page in my name"),
    Kind.LISTING: N_("an entry with my details"),
    Kind.REVIEW: N_("a review about me"),
    Kind.ARTICLE: N_("an article about me"),
    Kind.SETTING: N_("something about me"),
    Kind.OTHER: N_("something about me"),
}


def draft(
    vault: Vault,
    item: Item,
    tone: Tone = Tone.FRIENDLY,
    values: Mapping[str, str] | None = None,
    *,
    folder: Path | None = None,
) -> Letter:
    """The letter that fits `item`, filled with what is known and with the person's `values` (`to`, `what`, `where`,
    `reason`, `me`). `MayNotAsk` where no letter is to be written."""
    template = _template(item, folder)
    wording = template.wording(tone)
    day = dates.local_day(vault.now())
    by = day + timedelta(days=wording.reply_days)
    told = {**_known(vault, item), **{name: _value(text) for name, text in (values or {}).items() if text.strip()}}
    told["by"] = dates.day_in_words(by, weekday=True)
    asked = fields_of(wording)
    blanks = tuple(
        Blank(name, _(label), f"[{_(mark)}]", _choices(name, item))
        for name, (label, mark) in _BLANKS.items()
        if not told.get(name) and name in asked
    )
    shown = {**told, **{one.name: one.mark for one in blanks}}
    jinja = environment()
    return Letter(
        template=template.id,
        title=_(template.title),
        tone=tone,
        subject=jinja.from_string(wording.subject).render(shown),
        text=jinja.from_string(wording.text.strip()).render(shown),
        day=day,
        by=by,
        guidance=template.guidance,
        blanks=blanks,
    )


def _choices(name: str, item: Item) -> tuple[str, ...]:
    """Words to take for a blank, where some come up often."""
    if name == "reason":
        return tuple(_(one) for one in REASONS)
    return (_("website team"),) if name == "to" and item.origin is Origin.ORGANISATION else ()


def _template(item: Item, folder: Path | None) -> LetterFile:
    if item.origin is Origin.ME:
        raise MayNotAsk(_("You put this there yourself, so there is nobody to write to."))
    if not item.origin.may_be_asked:
        raise MayNotAsk(_("Do not write to the person who put this there. See “This worries me” for what to do."))
    if item.action is Action.KEEP:
        raise MayNotAsk(_("You decided to keep this, so there is nothing to ask for."))
    found = letter_for(item, folder)
    if found is None:
        raise MayNotAsk(_("There is no letter for this. You can ask in person."))
    return found


def _known(vault: Vault, item: Item) -> dict[str, str]:
    """What the vault already says: never the title, so that hurtful words are not said again."""
    names = person.details(vault, person.DetailKind.NAME)
    where = item.address or item.place or (network_name(item.network) if item.network else "")
    return {
        "to": _value(item.contact) if _is_name(item.contact) else "",
        "what": _(_WHAT[item.kind]),
        "where": _value(where),
        "me": _value(names[0].text) if names else "",
    }


def _is_name(contact: str) -> bool:
    """Whether a "who to contact" can stand after "Dear": no address, handle or number."""
    return bool(contact) and len(contact) <= 60 and not re.search(r"[@/:\d\[\]]", contact)


def _value(text: str) -> str:
    """A value on one line; its square brackets become round ones, because square ones mark what is missing."""
    return line(text).replace("[", "(").replace("]", ")")[:_LONGEST_VALUE]


def _gaps(text: str) -> bool:
    return "[" in text or "]" in text
