"""Which question an answer was given to: a hash of the words that give the answer its meaning."""

from __future__ import annotations

import hashlib

from footprint.checklists.format import Check


def wording(check: Check) -> str:
    """The question and its choices. Steps, links and reasons may be mended without asking anybody again.

    An employer's pack asks the same in other words, so the words that ship count: it coming or going asks nobody again.
    """
    parts = [(check.origin.was if check.origin is not None else "") or check.title]
    for choice in check.choices:
        parts += [choice.id, choice.label, choice.detail, "safer" if choice.safer else ""]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
