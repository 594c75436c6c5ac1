"""Where every row of the facts ended: in a checklist, or left out with a reason. Nothing is lost, nothing padded.

`facts/rows.toml` beside the checklists lists the rows, `facts/left_out/` the reasons; `COVERAGE.md` is made from both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from footprint.checklists import texts
from footprint.checklists.decode import Problem, read
from footprint.checklists.format import NetworkFile, Sourced
from footprint.checklists.load import Library, load
from footprint.i18n import N_, _

COVERAGE = "COVERAGE.md"
_HEAD = N_(
    "# Where the facts went\n\n"
    "Every row of the facts ends in a checklist or is left out for a reason. This page is made by\n"
    "`footprint checklists facts --write`; lint fails when it no longer fits the files.\n"
)


@dataclass(frozen=True)
class Row:
    """One fact: where it is written, where it ended (`file: part`), and why not if it was left out."""

    id: str
    part: str
    says: str
    ended: tuple[str, ...]
    left_out: str

    @property
    def lost(self) -> bool:
        return not self.ended and not self.left_out


@dataclass(frozen=True)
class FactsReport:
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]

    @property
    def lost(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.lost)


def facts(folder: Path) -> FactsReport | None:
    """Every row with where it ended; nothing for a folder that lists no facts."""
    if not (folder / "facts" / "rows.toml").exists():
        return None
    parts, problems = _tables(folder / "facts" / "rows.toml")
    reasons: dict[str, str] = {}
    for path in sorted((folder / "facts" / "left_out").glob("*.toml")):
        found, faults = _tables(path)
        problems += faults
        for name, reason in found.items():
            if isinstance(reason, str) and reason.strip():
                reasons[name] = reason
            else:
                problems.append(Problem(path.name, name, _("needs a reason in words")))
    ended = _ended(load(folder))
    rows = tuple(
        Row(name, part, str(says), tuple(ended.get(name, ())), reasons.get(name, ""))
        for part, table in parts.items()
        for name, says in (table.items() if isinstance(table, dict) else ())
    )
    return FactsReport(rows, (*problems, *_faults(rows, ended, reasons)))


def as_page(report: FactsReport) -> str:
    """The text of `COVERAGE.md`: one table a part."""
    served = sum(bool(row.ended) for row in report.rows)
    lines = [_(_HEAD)]
    lines.append(
        _("{n} rows: {served} in a checklist, {out} left out.\n").format(
            n=len(report.rows), served=served, out=len(report.rows) - served - len(report.lost)
        )
    )
    for part, rows in groupby(report.rows, key=lambda row: row.part):
        lines += [f"## {part}\n", _("| Row | About | Where it went |"), "|---|---|---|"]
        for row in rows:
            where = ", ".join(row.ended) or _("Left out: {why}").format(why=row.left_out)
            lines.append(f"| {row.id} | {_cell(row.says)} | {_cell(where)} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def lint_facts(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the facts of a folder, the page made from them included."""
    report = facts(folder)
    if report is None:
        return ()
    if report.problems:
        return report.problems
    page = folder / COVERAGE
    if not page.exists() or page.read_text(encoding="utf-8") != as_page(report):
        return (
            Problem(COVERAGE, "", _("does not fit the files; make it anew with “footprint checklists facts --write”")),
        )
    return ()


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _tables(path: Path) -> tuple[dict[str, object], list[Problem]]:
    raw, _text, problems = read(path)
    return raw or {}, list(problems)


def _faults(rows: tuple[Row, ...], ended: dict[str, list[str]], reasons: dict[str, str]) -> Iterator[Problem]:
    known = {row.id for row in rows}
    for row in rows:
        if row.lost:
            yield Problem("rows.toml", row.id, _("ended nowhere: name it in a checklist, or say why it is left out"))
        elif row.ended and row.left_out:
            yield Problem("rows.toml", row.id, _("is left out, and is in {where}").format(where=row.ended[0]))
    for name, where in ended.items():
        if name not in known:
            yield Problem(where[0], name, _("is not a row of the facts"))
    for name in reasons:
        if name not in known:
            yield Problem("left_out", name, _("is not a row of the facts"))


def _ended(library: Library) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for network in library.files():
        for place, sourced in _sourced(network):
            for row in sourced.facts:
                found.setdefault(row, []).append(f"{network.id}: {place}")
    return found


def _sourced(network: NetworkFile) -> Iterator[tuple[str, Sourced]]:
    """Everything of a file that can carry a fact; a check is called by its id, the rest by its place."""
    yield "profile", network.profile
    yield from texts.pages(network)
    for statement in network.always_public:
        yield "always_public", statement
    for check in network.checks:
        yield check.id, check
