"""Vaults of earlier versions, kept as they were: `tests/vault/fixtures/version-NN`, made by `making_fixtures.py`."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from footprint import vault as v

FOLDER = Path(__file__).parents[1] / "vault" / "fixtures"
Rows = dict[str, dict[str, list[Any]]]  # table: columns, rows


@dataclass(frozen=True)
class Fixture:
    """A closed vault as version `version` left it, what opens it, and every row that was in it."""

    version: int
    folder: Path
    phrase: str
    code: v.RecoveryCode
    rows: Rows

    def copy(self, folder: Path) -> Path:
        """A copy to work in; the vault's files alone."""
        folder.mkdir(mode=0o700, parents=True)
        for path in self.folder.glob("vault.*"):
            shutil.copy(path, folder / path.name)
        return folder


def every() -> list[Fixture]:
    """Oldest first."""
    return [read(folder) for folder in sorted(FOLDER.glob("version-*"))]


def read(folder: Path) -> Fixture:
    told = json.loads((folder / "opens.json").read_text(encoding="utf-8"))
    rows = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
    return Fixture(told["version"], folder, told["passphrase"], v.read_code(told["code"]), rows)


def plain(value: Any) -> Any:
    """A value as it stands in `rows.json`."""
    return {"bytes": value.hex()} if isinstance(value, bytes) else value


class Asked(Protocol):
    """A connection of whatever library."""

    def execute(self, sql: str, values: tuple[str, ...] = ..., /) -> Any: ...


def read_rows(db: Asked) -> Rows:
    """Every row of every ordinary table; those behind an index of words are its own affair."""
    names = [
        name for (name,) in db.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    ]
    found: Rows = {}
    for name in sorted(names):
        if name.startswith("sqlite_"):
            continue
        columns = [column for (column,) in db.execute("SELECT name FROM pragma_table_info(?)", (name,))]
        rows = [[plain(value) for value in row] for row in db.execute(f'SELECT * FROM "{name}"')]
        found[name] = {"columns": columns, "rows": sorted(rows, key=repr)}
    return found


def lost(before: Rows, db: v.Connection) -> list[str]:
    """The tables whose rows, in the columns they had then, are not all there as they were."""
    now = read_rows(db)
    return [
        name for name, had in before.items() if name != "vault_commit" and _pick(had, had) != _pick(now.get(name), had)
    ]


def _pick(table: dict[str, list[Any]] | None, like: dict[str, list[Any]]) -> list[Any] | None:
    if table is None or not set(like["columns"]) <= set(table["columns"]):
        return None
    at = [table["columns"].index(column) for column in like["columns"]]
    return sorted(([row[one] for one in at] for row in table["rows"]), key=repr)
