"""What the things and the fields of a pack are called when somebody is told what changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum

import msgspec

from footprint.dates import day_in_words
from footprint.i18n import N_, _
from footprint.packs import format as shape

Names = Callable[[str], str]
"""What people call a network, for its id."""

_GROUPS = {
    "pack": N_("About this pack"),
    "guidance": N_("Guidance"),
    "contacts": N_("Who to tell"),
    "checks": N_("Checks"),
    "networks": N_("Networks"),
    "cadences": N_("How often"),
    "letters": N_("Letters"),
    "links": N_("Links"),
    "events": N_("When life changes"),
    "lenses": N_("Words to look for in old posts"),
}

# For each kind of thing: new, gone, and how a change of it begins.
_SAID: dict[type[msgspec.Struct], tuple[str, str, str]] = {
    shape.Section: (
        N_("New section of the guidance: “{called}”."),
        N_("No section “{called}” any more."),
        N_("The section “{called}”"),
    ),
    shape.AddedStatement: (
        N_("New statement: “{called}”. {more}"),
        N_("No statement “{called}” any more."),
        N_("The statement “{called}”"),
    ),
    shape.RewordedStatement: (
        N_("Says statement {called} in its own words. {more}"),
        N_("Statement {called} is in the app’s words again."),
        N_("Its words for statement {called}"),
    ),
    shape.HiddenStatement: (
        N_("Hides statement {called}. {more}"),
        N_("No longer hides statement {called}."),
        N_("Statement {called}, which it hides"),
    ),
    shape.Contact: (
        N_("New contact: “{called}”. {more}"),
        N_("No contact “{called}” any more."),
        N_("The contact “{called}”"),
    ),
    shape.When: (
        N_("New advice for “{called}”. {more}"),
        N_("No advice for “{called}” any more."),
        N_("The advice for “{called}”"),
    ),
    shape.RewordedCheck: (
        N_("Says the check “{called}” in its own words. {more}"),
        N_("The check “{called}” is in the app’s words again."),
        N_("Its words for the check “{called}”"),
    ),
    shape.HiddenCheck: (
        N_("Hides the check “{called}”. {more}"),
        N_("No longer hides the check “{called}”."),
        N_("The check “{called}”, which it hides"),
    ),
    shape.Cadence: (
        N_("New: how often you look at {called}. {more}"),
        N_("You look at {called} as often as the app says."),
        N_("How often you look at {called}"),
    ),
    shape.Link: (
        N_("New link: “{called}”. {more}"),
        N_("No link “{called}” any more."),
        N_("The link “{called}”"),
    ),
    shape.LensWords: (
        N_("New words to look for: {called}. {more}"),
        N_("No words of its own any more for: {called}."),
        N_("Words to look for: {called}"),
    ),
    shape.LettersFile: (
        N_("New: how letters are signed. {more}"),
        N_("No rule for letters any more."),
        N_("How letters are signed"),
    ),
    shape.Manifest: (N_("A pack from {called}. {more}"), N_("The pack from {called}."), N_("The pack")),
}
# In the formats of other rooms, told apart by a field only they have.
_PARTS: tuple[tuple[str, tuple[str, str, str]], ...] = (
    (
        "network",
        (
            N_("New checks for {called}. {more}"),
            N_("No checks of its own for {called} any more."),
            N_("Its checks for {called}"),
        ),
    ),
    (
        "shelf",
        (N_("New in the library: “{called}”. {more}"), N_("No “{called}” any more."), N_("“{called}” in the library")),
    ),
    (
        "line",
        (
            N_("New for when life changes: “{called}”. {more}"),
            N_("No “{called}” any more."),
            N_("“{called}”, for when life changes"),
        ),
    ),
)
_PLAIN = (N_("New: “{called}”. {more}"), N_("No “{called}” any more."), N_("“{called}”"))

_FIELDS = {
    "id": N_("the id"),
    "format": N_("the form of the file"),
    "organisation": N_("the organisation"),
    "version": N_("the version"),
    "made": N_("the day it was made"),
    "contact": N_("whom to ask about it"),
    "contact_email": N_("the email to ask"),
    "contact_phone": N_("the number to ask"),
    "language": N_("the language"),
    "hosts": N_("the sites it may name"),
    "changes": N_("what it changes"),
    "summary": N_("what it is for"),
    "note": N_("the note"),
    "title": N_("the title"),
    "section": N_("the section"),
    "short": N_("the short words"),
    "text": N_("the text"),
    "rule": N_("the list it is in"),
    "link": N_("the link"),
    "link_label": N_("the words of the link"),
    "reason": N_("the reason"),
    "post": N_("the task"),
    "name": N_("the name"),
    "phone": N_("the number"),
    "email": N_("the email"),
    "hours": N_("the hours"),
    "happened": N_("what happened"),
    "words": N_("the words"),
    "also_tell": N_("who is told too"),
    "network": N_("the network"),
    "check": N_("the check"),
    "why": N_("why it matters"),
    "again": N_("what comes up again"),
    "months": N_("the months between looks"),
    "never_say": N_("what letters leave out"),
    "line": N_("the line"),
    "ask_first": N_("whom to ask first"),
    "letter": N_("the letter"),
    "label": N_("the words on it"),
    "address": N_("the address"),
    "shown": N_("where it is shown"),
    "lens": N_("what is looked for"),
    "checks": N_("the checks"),
    "groups": N_("the groups"),
    "group": N_("the group"),
    "page": N_("the settings page"),
    "choices": N_("the choices"),
    "safer": N_("the safer one"),
    "detail": N_("the detail"),
    "risk": N_("the risk"),
    "where": N_("where it is"),
    "guidance": N_("the guidance it serves"),
    "essential": N_("one of the main checks"),
    "minutes": N_("the minutes it takes"),
    "menu": N_("the way there"),
    "web": N_("the steps on the web"),
    "steps": N_("the steps"),
    "default": N_("what it is at first"),
    "default_source": N_("who says what it is at first"),
    "default_note": N_("the note on what it is at first"),
    "help": N_("the page of help"),
    "looks_different": N_("the words for when it looks different"),
    "private_note": N_("room for a note"),
    "source": N_("the source"),
    "verified": N_("the day it was checked"),
    "confidence": N_("how sure it is"),
    "was": N_("the ids it had"),
    "split_into": N_("what it became"),
    "retired": N_("no longer asked"),
    "look": N_("only to look at"),
    "kind": N_("the kind"),
    "shelf": N_("the shelf"),
    "suggest": N_("offered to everybody"),
    "start": N_("where it starts"),
    "profile": N_("the profile"),
    "handle": N_("the rule for usernames"),
    "hint": N_("the hint"),
    "example": N_("the example"),
    "pages": N_("the pages"),
    "stranger": N_("what a stranger sees"),
    "open": N_("what to open"),
    "look_for": N_("what to look for"),
    "place": N_("the page"),
    "always_public": N_("what anyone can see"),
    "domains": N_("its sites"),
    "icon": N_("the sign"),
    "order": N_("the place in the list"),
    "first": N_("what to know first"),
    "form": N_("the kind of step"),
    "again_days": N_("the days until a second look"),
    "most": N_("how many at most"),
    "lists": N_("the lists"),
    "nations": N_("the nations"),
    "roles": N_("the jobs"),
    "only_registered": N_("only for people on a register"),
}
# By the name of the list and of the member, because members of two lists may be equal as text.
_WORDS = {
    "Post.MANAGER": N_("Line manager"),
    "Post.ABOVE": N_("The manager above them"),
    "Post.SAFEGUARDING": N_("Safeguarding lead"),
    "Post.IT": N_("IT security"),
    "Post.DATA": N_("Data protection"),
    "Post.COMMUNICATIONS": N_("Communications team"),
    "Post.HR": N_("Human resources"),
    "Post.UNION": N_("Union"),
    "Post.HOURS": N_("Out of hours"),
    "Post.WHISTLE": N_("Whistleblowing"),
    "Happened.POSTED": N_("Someone posted about me or my service"),
    "Happened.CONTACT": N_("Someone I met through work got in touch"),
    "Happened.MISTAKE": N_("I made a mistake online"),
    "Happened.LOST": N_("I lost an account or a device"),
    "Happened.THREAT": N_("Someone threatens or frightens me"),
    "Again.CHECKS": N_("your settings"),
    "Again.SEARCH": N_("what a search finds"),
    "Again.POSTS": N_("your old posts"),
    "Lens.WORK_NAMED": N_("your work is named"),
    "Lens.PEOPLE_WHO_USE_SERVICES": N_("people who use services"),
    "Lens.COURT_AND_CASES": N_("courts and cases"),
    "NeverSay.EMPLOYER": N_("your employer"),
    "NeverSay.JOB_TITLE": N_("your job title"),
    "NeverSay.WORK_EMAIL": N_("your work email"),
    "NeverSay.WORK_PHONE": N_("your work number"),
    "Changes.GUIDANCE": N_("the guidance"),
    "Changes.CONTACTS": N_("who to tell"),
    "Changes.CHECKS": N_("checks"),
    "Changes.NETWORKS": N_("networks"),
    "Changes.CADENCES": N_("how often things come up"),
    "Changes.LETTERS": N_("how letters are signed"),
    "Changes.LINKS": N_("links"),
    "Changes.EVENTS": N_("what to do when life changes"),
    "Changes.LENSES": N_("words to look for in old posts"),
    "Shown.GUIDANCE": N_("Guidance"),
    "Shown.HAPPENED": N_("Something has happened"),
    "Shown.PASSWORDS": N_("Password check"),
    "Shown.LETTERS": N_("Letters"),
    "Shown.SUPERVISION": N_("Supervision"),
}


def group(name: str) -> str:
    """The heading things of this file or folder stand under."""
    return _(_GROUPS[name])


def field(name: str, owner: object = None) -> str:
    """What a field is called; its own name where it has no label yet."""
    if name == "phone" and hasattr(owner, "web"):
        return _("the steps on the phone")
    return _(_FIELDS[name]) if name in _FIELDS else name


def word(value: Enum) -> str:
    """A word of a closed list as people read it."""
    key = f"{type(value).__name__}.{value.name}"
    return _(_WORDS[key]) if key in _WORDS else str(value.value)


# By what a thing is known again in another version; where nothing is named, its id, its label or its text.
_IDENTITY: dict[type[msgspec.Struct], tuple[str, ...]] = {
    shape.Contact: ("post", "happened"),
    shape.When: ("happened",),
    shape.RewordedCheck: ("network", "check"),
    shape.HiddenCheck: ("network", "check"),
    shape.Cadence: ("again", "network"),
    shape.LensWords: ("lens",),
    shape.AskFirst: ("letter",),
}


def identity(one: msgspec.Struct) -> tuple[str, ...]:
    """What stays the same about a thing from version to version; nothing where there is no such field."""
    known = _IDENTITY.get(type(one), ())
    if not known:
        known = next(((name,) for name in ("id", "label", "text") if hasattr(one, name)), ())
    return tuple(_flat(getattr(one, name)) for name in known)


def _flat(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def called(one: msgspec.Struct, names: Names) -> str:
    """What a thing is called in a sentence."""
    match one:
        case shape.Contact():
            return f"{word(one.post)}: {one.name}" if one.name != word(one.post) else one.name
        case shape.When():
            return word(one.happened)
        case shape.RewordedCheck() | shape.HiddenCheck():
            return f"{names(one.network)}: {one.check}"
        case shape.Cadence():
            return f"{word(one.again)} ({names(one.network)})" if one.network else word(one.again)
        case shape.LensWords():
            return word(one.lens)
        case shape.AskFirst():
            return one.letter
        case shape.AddedStatement():
            return one.short
        case shape.RewordedStatement() | shape.HiddenStatement():
            return one.id
    return next(
        (str(getattr(one, name)) for name in ("title", "name", "label", "text", "id") if hasattr(one, name)), ""
    )


def what(one: msgspec.Struct, called: str) -> str:
    """How a sentence about a change of it begins."""
    return _(_said(one)[2]).format(called=called)


def new(one: msgspec.Struct, called: str) -> str:
    return _(_said(one)[0]).format(called=called, more=_more(one)).strip()


def gone(one: msgspec.Struct, called: str) -> str:
    return _(_said(one)[1]).format(called=called)


def _said(one: msgspec.Struct) -> tuple[str, str, str]:
    known = _SAID.get(type(one))
    return known or next((said for name, said in _PARTS if hasattr(one, name)), _PLAIN)


_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_TOLD_ALREADY = frozenset(
    {"id", "format", "post", "name", "network", "check", "again", "lens", "label", "icon", "order"}
)


def _more(one: msgspec.Struct) -> str:
    """What a new thing holds; of whole lists the titles alone."""
    for name in ("checks", "steps"):
        items = getattr(one, name, ())
        if items and all(isinstance(item, msgspec.Struct) for item in items):
            return ", ".join(f"“{item.title}”" for item in items)
    told = [name for name in one.__struct_fields__ if name not in _TOLD_ALREADY]
    if isinstance(one, shape.When):
        told.remove("happened")
    if isinstance(one, shape.AddedStatement | shape.Section):
        told = [name for name in told if name not in ("short", "title", "section")]
    words = ((field(name, one), shown(getattr(one, name))) for name in told)
    return " ".join(
        f"{_sentence(label)}: {said}" + ("" if said.endswith(".") else ".") for label, said in words if said
    )


def _sentence(label: str, said: str) -> str:
    said = _BOLD.sub(r"\1", said)
    return f"{label[:1].upper()}{label[1:]}: {said}" + ("" if said.endswith((".", "?")) else ".")


def shown(value: object) -> str:
    """Any value as words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Enum):
        return word(value)
    if isinstance(value, date):
        return day_in_words(value) if value > date.min else ""
    if isinstance(value, msgspec.Struct):
        told = ((field(name, value), shown(getattr(value, name))) for name in value.__struct_fields__)
        return "; ".join(f"{label}: {words}" for label, words in told if words)
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(shown, value)))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {shown(one)}" for name, one in value.items())
    return str(value)
