"""What a plan was made with, kept beside it: lines that failed or were not reached are planned again with the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from footprint import search
from footprint.i18n import _
from footprint.search import Look, Options, Plan
from footprint.workbench import Workbench

Asked = tuple[str, str]  # the source and the exact words


@dataclass(frozen=True)
class Wish:
    """`copies_of`: an address whose kept copies are asked for; else a search for the person's name with `options`.

    `only`: the lines the person sent, out of all that such a plan has. `goes_on`: the id of the run whose rest it is.
    A wish is never written down: an e-mail address or a team in it was meant for once.
    """

    options: Options = field(default_factory=Options)
    copies_of: str = ""
    only: frozenset[Asked] = frozenset()
    goes_on: str = ""

    @property
    def title(self) -> str:
        """The heading while it is asked; empty for a search."""
        return _("Kept copies of a page") if self.copies_of else ""

    def plan(self, bench: Workbench) -> Plan:
        """The plan anew; nothing is sent by making it."""
        if self.copies_of:
            return search.plan_copies(bench.vault, bench.providers, self.copies_of)
        return search.plan(bench.vault, bench.providers, self.options)

    def lines(self, bench: Workbench, wanted: Iterable[Asked]) -> Plan:
        """These lines of it and no others, all switched on; a line that cannot be asked any more is left out."""
        keys = frozenset(wanted)
        found = tuple(line for line in self.plan(bench).lines if (line.provider, line.words) in keys)
        return Plan(found).only(line.number for line in found)

    def sent(self, plan: Plan) -> Wish:
        """The same, with the lines that were sent."""
        return replace(self, only=self.only | {(line.provider, line.words) for line in plan.chosen})

    def left(self, bench: Workbench, looks: Iterable[Look]) -> Plan:
        """What a run with these looks has not asked, or asked in vain by half."""
        done = {(look.provider, look.words) for look in looks if look.outcome.searched}
        wanted = self.only or {(line.provider, line.words) for line in self.plan(bench).chosen}
        return self.lines(bench, wanted - done)


USUAL = Wish()
