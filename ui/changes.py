"""What an operation changed, said by kind of record; each page decides for itself whether to look again."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Changes:
    person: bool = False
    accounts: bool = False
    answers: bool = False
    looks: bool = False
    incidents: bool = False
    findings: bool = False
    items: bool = False
    ledger: bool = False
    settings: bool = False
    events: bool = False
    reminders: bool = False
    supervision: bool = False  # copies of a summary, the list for the talk, reflective notes
    archives: bool = False
    connections: bool = False
    lenses: bool = False
    plans: bool = False
    steps: bool = False  # other checklists are in use: every check may read differently, and some ask again

    @classmethod
    def all(cls) -> Changes:
        return cls(**{one.name: True for one in fields(cls)})

    def touches(self, watched: Changes) -> bool:
        """Whether anything that was watched has changed."""
        return any(getattr(self, one.name) and getattr(watched, one.name) for one in fields(self))
