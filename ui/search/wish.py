"""What a plan was made with, kept beside it: lines that failed or were not reached are planned again with the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from footprint import search
from footprint.search import Options, Plan
from footprint.workbench import Workbench


@dataclass(frozen=True)
class Wish:
    """`copies_of`: an address whose kept copies are asked for; else a search for the person's name with `options`."""

    options: Options = field(default_factory=Options)
    copies_of: str = ""

    def plan(self, bench: Workbench) -> Plan:
        """The plan anew; nothing is sent by making it."""
        if self.copies_of:
            return search.plan_copies(bench.vault, bench.providers, self.copies_of)
        return search.plan(bench.vault, bench.providers, self.options)


USUAL = Wish()
