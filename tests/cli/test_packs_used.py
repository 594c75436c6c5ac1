"""A pack in use on the command line: shown first, taken when asked, said in every answer, gone back from, removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint import pack_parts
from tests.cli.driver import App
from tests.packs.council import ORGANISATION, OTHER_KEY, pack_file
from tests.packs.example import what_ships


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_parts, "ships", lambda _library: what_ships())


def test_it_is_shown_taken_and_said_in_every_answer(app: App, tmp_path: Path) -> None:
    file = str(pack_file(tmp_path))
    shown = app.ok("pack", "install", file)
    for part in (ORGANISATION, "Nothing changed yet", "What no pack can ever do", "Safeguarding hub"):
        assert part in shown
    assert app.data("pack", "status")["in_use"] is None
    assert app.data("pack", "install", file, "--use")["used"]
    assert app.data("pack", "status")["in_use"]["organisation"] == ORGANISATION
    contacts = {one["post"]: one for one in app.data("incident", "contact")}
    assert contacts["it"]["from"] == {"organisation": ORGANISATION, "how": "added", "reason": ""}
    assert contacts["manager"]["from"] is None
    checks = {one["id"]: one for one in app.data("checklists", "show", "facebook", "--standing", "--all")["checks"]}
    assert checks["about_info"]["from"]["how"] == "reworded" and checks["org:staff-group"]["from"]["how"] == "added"
    assert checks["profile_pictures"]["from"] is None and "blocking" not in checks
    assert f"(from {ORGANISATION})" in app.ok("checklists", "show", "org:hub", "--standing")
    events = {one["id"]: one for one in app.data("event", "list")}
    assert events["org:new-team"]["from"]["organisation"] == ORGANISATION and events["new-job"]["from"] is None
    search = next(one for one in app.data("remind", "list") if one["key"] == "search")
    assert search["from"]["organisation"] == ORGANISATION and search["how_often"] == "every 4 months"
    assert app.data("ledger") == []


def test_updates_back_and_away(app: App, tmp_path: Path) -> None:
    app.ok("pack", "install", str(pack_file(tmp_path, 1)), "--use")
    told = app.data("pack", "install", str(pack_file(tmp_path, 2)), "--use")
    assert any("960301" in one["words"] for one in told["differences"])
    assert app.data("pack", "back")["in_use"]["version"] == 1
    refused = app("pack", "install", str(pack_file(tmp_path, 3, key=OTHER_KEY)), "--use")
    assert refused.code == 2 and "Compare the mark" in refused.err
    mark = app.data("pack", "install", str(pack_file(tmp_path, 3, key=OTHER_KEY)))["fingerprint"]
    app.ok("pack", "install", str(pack_file(tmp_path, 3, key=OTHER_KEY)), "--use", "--fingerprint", mark)
    old = app("pack", "install", str(pack_file(tmp_path, 2)))
    assert old.code == 2 and "You had version 3 already" in old.err
    assert app.data("pack", "remove")["removed"]["version"] == 3
    assert app.data("pack", "status")["in_use"] is None


def test_what_the_organisation_put_there_is_named_and_waits(app: App, tmp_path: Path) -> None:
    place = ("--packs", str(tmp_path / "site"))
    pack_file(tmp_path / "site")
    said = app("pack", "status", options=place)
    assert said.code == 0 and "put version 1 on this computer" in said.out and "No pack is in use" in said.out
    assert app("pack", "install", "--use", options=place).code == 0
    assert app.data("pack", "status")["in_use"]["source"] == "organisation"
    again = app("pack", "install", options=place)
    assert again.code == 2 and "put no new pack" in again.err
