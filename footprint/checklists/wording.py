"""Which question an answer was given to: a hash of the words that give the answer its meaning."""

from __future__ import annotations

import hashlib

from footprint.checklists.format import Check


def wording(check: Check) -> str:
    """The question and its choices. Steps, links and reasons may be mended without asking anybody again."""
    parts = [check.title]
    for choice in check.choices:
        parts += [choice.id, choice.label, choice.detail, "safer" if choice.safer else ""]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
