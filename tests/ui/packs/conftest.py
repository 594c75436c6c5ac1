"""A desk over notes with the invented council's pack in use, and what ships read once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint import log, pack_parts, person
from footprint.log import Action, Kind, New, Origin
from footprint.vault import Vault
from footprint.workbench import Workbench, open_bench
from tests.packs.council import pack_file
from tests.packs.example import what_ships


@pytest.fixture
def bench(tmp_path: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> Workbench:
    """No pack is in use yet."""
    monkeypatch.setattr(pack_parts, "ships", lambda _library: what_ships())
    return open_bench(tmp_path / "app", vault, packs=tmp_path / "site")


@pytest.fixture
def used(bench: Workbench, tmp_path: Path) -> Workbench:
    """The pack is in use, and there is something on every page it touches."""
    bench.packs.use(bench.packs.offer(pack_file(tmp_path)))
    bench.renew_checklists()
    vault = bench.vault
    person.add_account(vault, "facebook", handle="ada")
    person.add_account(vault, "org:hub", handle="ada")
    log.add(
        vault,
        New(
            "The article of 2019",
            address="https://news.example/2019/ada",
            kind=Kind.ARTICLE,
            origin=Origin.ORGANISATION,
            action=Action.REMOVE,
        ),
    )
    return bench
