"""Log out and look: what to open as a stranger, what was seen there, and what a stranger could learn from it."""

from footprint.checklists.stranger.learned import before, card, card_before, compare, newest
from footprint.checklists.stranger.looking import (
    LONGEST_NOTE,
    NothingLookedAt,
    begin,
    finish,
    keep,
    look,
    looks,
    remove,
    signs,
    unfinished,
)
from footprint.checklists.stranger.opening import openings
from footprint.checklists.stranger.records import Address, Card, Comparison, Learned, Look, Mark, Seen
from footprint.checklists.stranger.words import (
    changes,
    compared_in_words,
    counted,
    hint,
    in_sentence,
    label,
    learned_in_words,
    listed,
    not_looked_in_words,
)

__all__ = [
    "LONGEST_NOTE",
    "Address",
    "Card",
    "Comparison",
    "Learned",
    "Look",
    "Mark",
    "NothingLookedAt",
    "Seen",
    "before",
    "begin",
    "card",
    "card_before",
    "changes",
    "compare",
    "compared_in_words",
    "counted",
    "finish",
    "hint",
    "in_sentence",
    "keep",
    "label",
    "learned_in_words",
    "listed",
    "look",
    "looks",
    "newest",
    "not_looked_in_words",
    "openings",
    "remove",
    "signs",
    "unfinished",
]
