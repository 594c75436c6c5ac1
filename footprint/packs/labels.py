"""What the things and the fields of a pack are called when somebody is told what changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from enum import Enum

import msgspec

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.packs import format as shape
from footprint.packs import sayings

Names = Callable[[str], str]
"""What people call something that ships, for its id: a network, a statement ("g13"), a check ("facebook/posts"), a
letter. The id itself where it has no such name."""


def group(name: str) -> str:
    """The heading things of this file or folder stand under."""
    return _(sayings.GROUPS[name])


def field(name: str, owner: object = None) -> str:
    """What a field is called; its own name where it has no label yet."""
    if name == "phone" and hasattr(owner, "web"):
        return _("the steps on the phone")
    return _(sayings.FIELDS[name]) if name in sayings.FIELDS else name


def word(value: Enum) -> str:
    """A word of a closed list as people read it."""
    key = f"{type(value).__name__}.{value.name}"
    return _(sayings.WORDS[key]) if key in sayings.WORDS else str(value.value)


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
            check = f"{one.network}/{one.check}"
            said = names(check)
            return f"{names(one.network)}: {one.check if said == check else said}"
        case shape.Cadence():
            return f"{word(one.again)} ({names(one.network)})" if one.network else word(one.again)
        case shape.LensWords():
            return word(one.lens)
        case shape.AskFirst():
            return names(one.letter)
        case shape.AddedStatement():
            return one.short
        case shape.RewordedStatement() | shape.HiddenStatement():
            return names(one.id)
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
    known = sayings.SAID.get(type(one))
    return known or next((said for name, said in sayings.PARTS if hasattr(one, name)), sayings.PLAIN)


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
    pairs = ((field(name, one), shown(getattr(one, name))) for name in told)
    return " ".join(_sentence(label, said) for label, said in pairs if said)


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
