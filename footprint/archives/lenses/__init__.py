"""Lenses: sets of rules held over what a person posted. A flag always shows the words that raised it, and why.

`load_lenses()` reads those that ship; `Matcher(lenses, about).flags(entry)` holds them over an entry, `apart.make` does
so in the worker process. What the person chose is kept by `settings`, which flags were wrong by `wrong`;
`explained(flag)` gives the words for people.
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.archives.lenses.about import AboutMe, Looking, Quiet
    from footprint.archives.lenses.explaining import Explained, explained
    from footprint.archives.lenses.load import BadLens, Lens, load_lenses
    from footprint.archives.lenses.matcher import Matcher, matcher_for
    from footprint.archives.lenses.records import Days, Silences, Wrong
else:
    __getattr__ = front_door(
        __name__,
        {
            "about": "AboutMe Looking Quiet",
            "explaining": "Explained explained",
            "load": "BadLens Lens load_lenses",
            "matcher": "Matcher matcher_for",
            "records": "Days Silences Wrong",
        },
    )

__all__ = [
    "AboutMe",
    "BadLens",
    "Days",
    "Explained",
    "Lens",
    "Looking",
    "Matcher",
    "Quiet",
    "Silences",
    "Wrong",
    "explained",
    "load_lenses",
    "matcher_for",
]
