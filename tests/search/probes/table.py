"""The labelled table: 420 sites made by rule, each with what it truly is and how it behaves.

Seven in ten behave, in the four ways real sites do; the others fail the way real ones fail. Who has an account where is
decided by a hash, so that every process agrees on it without a list.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from footprint.checklists import Confidence, Probe, Signs
from footprint.search.probes.records import Site

ENDING = "sites.example"
KNOWN = "the_site_itself"
RULE = "[A-Za-z0-9_]{3,30}"
BEHAVING = {"status": 110, "message": 80, "redirect": 50, "json": 50, "slow but sound": 10}
FAILING = {
    # says yes to everybody
    "catch-all": 14,
    "catch-all json": 4,
    "soft 404": 12,
    # says no to everybody, or nothing at all
    "404 for all": 10,
    "blocked 403": 10,
    "blocked 999": 4,
    "challenge 200": 9,
    "challenge 503": 6,
    "challenge 403": 6,
    "login page": 10,
    "login redirect": 10,
    "rate limiting": 6,
    "in trouble": 4,
    "too slow": 2,
    "hangs up": 2,
    # changes its mind
    "now and then 200": 3,
    "now and then 404": 3,
    "now and then a wall": 3,
    "wall half way": 2,
}
HANDLES = tuple(f"person_{n:03d}" for n in range(200))


@dataclass(frozen=True)
class Row:
    """One site: its `kind` is the label the truth is known by."""

    number: int
    kind: str

    @property
    def host(self) -> str:
        return f"s{self.number:03d}.{ENDING}"

    @property
    def behaves(self) -> bool:
        return self.kind in BEHAVING

    def has(self, handle: str) -> bool:
        """Whether somebody has this username there: about one in twelve of those asked for, and the site itself."""
        if handle == KNOWN:
            return True
        return handle in _PEOPLE and hashlib.sha256(f"{self.number}/{handle}".encode()).digest()[0] < 21

    @property
    def rule(self) -> str:
        """Which of the four ways its rule reads the answer."""
        if self.kind in ("status", "message", "redirect", "json"):
            return self.kind
        if self.kind == "catch-all json":
            return "json"
        return ("status", "message", "status")[self.number % 3]

    @property
    def site(self) -> Site:
        address = f"https://{self.host}/u/{{handle}}"
        return Site(f"s{self.number:03d}", f"Site {self.number}", address, RULE, _probe(self.host, self.rule))


def rows(one_in: int = 1) -> tuple[Row, ...]:
    """The table, or every so-many-th row of it, each kind at least once."""
    kinds = [kind for kind, many in {**BEHAVING, **FAILING}.items() for _n in range(many)]
    table = tuple(Row(number, kind) for number, kind in enumerate(kinds))
    first = {row.kind: row.number for row in reversed(table)}
    return tuple(row for row in table if row.number % one_in == 0 or first[row.kind] == row.number)


_PEOPLE = frozenset(HANDLES)
_DAY = date(2026, 11, 1)


def _probe(host: str, rule: str) -> Probe:
    found, absent = {
        "status": (Signs(status=(200,)), Signs(status=(404,))),
        "message": (
            Signs(status=(200,), says=('<meta property="profile:username" content="{handle}">',)),
            Signs(status=(200,), says=("There is no member of that name.",)),
        ),
        "redirect": (Signs(status=(200,)), Signs(status=(302,), at=f"https://{host}/welcome")),
        "json": (
            Signs(status=(200,), field="user.name", equals="{handle}"),
            Signs(status=(200,), body='{"user": null}'),
        ),
    }[rule]
    return Probe(
        found=found,
        absent=absent,
        known=KNOWN,
        source="the table of these tests",
        verified=_DAY,
        confidence=Confidence.INDEPENDENT,
    )


def toml(table: tuple[Row, ...]) -> str:
    """The same sites as a file for `--sites`."""
    return "format = 1\n" + "".join(_entry(row.site) for row in table)


def _entry(site: Site) -> str:
    probe = site.probe
    lines = [
        "\n[[sites]]",
        f'id = "{site.id}"',
        f'name = "{site.name}"',
        f'profile = "{site.profile}"',
        f"handle = '{site.handle_rule}'",
        "\n[sites.probe]",
        f'known = "{probe.known}"',
        f'source = "{probe.source}"',
        f"verified = {probe.verified}",
        f'confidence = "{probe.confidence}"',
    ]
    for name, signs in (("found", probe.found), ("absent", probe.absent)):
        lines.append(f"\n[sites.probe.{name}]")
        if signs.status:
            lines.append(f"status = {list(signs.status)}")
        if signs.says:
            lines.append(f"says = ['{signs.says[0]}']")
        lines += [
            f"{field} = '{getattr(signs, field)}'"
            for field in ("at", "field", "equals", "body")
            if getattr(signs, field)
        ]
    return "\n".join(lines) + "\n"
