"""Finding words in the guidance, in whatever part of a line they stand, and saying which part that was."""

from __future__ import annotations

import re
from dataclasses import dataclass

from footprint.checklists import Guidance, GuidanceStatement
from footprint.i18n import N_, _

# Where words may stand, in the order in which it is said.
PARTS = (
    ("short", N_("the heading")),
    ("text", N_("the guidance")),
    ("now", N_("what stands today")),
    ("now_source", N_("where that comes from")),
    ("title", N_("the name of the section")),
)


@dataclass(frozen=True)
class Found:
    """A line that has every word, and the parts of it that have any."""

    statement: GuidanceStatement
    parts: tuple[str, ...]

    @property
    def words(self) -> str:
        return _("Found in: {parts}").format(parts=", ".join(_(label) for name, label in PARTS if name in self.parts))


def find(guidance: Guidance, typed: str) -> tuple[Found, ...]:
    """In the order of the guidance, those of which only the section has the words last.

    Capitals do not matter, and the words need not stand together.
    """
    wanted = typed.casefold().split()
    titles = {one.id: one.title for one in guidance.sections}
    found = []
    for one in guidance.statements():
        texts = {name: getattr(one, name, "").casefold() for name, _label in PARTS}
        texts["title"] = titles[one.section].casefold()
        if wanted and all(any(word in text for text in texts.values()) for word in wanted):
            found.append(Found(one, tuple(name for name in texts if any(word in texts[name] for word in wanted))))
    return tuple(sorted(found, key=lambda one: one.parts == ("title",)))


def mark(text: str, typed: str) -> str:
    """`text` with the words that were found in bold, whole words even where only their start was typed."""
    wanted = sorted({re.escape(word) for word in typed.split()}, key=len, reverse=True)
    if not wanted or "*" in text:
        return text
    return re.sub(rf"[\w’'-]*(?:{'|'.join(wanted)})[\w’'-]*", r"**\g<0>**", text, flags=re.IGNORECASE)
