"""Writes `docs/recheck.md` anew: `python tests/log/recheck/write_page.py`."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))


def main() -> None:
    from footprint.vault import schema
    from footprint.vault.connection import open_store
    from footprint.vault.vault import Vault
    from tests.log.recheck.recheck_measuring import as_page, measure

    now = [datetime(2026, 11, 16, 14, 30, tzinfo=UTC)]
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "vault.db", os.urandom(32)
        first = open_store(path, key, create=True)
        schema.migrate(first)
        first.close()
        vault = Vault(lambda: open_store(path, key), clock=lambda: now[0])
        results = measure(vault, lambda: now.__setitem__(0, now[0] + timedelta(days=2)))
        vault.close()
    (ROOT / "docs" / "recheck.md").write_text(as_page(results), encoding="utf-8")


if __name__ == "__main__":
    main()
